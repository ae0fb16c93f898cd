"""Reach over a whole fleet, compiled to machine code: the numpy kernel's answers, node by node in order of levels."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from compliance.kernels.graph import Graph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Words = NDArray[np.uint64]


def reach(graph: Graph, asked: Words) -> Words:
    """For every node a row of words, as the numpy kernel gives it."""
    import numpy as np

    table = np.zeros((graph.nodes, 2 * graph.states), dtype=np.uint64)
    order = graph.order
    nodes = np.lexsort((order.circle, order.level))
    starts = np.searchsorted(graph.target, np.arange(graph.nodes + 1))
    moves = _flat([one.moves for one in graph.types], 3)
    entries = _flat([one.entries for one in graph.types], 2)
    _compiled()(
        nodes,
        order.circle,
        starts,
        graph.source,
        graph.kind,
        graph.pair,
        asked,
        *moves,
        *entries,
        graph.states,
        table,
    )
    return table


def _flat(lists: list[tuple[tuple[int, ...], ...]], width: int) -> tuple[Any, Any]:
    """Lists of rows one after another, and where each begins."""
    import numpy as np

    starts = np.concatenate(([0], np.cumsum([len(one) for one in lists]))).astype(np.int64)
    rows = [row for one in lists for row in one]
    return starts, np.array(rows, dtype=np.int64).reshape(len(rows), width)


@functools.cache
def _compiled() -> Callable[..., None]:
    """The loop in machine code; made once in a process."""
    import numba

    step = numba.njit(_step)

    def follow(
        nodes: Any, circle: Any, starts: Any, source: Any, kind: Any, pair: Any, asked: Any, move_starts: Any,
        moves: Any, entry_starts: Any, entries: Any, states: int, table: Any,
    ) -> None:  # fmt: skip
        first = 0
        while first < len(nodes):
            last = first + 1
            number = circle[nodes[first]]
            while number >= 0 and last < len(nodes) and circle[nodes[last]] == number:
                last += 1
            again = True
            while again:
                again = False
                for at in range(first, last):
                    new = step(
                        nodes[at], starts, source, kind, pair, asked, move_starts, moves, entry_starts, entries, states,
                        table,
                    )  # fmt: skip
                    again = again or (new and number >= 0)
            first = last

    return numba.njit(follow)  # type: ignore[no-any-return]


def _step(
    node: int, starts: Any, source: Any, kind: Any, pair: Any, asked: Any, move_starts: Any, moves: Any,
    entry_starts: Any, entries: Any, states: int, table: Any,
) -> bool:  # fmt: skip
    """Bring to a node what its edges bring; whether anything is new."""
    changed = False
    for edge in range(starts[node], starts[node + 1]):
        one, origin = kind[edge], source[edge]
        if pair[edge] >= 0:
            seeds = asked[pair[edge]]
            for row in range(entry_starts[one], entry_starts[one + 1]):
                state = entries[row, 0]
                changed |= (table[node, states + state] | seeds) != table[node, states + state]
                table[node, states + state] |= seeds
                if entries[row, 1]:
                    table[node, state] |= seeds
        for row in range(move_starts[one], move_starts[one + 1]):
            before, after = moves[row, 0], moves[row, 1]
            brought = table[origin, states + before]
            if brought == 0:
                continue
            changed |= (table[node, states + after] | brought) != table[node, states + after]
            table[node, states + after] |= brought
            if moves[row, 2]:
                changed |= (table[node, after] | table[origin, before]) != table[node, after]
                table[node, after] |= table[origin, before]
    return changed
