"""Which comparisons of a fact can hold together, whatever they are put to."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from compliance.evaluate.conditions.possible_values import can_hold
from compliance.model.packs.operator import FactOp
from compliance.model.packs.rule import FactEntry

_TYPES = ("yes-no", "word", "words", "places", "number", "date", "text")
_TESTS: tuple[dict[str, Any], ...] = (
    {"is": True}, {"is": "x"}, {"is": 5}, {"in": ["x", "y"]}, {"in": [1, 2]}, {"contains": "x"},
    {"overlaps": ["DE"]}, {"within": ["EU"]}, {"starts_with": "x"}, {"over": 5}, {"under": 5},
    {"over": 1e307, "times": 10}, {"over": 0, "times": 1}, {"over": "source.released"}, {"before": "2024-01-01"},
    {"since": "2024"}, {"mentions": "source.name"},
)  # fmt: skip


def _op(**test: Any) -> FactOp:
    return FactOp.model_validate({"fact": "source.told", **test})


def _entry(kind: str | None) -> FactEntry | None:
    return None if kind is None else FactEntry.model_validate({"type": kind, "question": "Which {subject}?"})


@pytest.mark.parametrize("kind", [*_TYPES, None])
def test_any_two_comparisons_of_any_fact_are_answered(kind: str | None) -> None:
    for first, second in itertools.product(_TESTS, repeat=2):
        for signs in itertools.product((True, False), repeat=2):
            said = [(_op(**one), sign) for one, sign in zip((first, second), signs, strict=True)]
            assert can_hold(_entry(kind), said) in (True, False)


@pytest.mark.parametrize(
    ("kind", "said", "holds"),
    [
        # What the program knows without a catalogue is any word, but one at a time.
        (None, [({"is": "x"}, True)], True),
        (None, [({"is": "x"}, True), ({"is": "y"}, True)], False),
        (None, [({"starts_with": "x"}, True), ({"is": "x"}, False)], True),
        (None, [({"in": ["x"]}, False), ({"is": "x"}, True)], False),
        # A limit on what is no number is open, and takes nothing away from the rest.
        ("word", [({"over": 5}, True)], True),
        ("word", [({"over": 5}, True), ({"over": 5}, False)], True),
        ("date", [({"under": 5}, True), ({"since": "2024"}, True)], True),
        ("text", [({"over": 5}, True), ({"is": "x"}, True), ({"is": "y"}, True)], False),
        ("number", [({"over": 5}, True), ({"under": 6}, True)], True),
        ("number", [({"over": 5}, True), ({"under": 5}, True)], False),
    ],
)
def test_what_holds_together(kind: str | None, said: list[tuple[dict[str, Any], bool]], holds: bool) -> None:
    assert can_hold(_entry(kind), [(_op(**test), sign) for test, sign in said]) is holds
