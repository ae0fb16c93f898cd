"""Reach over a whole fleet, vectorised: one bit per query and state, or-ed along edges level by level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compliance.kernels.graph import Graph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Words = NDArray[np.uint64]

_CHUNK = 200_000
"""Edges that are looked at in one go, so that memory stays bounded."""


def reach(graph: Graph, asked: Words) -> Words:
    """For every node a row of words: by states the queries that surely reach it, then those that may.

    `asked` holds for every kind of pair the queries, as bits, whose source enters by it.
    """
    import numpy as np

    table = np.zeros((graph.nodes, 2 * graph.states), dtype=np.uint64)
    level, circle = graph.order.level, graph.order.circle
    within = (circle[graph.source] >= 0) & (circle[graph.source] == circle[graph.target])
    # Edges stay in the order of their targets within a level.
    order = np.lexsort((graph.target, within, level[graph.target]))
    bounds = np.flatnonzero(np.diff(level[graph.target[order]] * 2 + within[order])) + 1
    for part in np.split(order, bounds) if len(order) else []:
        _once(graph, part, asked, table)
        if within[part[0]]:
            while _once(graph, part, asked, table):
                pass
    return table


def _once(graph: Graph, edges: Any, asked: Words, table: Words) -> bool:
    """Follow the edges once; whether anything is new."""
    import numpy as np

    changed = False
    start = 0
    while start < len(edges):
        stop = min(start + _CHUNK, len(edges))
        while stop < len(edges) and graph.target[edges[stop]] == graph.target[edges[stop - 1]]:
            stop += 1
        part = edges[start:stop]
        start = stop
        brought = _brought(graph, part, asked, table)
        targets = graph.target[part]
        firsts = np.flatnonzero(np.concatenate(([True], targets[1:] != targets[:-1])))
        if len(firsts) < len(targets):
            brought = np.bitwise_or.reduceat(brought, firsts, axis=0)
        rows = targets[firsts]
        before = table[rows]
        after = before | brought
        if not changed and graph.order.circle[rows[0]] >= 0:
            changed = bool((after != before).any())
        table[rows] = after
    return changed


def _brought(graph: Graph, edges: Any, asked: Words, table: Words) -> Words:
    """What each edge brings to its target."""
    import numpy as np

    states = graph.states
    brought = np.zeros((len(edges), 2 * states), dtype=np.uint64)
    kinds = graph.kind[edges]
    for kind in np.unique(kinds):
        at = np.flatnonzero(kinds == kind)
        these = edges[at]
        one = graph.types[int(kind)]
        rows = table[graph.source[these]]
        new = np.zeros_like(rows)
        for before, after, settled in one.moves:
            new[:, states + after] |= rows[:, states + before]
            if settled:
                new[:, after] |= rows[:, before]
        pairs = graph.pair[these]
        seeds = np.where(pairs >= 0, asked[pairs], np.uint64(0))
        for state, settled in one.entries:
            new[:, states + state] |= seeds
            if settled:
                new[:, state] |= seeds
        brought[at] = new
    return brought
