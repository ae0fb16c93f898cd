"""Comparisons of facts over True, False and None: for the reference evaluator.

Bounds are judged by their outermost numbers, places by the smallest places that lie in them. Shared with the engine:
where facts are read, and what a bound or the name of a place means.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from compliance.evaluate.conditions.credits import credited
from compliance.evaluate.conditions.facts import Known, as_period, as_truth, read
from compliance.evaluate.conditions.notices import shown_for
from compliance.evaluate.context import Context
from compliance.model.declared.dated import figure_on
from compliance.model.declared.lineage import Period
from compliance.model.packs import operator
from compliance.model.packs.truth import Truth
from compliance.model.words.bound import possible_bound
from compliance.model.words.places import known_place, smallest
from compliance.model.words.shown_words import begins_with, shows

Maybe = bool | None


def _value(context: Context, name: str, at: str | None = None) -> Any:
    """A fact's value, None where it is not known."""
    found = read(context, name)
    value = found.value if isinstance(found, Known) else None
    if not isinstance(value, Mapping):
        return value
    day = at if at and at[0].isdigit() else _value(context, at) if at else context.as_of.isoformat()
    period = as_period(day) if day is not None else None
    return figure_on(value, period) if period else None


def compares(op: operator.FactOp, context: Context) -> Maybe:
    """Whether a comparison holds; None where what is stated does not decide it."""
    if op.known is not None:
        return isinstance(read(context, op.fact), Known) is op.known
    value = _value(context, op.fact, op.at)
    if value is None:
        return None
    words = [str(x).lower() for x in (value if isinstance(value, list | tuple) else [value])]
    entry = context.knowledge.facts.get(op.fact)
    places = entry is not None and entry.type == "places"
    tests: list[tuple[object, Callable[[], Maybe]]] = [
        (op.is_, lambda: _equal(value, op.is_)),
        (op.in_, lambda: _any_of(_equal(value, item) for item in op.in_ or ())),
        (op.contains, lambda: _shown(op, words, context)),
        (op.mentions, lambda: _mentioned(words, context, op)),
        (op.overlaps, lambda: _meet(words, op.overlaps or (), places)),
        (op.within, lambda: _lie_in(words, op.within or (), places)),
        (op.starts_with, lambda: begins_with(str(value), op.starts_with or "")),
        (op.over, lambda: _ordered(value, op.over, op, context, 1)),
        (op.under, lambda: _ordered(value, op.under, op, context, -1)),
        (op.before, lambda: _dated(value, lambda days, limit: days.start < limit.start, op.before)),
        (op.since, lambda: _dated(value, lambda days, limit: days.end >= limit.start, op.since)),
    ]
    return next(test() for wanted, test in tests if wanted is not None)


def _any_of(values: Iterable[Maybe]) -> Maybe:
    given = list(values)
    return True if True in given else None if None in given else False


def _meet(stated: Iterable[str], wanted: Iterable[str], places: bool) -> bool:
    """Whether two lists share a word, or a country or part of one where they name places."""
    if not places:
        return bool(set(stated) & {word.lower() for word in wanted})
    pairs = itertools.product(_spread(stated), _spread(wanted))
    return any(f"{one}-".startswith(f"{two}-") for one, two in pairs)


def _lie_in(stated: Iterable[str], wanted: Iterable[str], places: bool) -> bool:
    """Whether each word of one list is in the other, or each place lies in one of the other's."""
    if not places:
        return set(stated) <= {word.lower() for word in wanted}
    return all(any(f"{one}-".startswith(f"{two}-") for two in _spread(wanted)) for one in _spread(stated))


def _spread(words: Iterable[str]) -> set[str]:
    return {code for word in words for code in smallest(known_place(word) or word)}


def _shown(op: operator.FactOp, words: Sequence[str], context: Context) -> bool:
    wanted = op.contains or ""
    if op.fact == "release.notices":
        return shown_for(words, wanted, context)
    return any(shows(word, wanted) for word in words)


def _mentioned(words: Sequence[str], context: Context, op: operator.FactOp) -> Maybe:
    named = _value(context, op.mentions or "")
    if named is None:
        return None
    if op.fact == "release.notices":
        return credited(_value(context, op.fact, op.at) or (), str(named), context)
    return any(str(named).split("/")[-1].lower() in word for word in words)


def _equal(value: object, wanted: object) -> Maybe:
    if isinstance(value, tuple):
        return _any_of(_equal(each, wanted) for each in value)
    if isinstance(wanted, int | float) and not isinstance(wanted, bool) and possible_bound(value) is not None:
        numbers = _extremes(value)
        if len(set(numbers)) == 1:
            return value == wanted
        return None if min(numbers) <= wanted <= max(numbers) else False
    if isinstance(wanted, bool):
        truth = as_truth(value)
        return None if truth is Truth.UNKNOWN else truth is Truth.of(wanted)
    return str(value).lower() == str(wanted).lower() if isinstance(wanted, str) else value == wanted


def _ordered(value: object, limit: object, op: operator.FactOp, context: Context, sign: int) -> Maybe:
    """What all numbers that a bound leaves possible agree on; the outermost ones speak for the rest."""
    other = _value(context, limit) if isinstance(limit, str) else limit
    held = possible_bound(value)
    if held is not None and held.of is not None:
        named = str(limit).split(".")[-1].split("_") if isinstance(limit, str) else []
        other = 1 if named[: held.of.count("_") + 1] == held.of.split("_") else None
    if held is None or possible_bound(other) is None:
        return None
    pairs = itertools.product(_extremes(value), _extremes(other))
    answers = {sign * one > sign * two * op.times for one, two in pairs}
    return answers.pop() if len(answers) == 1 else None


def _extremes(value: object) -> tuple[float, float]:
    """The lowest and the highest number that is possible, just inside of an open end."""
    held = possible_bound(value)
    assert held is not None
    low = math.nextafter(held.low, math.inf) if held.low_open else held.low
    return low, math.nextafter(held.high, -math.inf) if held.high_open else held.high


def _dated(value: object, test: Callable[[Period, Period], bool], limit: str | None) -> Maybe:
    """A stated period that spans the date is on both sides of it."""
    period = as_period(value)
    return test(period, Period.of(limit or "")) if period else None
