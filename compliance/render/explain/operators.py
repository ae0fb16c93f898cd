"""Say in plain English what an operator of a rule tests, on one reading or on all three."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Literal, cast

from compliance.model.packs.operator import (
    AllOf,
    AnyOf,
    ByReading,
    ConflictOp,
    ConstantOp,
    DefinitionOp,
    FactOp,
    InForceOp,
    LicenceOp,
    LineageOp,
    LineageTest,
    Not,
    Op,
    PartyOp,
    ReachOp,
    ReachSets,
)
from compliance.model.packs.reach import Reach
from compliance.model.packs.rule import Definition, FactEntry
from compliance.render.explain.facts import fact_words, licence_words, selector_words
from compliance.render.view.words import clean, listed

Reading = Literal["narrow", "plain", "broad"]
THREE: tuple[Reading, Reading, Reading] = ("narrow", "plain", "broad")
_OTHER_SIDE: dict[Reading, Reading] = {"narrow": "broad", "plain": "plain", "broad": "narrow"}

REACH_PHRASE: dict[Reach, str] = {
    "itself": "the release is or contains the source itself",
    "copy": "the release holds content that the source wrote",
    "student": "the release was trained on content that the source wrote",
    "descendant": "the release was made from what a model wrote that had learnt from the source",
    "derivative": "the release has weights in common with the source",
    "signal": "the source only labelled, scored or selected what went into the release",
    "loaded": "the release makes whoever runs it load the source, and holds none of it",
}
PARTY_PHRASE = {
    "caller": "the one that made the calls or took the licence",
    "affiliate": "one that belongs to the publisher's group",
    "releaser": "the one that publishes the release",
    "recipient": "one that takes the release from its publisher",
}
NO_WAY = "no way of reaching the release is enough"
DATE_PHRASE = {
    "step": "when the step happened",
    "release": "at the release's date",
    "as-of": "on the date of the report",
}


def describe(
    op: Op,
    reading: Reading | None = None,
    definitions: Mapping[str, Definition] | None = None,
    facts: Mapping[str, FactEntry] | None = None,
) -> str:
    """Return what an operator tests.

    Args:
        op: The operator.
        reading: The reading to describe; None describes all three, as one where they agree.
        definitions: Shared definitions, described in place of their names where they are given.
        facts: The fact catalogue, whose questions put yes-no facts into words.
    """
    speaker = _Speaker(definitions or {}, facts or {})
    if reading:
        return speaker.say(op, reading)
    narrow, plain, broad = (speaker.say(op, each) for each in THREE)
    if narrow == plain == broad:
        return plain
    return f"narrow: {narrow}; plain: {plain}; broad: {broad}"


class _Speaker:
    """Describes operators; remembers which definitions it is inside of, so that a loop ends."""

    def __init__(self, definitions: Mapping[str, Definition], facts: Mapping[str, FactEntry]) -> None:
        self._definitions = definitions
        self._facts = facts
        self._inside: list[str] = []

    def say(self, op: Op, reading: Reading) -> str:
        """Describe one operator on one reading."""
        if isinstance(op, AllOf | AnyOf) and self._never(op, reading):
            return NO_WAY
        match op:
            case AllOf():
                return self._joined(op.all, "and", reading)
            case AnyOf():
                return self._joined(self._live(op, reading), "or", reading)
            case Not():
                return self._not(op, reading)
            case ByReading():
                return self.say(cast("Op", getattr(op.readings, reading)), reading)
            case DefinitionOp():
                return self._definition(op, reading)
            case ReachOp() | LineageOp():
                return _lineage(op, reading)
            case _:
                return self._leaf(op)

    def _leaf(self, op: Op) -> str:
        match op:
            case FactOp():
                return fact_words(op, self._facts)
            case PartyOp():
                roles = listed([PARTY_PHRASE[role] for role in op.party], "or")
                return f"the party asked is {'either ' if len(op.party) > 1 else ''}{roles}"
            case LicenceOp():
                return licence_words(op.licence)
            case ConflictOp():
                return f"statements about the licence of the {op.conflict} disagree"
            case InForceOp():
                where = f"the clause {op.in_force.clause} of {op.in_force.instrument}"
                return f"{where} was part of the governing text {DATE_PHRASE[op.in_force.at]}"
            case ConstantOp():
                certain = {"yes": "always", "no": "never", "unknown": "not known"}[op.always]
                return f"{certain}, because {clean(op.because).rstrip('.')}"
        raise TypeError(f"no words for {type(op).__name__}")

    def _joined(self, ops: tuple[Op, ...], word: str, reading: Reading) -> str:
        parts = list(dict.fromkeys(self._nested(op, reading) for op in ops))
        return f" {word} ".join(parts) if len(parts) > 1 else self.say(ops[0], reading)

    def _live(self, op: AnyOf, reading: Reading) -> tuple[Op, ...]:
        """The alternatives that can hold on a reading; the first one where none can, so that this is said once."""
        return tuple(each for each in op.any if not self._never(each, reading)) or op.any[:1]

    def _never(self, op: Op, reading: Reading) -> bool:
        """Whether no way of reaching the release is enough on a reading, whatever else is asked with it."""
        match op:
            case ReachOp():
                return not getattr(op.reach, reading)
            case AllOf():
                return any(self._never(each, reading) for each in op.all)
            case AnyOf():
                return all(self._never(each, reading) for each in op.any)
            case ByReading():
                return self._never(cast("Op", getattr(op.readings, reading)), reading)
            case DefinitionOp() if op.definition in self._definitions and op.definition not in self._inside:
                with self._within(op.definition) as test:
                    return self._never(test, reading)
        return False

    def _nested(self, op: Op, reading: Reading) -> str:
        return f"({self.say(op, reading)})" if self._is_compound(op, reading) else self.say(op, reading)

    def _not(self, op: Not, reading: Reading) -> str:
        # A negation swaps the readings: what an exception covers narrowly, its restriction reaches broadly.
        if isinstance(op.not_, PartyOp):
            return self._leaf(op.not_).replace("asked is", "asked is not", 1)
        return f"it is not so that {self._nested(op.not_, _OTHER_SIDE[reading])}"

    def _is_compound(self, op: Op, reading: Reading) -> bool:
        match op:
            case AllOf() | AnyOf():
                parts = op.all if isinstance(op, AllOf) else self._live(op, reading)
                return not self._never(op, reading) and (
                    len(parts) > 1 or self._is_compound(parts[0], reading)
                )
            case Not():
                return not isinstance(op.not_, PartyOp)
            case ByReading():
                return self._is_compound(cast("Op", getattr(op.readings, reading)), reading)
            case DefinitionOp() if op.definition in self._definitions and op.definition not in self._inside:
                with self._within(op.definition) as test:
                    return self._is_compound(test, reading)
            case ReachOp(reach=sets) | LineageOp(lineage=LineageTest(reach=sets)):
                return len(getattr(sets, reading)) > 1
        return False

    def _definition(self, op: DefinitionOp, reading: Reading) -> str:
        if op.definition not in self._definitions or op.definition in self._inside:
            return f"the definition {op.definition} holds"
        with self._within(op.definition) as test:
            return self.say(test, reading)

    @contextmanager
    def _within(self, definition: str) -> Iterator[Op]:
        self._inside.append(definition)
        try:
            yield self._definitions[definition].test
        finally:
            self._inside.pop()


def _lineage(op: ReachOp | LineageOp, reading: Reading) -> str:
    if isinstance(op, ReachOp):
        return _reach(op.reach, reading) or NO_WAY
    what = selector_words(op.lineage.from_)
    phrase = _reach(op.lineage.reach, reading)
    return f"for {what} as the source: {phrase}" if phrase else f"no route from {what} is enough"


def _reach(sets: ReachSets, reading: Reading) -> str:
    accepted: tuple[Reach, ...] = getattr(sets, reading)
    return ", or ".join(REACH_PHRASE[reach] for reach in accepted)
