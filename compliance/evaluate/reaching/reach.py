"""Which sources reach which versions, and how: one pass with one big integer per version and state.

Every entry (a read of a source by a step) has one bit. Two integers are kept per version and automaton state: the
entries that reach it by settled relations, and those that may. Evidence is walked on demand, never stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING

from compliance.model.declared.lineage import OFFERED, Edge, Lineage
from compliance.model.declared.route import Hop, Route
from compliance.model.packs.reach import CLASS_OF, Reach, State, follow, start_state
from compliance.model.packs.truth import Truth
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from compliance.evaluate.reaching.ways import Ahead

STATES = len(State)
_STEPS: dict[tuple[str, ...], list[tuple[int, int]]] = {}


def moves(relations: tuple[str, ...]) -> list[tuple[int, int]]:
    """Pairs (state before, state after) that a relation string allows."""
    if relations not in _STEPS:
        targets = ((state, follow(state, relations)) for state in State)
        _STEPS[relations] = [(int(a), int(b)) for a, b in targets if b is not None and relations]
    return _STEPS[relations]


@dataclass(frozen=True, slots=True)
class ReachTable:
    """For every version and state, the entries that reach it: settled, and possible."""

    lineage: Lineage
    entries: Mapping[str, tuple[int, ...]]
    """Artifact id to the indices of the edges by which it enters other artifacts."""
    settled: list[list[int]]
    possible: list[list[int]]
    outgoing: Mapping[int, list[Edge]]
    incoming: Mapping[int, list[Edge]]
    routes: dict[tuple[int, int, Reach, bool], Route | None] = field(default_factory=dict)
    """Routes that were asked for."""
    hops: dict[tuple[int, tuple[str, ...]], Hop] = field(default_factory=dict)
    """The hops of routes, by edge and the relations taken: what routes have in common is one value."""
    ahead: dict[tuple[int, Reach, bool], dict[int, Ahead]] = field(default_factory=dict)
    """What is left of routes to a version by a class, from each version and state on them."""
    distances: dict[tuple[int, Reach, bool], dict[int, int]] = field(default_factory=dict)
    """How many edges lead from a version in a state to a version in a class, for those that were asked for."""

    @classmethod
    def of(cls, lineage: Lineage) -> ReachTable:
        """Compute the table; linear in edges times states."""
        settled = [[0] * STATES for _ in lineage.versions]
        possible = [[0] * STATES for _ in lineage.versions]
        entries: dict[str, list[int]] = {}
        for number, edge in enumerate(lineage.edges):
            source = lineage.versions[edge.source][0]
            is_entry = not edge.carries and source != lineage.versions[edge.target][0]
            if is_entry:
                entries.setdefault(source, []).append(number)
            start = start_state(lineage.artifacts[source].kind) if is_entry else None
            for option in edge.options:
                for before, after in moves(option):
                    seed = 1 << number if before == start else 0
                    possible[edge.target][after] |= possible[edge.source][before] | seed
                    if edge.certain:
                        settled[edge.target][after] |= settled[edge.source][before] | seed
            for after, bits in enumerate(possible[edge.target]):
                # One number serves both where nothing is open, which is nearly everywhere.
                if settled[edge.target][after] == bits:
                    settled[edge.target][after] = bits
        return cls(
            lineage,
            {key: tuple(given) for key, given in entries.items()},
            settled,
            possible,
            outgoing_edges(lineage),
            _incoming_edges(lineage),
        )

    def reaching(self, node: int) -> Iterator[int]:
        """The entries that reach a version by any class."""
        bits = 0
        for state in CLASS_OF:
            bits |= self.possible[node][state]
        while bits:
            lowest = bits & -bits
            yield lowest.bit_length() - 1
            bits ^= lowest

    def classes(self, entry: int, node: int) -> dict[Reach, Truth]:
        """Reach classes by which the entry reaches the version: YES settled, UNKNOWN possible; others absent."""
        found: dict[Reach, Truth] = {}
        for state, name in CLASS_OF.items():
            if self.possible[node][state] >> entry & 1:
                truth = Truth.of(True if self.settled[node][state] >> entry & 1 else None)
                found[name] = max(truth, found.get(name, Truth.NO))
        if is_offered(self.lineage.edges[entry], node):
            found["itself"] = Truth.YES
        return found


def is_offered(edge: Edge, node: int) -> bool:
    """Whether an edge stands for putting out somebody's service as it is, as the version."""
    return edge.target == node and edge.step.endswith(OFFERED)


