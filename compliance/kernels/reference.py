"""Reach by a plain search, one query at a time: slow, short, and the judge of the other evaluators."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from compliance.kernels.graph import EdgeType

Place = tuple[int, int]
"""A node and a state."""


class PlainEdge(NamedTuple):
    """One edge."""

    source: int
    target: int
    kind: int
    pair: int


def reach(
    edges: Iterable[PlainEdge], types: tuple[EdgeType, ...], asked: Collection[int], *, sure: bool
) -> frozenset[Place]:
    """Nodes with the states in which sources that enter by the asked pairs reach them; surely, or possibly."""
    outgoing: dict[int, list[PlainEdge]] = {}
    waiting: list[Place] = []
    for edge in edges:
        outgoing.setdefault(edge.source, []).append(edge)
        if edge.pair in asked:
            waiting += [
                (edge.target, state) for state, settled in types[edge.kind].entries if settled or not sure
            ]
    found: set[Place] = set()
    while waiting:
        place = waiting.pop()
        if place in found:
            continue
        found.add(place)
        for edge in outgoing.get(place[0], ()):
            moves = types[edge.kind].moves
            waiting += [
                (edge.target, after)
                for before, after, settled in moves
                if before == place[1] and (settled or not sure)
            ]
    return frozenset(found)
