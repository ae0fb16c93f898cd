"""One release of a fleet: what every rule comes to, and by which route each hit comes in; walked back on demand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple

from compliance.compile.automaton import STATES, WHOSE
from compliance.compile.digest import NOT_COVERED
from compliance.compile.program import Pair, Program, compile_packs
from compliance.errors import Fault, UsageError, nearest, shortened
from compliance.fleet.answers import (
    Answered,
    Batch,
    answers,
    asked_words,
    not_covered,
    of_lost,
    queries_of,
)
from compliance.fleet.loaded import Fleet, load
from compliance.fleet.store import Store
from compliance.kernels.evidence import route_back
from compliance.kernels.graph import Graph
from compliance.kernels.numpy_kernel import reach
from compliance.model.answered.report import COUNTED
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.reach import CLASS_OF
from compliance.model.packs.truth import Position, Readings, Truth, position_of, position_range
from compliance.render.view.words import count


class Hop(NamedTuple):
    """One step of a route."""

    source: str
    target: str
    step: str
    role: str
    documented: str | None
    """Where the registry knows it from; None for what the fleet itself states."""


class Explained(NamedTuple):
    """What one rule comes to for the release."""

    rule: str
    title: str
    force: str
    """Status of the rule; one that is not in force counts for nothing."""
    readings: Readings
    reach: str | None
    whose: str | None
    sure: bool
    """Whether it is settled that the source reaches the release in this way."""
    route: tuple[Hop, ...]

    @property
    def position(self) -> str:
        """The position in a word, with its range where facts are missing."""
        if self.rule == NOT_COVERED:
            return str(Position.NOT_COVERED)
        word, (low, high) = position_of(self.readings), position_range(self.readings)
        return str(word) if low is high else f"{word} ({low} to {high})"


def readings_of(code: int) -> Readings:
    """The truths that a number stands for."""
    return Readings(Truth(code // 9), Truth(code // 3 % 3), Truth(code % 3))


def explain(
    store: Store, knowledge: Knowledge, as_of: datetime.date, release: str, rule: str | None = None
) -> list[Explained]:
    """What stands open for one release, the heaviest first, with a route for each.

    Raises `UsageError` for a release or a rule that nobody knows.
    """
    if rule is not None and rule != NOT_COVERED and knowledge.find_rule(rule) is None:
        near = nearest(rule, (one.id for _, one in knowledge.rules()))
        raise UsageError(Fault(None, f"there is no rule {rule!r}", f"did you mean {near}?" if near else ""))
    number = store.numbers(release)[0]
    store.connection.execute(f"CREATE OR REPLACE TEMP TABLE one AS SELECT {number}::BIGINT AS n")
    looked = _Looked(store, load(store, knowledge, as_of, "one"), number)
    only = None if rule is None else frozenset({rule})
    program = compile_packs(knowledge, as_of, looked.fleet.columns, only)
    titles = {one.id: (one.title, str(one.status)) for _, one in knowledge.rules()}
    found: list[Explained] = []
    for one in program.rules:
        queries = tuple(sorted(queries_of(one)))
        followed = [program.queries[query] for query in queries]
        for answered in answers(looked.fleet, program, Batch((one,), queries), reach):
            found += looked.told(answered, titles.get(one.id, (one.id, COUNTED[0])), followed)
    if rule in (None, NOT_COVERED):
        found += looked.told(
            not_covered(looked.fleet, reach), ("A name that nobody knows stands upstream", COUNTED[0]), None
        )
    return sorted(found, key=lambda one: (tuple(-truth for truth in one.readings), one.rule))


class _Looked(NamedTuple):
    """One release with all that stands behind it."""

    store: Store
    fleet: Fleet
    number: int

    def told(
        self, answered: Answered, about: tuple[str, str], queries: list[frozenset[Pair]] | None
    ) -> Iterator[Explained]:
        """What an answer says of the release; `queries` are None where names that nobody knows are followed."""
        verdicts = answered.verdicts
        for row in (verdicts.node == self.number).nonzero()[0].tolist():
            state, sure = int(verdicts.hit[row]), bool(verdicts.sure[row])
            readings = readings_of(int(verdicts.readings[row]))
            if state < 0:
                yield Explained(answered.rule.id, *about, readings, None, None, sure, ())
                continue
            (kind, whose), route = STATES[state], self._route(queries, state, sure)
            yield Explained(answered.rule.id, *about, readings, CLASS_OF[kind], whose, sure, route)

    def _route(self, queries: list[frozenset[Pair]] | None, state: int, sure: bool) -> tuple[Hop, ...]:
        node = int(self.fleet.numbers.searchsorted(self.number))
        for graph, asked in self._followed(queries):
            route = route_back(graph, reach(graph, asked), asked, 0, node, state, sure)
            if route:
                return tuple(_hop(self.store, self.fleet, edge) for edge, _ in route)
        return ()

    def _followed(self, queries: list[frozenset[Pair]] | None) -> Iterator[tuple[Graph, Any]]:
        if queries is None:
            yield of_lost(self.fleet)
        for query in queries or ():
            yield self.fleet.graph, asked_words(self.fleet, Program((query,), ()), (0,))


def _hop(store: Store, fleet: Fleet, edge: int) -> Hop:
    number = int(fleet.edge_number[edge])
    ends = (int(fleet.numbers[fleet.graph.source[edge]]), int(fleet.numbers[fleet.graph.target[edge]]))
    source, target = (str(store.one("SELECT id FROM names WHERE n = ?", [n])) for n in ends)
    if number < 0:
        known = fleet.known_edges[-2 - number][2]
        return Hop(source, target, known.step, known.role, known.documented_at or "the registry")
    step, role = store.all("SELECT step, role FROM edges WHERE e = ?", [number])[0]
    return Hop(source, target, step, role, None)


_NOT_IN_FORCE = {
    "proposed": "  [proposed law: not law today, not counted]", "soft-law": "  [guidance: binds nobody, not counted]",
}  # fmt: skip
_WORDS = {
    "copy": "holds what it wrote", "student": "is trained on it", "derivative": "shares weights with it",
    "descendant": "descends from it over a further generation", "signal": "was shaped by its labels or scores only",
    "loaded": "makes its user load it",
}  # fmt: skip


def explained(
    store: Store, knowledge: Knowledge, as_of: datetime.date, release: str, rule: str | None = None
) -> Iterator[str]:
    """The same in lines for a reader."""
    found = explain(store, knowledge, as_of, release, rule)
    out = sum(one.force not in COUNTED for one in found)
    beside = (
        f"; of {count(out, 'rule')} more the text is not in force, and they are not counted" if out else ""
    )
    yield f"{release}, as of {as_of}: {len(found) - out} of the rules that are put do not come out clear{beside}"
    for one in sorted(found, key=lambda one: one.force not in COUNTED):
        yield ""
        yield f"{one.position}  {one.rule}{_NOT_IN_FORCE.get(one.force, '')}"
        yield f"  {one.title}"
        yield "  " + "  ".join(f"{name} {word}" for name, word in one.readings.words().items())
        if one.reach is None:
            yield "  asked of the release as such"
            continue
        who = "its owner performed the step" if one.whose == WHOSE[0] else "others performed the step"
        yield f"  {release} {_WORDS[one.reach]}; {who}" + (
            "" if one.sure else "; whether it does is not settled"
        )
        for hop in one.route:
            known = f" [known from {shortened(hop.documented)}]" if hop.documented else ""
            yield f"    {shortened(hop.source)} → {shortened(hop.target)}: {hop.step}, as {hop.role}{known}"
