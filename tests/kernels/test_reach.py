"""Every evaluator gives what the plain search gives, on graphs of every shape."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.kernels import numba_kernel, numpy_kernel, reference
from compliance.kernels.evidence import route_back, walk_back
from compliance.kernels.graph import Graph

from .graphs import PAIRS, QUERIES, graph_of, graphs


def words(queries: list[frozenset[int]]) -> np.ndarray:
    asked = np.zeros(PAIRS, dtype=np.uint64)
    for bit, query in enumerate(queries):
        for pair in query:
            asked[pair] |= np.uint64(1 << bit)
    return asked


def searched(graph: Graph, queries: list[frozenset[int]]) -> np.ndarray:
    """The table as the plain search gives it."""
    table = np.zeros((graph.nodes, 2 * graph.states), dtype=np.uint64)
    edges = [
        reference.PlainEdge(*map(int, one))
        for one in zip(graph.source, graph.target, graph.kind, graph.pair, strict=True)
    ]
    for bit, query in enumerate(queries):
        for offset, sure in ((0, True), (graph.states, False)):
            for node, state in reference.reach(edges, graph.types, query, sure=sure):
                table[node, offset + state] |= np.uint64(1 << bit)
    return table


@settings(max_examples=50, deadline=None)
@given(graphs(), QUERIES)
def test_numpy_gives_what_a_plain_search_gives(graph: Graph, queries: list[frozenset[int]]) -> None:
    assert searched(graph, queries).tolist() == numpy_kernel.reach(graph, words(queries)).tolist()


@settings(max_examples=50, deadline=None)
@given(graphs(), QUERIES)
def test_numba_gives_what_a_plain_search_gives(graph: Graph, queries: list[frozenset[int]]) -> None:
    pytest.importorskip("numba")
    assert searched(graph, queries).tolist() == numba_kernel.reach(graph, words(queries)).tolist()


@settings(max_examples=50, deadline=None)
@given(graphs(), QUERIES)
def test_every_hit_has_a_route_from_a_source_of_its_query(
    graph: Graph, queries: list[frozenset[int]]
) -> None:
    asked = words(queries)
    table = numpy_kernel.reach(graph, asked)
    walk = walk_back(graph, table, asked)
    for node in range(graph.nodes):
        for column in range(2 * graph.states):
            for bit, query in enumerate(queries):
                if not int(table[node, column]) >> bit & 1:
                    continue
                state, sure = column % graph.states, column < graph.states
                route = route_back(graph, table, asked, bit, node, state, sure)
                assert_valid(graph, route, query, node, state, sure)
                one = np.array([node]), np.array([state]), np.array([int(sure)])
                edge = int(walk(bit, *one)[0])
                assert int(graph.pair[edge]) in query


def assert_valid(
    graph: Graph, route: list[tuple[int, int]], query: frozenset[int], node: int, state: int, sure: bool
) -> None:
    """The route begins with a source of the query, every edge allows the move, and it ends where it should."""
    edge, here = route[0]
    assert int(graph.pair[edge]) in query
    assert (here, True) in graph.types[graph.kind[edge]].entries or (
        not sure and (here, False) in graph.types[graph.kind[edge]].entries
    )
    for before, (edge, after) in itertools.pairwise(route):
        assert graph.target[before[0]] == graph.source[edge]
        settled = {s for b, a, s in graph.types[graph.kind[edge]].moves if (b, a) == (before[1], after)}
        assert settled
        assert not sure or True in settled
    assert (node, state) == (int(graph.target[route[-1][0]]), route[-1][1])


@given(st.integers(2, 40), st.integers(0, 5))
def test_a_circle_is_found_and_its_nodes_share_a_level(length: int, tail: int) -> None:
    around = [(n, (n + 1) % length, 0, 0) for n in range(length)]
    behind = [(length + n - 1 if n else 0, length + n, 0, 0) for n in range(tail)]
    graph = graph_of(length + tail, [*around, *behind])
    assert graph.order.circles == 1
    assert {0} == set(graph.order.circle[:length].tolist())
    assert {-1} >= set(graph.order.circle[length:].tolist())
    assert [0] * length + list(range(1, tail + 1)) == graph.order.level.tolist()
