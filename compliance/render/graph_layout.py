"""Lay a graph out in layers: igraph's Sugiyama method orders each layer, and this module places it.

Only the order is taken from igraph, so that the picture is the same to the byte wherever it is drawn. The library is
loaded when a graph is laid out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from compliance.render.graph_model import Edge, Graph

WIDTH, HEIGHT = 178, 60
"""Of every node."""
MARGIN = 14
_THREAD = 16
"""Room for an arrow that passes through a layer."""
_SWEEPS = 12

Direction = Literal["right", "down"]


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node stands: its upper left corner."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Path:
    """The way of an arrow: where it leaves, what it passes, where it arrives."""

    edge: Edge
    points: tuple[tuple[int, int], ...]
    """Start, then entry into and exit from each layer that is passed, then end."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A graph with places."""

    graph: Graph
    boxes: dict[str, Box]
    paths: tuple[Path, ...]
    width: int
    height: int
    direction: Direction


@dataclass(frozen=True, slots=True)
class _Measures:
    """Sizes along the direction of the layers, and across it."""

    deep: int
    wide: int
    deep_gap: int
    wide_gap: int


_MEASURES: dict[Direction, _Measures] = {
    "right": _Measures(WIDTH, HEIGHT, 62, 18),
    "down": _Measures(HEIGHT, WIDTH, 50, 22),
}


def lay_out(graph: Graph, room: tuple[int, int], direction: Direction | None = None) -> Placed:
    """Place a graph; without a direction, in the one in which it is larger when it is fitted into the room.

    Args:
        graph: A graph without loops.
        room: Width and height of the place where it is to be shown.
        direction: Where the arrows lead.
    """
    if direction:
        return _place(graph, direction)
    both = _place(graph, "right"), _place(graph, "down")
    return max(both, key=lambda placed: scale(placed, room))


def scale(placed: Placed, room: tuple[int, int]) -> float:
    """How large the drawing is when it is fitted into the room, at most 1."""
    return min(1.0, room[0] / placed.width, room[1] / placed.height)


def _place(graph: Graph, direction: Direction) -> Placed:
    if not graph.nodes:
        return Placed(graph, {}, (), 2 * MARGIN, 2 * MARGIN, direction)
    threads = _Threads(graph, _layers(graph))
    measures = _MEASURES[direction]
    across = _across(threads, _ordered(threads), measures)
    depth_of = {
        layer: MARGIN + layer * (measures.deep + measures.deep_gap) for layer in range(threads.depth)
    }
    boxes = {}
    for number, node in enumerate(graph.nodes):
        deep, wide = depth_of[threads.layer[number]], across[number] - measures.wide // 2
        boxes[node.key] = Box(deep, wide) if direction == "right" else Box(wide, deep)
    ends = _ports(threads, across, measures)
    paths = []
    for number, edge in enumerate(graph.edges):
        points = _points(threads, number, across, depth_of, ends[number], measures.deep)
        turned = points if direction == "right" else [(wide, deep) for deep, wide in points]
        paths.append(Path(edge, tuple(turned)))
    deep = threads.depth * (measures.deep + measures.deep_gap) - measures.deep_gap + 2 * MARGIN
    wide = max(place + half for place, half in zip(across, threads.halves(measures), strict=True)) + MARGIN
    width, height = (deep, wide) if direction == "right" else (wide, deep)
    return Placed(graph, boxes, tuple(paths), width, height, direction)


