"""A name without its organisation means the record that holds it, or none: never a sister under another licence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.names.catalogue import Kind
from compliance.model.names.template import expansions
from compliance.model.words.spelling import split_organisation
from compliance.resolve.names.lookup import Names

MEANT_OTHERWISE = {
    "defog/sqlcoder",  # which SQLCoder a text means is not told by the word
    "guoyww/animatediff",  # nor which AnimateDiff
    "lllyasviel/ControlNet",  # nor which ControlNet
    "vidore/colpali",  # nor which ColPali
    "facebook/fasttext-language-identification",  # older weights bear the name too
    "ibm-granite/ibm-granite",  # the template of a line
    "ToolBench/ToolBench",  # the set that is called so lies with OpenBMB
}


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_packs().registry)


def _published(names: Names, kind: Kind) -> Iterator[tuple[str, str]]:
    for located in names._catalogue.all(kind):
        for text in located.entry.names:
            organisation, _ = split_organisation(text)
            samples = expansions(text, located.entry.slots, 60) if organisation else ()
            yield from ((organisation or "", sample) for sample in samples)


@pytest.mark.parametrize("kind", ["model", "dataset"])
def test_the_bare_name_is_no_sister(kind: Kind, names: Names) -> None:
    others = []
    for organisation, bare in _published(names, kind):
        whole, alone = names.entry(kind, organisation, bare), names.entry(kind, None, bare)
        if whole is None or alone is None or whole.entry.id == alone.entry.id:
            continue
        makers = [
            getattr(one.entry, "developer", None) or getattr(one.entry, "publisher", "")
            for one in (whole, alone)
        ]
        licences = [getattr(one.entry, "licence", None) for one in (whole, alone)]
        if makers[0] == makers[1] and licences[0] != licences[1]:
            others.append(f"{organisation}/{bare}")
    assert set(others) - MEANT_OTHERWISE == set()


def test_no_set_stands_among_the_models_of_its_maker(names: Names) -> None:
    both = {
        f"{o}/{bare}" for o, bare in _published(names, "model") if names.entry("dataset", o, bare) is not None
    }
    # Makers that called their weights and their rows alike on the hub.
    alike = {
        "deepseek-ai/DeepSeek-Prover-V1",
        "Kwai-Keye/Thyme-RL",
        "Kwai-Keye/Thyme-SFT",
        "GAIR/LIMI",
        "LanguageBind/UniWorld-V1",
        "GAIR/LIMO-v2",
        "GAIR/LIMO",
        "GAIR/LIMR",
        "ai2lumos/lumos_unified_ground_iterative",
    }
    assert both == alike


@pytest.mark.parametrize(
    ("name", "kind", "record"),
    [
        ("R2E-Gym", "dataset", "swe-gym-r2e-gym"),
        ("nkp37/OpenVid-1M", "dataset", "openvid"),
        ("PaddleOCR-VL", "model", "paddleocr-vl-1.6"),
        ("nvidia/DAM-3B-Video", "model", "nvidia-describe-anything-named-2"),
        ("yolov8n-seg.pt", "model", "yolo-ultralytics"),
        ("ObjaverseXL", "dataset", "objaverse-xl"),
    ],
)
def test_what_was_mended(name: str, kind: str, record: str, names: Names) -> None:
    found = names.model(name) if kind == "model" else names.dataset(name)
    assert found is not None
    assert found.id == record


@pytest.mark.parametrize(
    ("name", "provider"),
    [
        ("deepgram/nova-3", "deepgram"),
        ("Mistral Medium 3.1", "mistral"),
        ("Nano Banana 2", "google"),
        ("gemini-2.5-flash-native-audio-preview-09-2025", "google"),
        ("Reve Image 1.0", "reve"),
        ("Topaz Labs API", "topaz"),
    ],
)
def test_services_that_were_not_known(name: str, provider: str, names: Names) -> None:
    found = names.service(name)
    assert found is not None
    assert found.provider == provider


def test_a_name_that_another_provider_could_bear_stays_unknown_without_its_own(names: Names) -> None:
    assert names.service("nova-3") is None
    elsewhere = names.service("github/nova-3")
    assert elsewhere is not None
    assert elsewhere.id is None