def on_the_way(lineage: Lineage, entry: Edge | None, starts: Set[int], node: int) -> Iterator[Edge]:
    """The edges on the ways from the entry or the starts to a version, in the order of the lineage."""
    ahead, behind = set(starts), {node}
    for edge in lineage.edges:
        if edge.source in ahead:
            ahead.add(edge.target)
    for edge in reversed(lineage.edges):
        if edge.target in behind:
            behind.add(edge.source)
    return (e for e in lineage.edges if e.target in behind and (e is entry or e.source in ahead))


def unsettled_steps(lineage: Lineage, entry: Edge | None, starts: Set[int], node: int) -> tuple[str, ...]:
    """Steps in which it is not settled what an input was, on the ways from the entry or the starts to a version."""
    if all(edge.certain for edge in lineage.edges):
        return ()
    found = on_the_way(lineage, entry, starts, node)
    return tuple(dict.fromkeys(edge.step for edge in found if not edge.certain))


_ANEW = frozenset({"pretrain", "train", "finetune", "preference-tune", "rl", "distil-logits"})
"""Kinds of step out of which weights come that were not there before."""


def untrained(lineage: Lineage, entry: Edge, node: int) -> bool:
    """Whether a way leads from the entry to a version into which nothing was trained or merged: packed, converted."""
    ahead = {entry.target} if _keeps(lineage, entry) else set()
    for edge in lineage.edges:
        if edge.source in ahead and _keeps(lineage, edge):
            ahead.add(edge.target)
    return node in ahead


_MERGED = frozenset({"base", "adapter", "component", "unknown"})
"""Roles in which a merge takes weights."""


def _keeps(lineage: Lineage, edge: Edge) -> bool:
    step = lineage.steps.get(edge.step)
    if step is not None and step.kind == "merge":
        # Of one thing alone nothing is merged, whatever program does it.
        given = {item.artifact for role, items in step.inputs.items() if role in _MERGED for item in items}
        return len(given) < 2
    return step is None or step.kind not in _ANEW


def matched(lineage: Lineage, entry: Edge, node: int) -> bool:
    """Whether a training step behind a version matched what the source computes, rather than text that it wrote.

    It does so with a teacher that it runs, or with values that a teacher left in rows where the step runs none.
    """
    rows, taught = {entry.target}, {entry.target} if _matches(lineage, entry, "teacher") else set()
    for edge in lineage.edges:
        if edge.source in taught or (edge.source in rows and _matches(lineage, edge, "data")):
            taught.add(edge.target)
        elif edge.source in rows and _ROWS & {one for option in edge.options for one in option}:
            rows.add(edge.target)
    return node in taught


_ROWS = frozenset({"data"})


def _matches(lineage: Lineage, edge: Edge, role: str) -> bool:
    step = lineage.steps.get(edge.step)
    alone = role == "teacher" or (step is not None and "teacher" not in step.inputs)
    return step is not None and step.kind == "distil-logits" and edge.role == role and alone


def outgoing_edges(lineage: Lineage) -> dict[int, list[Edge]]:
    """Edges by the version they leave; those that repeat a way over moves begin ways, and are told in none."""
    found: dict[int, list[Edge]] = {}
    for edge in lineage.edges:
        if not edge.over:
            found.setdefault(edge.source, []).append(edge)
    return found


def _incoming_edges(lineage: Lineage) -> dict[int, list[Edge]]:
    found: dict[int, list[Edge]] = {}
    for edge in lineage.edges:
        if not edge.over:
            found.setdefault(edge.target, []).append(edge)
    return found