def _layers(graph: Graph) -> list[int]:
    """Layer of each node: after all that it was made from, but no earlier than what it goes into needs."""
    number = {node.key: n for n, node in enumerate(graph.nodes)}
    after: dict[int, list[int]] = defaultdict(list)
    waits = [0] * len(graph.nodes)
    for edge in graph.edges:
        after[number[edge.source]].append(number[edge.target])
        waits[number[edge.target]] += 1
    inputs = list(waits)
    layer = [0] * len(graph.nodes)
    order: list[int] = []
    ready = [n for n, left in enumerate(waits) if not left]
    while ready:
        order.append(here := ready.pop(0))
        for target in after[here]:
            layer[target] = max(layer[target], layer[here] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    for here in reversed(order):
        if after[here] and (not inputs[here] or inputs[here] < len(after[here])):
            layer[here] = min(layer[target] for target in after[here]) - 1
    return layer


class _Threads:
    """The graph with arrows over several layers cut into pieces, each piece between neighbouring layers."""

    def __init__(self, graph: Graph, layer: list[int]) -> None:
        number = {node.key: n for n, node in enumerate(graph.nodes)}
        self.real = len(layer)
        self.layer = list(layer)
        self.chains: list[list[int]] = []
        """For each arrow, its nodes and the places where it passes a layer."""
        for edge in graph.edges:
            source, target = number[edge.source], number[edge.target]
            passed = range(layer[source] + 1, layer[target])
            chain = [source, *range(len(self.layer), len(self.layer) + len(passed)), target]
            self.layer.extend(passed)
            self.chains.append(chain)
        self.depth = max(self.layer, default=-1) + 1
        self.links = [pair for chain in self.chains for pair in zip(chain, chain[1:], strict=False)]

    def halves(self, measures: _Measures) -> list[int]:
        """Half of the room that each node or passing arrow takes."""
        return [measures.wide // 2 if n < self.real else _THREAD // 2 for n in range(len(self.layer))]


def _ordered(threads: _Threads) -> list[list[int]]:
    """The nodes of each layer in an order with few crossings."""
    import igraph

    drawn = igraph.Graph(n=len(threads.layer), edges=threads.links, directed=True)
    layout = drawn.layout_sugiyama(layers=threads.layer, hgap=1, vgap=1, maxiter=200)
    across = [round(float(point[0]), 6) for point in layout.coords]
    return [
        sorted((n for n, own in enumerate(threads.layer) if own == layer), key=lambda n: (across[n], n))
        for layer in range(threads.depth)
    ]


def _across(threads: _Threads, order: list[list[int]], measures: _Measures) -> list[int]:
    """The place of the middle of each node within its layer: near its neighbours, never over another."""
    size = [measures.wide + measures.wide_gap if n < threads.real else _THREAD for n in range(len(threads.layer))]
    before: dict[int, list[int]] = defaultdict(list)
    after: dict[int, list[int]] = defaultdict(list)
    for source, target in threads.links:
        after[source].append(target)
        before[target].append(source)
    place = [0.0] * len(threads.layer)
    for layer in order:
        _spread(layer, [0.0] * len(layer), size, place)
    for sweep in range(_SWEEPS):
        near = (before, after, None)[sweep % 3 if sweep < _SWEEPS - 3 else 2]
        for layer in order if near is not after else reversed(order):
            wanted = []
            for n in layer:
                close = near[n] if near else [*before[n], *after[n]]
                wanted.append(sum(place[m] for m in close) / len(close) if close else place[n])
            _spread(layer, wanted, size, place)
    left = min(value - half for value, half in zip(place, threads.halves(measures), strict=True))
    return [round(value - left) + MARGIN for value in place]


def _spread(layer: list[int], wanted: list[float], size: list[int], place: list[float]) -> None:
    """Put the nodes of a layer as near as they can be to where they want to be, in order, without overlap.

    Neighbours that would overlap are pooled and moved as one to the mean of their wishes (isotonic regression).
    """
    offset = 0.0
    blocks: list[tuple[float, int]] = []
    offsets = []
    for n, wish in zip(layer, wanted, strict=True):
        offsets.append(offset + size[n] / 2)
        offset += size[n]
        mean, members = wish - offsets[-1], 1
        while blocks and blocks[-1][0] > mean:
            other, more = blocks.pop()
            mean = (mean * members + other * more) / (members + more)
            members += more
        blocks.append((mean, members))
    shifts = [mean for mean, members in blocks for _ in range(members)]
    for n, own, shift in zip(layer, offsets, shifts, strict=True):
        place[n] = own + shift


def _ports(threads: _Threads, across: list[int], measures: _Measures) -> list[tuple[int, int]]:
    """Where each arrow leaves its source and meets its target: side by side, in the order of the other ends."""
    ends = [[across[chain[0]], across[chain[-1]]] for chain in threads.chains]
    for side in (0, -1):
        at: dict[int, list[int]] = defaultdict(list)
        for number, chain in enumerate(threads.chains):
            at[chain[side]].append(number)
        for node, arrows in at.items():
            ordered = sorted(arrows, key=lambda n: (across[threads.chains[n][1 if side == 0 else -2]], n))
            step = min(14.0, measures.wide * 0.66 / max(len(ordered) - 1, 1))
            start = across[node] - step * (len(ordered) - 1) / 2
            for rank, number in enumerate(ordered):
                ends[number][side] = round(start + step * rank)
    return [(start, end) for start, end in ends]


def _points(
    threads: _Threads,
    number: int,
    across: list[int],
    depth_of: dict[int, int],
    ends: tuple[int, int],
    deep: int,
) -> list[tuple[int, int]]:
    """The way of one arrow, as places along the layers and across them."""
    chain = threads.chains[number]
    points = [(depth_of[threads.layer[chain[0]]] + deep, ends[0])]
    for n in chain[1:-1]:
        start = depth_of[threads.layer[n]]
        points += [(start, across[n]), (start + deep, across[n])]
    return [*points, (depth_of[threads.layer[chain[-1]]], ends[1])]
