"""A fleet and its compiled rules as the relations that DuckDB and Spark evaluate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from compliance.compile.automaton import HIT_OF_STATE
from compliance.compile.program import CompiledRule, Program
from compliance.fleet.extras import need
from compliance.fleet.loaded import Fleet
from compliance.kernels.graph import Graph
from compliance.kernels.relational import Tables, reach

_READINGS = ("narrow", "plain", "broad")


def frames(fleet: Fleet, program: Program, rules: Sequence[CompiledRule]) -> dict[str, Any]:
    """The relations as Arrow tables, by their names."""
    np, arrow = need("numpy"), need("pyarrow")
    graph = fleet.graph
    released = np.flatnonzero(fleet.release_kind >= 0)
    edges = {"source": graph.source, "target": graph.target, "kind": graph.kind, "pair": graph.pair}
    releases = {"node": released, "release_kind": fleet.release_kind[released]}
    numbers = {pair: n for n, pair in enumerate(fleet.columns.pairs)}
    entries = [(k, *one) for k, each in enumerate(graph.types) for one in each.entries]
    moves = [(k, *one) for k, each in enumerate(graph.types) for one in each.moves]
    asked = {row.query for rule in rules for row in rule.rows if row.query is not None}
    queries = [(numbers[pair], query) for query in sorted(asked) for pair in program.queries[query]]
    keys = [(n, kind, key) for n, rule in enumerate(rules) for kind, key in enumerate(rule.release_keys)]
    rulings = [row for n, rule in enumerate(rules) for row in _rulings(n, rule)]
    told: Mapping[str, tuple[tuple[str, ...], Sequence[tuple[int, ...]]]] = {
        "entries": (("kind", "state", "sure"), entries),
        "moves": (("kind", "before", "after", "sure"), moves),
        "queries": (("pair", "query"), queries),
        "hits": (("state", "hit"), list(enumerate(HIT_OF_STATE))),
        "keys": (("rule", "release_kind", "release_key"), keys),
        "rulings": (("rule", "query", "release_key", "hit", *_READINGS), rulings),
    }
    return {
        "edges": arrow.table(edges),
        "releases": arrow.table(releases),
        **{name: _table(names, rows) for name, (names, rows) in told.items()},
    }


def of_graph(graph: Graph, asked: Any) -> dict[str, Any]:
    """The relations that reach alone needs, for queries that are bits of words."""
    np, arrow = need("numpy"), need("pyarrow")
    pairs, bits = np.nonzero(asked[:, None] >> np.arange(64, dtype=np.uint64) & np.uint64(1))
    edges = {"source": graph.source, "target": graph.target, "kind": graph.kind, "pair": graph.pair}
    return {
        "edges": arrow.table(edges),
        "queries": arrow.table({"pair": pairs, "query": bits}),
        "entries": _table(
            ("kind", "state", "sure"), [(k, *e) for k, t in enumerate(graph.types) for e in t.entries]
        ),
        "moves": _table(
            ("kind", "before", "after", "sure"), [(k, *m) for k, t in enumerate(graph.types) for m in t.moves]
        ),
        **{name: _table(columns, ()) for name, columns in _JUDGING.items()},
    }


_JUDGING = {
    "hits": ("state", "hit"), "releases": ("node", "release_kind"), "keys": ("rule", "release_kind", "release_key"),
    "rulings": ("rule", "query", "release_key", "hit", *_READINGS),
}  # fmt: skip


def kernel_in(engine: str, master: str) -> Callable[[Graph, Any], Any]:
    """A kernel that works the relations out in DuckDB or Spark, and gives the table of the others."""
    np = need("numpy")
    need("ibis")
    session = None
    if engine == "spark":
        from compliance.fleet.spark import session_of

        session = session_of(master)

    def follow(graph: Graph, asked: Any) -> Any:
        held = of_graph(graph, asked)
        tables, keep = in_duckdb(held) if session is None else in_spark(held, session)
        found = reach(tables, keep).execute()
        table = np.zeros((graph.nodes, 2 * graph.states), dtype=np.uint64)
        bits = np.left_shift(np.uint64(1), found["query"].to_numpy().astype(np.uint64))
        node, state = found["node"].to_numpy(), found["state"].to_numpy()
        np.bitwise_or.at(table, (node, graph.states + state), bits)
        sure = found["sure"].to_numpy() > 0
        np.bitwise_or.at(table, (node[sure], state[sure]), bits[sure])
        return table

    return follow


def _table(names: Sequence[str], rows: Sequence[tuple[int, ...]]) -> Any:
    arrow = need("pyarrow")
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    held = {
        name: arrow.array(list(map(int, column)), arrow.int64())
        for name, column in zip(names, columns, strict=True)
    }
    return arrow.table(held)


def _rulings(number: int, rule: CompiledRule) -> Iterator[tuple[int, ...]]:
    for row in rule.rows:
        if row.query is None:
            continue
        for hit in range(max(row.may).bit_length()):
            truths = [2 if s >> hit & 1 else m >> hit & 1 for s, m in zip(row.sure, row.may, strict=True)]
            if any(truths):
                yield (number, row.query, row.release_key, hit, *truths)


def in_duckdb(held: Mapping[str, Any], connection: Any = None) -> tuple[Tables, Any]:
    """The relations in DuckDB, and what keeps one."""
    ibis = need("ibis")
    engine = ibis.duckdb.from_connection(connection) if connection is not None else ibis.duckdb.connect()
    for name, table in held.items():
        engine.con.register(f"fleet_{name}", table)

    def keep(name: str, relation: Any) -> Any:
        engine.con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {engine.compile(relation)}")
        return engine.table(name)

    return Tables(**{name: engine.table(f"fleet_{name}") for name in Tables._fields}), keep


def in_spark(held: Mapping[str, Any], session: Any) -> tuple[Tables, Any]:
    """The relations in Spark, and what keeps one."""
    ibis = need("ibis")
    engine = ibis.pyspark.connect(session)
    for name, table in held.items():
        schema = ", ".join(f"`{column}` long" for column in table.column_names)
        session.createDataFrame(table.to_pandas(), schema).createOrReplaceTempView(f"fleet_{name}")

    def keep(name: str, relation: Any) -> Any:
        session.sql(engine.compile(relation)).localCheckpoint().createOrReplaceTempView(name)
        return engine.table(name)

    return Tables(**{name: engine.table(f"fleet_{name}") for name in Tables._fields}), keep
