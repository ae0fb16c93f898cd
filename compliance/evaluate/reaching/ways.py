"""The shortest way from an entry to a version, and what of a very long one is told."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from compliance.evaluate.reaching.reach import STATES, ReachTable, moves
from compliance.model.declared.lineage import Edge
from compliance.model.declared.route import GAP, Hop, Route
from compliance.model.packs.reach import CLASS_OF, Reach, depth, start_state
from compliance.values import dataclass

_TOLD = 32
"""Edges that are told at either end of a way; of a longer one those between are counted."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is left of a way: one edge, and what comes behind it. Ways that meet have the rest in common."""

    hop: Hop
    then: Ahead | None
    far: int
    written: int
    certain: bool
    relations: Mapping[str, int]
    """How often each relation is taken."""
    last: Ahead | None
    """Where the end that is told begins; None where all of this belongs to it."""

    def hops(self, most: int) -> Iterator[Hop]:
        """The first edges, in order."""
        here: Ahead | None = self
        while here is not None and most:
            yield here.hop
            here, most = here.then, most - 1

    def told(self) -> tuple[Hop, ...]:
        """Every edge, or those at both ends and one that stands for the others."""
        if self.last is None or self.far <= 2 * _TOLD + 1:
            return tuple(self.hops(self.far))
        first = tuple(self.hops(_TOLD))
        begin = self
        for _ in first:
            begin = begin.then or begin
        end = self.last
        taken = {key: number - end.relations.get(key, 0) for key, number in begin.relations.items()}
        # Twice at most: more than one generation is all that is asked of them.
        relations = tuple(key for key, number in taken.items() for _ in range(min(number, 2)))
        between = Hop(GAP.format(begin.far - end.far), relations, first[-1].target, end.hop.source)
        return (*first, between, *end.hops(_TOLD))


def find_route(table: ReachTable, entry: int, node: int, reach: Reach, *, settled: bool) -> Route | None:
    """A shortest route of a class from an entry edge to a version; None where there is none."""
    key = (entry, node, reach, settled)
    if key not in table.routes:
        way = _way(table, entry, node, reach, settled)
        table.routes[key] = Route(reach, way.told(), way.written, way.certain) if way else None
    return table.routes[key]


def _way(table: ReachTable, entry: int, node: int, reach: Reach, settled: bool) -> Ahead | None:
    """The way that goes on, of the edges that bring it nearest, by the first."""
    first = table.lineage.edges[entry]
    left = _distances(table, node, reach, settled)
    known: dict[int, Ahead] = table.ahead.setdefault((node, reach, settled), {})
    state: int = start_state(table.lineage.artifact_of(first.source).kind)
    edges: Sequence[Edge] = (first,)
    walked: list[tuple[int | None, Edge, tuple[str, ...]]] = []
    here: int | None = None
    then: Ahead | None = None
    while True:
        nearest = _nearest(edges, state, left, settled)
        if nearest is None:
            return None
        far, edge, option, state = nearest
        walked.append((here, edge, option))
        here = edge.target * STATES + state
        if not far:
            break
        if here in known:
            then = known[here]
            break
        edges = table.outgoing[edge.target]
    for place, edge, option in reversed(walked):
        then = _before(table, edge, option, then)
        if place is not None:
            known[place] = then
    return then


def _nearest(
    edges: Sequence[Edge], state: int, left: Mapping[int, int], settled: bool
) -> tuple[int, Edge, tuple[str, ...], int] | None:
    """What goes on: how far it is then, by which edge and relations, and in which state."""
    nearest: tuple[int, Edge, tuple[str, ...], int] | None = None
    for edge in edges:
        for option in edge.options if edge.certain or not settled else ():
            for before, after in moves(option) if option else ():
                far = left.get(edge.target * STATES + after) if before == state else None
                if far is not None and (nearest is None or far < nearest[0]):
                    nearest = far, edge, option, after
    return nearest


def _before(table: ReachTable, edge: Edge, option: tuple[str, ...], then: Ahead | None) -> Ahead:
    relations = dict(then.relations) if then else {}
    for one in option:
        relations[one] = relations.get(one, 0) + 1
    return Ahead(
        _hop(table, edge, option),
        then,
        1 + (then.far if then else 0),
        depth(option) + (then.written if then else 0),
        edge.certain and (then is None or then.certain),
        relations,
        (then.last or then) if then and then.far >= _TOLD else None,
    )


def _distances(table: ReachTable, node: int, reach: Reach, settled: bool) -> dict[int, int]:
    """How many edges lead to a version in the states of a class, from each version and state that leads there."""
    key = (node, reach, settled)
    left = table.distances.get(key)
    if left is not None:
        return left
    left = table.distances[key] = {
        node * STATES + state: 0 for state, name in CLASS_OF.items() if name == reach
    }
    queue = deque(left)
    while queue:
        place = queue.popleft()
        here, state = divmod(place, STATES)
        for edge in table.incoming.get(here, ()):
            for option in edge.options if edge.certain or not settled else ():
                for before, after in moves(option) if option else ():
                    if after == state and (come := edge.source * STATES + before) not in left:
                        left[come] = left[place] + 1
                        queue.append(come)
    return left


def _hop(table: ReachTable, edge: Edge, option: tuple[str, ...]) -> Hop:
    # By identity: edges live as long as the table.
    known = table.hops.get((id(edge), option))
    if known is None:
        versions = table.lineage.versions
        step = "" if edge.carries else edge.step
        known = Hop(step, option, versions[edge.source][0], versions[edge.target][0])
        table.hops[id(edge), option] = known
    return known
