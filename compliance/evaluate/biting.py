"""Whether a rule can bite at all, on its broadest reading and whatever the facts are.

A rule that cannot is no word on a licence: nothing that a manifest says could ever open it. What is looked at is the
form of the rule alone. Its tests are taken apart into what each asks of one fact, one class of reach or one other
thing, and a combination of answers is looked for under which the rule would bite. Where none is found within a bound
the rule is taken to be able to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from compliance.evaluate.conditions.possible_values import Said, can_hold
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.reach import CLASS_OF, RELATIONS, TRANSITIONS, Reach, start_state
from compliance.model.packs.rule import About, Rule
from compliance.values import dataclass

NARROW, BROAD = 0, 2
MOST = 5_000
"""How many parts of tests are looked at before a rule is taken to be able to bite."""
DEEPEST = 200
"""How many choices may be open at once before it is."""

Wanted = tuple[Any, bool, int]
"""A test, whether it is to hold or to fail, and the reading."""
Taken = Mapping[str, tuple[Any, bool]]
"""What is supposed so far: tests that cannot be taken apart, by how they are written."""


def can_bite(rule: Rule, knowledge: Knowledge) -> bool:
    """Whether some facts would make the rule bite on the broad reading."""
    wanted: list[Wanted] = [(op, True, BROAD) for op in rule.when.values()]
    # An exception is read narrowly where the restriction is read broadly.
    wanted += [(op, False, NARROW) for op in rule.unless.values()]
    if rule.asked_if is not None:
        wanted.append((rule.asked_if, True, BROAD))
    return _Search(knowledge, _reaches_of(rule.about)).holds(wanted, {})


@dataclass(frozen=True, slots=True)
class _ReachClass:
    """That the source reaches the release in one way."""

    reach: Reach


class _Search:
    """Looks for answers under which some tests hold and others fail."""

    def __init__(self, knowledge: Knowledge, reaches: frozenset[Reach]) -> None:
        self.knowledge = knowledge
        self.reaches = reaches
        self.left = MOST

    def holds(self, wanted: list[Wanted], taken: Taken, chosen: int = 0) -> bool:
        """Whether everything that is wanted can be had beside what is supposed, after so many choices."""
        wanted = list(wanted)
        while wanted:
            self.left -= 1
            if self.left < 0 or chosen > DEEPEST:
                return True
            op, sign, reading = wanted.pop(0)
            if isinstance(op, operator.Not):
                wanted.append((op.not_, not sign, BROAD - reading))
            elif isinstance(op, operator.DefinitionOp):
                wanted.append((self.knowledge.definitions[op.definition].test, sign, reading))
            elif (parts := self._parts(op, reading)) is not None:
                every, tests = parts
                if every is not sign:
                    return any(self.holds([one, *wanted], taken, chosen + 1) for one in _signed(tests, sign))
                wanted += _signed(tests, sign)
            elif (more := self._supposed(op, sign, taken)) is not None:
                taken = more
            else:
                return False
        return True

    def _parts(self, op: Any, reading: int) -> tuple[bool, list[tuple[Any, int]]] | None:
        """Whether all or any of which tests make up a test; None where it cannot be taken apart."""
        if isinstance(op, operator.AllOf):
            return True, [(one, reading) for one in op.all]
        if isinstance(op, operator.AnyOf):
            return False, [(one, reading) for one in op.any]
        if isinstance(op, operator.ByReading):
            three = (op.readings.narrow, op.readings.plain, op.readings.broad)
            return False, [(one, number) for number, one in enumerate(three[: reading + 1])]
        if isinstance(op, operator.ReachOp):
            accepted = _accepted(op.reach, reading)
            return False, [(_ReachClass(one), reading) for one in accepted if one in self.reaches]
        if isinstance(op, operator.LineageOp):
            classes = _accepted(op.lineage.reach, reading)
            return False, [((op.lineage.from_, op.lineage.other, one), reading) for one in classes]
        if isinstance(op, operator.PartyOp) and not op.party:
            return False, []
        return None

    def _supposed(self, op: Any, sign: bool, taken: Taken) -> Taken | None:
        """What is supposed with one more test; None where that contradicts what was or is false by itself."""
        if isinstance(op, operator.ConstantOp):
            # What is left open by the text itself is asked, and so is open.
            return taken if op.always == "unknown" or (op.always == "yes") is sign else None
        if isinstance(op, operator.LicenceOp):
            # A licence that is not known leaves a test of it and its opposite open at once: some rules are put so.
            return taken
        name = repr(op)
        if name in taken:
            return taken if taken[name][1] is sign else None
        said = {**taken, name: (op, sign)}
        if isinstance(op, operator.FactOp):
            of_it: list[Said] = [
                (one, held)
                for one, held in said.values()
                if isinstance(one, operator.FactOp) and (one.fact, one.at) == (op.fact, op.at)
            ]
            if not can_hold(self.knowledge.facts.get(op.fact), of_it):
                return None
        return said


def _signed(tests: list[tuple[Any, int]], sign: bool) -> Iterator[Wanted]:
    return ((one, sign, reading) for one, reading in tests)


def _accepted(sets: operator.ReachSets, reading: int) -> operator.Reaches:
    return (sets.narrow, sets.plain, sets.broad)[reading]


def _reaches_of(about: About) -> frozenset[Reach]:
    """The ways in which a source that a rule is asked of can reach a release, by what kinds of things it may be."""
    if about.source is None:
        return frozenset(CLASS_OF.values()) | {"itself"}
    found: set[Reach] = {"itself"}
    states = {start_state(kind) for kind in about.source.kind or ("model", "dataset")}
    waiting = list(states)
    while waiting:
        here = waiting.pop()
        after = {TRANSITIONS[here, one] for one in RELATIONS if (here, one) in TRANSITIONS}
        waiting += after - states
        states |= after
        found |= {CLASS_OF[one] for one in after}
    # A route without a step that changes anything leaves content what it is.
    found |= {CLASS_OF[one] for one in states if one in CLASS_OF}
    return frozenset(found)
