"""Whether a fact can have a value of which several comparisons hold and others fail."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from compliance.model.packs.operator import FactOp
from compliance.model.packs.rule import FactEntry
from compliance.model.words.shown_words import begins_with

Said = tuple[FactOp, bool]
"""A comparison of a fact, and whether it is to hold."""

_LATEST, _EARLIEST = "9999-12-31", "0001-01-01"
_ANOTHER = "\0 another word"


def can_hold(entry: FactEntry | None, said: Sequence[Said]) -> bool:
    """Tell whether some value of the fact agrees with everything that is said of it.

    Comparisons with other facts, those of lists, and limits on what is no number are taken to agree with anything. A
    fact that no catalogue has, since the program itself knows it, is any word.
    """
    measured = entry is not None and entry.type == "number"
    told = [
        (test, sign)
        for op, sign in said
        if (measured or (op.over is None and op.under is None)) and (test := _test(op)) is not None
    ]
    return not told or any(all(test(value) is sign for test, sign in told) for value in _values(entry, said))


def _test(op: FactOp) -> Callable[[Any], bool] | None:
    """The comparison as a test of a value; None where it cannot be told of a value alone."""
    if op.is_ is not None:
        return lambda value: bool(value == op.is_)
    if op.in_ is not None:
        return lambda value: value in op.in_  # type: ignore[operator]
    if op.starts_with is not None:
        return lambda value: isinstance(value, str) and begins_with(value, op.starts_with)  # type: ignore[arg-type]
    if op.before is not None:
        return lambda value: str(value) < op.before  # type: ignore[operator]
    if op.since is not None:
        return lambda value: str(value) >= op.since  # type: ignore[operator]
    if isinstance(op.over, int | float):
        return lambda value: value > op.over * op.times  # type: ignore[operator]
    if isinstance(op.under, int | float):
        return lambda value: value < op.under * op.times  # type: ignore[operator]
    return None


def _values(entry: FactEntry | None, said: Sequence[Said]) -> Iterator[Any]:
    """Values of which at least one agrees with what is said, where any does."""
    kind, words = (entry.type, entry.words) if entry is not None else ("word", ())
    if kind == "yes-no":
        yield from (True, False)
        return
    named = list(_named(said))
    if kind == "number":
        numbers = sorted({0, *(one for one in named if isinstance(one, int | float))})
        yield from numbers
        yield from ((one + after) / 2 for one, after in itertools.pairwise(numbers))
        yield numbers[-1] * 2 + 1
        return
    if kind == "date":
        yield from (_EARLIEST, *(str(one) for one in named), _LATEST)
        return
    yield from words or (*(str(one) for one in named), _ANOTHER)
    yield from (f"{op.starts_with}-{_ANOTHER}" for op, _ in said if op.starts_with)


def _named(said: Sequence[Said]) -> Iterator[Any]:
    """The values that comparisons name."""
    for op, _ in said:
        given = (op.is_, op.before, op.since, op.starts_with, *(op.in_ or ()))
        yield from (one for one in given if one is not None)
        yield from (one * op.times for one in (op.over, op.under) if isinstance(one, int | float))
