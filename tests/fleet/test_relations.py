"""The relational form gives, on DuckDB and on Spark, what the kernels give, for real packs and for random graphs."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from compliance.compile.program import Columns, CompiledRule, Pair, Program, Row, compile_packs
from compliance.fleet.answers import Batch, answers, queries_of
from compliance.fleet.loaded import Fleet, load
from compliance.fleet.relations import frames, in_duckdb, in_spark, kernel_in
from compliance.fleet.store import Store
from compliance.kernels import numpy_kernel, relational
from compliance.kernels.graph import Graph
from compliance.model.known.knowledge import Knowledge
from tests.kernels.graphs import PAIRS, QUERIES, graphs

from .conftest import AS_OF, HUB

Verdicts = set[tuple[int, int, int, int, int]]


def by_kernel(fleet: Fleet, program: Program) -> Verdicts:
    """Rule, node and truths, as the numpy kernel and its judge give them; of what reaches a release, not of itself."""
    found: Verdicts = set()
    for number, whole in enumerate(program.rules):
        rule = replace(whole, rows=tuple(row for row in whole.rows if row.query is not None), selves=())
        for one in answers(
            fleet, program, Batch((rule,), tuple(sorted(queries_of(rule)))), numpy_kernel.reach
        ):
            for node, code, hit in zip(*one.verdicts[:3], strict=True):
                if hit >= 0:
                    local = int(np.searchsorted(fleet.numbers, node))
                    found.add((number, local, int(code) // 9, int(code) // 3 % 3, int(code) % 3))
    return found


def by_relations(tables: relational.Tables, keep: Any) -> Verdicts:
    found = relational.verdicts(relational.reach(tables, keep), tables).execute()
    return {(int(r.rule), int(r.node), int(r.narrow), int(r.plain), int(r.broad)) for r in found.itertuples()}


@pytest.fixture
def whole(tmp_path: Path, knowledge: Knowledge, told: Callable[..., int]) -> tuple[Fleet, Program]:
    """The small hub with all bundled rules."""
    store = Store(tmp_path / "hub.fleet")
    told(store, HUB)
    fleet = load(store, knowledge, AS_OF)
    return fleet, compile_packs(knowledge, AS_OF, fleet.columns)


def test_duckdb_gives_the_same_verdicts_on_a_hub(whole: tuple[Fleet, Program]) -> None:
    fleet, program = whole
    expected = by_kernel(fleet, program)
    assert len(expected) > 10
    assert expected == by_relations(*in_duckdb(frames(fleet, program, program.rules)))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(), QUERIES)
def test_duckdb_reaches_what_the_kernel_reaches(graph: Graph, queries: list[frozenset[int]]) -> None:
    assert reached_by_kernel(graph, queries) == reached_by(*in_duckdb(of_graph(graph, queries)))


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(), QUERIES)
def test_a_relational_kernel_gives_the_table_of_the_others(
    graph: Graph, queries: list[frozenset[int]]
) -> None:
    asked = words(queries)
    assert numpy_kernel.reach(graph, asked).tolist() == kernel_in("duckdb", "")(graph, asked).tolist()


def words(queries: list[frozenset[int]]) -> Any:
    asked = np.zeros(PAIRS, dtype=np.uint64)
    for bit, query in enumerate(queries):
        for pair in query:
            asked[pair] |= np.uint64(1 << bit)
    return asked


def of_graph(graph: Graph, queries: list[frozenset[int]]) -> dict[str, Any]:
    """The relations of a graph alone."""
    columns = Columns((), (), (), tuple(Pair(n, 0) for n in range(PAIRS)))
    none = np.full(graph.nodes, -1)
    fleet = Fleet(graph, columns, none, none, none, none, (), none, np.arange(graph.nodes))
    program = Program(tuple(frozenset(Pair(n, 0) for n in query) for query in queries), ())
    return frames(fleet, program, [_all_of(program)])


def _all_of(program: Program) -> CompiledRule:
    rows = tuple(Row(n, 0, (0, 0, 0), (1, 1, 1)) for n in range(len(program.queries)))
    return CompiledRule("any", "releaser", (), rows)


def reached_by(tables: relational.Tables, keep: Any) -> Verdicts:
    found = relational.reach(tables, keep).execute()
    return {(int(r.node), int(r.query), int(r.state), int(r.sure), 0) for r in found.itertuples()}


def reached_by_kernel(graph: Graph, queries: list[frozenset[int]]) -> Verdicts:
    table = numpy_kernel.reach(graph, words(queries))
    return {
        (node, bit, state, int(table[node, state]) >> bit & 1, 0)
        for node in range(graph.nodes)
        for state in range(graph.states)
        for bit in range(len(queries))
        if int(table[node, graph.states + state]) >> bit & 1
    }


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A local Spark on two workers; skipped where there is no Java or no Spark, except in CI."""
    there = shutil.which("java") is not None and importlib.util.find_spec("pyspark") is not None
    if not there and not os.environ.get("CI"):
        pytest.skip("Spark and Java are not installed")
    from compliance.fleet.spark import session_of

    found = session_of("local[2]")
    yield found
    found.stop()


def test_spark_gives_the_same_verdicts_on_a_hub(whole: tuple[Fleet, Program], session: Any) -> None:
    fleet, program = whole
    assert by_kernel(fleet, program) == by_relations(
        *in_spark(frames(fleet, program, program.rules), session)
    )
