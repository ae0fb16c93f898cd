"""Every way in which a test of a rule may be one step off: a part less, a reading, a reach class, a role or a figure.

The step is the smallest there is, so that only a situation that stands right at the line tells the two apart.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from compliance.model.packs import operator
from compliance.model.packs.operator import Op
from compliance.model.packs.reach import Reach
from compliance.model.shapes.shape import Shape

_Some = TypeVar("_Some", bound=Shape)
_ROLES = ("step.role", "step.kind")
_READINGS = ("narrow", "plain", "broad")
MEETS = ("step", "release", "as-of")
_PARTIES = ("caller", "affiliate", "releaser", "recipient")
_EXACT = 10**15
"""Up to here a number and its neighbour differ as floating-point numbers too."""


def changes(op: Op) -> Iterator[tuple[str, Op]]:
    """Every test that differs from this one in one place, with what was done."""
    match op:
        case operator.AllOf():
            yield from (("all: " + what, _with(op, all=parts)) for what, parts in _of_parts(op.all))
        case operator.AnyOf():
            yield from (("any: " + what, _with(op, any=parts)) for what, parts in _of_parts(op.any))
        case operator.Not():
            yield from (("not: " + what, _with(op, not_=test)) for what, test in changes(op.not_))
        case operator.ByReading():
            yield from ((what, _with(op, readings=test)) for what, test in _of_readings(op.readings))
        case _:
            yield from _of_leaf(op)


def _of_leaf(op: Op) -> Iterator[tuple[str, Op]]:
    match op:
        case operator.ReachOp():
            yield from ((what, _with(op, reach=sets)) for what, sets in _of_reach(op.reach))
        case operator.LineageOp():
            for what, sets in _of_reach(op.lineage.reach):
                yield what, _with(op, lineage=_with(op.lineage, reach=sets))
        case operator.FactOp():
            yield from ((f"{op.fact} {what}", test) for what, test in _of_fact(op))
        case operator.PartyOp():
            yield from ((what, _with(op, party=roles)) for what, roles in other_roles(op.party, _PARTIES))
        case operator.InForceOp():
            for date in MEETS:
                if date != op.in_force.at:
                    yield f"clause at {date}", _with(op, in_force=_with(op.in_force, at=date))


def _of_parts(parts: tuple[Op, ...]) -> Iterator[tuple[str, tuple[Op, ...]]]:
    for number, part in enumerate(parts):
        before, after = parts[:number], parts[number + 1 :]
        if len(parts) > 1:
            yield f"part {number + 1} dropped", (*before, *after)
        for what, test in changes(part):
            yield f"part {number + 1}: {what}", (*before, test, *after)


_SWAPS = (("narrow", "plain"), ("plain", "narrow"), ("plain", "broad"), ("broad", "plain"))


def _of_readings(three: operator.ThreeOps) -> Iterator[tuple[str, operator.ThreeOps]]:
    for target, given in _SWAPS:
        if _told(getattr(three, target)) != _told(getattr(three, given)):
            yield f"{target} reads as {given}", _with(three, **{target: getattr(three, given)})
    for place, reading in enumerate(_READINGS):
        given = getattr(three, reading)
        narrower = [way for one in _READINGS[:place] for way in _ways(getattr(three, one))]
        for what, test in changes(given):
            if not _said_more_narrowly(given, test, narrower):
                yield f"{reading}: {what}", _with(three, **{reading: test})


def _ways(op: Op) -> list[object]:
    """The ways in which a test can hold, as far as its form tells them apart."""
    match op:
        case operator.AnyOf():
            return [way for part in op.any for way in _ways(part)]
        case operator.FactOp() if op.in_ is not None:
            return [_with(op, in_=(word,)) for word in op.in_]
    return [op]


def _said_more_narrowly(given: Op, test: Op, narrower: list[object]) -> bool:
    """Whether a wider reading only lost what a narrower one says, which it says all the same."""
    left = _ways(test)
    lost = [way for way in _ways(given) if way not in left]
    return bool(lost) and len(left) + len(lost) == len(_ways(given)) and all(way in narrower for way in lost)


def _told(op: Op) -> object:
    """The test without the reason of a fixed truth, which changes no answer."""
    return op.always if isinstance(op, operator.ConstantOp) else op


def _of_reach(sets: operator.ReachSets) -> Iterator[tuple[str, operator.ReachSets]]:
    for target, given in _SWAPS:
        if set(getattr(sets, target)) != set(getattr(sets, given)):
            yield f"{target} reads as {given}", _with(sets, **{target: getattr(sets, given)})
    for dropped in dict.fromkeys((*sets.narrow, *sets.plain, *sets.broad)):
        kept = {
            reading: tuple(one for one in getattr(sets, reading) if one != dropped) for reading in _READINGS
        }
        yield f"{dropped} dropped", _with(sets, **kept)
        yield from _of_relation(sets, dropped)


def _of_relation(sets: operator.ReachSets, given: Reach) -> Iterator[tuple[str, operator.ReachSets]]:
    """One class taken for the next one that no reading accepts."""
    classes: tuple[Reach, ...] = get_args(Reach)
    after = classes.index(given) + 1
    other = next((one for one in (*classes[after:], *classes[:after]) if one not in sets.broad), None)
    if other is not None:
        taken = {
            reading: tuple(other if one == given else one for one in getattr(sets, reading))
            for reading in _READINGS
        }
        yield f"{given} taken for {other}", _with(sets, **taken)


def _of_fact(op: operator.FactOp) -> Iterator[tuple[str, operator.FactOp]]:
    if isinstance(op.is_, bool):
        yield f"is {str(not op.is_).lower()}", _with(op, is_=not op.is_)
    if op.fact in _ROLES and op.in_ is not None:
        for kept, word in each_less(op.in_):
            yield f"{word} dropped", _with(op, in_=kept)
    if op.times != 1:
        yield f"times 1 instead of {op.times:g}", _with(op, times=1)
    yield from _of_lines(op)


def _of_lines(op: operator.FactOp) -> Iterator[tuple[str, operator.FactOp]]:
    """The nearest figures and days on both sides of the one that is compared with."""
    for name in ("over", "under"):
        limit = getattr(op, name)
        if isinstance(limit, int | float):
            for shown, value in _neighbours(limit):
                yield f"{name} {shown}", _with(op, **{name: value})
    for name in ("before", "since"):
        day = getattr(op, name)
        if day is not None:
            for moved in _next_days(day):
                yield f"{name} {moved}", _with(op, **{name: moved})


def _neighbours(number: int | float) -> Iterator[tuple[str, int | float]]:
    if float(number).is_integer() and abs(number) < _EXACT:
        yield from ((str(int(number) + step), int(number) + step) for step in (-1, 1))
    else:
        yield from ((f"{number * factor:g}", number * factor) for factor in (0.99, 1.01))


def _next_days(text: str) -> Iterator[str]:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return
    numbers = (day.toordinal() + step for step in (-1, 1))
    last = datetime.date.max.toordinal()
    yield from (str(datetime.date.fromordinal(number)) for number in numbers if 1 <= number <= last)


def each_less(items: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every way to leave out one of several, with what is left out."""
    if len(items) > 1:
        for number, item in enumerate(items):
            yield (*items[:number], *items[number + 1 :]), item


def other_roles(given: tuple[str, ...], known: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every role dropped, and the only one taken for each other that there is."""
    yield from ((f"party {role} dropped", kept) for kept, role in each_less(given))
    if len(given) == 1:
        yield from ((f"party {given[0]} taken for {one}", (one,)) for one in known if one not in given)


def _with(value: _Some, **fields: Any) -> _Some:
    return value.model_copy(update=fields)
