"""Systematic faults of a rule: each mutant is the rule with one thing wrong that its situations should notice.

An element or exception less, a reading swapped for its neighbour, a day or a unit off, a reach class dropped or taken
for another, a party or role less or another, another date that counts, a rule put where it should not be. Shared
definitions are broken in the same way, once for all their rules. Lists of texts, licences and places are data, which
`rules lint` compares, and are left whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from compliance.authoring.changes import MEETS, changes, other_roles
from compliance.model.packs import operator
from compliance.model.packs.operator import Op
from compliance.model.packs.reasons import Reading
from compliance.model.packs.rule import Definition, Rule
from compliance.model.shapes.shape import Shape

_Some = TypeVar("_Some", bound=Shape)
_DAYS = (("clauses a day earlier", -1), ("clauses a day later", 1))
_OF: dict[Reading, re.Pattern[str]] = {
    "narrow": re.compile(r"(?<!not: )\bnarrow(:| reads as plain$)"),
    "plain": re.compile(r"(?<!not: )\bplain(:| reads as (narrow|broad)$)"),
}
"""What touches one reading alone; nothing changes by it where another element never holds on that reading."""
_PARTIES = ("caller", "releaser", "recipient")
_OF_A_RELEASE = ("releaser", "recipient")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: of which rule or definition, what is wrong, and the value that has it."""

    of: str
    what: str
    value: Rule | Definition
    days: int = 0
    """By how many days the dates of the clauses that the rule cites are moved."""


def rule_mutants(rule: Rule, definitions: Mapping[str, Definition]) -> Iterator[Mutant]:
    """Every mutant of a rule that can change an answer, in the order of its parts."""
    if rule.asked_if is not None:
        yield Mutant(rule.id, "asked_if dropped", _with(rule, asked_if=None))
    given = _given(rule)
    for part, name, op in _elements(rule):
        ops: Mapping[str, Op] = getattr(rule, part)
        others = [test for key, test in rule.when.items() if key != name]
        if any(never(test, "broad", definitions) for test in others):
            continue
        if name not in given:
            less = {key: value for key, value in ops.items() if key != name}
            yield Mutant(rule.id, f"{part} {name} dropped", _with(rule, **{part: less}))
        idle = tuple(_OF[one] for one in _OF if any(never(test, one, definitions) for test in others))
        for what, test in changes(op):
            if not any(touched.search(what) for touched in idle):
                yield Mutant(rule.id, f"{part} {name}: {what}", _with(rule, **{part: {**ops, name: test}}))
    yield from _party_mutants(rule)
    if rule.cites:
        for time in MEETS:
            if time != rule.time:
                yield Mutant(rule.id, f"time {time} instead of {rule.time}", _with(rule, time=time))
        yield from (Mutant(rule.id, what, rule, days) for what, days in _DAYS)


def _elements(rule: Rule) -> Iterator[tuple[str, str, Op]]:
    """Elements and exceptions, each with the part in which it stands."""
    for part in ("when", "unless"):
        yield from ((part, name, op) for name, op in getattr(rule, part).items())


def _given(rule: Rule) -> frozenset[str]:
    """Elements that hold wherever the rule is put, since its trigger asks for the same and that it is known."""
    parts = rule.asked_if.all if isinstance(rule.asked_if, operator.AllOf) else (rule.asked_if,)
    known = {part.fact for part in parts if isinstance(part, operator.FactOp) and part.known}
    held = [part for part in parts if isinstance(part, operator.FactOp) and part.fact in known]
    return frozenset(name for name, op in rule.when.items() if op in held)


def _party_mutants(rule: Rule) -> Iterator[Mutant]:
    """Parties less and others; of a release as such only its releaser is asked, and whoever takes it."""
    known = _PARTIES if rule.about.source is not None else _OF_A_RELEASE
    for what, parties in other_roles(rule.parties, known):
        yield Mutant(rule.id, what, _with(rule, parties=parties))


def never(op: Op, reading: Reading, definitions: Mapping[str, Definition]) -> bool:
    """Whether a test can hold on a reading under no facts, going by its form alone."""
    match op:
        case operator.ByReading():
            return never(getattr(op.readings, reading), reading, definitions)
        case operator.ReachOp():
            return not getattr(op.reach, reading)
        case operator.AllOf():
            return any(never(part, reading, definitions) for part in op.all)
        case operator.AnyOf():
            return all(never(part, reading, definitions) for part in op.any)
        case operator.DefinitionOp():
            return never(definitions[op.definition].test, reading, definitions)
        case operator.ConstantOp():
            return op.always == "no"
    return False


def definition_mutants(name: str, definition: Definition) -> Iterator[Mutant]:
    """Every mutant of a shared definition."""
    for what, test in changes(definition.test):
        yield Mutant(name, what, _with(definition, test=test))


def _with(value: _Some, **fields: Any) -> _Some:
    return value.model_copy(update=fields)
