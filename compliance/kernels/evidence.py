"""Evidence is walked back on demand: from a release to the edge by which the source of a hit came in."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from compliance.kernels.graph import Graph, spread

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Words = NDArray[np.uint64]

_LONGEST = 64
"""Steps after which a walk that may run in circles is made one by one."""


Walk = Callable[[int, "Ints", "Ints", "Ints"], "Ints"]


def walk_back(graph: Graph, table: Words, asked: Words) -> Walk:
    """A function from the bit of a query, nodes, states, and whether these are settled, to edges.

    For every hit it gives the edge by which a source of it came in, all hits of a query at once.
    """
    import numpy as np

    starts = np.searchsorted(graph.target, np.arange(graph.nodes + 1))
    known = inverse(graph)

    def walk(bit: int, nodes: Ints, states: Ints, sure: Ints) -> Ints:
        found = np.full(len(nodes), -1, dtype=np.int64)
        rows, here, state = np.arange(len(nodes)), nodes.copy(), states.copy()
        for _ in range(_LONGEST):
            if not len(rows):
                return found
            low, high = starts[here], starts[here + 1]
            edges = spread(low, high)
            which = np.repeat(np.arange(len(rows)), high - low)
            enters, before = _backwards(
                graph, table, asked, bit, edges, state[which], sure[rows[which]], known
            )
            # An edge by which a source enters ends a walk; else the first one over which the hit came is followed.
            ending = np.flatnonzero(enters)
            ended, first = np.unique(which[ending], return_index=True)
            found[rows[ended]] = edges[ending[first]]
            going = np.flatnonzero((before >= 0) & ~np.isin(which, ended))
            kept, first = np.unique(which[going], return_index=True)
            rows, here, state = rows[kept], graph.source[edges[going[first]]], before[going[first]]
        for row in rows.tolist():
            place = int(nodes[row]), int(states[row])
            route = route_back(graph, table, asked, bit, *place, bool(sure[row]))
            found[row] = route[0][0] if route else -1
        return found

    return walk


def inverse(graph: Graph) -> tuple[Any, Any]:
    """For types and states: whether a source enters in the state, and from which states a move leads there.

    Values are 0 for no, 1 for possibly, 2 for surely.
    """
    import numpy as np

    enters = np.zeros((len(graph.types), graph.states), dtype=np.int8)
    comes = np.zeros((len(graph.types), graph.states, graph.states), dtype=np.int8)
    for number, one in enumerate(graph.types):
        for state, settled in one.entries:
            enters[number, state] = 1 + settled
        for before, after, settled in one.moves:
            comes[number, after, before] = 1 + settled
    return enters, comes


def _backwards(
    graph: Graph,
    table: Words,
    asked: Words,
    bit: int,
    edges: Any,
    state: Any,
    sure: Any,
    known: tuple[Any, Any],
) -> tuple[Any, Any]:
    """Whether a source of the query enters by each edge in the state, and from which state the edge leads to it."""
    import numpy as np

    kinds, pairs, one = graph.kind[edges], graph.pair[edges], np.uint64(1)
    mine = np.where(pairs >= 0, asked[pairs] >> np.uint64(bit) & one, np.uint64(0)).astype(bool)
    enters = mine & (known[0][kinds, state] > sure)
    rows = table[graph.source[edges]]
    before = np.full(len(edges), -1, dtype=np.int64)
    for origin in range(graph.states):
        column = np.where(sure.astype(bool), rows[:, origin], rows[:, graph.states + origin])
        held = (column >> np.uint64(bit) & one).astype(bool) & (known[1][kinds, state, origin] > sure)
        before = np.where((before < 0) & held, origin, before)
    return enters, before


def route_back(
    graph: Graph, table: Words, asked: Words, bit: int, node: int, state: int, sure: bool
) -> list[tuple[int, int]]:
    """A shortest route of a hit, as edges with the state after each, from its source on; empty where there is none."""
    came: dict[tuple[int, int], tuple[int, tuple[int, int]] | None] = {(node, state): None}
    waiting = deque([(node, state)])
    shift = 0 if sure else graph.states
    while waiting:
        here = waiting.popleft()
        starts = graph.target.searchsorted([here[0], here[0] + 1])
        for edge in range(int(starts[0]), int(starts[1])):
            one, source = graph.types[int(graph.kind[edge])], int(graph.source[edge])
            pair = int(graph.pair[edge])
            if (
                pair >= 0
                and int(asked[pair]) >> bit & 1
                and any(after == here[1] and (settled or not sure) for after, settled in one.entries)
            ):
                return _forwards(edge, here, came)
            for before, after, settled in one.moves:
                place = (source, before)
                held = (
                    after == here[1]
                    and (settled or not sure)
                    and int(table[source, shift + before]) >> bit & 1
                )
                if held and place not in came:
                    came[place] = (edge, here)
                    waiting.append(place)
    return []


def _forwards(
    edge: int, place: tuple[int, int], came: dict[tuple[int, int], tuple[int, tuple[int, int]] | None]
) -> list[tuple[int, int]]:
    route = [(edge, place[1])]
    step = came[place]
    while step is not None:
        route.append((step[0], step[1][1]))
        step = came[step[1]]
    return route
