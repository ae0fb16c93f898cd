"""A rule as a formula over how its source reaches the release; everything else in it is a leaf with a value of its own.

Each value is a pair: the least and the most that the readings may come to. The two differ where a leaf cannot be said
of an artifact alone and the facts of a manifest would be needed; what stays open is never taken for cleared.
"""

from __future__ import annotations

import functools
import itertools
import operator as operator_of
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from compliance.compile.automaton import REACHES
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.reach import Reach
from compliance.model.packs.rule import Rule
from compliance.model.packs.traits import FREE
from compliance.model.packs.truth import ALWAYS, NEVER, Readings, Truth

Classes = Mapping[Reach, Truth]


class Span(NamedTuple):
    """The least and the most that the readings may come to."""

    low: Readings
    high: Readings


EITHER = Span(NEVER, ALWAYS)
"""What cannot be said without a manifest."""


class Leaf(NamedTuple):
    """A test that does not depend on how the source reaches the release, by its number."""

    number: int


class Node(NamedTuple):
    """Tests joined by `all`, `any`, `not` or one for each reading."""

    how: str
    parts: tuple[Any, ...]


class Formula(NamedTuple):
    """What a rule comes to: its trigger and its elements, with the leaves in the order of their numbers."""

    trigger: Any
    bites: Any
    leaves: tuple[Any, ...]
    mixed: bool
    """Whether reaching a release in a further way may lift the rule."""
    reaches: tuple[Reach, ...]
    """Reach classes that it tells apart."""


