"""What would have to be true of facts and licences for a rule not to bite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.operator import FactOp, LicenceOp, LicenceTest
from compliance.model.packs.rule import FactEntry, Rule
from compliance.model.shapes.shape import Shape

_OTHER_WORDS = {
    "release.access": ("internal", "api", "gated", "product", "open-weights", "public"),
    "release.function": (
        "classifier", "embedding", "reward", "ocr", "translation", "speech", "image", "video", "vision", "code",
        "speech-recognition", "task-model", "application", "general-purpose",
    ),
    "publisher.kind": ("university", "nonprofit", "individual", "company", "government", "community"),
}  # fmt: skip
"""Words of facts that are fields of the manifest, and so may have no list in the catalogue."""


@dataclass(frozen=True, slots=True)
class Want:
    """A test of a rule, and whether it would have to hold for the rule not to bite."""

    test: FactOp | LicenceTest
    holds: bool
    lifts: bool
    """Whether it stands in an exception, or in what fulfils a duty."""
    only_of: tuple[str, ...] = ()
    """Licences of the source without which it is of no matter; empty where it always is."""


def wants_of(rule: Rule, knowledge: Knowledge) -> tuple[Want, ...]:
    """Every test of facts and licences in a rule, with the answer that speaks for the release."""
    found = [want for op in rule.unless.values() for want in _walk(op, knowledge, True, True)]
    found += [want for op in rule.when.values() for want in _walk(op, knowledge, False, False)]
    return tuple(dict.fromkeys(found))


def _walk(node: Any, knowledge: Knowledge, holds: bool, lifts: bool) -> Iterator[Want]:
    if isinstance(node, FactOp | LicenceTest):
        yield Want(node, holds, lifts)
    elif isinstance(node, operator.AnyOf):
        licences = _spoken_of(node) if holds else ()
        for want in _walk(node.any, knowledge, holds, lifts):
            yield want if want.only_of else replace(want, only_of=licences)
    elif isinstance(node, operator.Not):
        yield from _walk(node.not_, knowledge, not holds, lifts)
    elif isinstance(node, operator.DefinitionOp):
        yield from _walk(knowledge.definitions[node.definition].test, knowledge, holds, lifts)
    elif isinstance(node, tuple):
        for one in node:
            yield from _walk(one, knowledge, holds, lifts)
    elif isinstance(node, Shape) and not isinstance(node, operator.LineageOp | operator.ReachOp):
        yield from _walk(tuple(node.__dict__.values()), knowledge, holds, lifts)


def _spoken_of(node: operator.AnyOf) -> tuple[str, ...]:
    """The licences that alternatives are about, where one of them is that the source has none of these."""
    for one in node.any:
        test = one.not_.licence if isinstance(one, operator.Not) and isinstance(one.not_, LicenceOp) else None
        if test is not None and test.of == "source" and test.in_:
            return test.in_
    return ()


def values(want: Want, entry: FactEntry | None) -> tuple[object, ...]:
    """Values of the fact with which its test comes out as wanted; empty where none can be named."""
    test = want.test
    if not isinstance(test, FactOp):
        return ()
    if isinstance(test.is_, bool):
        return ("yes" if test.is_ == want.holds else "no",)
    named = [test.is_] if test.is_ is not None else list(test.in_ or ())
    if named:
        return tuple(named) if want.holds else _others(named, test.fact, entry)
    return _numbers(test, want.holds)


def _others(named: Sequence[object], fact: str, entry: FactEntry | None) -> tuple[object, ...]:
    words = entry.words if entry is not None and entry.words else _OTHER_WORDS.get(fact, ())
    return tuple(word for word in words if word not in named)


def _numbers(test: FactOp, holds: bool) -> tuple[object, ...]:
    limit, over = (test.over, True) if test.over is not None else (test.under, False)
    if not isinstance(limit, int | float):
        return ()
    line = limit * test.times
    shown = int(line) if float(line).is_integer() else line
    sign = (("<=", ">"), (">=", "<"))[not over][holds]
    return (f"{sign} {shown}",)


_SIGNS = {"<=": "at most", ">=": "at least", "<": "less than", ">": "more than"}


def value_words(value: object) -> str:
    """A value of a fact as a reader would say it.

    >>> value_words("<= 700000000"), value_words("no")
    ('at most 700,000,000', 'no')
    >>> value_words("<= 99999999999999991611392")
    'at most 1e23'
    """
    sign, _, number = str(value).partition(" ")
    if sign not in _SIGNS:
        return str(value)
    if not number.isdigit():
        return f"{_SIGNS[sign]} {number}"
    if int(number) < _COUNTABLE:
        return f"{_SIGNS[sign]} {int(number):,}"
    # So large a number is an estimate: three digits of it, without those that a float adds.
    return f"{_SIGNS[sign]} {float(number):.3g}".replace("e+", "e")


_COUNTABLE = 10**15
"""From here on nobody reads a number digit by digit."""
