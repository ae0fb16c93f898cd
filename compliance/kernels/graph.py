"""A fleet as arrays: who was made from whom, in which order that is looked at, and what runs in circles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class EdgeType(NamedTuple):
    """What an edge does: moves of a route over it, and the states in which its own source enters by it.

    A move is (before, after, settled), an entry (state, settled).
    """

    moves: tuple[tuple[int, int, bool], ...]
    entries: tuple[tuple[int, bool], ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes 0 … n-1 and edges between them; edges are in the order of their targets."""

    nodes: int
    source: Ints
    target: Ints
    kind: Ints
    """Number of each edge's type."""
    pair: Ints
    """Number of the kind of source and step of each edge; -1 where its source enters by none."""
    types: tuple[EdgeType, ...]
    states: int
    order: Order = field(repr=False)


@dataclass(frozen=True, slots=True)
class Order:
    """Nodes by level: an edge leads to a higher one, or stays within a circle of its own level."""

    level: Ints
    circle: Ints
    """Number of the circle that a node belongs to; -1 for none."""

    @property
    def circles(self) -> int:
        """How many circles there are."""
        return int(self.circle.max()) + 1 if len(self.circle) else 0


def in_circles(nodes: int, source: Ints, target: Ints) -> Ints:
    """The circle of every node: a number for all that stand behind each other, -1 for the rest.

    What nothing stands behind, or stands behind nothing, is taken away until only circles and the ways between them are
    left; those are few, and are walked one by one.
    """
    import numpy as np

    left = np.ones(nodes, dtype=bool)
    edges = np.flatnonzero(source != target)
    while True:
        ins = np.bincount(target[edges], minlength=nodes) > 0
        outs = np.bincount(source[edges], minlength=nodes) > 0
        keep = left & ins & outs
        if keep.sum() == left.sum():
            break
        left = keep
        edges = edges[left[source[edges]] & left[target[edges]]]
    circle = np.full(nodes, -1, dtype=np.int64)
    following: dict[int, list[int]] = {}
    for one, other in zip(source[edges].tolist(), target[edges].tolist(), strict=True):
        following.setdefault(one, []).append(other)
    found = [members for members in _Together(following).sets() if len(members) > 1]
    for number, members in enumerate(sorted(found, key=min)):
        circle[members] = number
    # A thing that is said to be made from itself is a circle of one.
    alone = np.unique(source[source == target])
    alone = alone[circle[alone] < 0]
    circle[alone] = len(found) + np.arange(len(alone))
    return circle


class _Together:
    """Sets of nodes that reach each other, by Tarjan's walk without recursion."""

    def __init__(self, following: dict[int, list[int]]) -> None:
        self.following = following
        self.index: dict[int, int] = {}
        self.low: dict[int, int] = {}
        self.stack: list[int] = []
        self.on_stack: set[int] = set()
        self.found: list[list[int]] = []

    def sets(self) -> list[list[int]]:
        """Every set, those of one node too."""
        for start in sorted(self.following):
            if start not in self.index:
                self._walk(start)
        return self.found

    def _walk(self, start: int) -> None:
        path = [self._entered(start)]
        while path:
            node, waiting = path[-1]
            child = next(waiting, None)
            if child is None:
                path.pop()
                self._left(node, path[-1][0] if path else None)
            elif child not in self.index:
                path.append(self._entered(child))
            elif child in self.on_stack:
                self.low[node] = min(self.low[node], self.index[child])

    def _entered(self, node: int) -> tuple[int, Iterator[int]]:
        self.index[node] = self.low[node] = len(self.index)
        self.stack.append(node)
        self.on_stack.add(node)
        return node, iter(self.following.get(node, ()))

    def _left(self, node: int, before: int | None) -> None:
        if before is not None:
            self.low[before] = min(self.low[before], self.low[node])
        if self.low[node] == self.index[node]:
            members = [self.stack.pop()]
            while members[-1] != node:
                members.append(self.stack.pop())
            self.on_stack.difference_update(members)
            self.found.append(members)


def ordered(nodes: int, source: Ints, target: Ints, circle: Ints) -> Order:
    """Levels: how many edges the longest way to a node has, circles taken as one."""
    import numpy as np

    whole = np.arange(nodes)
    inside = np.flatnonzero(circle >= 0)
    if len(inside):
        first = np.full(int(circle.max()) + 1, nodes, dtype=np.int64)
        np.minimum.at(first, circle[inside], inside)
        whole[inside] = first[circle[inside]]
    one, other = whole[source], whole[target]
    outside = one != other
    one, other = one[outside], other[outside]
    by_source = np.argsort(one, kind="stable")
    one, other = one[by_source], other[by_source]
    starts = np.searchsorted(one, np.arange(nodes + 1))
    waits = np.bincount(other, minlength=nodes)
    level = np.zeros(nodes, dtype=np.int64)
    front = np.flatnonzero(waits == 0)
    number = 0
    while len(front):
        level[front] = number
        number += 1
        reached = other[spread(starts[front], starts[front + 1])]
        if not len(reached):
            break
        ready, times = np.unique(reached, return_counts=True)
        waits[ready] -= times
        front = ready[waits[ready] == 0]
    return Order(level[whole], circle)


def spread(starts: Ints, ends: Ints) -> Ints:
    """Every number from each start to before its end."""
    import numpy as np

    lengths = ends - starts
    total = int(lengths.sum())
    if not total:
        return np.zeros(0, dtype=np.int64)
    offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    return offsets + np.arange(total)
