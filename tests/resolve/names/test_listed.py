"""A member of a list that only gives a size or a version borrows the rest of its name, and never another's."""

from __future__ import annotations

import pytest

from compliance.resolve.names.listed import completed

KNOWN = {
    "Llama-13b",
    "Llama-2-7b",
    "Llama-2-13b",
    "lab/Bear-2.5-7B",
    "lab/Bear-2.5-14B",
    "Bear14B",
    "GPT-3.5",
    "GPT-4",
    "wood-lab/Owl-R1",
    "Owl-V3",
    "TRI-7b",
    "Phi-4",
    "70b",
}


@pytest.mark.parametrize(
    ("first", "part", "expected"),
    [
        ("Llama-2-7b", "13b", "Llama-2-13b"),
        ("lab/Bear-2.5-7B", "14B", "lab/Bear-2.5-14B"),
        ("GPT-3.5", "4", "GPT-4"),
        ("wood-lab/Owl-R1", "V3", "Owl-V3"),
        ("Llama-2", "13b", "13b"),
        ("Llama-2-7b", "34b", "34b"),
        ("Llama-2-7b", "70b", "70b"),
        ("TRI-ML/prism-siglip-224px", "7b", "7b"),
        ("Phi-3/thing", "4", "4"),
        ("Llama-2-7b", "some owl", "some owl"),
        ("7/7", "4", "4"),
    ],
)
def test_a_bare_member_is_completed_by_the_first(first: str, part: str, expected: str) -> None:
    assert completed(first, part, KNOWN.__contains__) == expected


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("Llama-2-7b and 13b", ("Llama-2-7b", "Llama-2-13b")),
        ("Llama 2 7B, 13B and 70B", ("Llama 2 7B", "Llama 2 13B", "Llama 2 70B")),
        ("Qwen/Qwen2.5-7B and 14B", ("Qwen/Qwen2.5-7B", "Qwen/Qwen2.5-14B")),
        ("lmsys/vicuna-7b-v1.5, 13b", ("lmsys/vicuna-7b-v1.5", "lmsys/vicuna-13b-v1.5")),
        ("deepseek-ai/DeepSeek-R1 and V3", ("deepseek-ai/DeepSeek-R1", "DeepSeek-V3")),
        ("TRI-ML/prismatic-vlms/prism-dinosiglip-224px+7b", ()),
        ("Phi-3/foo and 4", ()),
        ("llama-org/thing and 3", ()),
    ],
)
def test_lists_of_the_bundled_registry(name: str, members: tuple[str, ...]) -> None:
    from compliance.load.packs.knowledge import load_packs
    from compliance.resolve.names.lookup import Names

    assert Names(load_packs().registry).members(name, "model") == members
