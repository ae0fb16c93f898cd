"""Names are compared by what a reader sees: no dash, slash or letter of another alphabet makes one of them unknown."""

from __future__ import annotations

import pytest

from compliance.model.words.spelling import key, split_organisation, words


@pytest.mark.parametrize("dash", "-‐‑‒–—―−﹣－˗")
def test_every_dash_is_one(dash: str) -> None:
    assert key(f"gpt{dash}4o") == key("gpt-4o")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("gpt-4о", "gpt-4o"),
        ("ОРТ-175В", "opt-175b"),
        ("GPT 4 ο", "gpt 4 o"),
        ("ɡpt-4o", "gpt-4o"),
        ("сlаudе-3", "claude-3"),
    ],
)
def test_a_name_is_what_it_looks_like(text: str, meant: str) -> None:
    assert words(text) == words(meant)


@pytest.mark.parametrize("text", ["Роль-4o", "π0", "日本語-llama", "Große-7B", "Ωmega"])
def test_letters_that_look_like_no_other_stay(text: str) -> None:
    assert "".join(words(text)) == text.replace("-", "").lower()


def test_a_slash_of_another_kind_divides_too() -> None:
    assert split_organisation("openai⁄gpt‑4o") == ("openai", "gpt-4o")


@pytest.mark.parametrize(
    "place",
    [
        "hf://datasets/GAIR/lima", "datasets/GAIR/lima", "https://www.huggingface.co/datasets/GAIR/lima/tree/main",
        "https://hf-mirror.com/datasets/GAIR/lima", "https://modelscope.cn/datasets/GAIR/lima/files",
        "git@hf.co:datasets/GAIR/lima", "https://huggingface.co/datasets/GAIR/lima.git", "datasets--GAIR--lima",
        "hf:datasets/GAIR/lima", "huggingface:GAIR/lima", "GAIR/lima/", "GAIR/lima/train.jsonl", "hf://GAIR/lima@main",
        "https://huggingface.co/datasets/GAIR/lima/blob/main/data/a.parquet", "HF.co/GAIR/lima/viewer/plain/train",
    ],
)  # fmt: skip
def test_where_a_repository_lies_is_no_part_of_its_name(place: str) -> None:
    assert split_organisation(place) == ("GAIR", "lima")


@pytest.mark.parametrize("name", ["openrouter/qwen/qwen3", "accounts/fireworks/models/llama-v3", "a/b/c"])
def test_a_route_before_a_name_is_no_organisation(name: str) -> None:
    assert split_organisation(name) == (None, name)


def test_a_name_of_two_parts_is_never_cut() -> None:
    assert split_organisation("models/gemini-pro") == ("models", "gemini-pro")
    assert split_organisation("datasets/alpaca") == ("datasets", "alpaca")
