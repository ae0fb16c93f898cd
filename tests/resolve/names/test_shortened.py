"""A published name of which the end is not spoken."""

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
        ("Phi-3.5 vision", "microsoft/Phi-3.5-vision-instruct"),
        ("Phi-4 multimodal", "microsoft/Phi-4-multimodal-instruct"),
        ("Qwen2.5-VL 7B", "Qwen/Qwen2.5-VL-7B-Instruct"),
        ("LLaVA 1.5 13B", "liuhaotian/llava-v1.5-13b"),
        ("OLMo 2 13B Instruct", "allenai/OLMo-2-1124-13B-Instruct"),
        ("Kimi VL", "moonshotai/Kimi-VL-A3B-Instruct"),
        ("Minitron 8B", "nvidia/Minitron-8B-Base"),
        ("WizardCoder 15B", "WizardLM/WizardCoder-15B-V1.0"),
    ],
)
def test_what_goes_on_in_one_record_alone_is_that_record(names: Names, name: str, plain: str) -> None:
    found, meant = names.model_entry(name), names.model_entry(plain)
    assert meant is not None
    assert found is meant


@pytest.mark.parametrize(
    "name",
    [
        "Phi-4 multimodal legal", "Phi-4 multimodal 30B", "Qwen2.5-VL 9B", "Minitron 9B", "Kimi VL tax", "Kimi VL 70B",
        "medical 7B", "summary 7B base", "Bagel 7B", "ClinicalBERT", "Swin harbour", "ViT-B/16", "acme/Kimi VL",
    ],
)  # fmt: skip
def test_what_nobody_published_or_several_may_mean_is_nothing(names: Names, name: str) -> None:
    assert names.model_entry(name) is None


@pytest.mark.parametrize(
    ("name", "line"),
    [("WizardLM 13B", "wizardlm-unversioned"), ("DeepSeek Prover V2", "deepseek-unversioned")],
)
def test_several_records_of_a_line_are_told_as_the_line_that_leaves_open_what_differs(
    names: Names, name: str, line: str
) -> None:
    found = names.model_entry(name)
    assert found is not None
    assert (found.id, found.licence) == (line, None)


def test_a_bare_name_that_a_record_keeps_apart_is_no_beginning(names: Names) -> None:
    """`phobert-base` is the first of its line, under another licence than `phobert-base-v2`."""
    assert names.model_entry("PhoBERT base") is None


@pytest.mark.parametrize(
    ("name", "plain"), [("Microsoft Aurora", "microsoft/aurora"), ("BAAI Emu3", "BAAI/Emu3-Gen")]
)
def test_a_makers_own_works_are_called_by_its_name_and_theirs(names: Names, name: str, plain: str) -> None:
    found, meant = names.model_entry(name), names.model_entry(plain)
    assert found is not None
    assert meant is not None
    assert found.developer == meant.developer
