"""A maker's name before that of its work."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_packs().registry)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Microsoft Phi-4", "microsoft/phi-4"),
        ("Microsoft's Phi-4", "microsoft/phi-4"),
        ("IBM Granite 3.3 8B", "ibm-granite/granite-3.3-8b-instruct"),
        ("Stability AI SDXL", "stabilityai/stable-diffusion-xl-base-1.0"),
        ("Allen AI OLMo 2 7B", "allenai/OLMo-2-1124-7B"),
        ("EleutherAI Pythia 410M", "EleutherAI/pythia-410m"),
    ],
)
def test_a_work_after_its_makers_name_is_the_work(names: Names, name: str, plain: str) -> None:
    found, meant = names.model_entry(name), names.model_entry(plain)
    assert meant is not None
    assert found is meant


@pytest.mark.parametrize(
    "name",
    [
        "IBM Phi-4", "Microsoft Granite 3.3 8B", "Microsoft Phi-4 legal", "Microsoft internal Phi-4", "Google my T5",
        "Acme Phi-4", "Apple Qwen3-8B", "the Microsoft Phi-4 of Acme", "Meta SDXL", "acme/Microsoft Phi-4",
    ],
)  # fmt: skip
def test_what_its_maker_did_not_make_is_not_its_work(names: Names, name: str) -> None:
    assert names.model_entry(name) is None


@pytest.mark.parametrize("name", ["Allen AI Dolma", "Ai2's Dolma"])
def test_data_sets_are_called_so_too(names: Names, name: str) -> None:
    found = names.dataset_entry(name)
    assert found is not None
    assert found is names.dataset_entry("Dolma")
