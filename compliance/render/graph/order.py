"""The order of the nodes within each layer of a drawing, with few crossings (Sugiyama's method).

It is written here and not taken from a library: the well-kept ones are under copyleft (igraph) or draw with a program
of their own (Graphviz), and a program that reads licences keeps its own simple.
"""

from __future__ import annotations

import bisect
import itertools
from collections import defaultdict

from compliance.render.graph.model import Graph

_ORDER_SWEEPS = 24


class Threads:
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
        self.links = [pair for chain in self.chains for pair in itertools.pairwise(chain)]


def ordered(threads: Threads) -> list[list[int]]:
    """The nodes of each layer in an order with few crossings.

    Layer by layer, down and up in turn, each node goes to the mean place of its neighbours (Sugiyama, Tagawa and
    Toda, 1981); the best order met is kept. No chance is involved, so the same graph gives the same order.
    """
    layers: list[list[int]] = [[] for _ in range(threads.depth)]
    for n, own in enumerate(threads.layer):
        layers[own].append(n)
    above: dict[int, list[int]] = defaultdict(list)
    below: dict[int, list[int]] = defaultdict(list)
    for source, target in threads.links:
        below[source].append(target)
        above[target].append(source)
    best, fewest = [list(layer) for layer in layers], _crossings(layers, below)
    for sweep in range(_ORDER_SWEEPS):
        near = above if sweep % 2 == 0 else below
        beside = itertools.pairwise(layers) if near is above else itertools.pairwise(reversed(layers))
        for settled, layer in beside:
            _rearrange(layer, near, settled)
        count = _crossings(layers, below)
        if count < fewest:
            best, fewest = [list(layer) for layer in layers], count
        if fewest == 0:
            break
    return best


def _rearrange(layer: list[int], near: dict[int, list[int]], settled: list[int]) -> None:
    """Sort one layer by the mean place of the neighbours in the next one; nodes without any keep theirs."""
    place = {n: at for other in (settled, layer) for at, n in enumerate(other)}
    mean = {n: sum(place[m] for m in near[n]) / len(near[n]) if near[n] else place[n] for n in layer}
    layer.sort(key=lambda n: (mean[n], place[n]))


def _crossings(layers: list[list[int]], below: dict[int, list[int]]) -> int:
    """How often links between neighbouring layers cross."""
    total = 0
    for upper, lower in itertools.pairwise(layers):
        place = {n: at for at, n in enumerate(lower)}
        passed: list[int] = []
        for n in upper:
            ends = sorted(place[m] for m in below[n])
            total += sum(len(passed) - bisect.bisect_right(passed, end) for end in ends)
            for end in ends:
                bisect.insort(passed, end)
    return total
