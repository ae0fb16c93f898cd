"""What a mistyped word means is found among few and among very many, and never takes longer than a moment."""

from __future__ import annotations

import difflib
import random

import pytest

from compliance.errors import nearest
from tests.effort import effort_below


def _words(count: int, length: int, letters: str = "abcdefghijklmnopqrstuvwxyz0123456789") -> list[str]:
    """Words of the same letters in another order each, which only a comparison in full tells apart."""
    chance, held = random.Random(7), list((letters * length)[:length])
    return ["".join(chance.sample(held, length)) for _ in range(count)]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("inptus", ["inputs", "outputs"], "inputs"),
        ("Commercial", ["commercial", "gated"], "commercial"),
        ("release.acess", ["release.access", "release.date", "source.access"], "release.access"),
        ("zebra", ["inputs", "outputs"], None),
        ("anything", [], None),
        ("ab", ["abx", "aby"], "aby"),
    ],
)
def test_the_most_like_is_meant(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant


def test_among_some_hundreds_it_is_the_one_that_the_standard_library_names() -> None:
    known = [
        f"{scope}.{word}" for scope in ("release", "source", "step") for word in _words(60, 12, "aeilnrst")
    ]
    for word in known[::7]:
        typed = word[:5] + word[6:]
        assert [nearest(typed, known)] == difflib.get_close_matches(typed, known, n=1)


@pytest.mark.parametrize(("count", "length"), [(5_000, 160), (1_000, 300), (300, 100)])
def test_many_long_words_of_the_same_letters_take_a_moment(count: int, length: int) -> None:
    *known, typed = _words(count + 1, length)
    with effort_below(60):
        nearest(typed, known)


def test_the_order_in_which_words_are_known_makes_no_difference() -> None:
    *known, typed = _words(2_001, 80)
    assert nearest(typed, known) == nearest(typed, known[::-1])
