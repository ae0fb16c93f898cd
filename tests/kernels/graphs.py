"""Random fleets: any edges, circles among them, with steps whose relation is open and owners that are not known."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from compliance.compile.automaton import STATES, Passing, entries, moves
from compliance.kernels.graph import EdgeType, Graph, in_circles, ordered

_OPTIONS = (
    (("outputs",),), (("trained-on",),), (("weights",),), (("data",),), (("signal",),), (("loads",),),
    (("outputs", "trained-on"),), (("data",), ()), (("weights",), ("trained-on",)), ((),),
)  # fmt: skip
TYPES = tuple(
    EdgeType(tuple(moves(passing)), entries(passing, kind, own))
    for options in _OPTIONS
    for settled in (True, False)
    for passes in (True, False, None)
    for kind, own in (("model", True), ("dataset", False), ("service", None))
    for passing in [Passing(options, settled, passes)]
)
_SETTLED = [not (n // 9 % 2) for n in range(len(TYPES))]
PAIRS = 5


def graph_of(nodes: int, drawn: list[tuple[int, int, int, int]]) -> Graph:
    """A graph of edges (source, target, type, pair); an edge within a circle is never settled."""
    rows = np.array(sorted(drawn, key=lambda one: one[1]), dtype=np.int64).reshape(len(drawn), 4)
    source, target, kind, pair = rows.T
    circle = in_circles(nodes, source, target)
    circling = (circle[source] >= 0) & (circle[source] == circle[target])
    kind = np.where(circling & np.array(_SETTLED)[kind] if len(kind) else circling, kind + 9, kind)
    return Graph(
        nodes, source, target, kind, pair, TYPES, len(STATES), ordered(nodes, source, target, circle)
    )


@st.composite
def graphs(draw: st.DrawFn, most: int = 9) -> Graph:
    """Any small graph."""
    nodes = draw(st.integers(1, most))
    node = st.integers(0, nodes - 1)
    edge = st.tuples(node, node, st.integers(0, len(TYPES) - 1), st.integers(-1, PAIRS - 1))
    return graph_of(nodes, draw(st.lists(edge, max_size=2 * most)))


QUERIES = st.lists(st.frozensets(st.integers(0, PAIRS - 1), min_size=1), min_size=1, max_size=6)