class _Builder:
    """Numbers leaves while a rule is walked."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.leaves: dict[int, int] = {}
        self.held: list[Any] = []
        self.reaches: set[Reach] = set()
        self.mixed = False

    def built(self, op: Any, negated: bool = False) -> Any:
        if isinstance(op, operator.AllOf | operator.AnyOf):
            parts = op.all if isinstance(op, operator.AllOf) else op.any
            how = "all" if isinstance(op, operator.AllOf) else "any"
            return self._joined(op, how, parts, negated)
        if isinstance(op, operator.Not):
            return self._joined(op, "not", (op.not_,), not negated)
        if isinstance(op, operator.ByReading):
            three = op.readings
            return self._joined(op, "by", (three.narrow, three.plain, three.broad), negated)
        if isinstance(op, operator.DefinitionOp):
            return self.built(self.knowledge.definitions[op.definition].test, negated)
        if isinstance(op, operator.ReachOp):
            self.reaches |= {one for one in op.reach.broad if one != "itself"}
            self.mixed = self.mixed or negated
            return op.reach
        return self.leaf(op)

    def _joined(self, op: Any, how: str, parts: Sequence[Any], negated: bool) -> Any:
        if not any(map(_needs_more, self.knowledge.nodes(op))):
            return self.leaf(op)
        return Node(how, tuple(self.built(part, negated) for part in parts))

    def leaf(self, op: Any) -> Leaf:
        if id(op) not in self.leaves:
            self.leaves[id(op)] = len(self.held)
            self.held.append(op)
        return Leaf(self.leaves[id(op)])


OF_ROUTES = frozenset({"source.same_work", "source.matched", "source.trained_here", "source.name"})
"""Facts that differ from artifact to artifact, or that only following a route would tell."""


def spanned(op: Any) -> bool:
    """Whether a test looks at more than one source and one release, so that it is bounded rather than answered."""
    if isinstance(op, operator.LicenceOp):
        # Another source may show that a free label grants too much.
        return op.licence.of == "release" and bool(FREE & set(op.licence.has))
    if isinstance(op, operator.FactOp):
        return op.fact in OF_ROUTES or (op.fact == "release.name" and op.mentions is not None)
    return isinstance(op, operator.LineageOp)


def _needs_more(op: object) -> bool:
    return isinstance(op, operator.ReachOp) or spanned(op)


IN_FORCE = "in-force"
CHOSEN = "chosen"


def formula(rule: Rule, knowledge: Knowledge) -> Formula:
    """The formula of a rule. Two leaves are words: that the cited text stood, and that the source is one it means."""
    builder = _Builder(knowledge)
    parts: list[Any] = [builder.leaf(CHOSEN)]
    if rule.cites:
        # A text that did not govern leaves nothing to say; of a permission, one that did is what lifts the rule.
        standing = builder.leaf(IN_FORCE)
        parts += [standing, Node("not", (standing,))] if rule.norm == "permission" else [standing]
    parts += [builder.built(op) for op in rule.when.values()]
    parts += [Node("not", (builder.built(op, negated=True),)) for op in rule.unless.values()]
    triggered = builder.built(rule.asked_if) if rule.asked_if is not None else None
    return Formula(
        triggered, Node("all", tuple(parts)), tuple(builder.held), builder.mixed,
        tuple(one for one in REACHES if one in builder.reaches),
    )  # fmt: skip


def value(one: Formula, leaves: Sequence[Span], classes: Classes) -> Span:
    """What the rule comes to for a source that reaches the release in these ways."""
    found = _value(one.bites, leaves, classes)
    if one.trigger is None:
        return found
    put = _value(one.trigger, leaves, classes)
    low = found.low if put.low.broad is not Truth.NO else NEVER
    return Span(low, found.high if put.high.broad is not Truth.NO else NEVER)


def _value(node: Any, leaves: Sequence[Span], classes: Classes) -> Span:
    if isinstance(node, Leaf):
        return leaves[node.number]
    if isinstance(node, operator.ReachSets):
        sets = (node.narrow, node.plain, node.broad)
        found = Readings(*(max((classes.get(c, Truth.NO) for c in each), default=Truth.NO) for each in sets))
        return Span(found, found)
    parts = [_value(part, leaves, classes) for part in node.parts]
    if node.how == "not":
        return Span(~parts[0].high, ~parts[0].low)
    if node.how == "by":
        return Span(_by_reading([part.low for part in parts]), _by_reading([part.high for part in parts]))
    joined = operator_of.and_ if node.how == "all" else operator_of.or_
    return Span(
        functools.reduce(joined, (p.low for p in parts)), functools.reduce(joined, (p.high for p in parts))
    )


def _by_reading(parts: Sequence[Readings]) -> Readings:
    return Readings.of(parts[0].narrow, parts[1].plain, parts[2].broad)


class Ruling(NamedTuple):
    """For each reading the reach classes, as bits, by which a rule surely bites, and by which it may."""

    sure: tuple[int, int, int]
    may: tuple[int, int, int]

    @property
    def nothing(self) -> bool:
        """Whether it bites in no way."""
        return not any(self.may)


SILENT = Ruling((0, 0, 0), (0, 0, 0))


def ruling(one: Formula, leaves: Sequence[Span]) -> Ruling:
    """By which reach classes the rule bites.

    A class is sure where the rule bites whichever other ways there are beside it. Where several only bite
    together, each of them may.
    """
    if one.mixed:
        return _ruling_of_all(one, leaves)
    alone = [value(one, leaves, {reach: Truth.YES}) for reach in REACHES]
    sure, may = [0, 0, 0], [0, 0, 0]
    for bit, found in enumerate(alone):
        for n, (low, high) in enumerate(zip(found.low, found.high, strict=True)):
            sure[n] |= (low is Truth.YES) << bit
            may[n] |= (high is not Truth.NO) << bit
    for n in range(3):
        rest = {reach: Truth.YES for bit, reach in enumerate(REACHES) if not may[n] >> bit & 1}
        if rest and tuple(value(one, leaves, rest).high)[n] is not Truth.NO:
            may[n] |= sum(1 << bit for bit, reach in enumerate(REACHES) if reach in rest)
    return Ruling(tuple(sure), tuple(may))  # type: ignore[arg-type]


def _ruling_of_all(one: Formula, leaves: Sequence[Span]) -> Ruling:
    """The same, by trying every set of ways, smaller ones first: a way that lifts the rule leaves the others unsure."""
    others = sum(1 << bit for bit, reach in enumerate(REACHES) if reach not in one.reaches)
    sure, may = [(1 << len(REACHES)) - 1] * 3, [0, 0, 0]
    tried = itertools.product((Truth.NO, Truth.UNKNOWN, Truth.YES), repeat=len(one.reaches))
    for states in sorted(tried, key=lambda states: sum(truth is not Truth.NO for truth in states)):
        classes = dict(zip(one.reaches, states, strict=True))
        found = value(one, leaves, classes)
        held = sum(1 << REACHES.index(c) for c, truth in classes.items() if truth is not Truth.NO)
        for n, (low, high) in enumerate(zip(found.low, found.high, strict=True)):
            if low is not Truth.YES:
                sure[n] &= ~(held | others)
            if high is not Truth.NO and not (held or others) & may[n]:
                may[n] |= held or others
    return Ruling(tuple(a & b for a, b in zip(sure, may, strict=True)), tuple(may))  # type: ignore[arg-type]
