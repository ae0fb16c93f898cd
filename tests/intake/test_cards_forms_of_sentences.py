"""Forms of sentences by which a card tells from what its work was made, whatever the names; and others."""

from __future__ import annotations

import pytest

from tests.intake.conftest import MODEL, Scanned, told

HUB = "https://huggingface.co"
MARSH = f"{HUB}/marsh"


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (
            f"We added a classification head to [fen-embed]({HUB}/org/fen-embed-m) and trained it for 20 epochs.",
            {"org/fen-embed-m": "base"},
        ),
        (
            f"Llama.cpp compatible versions of an original [7B model]({HUB}/org/fen-7b).",
            {"org/fen-7b": "base"},
        ),
        (
            f"This is the reworked replica of [org/Fen-7B]({HUB}/org/Fen-7B), recalibrated.",
            {"org/Fen-7B": "base"},
        ),
        (
            f"This is an MLX repo for [somebody's training of Fen]({HUB}/org/fen-13b).",
            {"org/fen-13b": "base"},
        ),
        ("Meta's Llama 3 70B pruned to 42B parameters with the method of a paper.", {"Llama 3 70B": "base"}),
        (f"- Original: {HUB}/org/Fen-12B-v1.1", {"org/Fen-12B-v1.1": "base"}),
        (f"[org/fen-small]({HUB}/org/fen-small) converted to ONNX and quantized.", {"org/fen-small": "base"}),
        (f"Reed is upcycled from [Fen-1.8B]({HUB}/org/Fen-1.8B).", {"org/Fen-1.8B": "base"}),
        (f"It was fine-tuned on a pretrained [fen-large]({HUB}/org/fen-large).", {"org/fen-large": "base"}),
        (
            f"Then we perform DPO (a method) for one epoch on [Choices]({HUB}/datasets/org/choices).",
            {"org/choices": "data"},
        ),
        ("A small model built by us using SigLIP and Phi-1.5.", {"SigLIP": "component", "Phi-1.5": "base"}),
        (
            "This is the fine-tuned Stable Diffusion model trained on pictures of reeds.",
            {"Stable Diffusion": "base"},
        ),
        ("This is an SDXL based adapter for marshes.", {"SDXL": "base"}),
    ],
)
def test_a_form_tells_what_the_work_was_made_from(
    scanned: Scanned, prose: str, expected: dict[str, str]
) -> None:
    assert told(scanned, f"{MODEL}{prose}\n") == expected


@pytest.mark.parametrize(
    "prose",
    [
        "Prompting Template - Llama-3-Instruct",
        "We conducted the training on our code with adding support of Llama-3 and Qwen.",
        "The checkpoints have been trained on Masked-Language Modeling (MLM) task.",
        "Texts are split with a byte version of Byte-Pair Encoding (BPE).",
        f"We used this classifier to build the [fen-edu]({HUB}/datasets/org/fen-edu) dataset.",
        "We currently have a multi-modal model based on Mistral 7B!",
        "We adopted exactly the same architecture and tokenizer as Llama 2.",
        "Base model still shows repetition/runaway-generation on some inputs.",
        f"Other versions of [Fen]({HUB}/org/fen-7b) are listed elsewhere.",
        f"You can use a quantized version of [Fen]({HUB}/org/fen-7b).",
    ],
)
def test_what_only_looks_like_making_is_not_drafted(scanned: Scanned, prose: str) -> None:
    assert told(scanned, f"{MODEL}{prose}\n") == {}


@pytest.mark.parametrize(
    ("prose", "kept"),
    [
        (
            f"It is initialized from [fen-en]({HUB}/org/fen-en) which is a smaller version of [fen]({HUB}/org/fen).",
            "org/fen-en",
        ),
        (
            f"Distilled from [fen-7]({HUB}/org/fen-7) fine-tune of [reed-1-5]({HUB}/org/reed-1-5).",
            "org/fen-7",
        ),
    ],
)
def test_of_what_the_base_is_a_form_goes_into_the_base(scanned: Scanned, prose: str, kept: str) -> None:
    scan = scanned({"README.md": f"{MODEL}{prose}\n"})
    assert [one.name for one in scan.upstreams if one.nested_in is None] == [kept]
    assert {one.nested_in for one in scan.upstreams} == {None, kept}


def test_items_beneath_words_on_what_rows_are_put_together_from_went_in(scanned: Scanned) -> None:
    text = "The Finnish dataset is a combination of many Finnish resources:\n\n"
    text += (
        "* [Fenland Parsebank](https://fen.example/bank)\n* [Marsh News Archive](https://fen.example/news)\n"
    )
    assert set(told(scanned, MODEL + text)) == {"Fenland Parsebank", "Marsh News Archive"}


def test_parts_in_columns_are_those_of_the_row_that_says_it_is_the_works(scanned: Scanned) -> None:
    text = (
        "## Model Zoo\n\n| Model | Type | Visual Encoder | Language Decoder |\n|---|---|---|---|\n"
        f"| [Egret-72B]({HUB}/org/Egret-72B) | Chat | [clip-a]({MARSH}/clip-a) | [fen-72b]({MARSH}/fen-72b) |\n"
        f"| [Bittern]({HUB}/org/Bittern) (This checkpoint) | Chat | [clip-b]({MARSH}/clip-b) "
        f"| [fen-7b]({MARSH}/fen-7b) |\n"
    )
    assert told(scanned, MODEL + text) == {"marsh/clip-b": "component", "marsh/fen-7b": "component"}


def test_a_row_that_bears_the_whole_name_is_the_works_and_not_its_sisters(scanned: Scanned) -> None:
    text = (
        "| Model | Size | Based on |\n|---|---|---|\n"
        f"| heron-small | 8M | [fen-small]({MARSH}/fen-small) |\n"
        f"| heron-large | 1B | [fen-large]({MARSH}/fen-large) |\n"
    )
    card = MODEL.replace("# Heron", "# Heron (Large)") + text
    assert told(scanned, card) == {"marsh/fen-large": "base"}


def test_some_model_of_a_family_is_the_base_that_is_named_in_full(scanned: Scanned) -> None:
    text = f"A fine-tuned version of [bert]({HUB}/org/bert-base-reed-v2).\n\nWe fine-tuned a BERT model on reviews.\n"
    assert told(scanned, MODEL + text) == {"org/bert-base-reed-v2": "base"}
