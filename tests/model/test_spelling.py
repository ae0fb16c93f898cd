"""Names are compared by what a reader sees: no dash, slash or letter of another alphabet makes one of them unknown."""

from __future__ import annotations

import pytest

from compliance.model.spelling import key, split_organisation, words


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
