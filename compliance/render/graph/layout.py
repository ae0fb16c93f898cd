"""Lay a graph out in layers, the same to the byte wherever it is drawn."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Literal

from compliance.render.graph.model import Edge, Graph, Node
from compliance.render.graph.order import Threads, ordered
from compliance.render.graph.text import width

WIDTH, HEIGHT, STEP_HEIGHT = 186, 62, 46
"""Of nodes; steps with two lines of text are lower."""
MARGIN = 14
_THREAD = 16
"""Room for an arrow that passes through a layer."""
_SWEEPS = 60
_EFFORT = 120_000
"""Places that all sweeps together look at: a large drawing is laid out less finely."""
_PULL = (1, 3, 9)
"""How hard an arrow keeps straight, by how many of its two ends only pass a layer."""

Direction = Literal["right", "down"]


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node stands: its upper left corner."""

    x: int
    y: int
    width: int
    height: int


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


_GAPS: dict[Direction, tuple[int, int]] = {"right": (62, 18), "down": (42, 24)}
"""Between layers, and between neighbours in a layer."""


def node_height(node: Node) -> int:
    """Return how high a node is drawn."""
    low = node.kind == "step" and len(node.lines) < 3 and width(node.lines[0], 13) < WIDTH - 30
    return STEP_HEIGHT if low else HEIGHT


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
    threads = Threads(graph, _layers(graph))
    heights = [node_height(node) for node in graph.nodes]
    rightwards = direction == "right"
    wide = heights if rightwards else [WIDTH] * len(heights)
    deep = [WIDTH] * len(heights) if rightwards else heights
    between, beside = _GAPS[direction]
    across = _across(threads, ordered(threads), wide, beside)
    spans = _spans(threads, deep, between)
    boxes = {}
    for number, node in enumerate(graph.nodes):
        start, end = spans[threads.layer[number]]
        along, side = (start + end - deep[number]) // 2, across[number] - wide[number] // 2
        x, y = (along, side) if rightwards else (side, along)
        boxes[node.key] = Box(x, y, WIDTH, heights[number])
    paths = []
    for edge, chain, ends in zip(graph.edges, threads.chains, _ports(threads, across, wide), strict=True):
        points = _points(threads, chain, across, spans, ends, deep)
        paths.append(Path(edge, tuple(points if rightwards else [(side, along) for along, side in points])))
    length = spans[-1][1] + MARGIN
    breadth = max(across[n] + half for n, half in enumerate(_halves(threads, wide))) + MARGIN
    size = (length, breadth) if rightwards else (breadth, length)
    return Placed(graph, boxes, tuple(paths), *size, direction)


def _spans(threads: Threads, deep: list[int], between: int) -> list[tuple[int, int]]:
    """Where each layer begins and ends."""
    spans: list[tuple[int, int]] = []
    deepest = [0] * threads.depth
    for size, layer in zip(deep, threads.layer, strict=False):
        deepest[layer] = max(deepest[layer], size)
    for size in deepest:
        start = spans[-1][1] + between if spans else MARGIN
        spans.append((start, start + size))
    return spans


