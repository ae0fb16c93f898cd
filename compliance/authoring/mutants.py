"""Systematic faults of a rule: each mutant is the rule with one thing wrong that its situations should notice.

An element or exception less, a reading swapped for its neighbour, a day or a unit off, a reach class or a party less,
another date that counts. Shared definitions are broken in the same way, once for all their rules. Lists of texts,
licences and clauses are data, which `rules lint` compares, and are left whole.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from compliance.model import operator
from compliance.model.operator import Op
from compliance.model.reasons import Reading
from compliance.model.rule import Definition, Rule
from compliance.model.shape import Shape

_Some = TypeVar("_Some", bound=Shape)
_DAYS = (("clauses a day earlier", -1), ("clauses a day later", 1))
_TIMES = ("step", "release", "as-of")
_OF_NARROW = "narrow reads as plain"
"""Nothing changes by it where another element never holds on the narrow reading."""
_ROLES = ("step.role", "step.kind")
_EXACT = 10**15
"""Up to here a number and its neighbour differ as floating-point numbers too."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: of which rule or definition, what is wrong, and the value that has it."""

    of: str
    what: str
    value: Rule | Definition
    days: int = 0
    """By how many days the dates of the clauses that the rule cites are moved."""


def rule_mutants(rule: Rule) -> Iterator[Mutant]:
    """Every mutant of a rule, in the order of its parts."""
    if rule.asked_if is not None:
        yield Mutant(rule.id, "asked_if dropped", _with(rule, asked_if=None))
    for part in ("when", "unless"):
        ops: Mapping[str, Op] = getattr(rule, part)
        for name, op in ops.items():
            less = {key: value for key, value in ops.items() if key != name}
            yield Mutant(rule.id, f"{part} {name} dropped", _with(rule, **{part: less}))
            idle = any(never(test, "narrow") for key, test in rule.when.items() if key != name)
            for what, test in changes(op):
                if not (idle and what.endswith(_OF_NARROW)):
                    yield Mutant(
                        rule.id, f"{part} {name}: {what}", _with(rule, **{part: {**ops, name: test}})
                    )
    for less_parties, party in _each_less(rule.parties):
        yield Mutant(rule.id, f"party {party} dropped", _with(rule, parties=less_parties))
    if rule.cites:
        for time in _TIMES:
            if time != rule.time:
                yield Mutant(rule.id, f"time {time} instead of {rule.time}", _with(rule, time=time))
        yield from (Mutant(rule.id, what, rule, days) for what, days in _DAYS)


def never(op: Op, reading: Reading) -> bool:
    """Whether a test can hold on a reading under no facts, going by its form alone."""
    match op:
        case operator.ByReading():
            return never(getattr(op.readings, reading), reading)
        case operator.ReachOp():
            return not getattr(op.reach, reading)
        case operator.AllOf():
            return any(never(part, reading) for part in op.all)
        case operator.AnyOf():
            return all(never(part, reading) for part in op.any)
        case operator.ConstantOp():
            return op.always == "no"
    return False


def definition_mutants(name: str, definition: Definition) -> Iterator[Mutant]:
    """Every mutant of a shared definition."""
    for what, test in changes(definition.test):
        yield Mutant(name, what, _with(definition, test=test))


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
            for roles, role in _each_less(op.party):
                yield f"party {role} dropped", _with(op, party=roles)


def _of_parts(parts: tuple[Op, ...]) -> Iterator[tuple[str, tuple[Op, ...]]]:
    for number, part in enumerate(parts):
        before, after = parts[:number], parts[number + 1 :]
        if len(parts) > 1 and not all(isinstance(one, operator.InForceOp) for one in parts):
            yield f"part {number + 1} dropped", (*before, *after)
        for what, test in changes(part):
            yield f"part {number + 1}: {what}", (*before, test, *after)


_SWAPS = (("narrow", "plain"), ("plain", "narrow"), ("plain", "broad"), ("broad", "plain"))


def _of_readings(three: operator.ThreeOps) -> Iterator[tuple[str, operator.ThreeOps]]:
    for target, given in _SWAPS:
        if _told(getattr(three, target)) != _told(getattr(three, given)):
            yield f"{target} reads as {given}", _with(three, **{target: getattr(three, given)})
    for reading in ("narrow", "plain", "broad"):
        for what, test in changes(getattr(three, reading)):
            yield f"{reading}: {what}", _with(three, **{reading: test})


def _told(op: Op) -> object:
    """The test without the reason of a fixed truth, which changes no answer."""
    return op.always if isinstance(op, operator.ConstantOp) else op


def _of_reach(sets: operator.ReachSets) -> Iterator[tuple[str, operator.ReachSets]]:
    for target, given in _SWAPS:
        if set(getattr(sets, target)) != set(getattr(sets, given)):
            yield f"{target} reads as {given}", _with(sets, **{target: getattr(sets, given)})
    for dropped in dict.fromkeys((*sets.narrow, *sets.plain, *sets.broad)):
        kept = {
            reading: tuple(one for one in getattr(sets, reading) if one != dropped)
            for reading in ("narrow", "plain", "broad")
        }
        yield f"{dropped} dropped", _with(sets, **kept)


def _of_fact(op: operator.FactOp) -> Iterator[tuple[str, operator.FactOp]]:
    if isinstance(op.is_, bool):
        yield f"is {str(not op.is_).lower()}", _with(op, is_=not op.is_)
    if op.fact in _ROLES and op.in_ is not None:
        for kept, word in _each_less(op.in_):
            yield f"{word} dropped", _with(op, in_=kept)
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
    yield from (str(day + datetime.timedelta(days=step)) for step in (-1, 1))


def _each_less(items: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every way to leave out one of several, with what is left out."""
    if len(items) > 1:
        for number, item in enumerate(items):
            yield (*items[:number], *items[number + 1 :]), item


def _with(value: _Some, **fields: Any) -> _Some:
    return value.model_copy(update=fields)
