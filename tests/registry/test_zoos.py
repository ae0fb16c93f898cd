"""Zoos of weights by grammar: what their makers hand out is known, and nobody else's name takes a record of theirs."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_packs().registry)


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("timm/convmixer_768_32.in1k", "mit"),
        ("timm/mobilevit_s.cvnets_in1k", None),
        ("timm/mobileone_s0.apple_in1k", None),
        ("timm/vit_base_patch16_224.augreg_in21k", "apache-2.0"),
        ("timm/vit_base_patch14_dinov2.lvd142m", "apache-2.0"),
        ("en_US-lessac-medium", None),
        ("COCO-InstanceSegmentation/mask_rcnn_R_50_FPN_3x.yaml", "cc-by-sa-3.0"),
        ("nvidia/stt_de_conformer_transducer_large", None),
        ("PP-HGNetV2-B4", None),
    ],
)
def test_weights_of_a_zoo_are_known_by_their_names(name: str, licence: str | None, names: Names) -> None:
    found = names.model(name)
    assert found is not None
    assert licence is None or found.licence == licence


@pytest.mark.parametrize(
    "name",
    [
        "acme/vit_base_patch16_224.augreg_in21k",
        "acme/vit_base_patch16_224.augreg_in21k-cats",
        "acme/faster_rcnn_R_50_FPN_3x-retail",
        "acme/en_US-amy-medium",
        "en_US-bob-medium",
        "acme/stt_en_conformer_ctc_large-medical",
        "acme/PP-LCNet_x1_0-ours",
        "acme/yolo12n-helmet",
        "acme/llama-160m-chat",
        "acme/xlm-roberta-xl-legal",
        "acme/sherpa-onnx-zipformer-en-2023-04-01",
    ],
)
def test_nobody_elses_name_takes_a_record_of_a_zoo(name: str, names: Names) -> None:
    assert names.model(name) is None


@pytest.mark.parametrize("size", ["7b", "13b", "70b"])
def test_a_copy_of_a_chat_model_starts_from_the_chat_model(size: str, names: Names) -> None:
    chat, base = (
        names.model(f"NousResearch/Llama-2-{size}-chat-hf"),
        names.model(f"NousResearch/Llama-2-{size}-hf"),
    )
    assert chat is not None
    assert base is not None
    assert list(chat.base) == [f"meta-llama/Llama-2-{size}-chat-hf"]
    assert list(base.base) == [f"meta-llama/Llama-2-{size}-hf"]