def _halves(threads: Threads, wide: list[int]) -> list[int]:
    """Half of the room across that each node or passing arrow takes."""
    return [*(size // 2 for size in wide), *[_THREAD // 2] * (len(threads.layer) - len(wide))]


def _layers(graph: Graph) -> list[int]:
    """Layer of each node: as late as what it goes into allows, so that it stands beside that."""
    number = {node.key: n for n, node in enumerate(graph.nodes)}
    after: dict[int, list[int]] = defaultdict(list)
    waits = [0] * len(graph.nodes)
    for edge in graph.edges:
        after[number[edge.source]].append(number[edge.target])
        waits[number[edge.target]] += 1
    layer = [0] * len(graph.nodes)
    order: list[int] = []
    ready = deque(n for n, left in enumerate(waits) if not left)
    while ready:
        order.append(here := ready.popleft())
        for target in after[here]:
            layer[target] = max(layer[target], layer[here] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    for here in reversed(order):
        if after[here]:
            layer[here] = min(layer[target] for target in after[here]) - 1
    return layer


def _across(threads: Threads, order: list[list[int]], wide: list[int], beside: int) -> list[int]:
    """The place of the middle of each node within its layer: near its neighbours, never over another."""
    halves = _halves(threads, wide)
    size = [2 * half + (beside if n < threads.real else 0) for n, half in enumerate(halves)]
    before: dict[int, list[int]] = defaultdict(list)
    after: dict[int, list[int]] = defaultdict(list)
    for source, target in threads.links:
        after[source].append(target)
        before[target].append(source)
    place = [0.0] * len(threads.layer)
    for layer in order:
        _spread(layer, [(0.0, 1)] * len(layer), size, place)
    sweeps = max(7, min(_SWEEPS, _EFFORT // len(threads.layer)))
    for sweep in range(sweeps):
        # Down, up, and both ways at once; at the end both ways only, so that nothing leans.
        turn = sweep % 3 if sweep < sweeps - 4 else 2
        for layer in order if turn != 1 else reversed(order):
            wishes = []
            for n in layer:
                near = ([] if turn == 1 else before[n]) + ([] if turn == 0 else after[n])
                wishes.append(_wish(n, near, place, threads.real))
            _spread(layer, wishes, size, place)
    left = min(value - half for value, half in zip(place, halves, strict=True))
    return [round(value - left) + MARGIN for value in place]


def _wish(n: int, near: list[int], place: list[float], real: int) -> tuple[float, int]:
    """Where a node wants to be, and how strongly."""
    pulls = [_PULL[(n >= real) + (m >= real)] for m in near]
    if not pulls:
        return place[n], 1
    return sum(place[m] * pull for m, pull in zip(near, pulls, strict=True)) / sum(pulls), sum(pulls)


def _spread(layer: list[int], wishes: list[tuple[float, int]], size: list[int], place: list[float]) -> None:
    """Put the nodes of a layer as near as they can be to where they want to be, in order, without overlap.

    Neighbours that would overlap are pooled and moved as one to the mean of their wishes (isotonic regression).
    """
    offset = 0.0
    blocks: list[tuple[float, int, int]] = []
    offsets = []
    for n, (wish, weight) in zip(layer, wishes, strict=True):
        offsets.append(offset + size[n] / 2)
        offset += size[n]
        mean, members = wish - offsets[-1], 1
        while blocks and blocks[-1][0] > mean:
            other, heavy, more = blocks.pop()
            mean = (mean * weight + other * heavy) / (weight + heavy)
            weight, members = weight + heavy, members + more
        blocks.append((mean, weight, members))
    shifts = [mean for mean, _, members in blocks for _ in range(members)]
    for n, own, shift in zip(layer, offsets, shifts, strict=True):
        place[n] = own + shift


def _ports(threads: Threads, across: list[int], wide: list[int]) -> list[list[int]]:
    """Where each arrow leaves its source and meets its target: side by side, in the order of the other ends."""
    ends = [[across[chain[0]], across[chain[-1]]] for chain in threads.chains]
    for side in (0, -1):
        at: dict[int, list[int]] = defaultdict(list)
        for number, chain in enumerate(threads.chains):
            at[chain[side]].append(number)
        for node, arrows in at.items():
            ordered = sorted(arrows, key=lambda n: (across[threads.chains[n][1 if side == 0 else -2]], n))
            step = min(14.0, wide[node] * 0.6 / max(len(ordered) - 1, 1))
            start = across[node] - step * (len(ordered) - 1) / 2
            for rank, number in enumerate(ordered):
                ends[number][side] = round(start + step * rank)
    return ends


def _points(
    threads: Threads,
    chain: list[int],
    across: list[int],
    spans: list[tuple[int, int]],
    ends: list[int],
    deep: list[int],
) -> list[tuple[int, int]]:
    """The way of one arrow, as places along the layers and across them."""
    first, *passed, last = chain
    start, end = spans[threads.layer[first]]
    points = [((start + end + deep[first]) // 2, ends[0])]
    for n in passed:
        points += [(place, across[n]) for place in spans[threads.layer[n]]]
    start, end = spans[threads.layer[last]]
    return [*points, ((start + end - deep[last]) // 2, ends[1])]
