"""The embedded store: artifacts and edges with the versions in which they stood, and what checks came to."""

from __future__ import annotations

import pathlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from compliance.errors import Fault, UsageError, nearest
from compliance.fleet.extras import need, workers
from compliance.fleet.merging import FACTS, OPEN, merge
from compliance.fleet.rows import ARTIFACT_COLUMNS, EDGE_COLUMNS, ArtifactRow, EdgeRow, Row
from compliance.fleet.soundness import check_plain, check_rows, check_tables, is_empty, version_of

SCHEMA = 2
_TABLES = f"""
CREATE TABLE IF NOT EXISTS meta (key VARCHAR PRIMARY KEY, value VARCHAR);
CREATE TABLE IF NOT EXISTS versions (version INTEGER, told VARCHAR, digest VARCHAR);
CREATE TABLE IF NOT EXISTS names (n BIGINT, id VARCHAR, data BOOLEAN);
CREATE TABLE IF NOT EXISTS artifacts (
  n BIGINT, {", ".join(f"{name} VARCHAR" for name in FACTS)}, since INTEGER, until INTEGER);
CREATE TABLE IF NOT EXISTS edges (
  e BIGINT, source BIGINT, target BIGINT, parent_kind VARCHAR, step VARCHAR, role VARCHAR, period VARCHAR, "by" VARCHAR,
  relation VARCHAR, since INTEGER, until INTEGER);
CREATE TABLE IF NOT EXISTS known_edges (source BIGINT, target BIGINT);
CREATE TABLE IF NOT EXISTS asked (rule VARCHAR PRIMARY KEY, digest VARCHAR, version INTEGER);
CREATE TABLE IF NOT EXISTS positions (
  rule VARCHAR, n BIGINT, party VARCHAR, readings UTINYINT, hit UTINYINT, source BIGINT, entry BIGINT);
"""


class Store:
    """One file that holds a fleet. What a killed process has not finished is not in it."""

    def __init__(self, path: pathlib.Path, *, readonly: bool = False, existing: bool = False) -> None:
        """Open a store, or make one where it need not be `existing`.

        Raises `UsageError` where the file is none, or another process holds it.
        """
        duckdb = need("duckdb")
        if (readonly or existing) and not path.is_file():
            raise UsageError(Fault(None, f"there is no store at {path}", _instead(path)))
        if path.exists() and not path.is_file():
            raise UsageError(Fault(None, f"cannot open {path}: it is no regular file", "name a file"))
        log = path.with_name(f"{path.name}.wal")
        if log.is_symlink() or (log.exists() and not log.is_file()):
            # Whoever opens the store reads its log without a look at what it is: a pipe would never end.
            raise UsageError(
                Fault(None, f"cannot open {path}: {log.name} beside it is no regular file", "remove it")
            )
        settings = {
            "threads": workers(),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        try:
            self.connection = duckdb.connect(str(path), read_only=readonly, config=settings)
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise UsageError(
                Fault(None, f"cannot open {path}: {reason}", "give a store that is free")
            ) from None
        self.path = path
        try:
            self._look_over(duckdb, readonly=readonly, existing=existing)
        except duckdb.Error as error:
            # What was cut off a file shows only where its rows are read.
            self.close()
            reason = str(error).splitlines()[0]
            raise UsageError(
                Fault(None, f"cannot read {path}: {reason}", "give a store that is whole")
            ) from None
        except BaseException:
            self.close()
            raise

    def _look_over(self, duckdb: Any, *, readonly: bool, existing: bool) -> None:
        """Make the tables of a new store; refuse a file that holds other ones, or rows that no store holds."""
        check_plain(self)
        if is_empty(self):
            if readonly or existing:
                raise UsageError(Fault(None, f"{self.path} holds nothing", "ingest something first"))
            self.connection.execute("BEGIN")
            self.connection.execute(_TABLES)
            self.connection.execute("INSERT INTO meta VALUES ('schema', ?)", [str(SCHEMA)])
            self.connection.execute("COMMIT")
        if version_of(self) != str(SCHEMA):
            what = f"{self.path} was written by another version"
            raise UsageError(Fault(None, what, "ingest into a new store"))
        check_tables(self, duckdb, _TABLES)
        check_rows(self)

    def all(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Every row of a query."""
        return self.connection.execute(query, list(values)).fetchall()  # type: ignore[no-any-return]

    def one(self, query: str, values: Sequence[object] = ()) -> Any:
        """The first value of the first row."""
        # A result that is not read to its end keeps the connection from other work.
        found = self.all(query, values)
        return found[0][0] if found else None

    def columns(self, query: str, values: Sequence[object] = ()) -> dict[str, Any]:
        """The columns of a query as arrays."""
        return self.connection.execute(query, list(values)).fetchnumpy()  # type: ignore[no-any-return]

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @property
    def version(self) -> int:
        """The number of the last ingest; 0 where there was none."""
        return int(self.one("SELECT coalesce(max(version), 0) FROM versions"))

    def ingest(self, chunks: Iterable[Sequence[Row]], told: str, digest: str) -> int:
        """Take rows in, all of them or none; an artifact that is told again is as it is told last.

        Returns the number of the version.
        """
        self.connection.execute("BEGIN")
        try:
            self._staged(chunks)
            version = self.version + 1
            self.connection.execute("INSERT INTO versions VALUES (?, ?, ?)", [version, told, digest])
            merge(self, version)
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        return version

    def _staged(self, chunks: Iterable[Sequence[Row]]) -> None:
        for table, names in (("new_artifacts", ("line", *ARTIFACT_COLUMNS)), ("new_edges", EDGE_COLUMNS)):
            columns = ", ".join(f'"{name}" {"BIGINT" if name == "line" else "VARCHAR"}' for name in names)
            self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} ({columns})")
        line = 0
        for chunk in chunks:
            artifacts = [row for row in chunk if isinstance(row, ArtifactRow)]
            self._put(
                "new_artifacts",
                ("line", *ARTIFACT_COLUMNS),
                [(line + n, *row) for n, row in enumerate(artifacts)],
            )
            self._put("new_edges", EDGE_COLUMNS, [row for row in chunk if isinstance(row, EdgeRow)])
            line += len(artifacts)

    def _put(self, table: str, names: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        if not rows:
            return
        arrow = need("pyarrow")
        columns = dict(zip(names, zip(*rows, strict=True), strict=True))
        types = {name: arrow.int64() if name == "line" else arrow.string() for name in names}
        staged = arrow.table({name: arrow.array(column, types[name]) for name, column in columns.items()})
        self.connection.register("staged", staged)
        self.connection.execute(f"INSERT INTO {table} SELECT * FROM staged")
        self.connection.unregister("staged")

    def name(self, ids: str, values: Sequence[object] = ()) -> None:
        """Give numbers to the ids of a query that have none; beside each, whether it is of a data set, or NULL."""
        self.connection.execute(
            "INSERT INTO names SELECT (SELECT coalesce(max(n), -1) FROM names) "
            "+ row_number() OVER (ORDER BY id, data), id, data FROM "
            f"(SELECT id, data FROM ({ids}) AS asked WHERE id IS NOT NULL EXCEPT SELECT id, data FROM names)",
            list(values),
        )

    def counts(self) -> tuple[int, int]:
        """How many artifacts and edges stand now."""
        return (
            int(self.one(f"SELECT count(*) FROM ({self.current('artifacts')})")),
            int(self.one(f"SELECT count(*) FROM ({self.current('edges')})")),
        )

    @property
    def links(self) -> str:
        """A query for what was made from what: as the fleet states it, and as the registry knows it."""
        return f"SELECT source, target FROM ({self.current('edges')}) UNION ALL SELECT source, target FROM known_edges"

    def behind(self, table: str, start: str) -> None:
        """Make a table of the numbers that a query gives, and of all that stand behind them."""
        self._spread(table, start, "SELECT source FROM", "target")

    def ahead(self, table: str, start: str) -> None:
        """Make a table of the numbers that a query gives, and of all that were made from them."""
        self._spread(table, start, "SELECT target FROM", "source")

    def _spread(self, table: str, start: str, other: str, end: str) -> None:
        self.connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {table} AS WITH RECURSIVE spread(n) AS ({start} UNION "
            f"{other} ({self.links}) AS links JOIN spread ON links.{end} = spread.n) SELECT n FROM spread"
        )

    def remember(self, links: Collection[tuple[int, int]], *, whole: bool) -> None:
        """Keep what the registry knows to stand behind what; `whole` where nothing else is known."""
        held = set(self.all("SELECT source, target FROM known_edges"))
        if held == links or (not whole and held >= set(links)):
            return
        self.connection.execute("BEGIN")
        if whole:
            self.connection.execute("DELETE FROM known_edges")
            held = set()
        fresh = sorted(set(links) - held)
        if fresh:
            self.connection.executemany("INSERT INTO known_edges VALUES (?, ?)", fresh)
        self.connection.execute("COMMIT")

    def numbers(self, artifact: str) -> list[int]:
        """The numbers of an id: of a model, then of a data set that is called the same; `datasets/ID` is that alone.

        Raises `UsageError` for one that the store does not know.
        """
        named = "SELECT n FROM names WHERE id = ? ORDER BY coalesce(data, false)"
        of_data = "SELECT n FROM names WHERE 'datasets/' || id = ? AND data"
        found = self.all(named, [artifact]) or self.all(of_data, [artifact])
        if not found:
            likeness = "jaro_winkler_similarity(lower(id), lower(?)) DESC, id"
            near = self.all(f"SELECT id FROM names ORDER BY {likeness} LIMIT 1", [artifact])
            like = f"did you mean {near[0][0]}?" if near else "ingest something first"
            raise UsageError(Fault(None, f"the store knows no {artifact!r}", like))
        return [int(n) for (n,) in found]

    def current(self, table: str) -> str:
        """A query for the rows of a table as they stand."""
        return f"SELECT * FROM {table} WHERE until = {OPEN}"

    def export(self, path: pathlib.Path) -> None:
        """Write every position as a table: rule, release, truths, and the source and first product that show it."""
        select = (
            "SELECT rule, r.id AS release, party, readings // 9 AS narrow, readings // 3 % 3 AS plain, "
            "readings % 3 AS broad, s.id AS source, e.id AS entry FROM positions p JOIN names r ON r.n = p.n "
            "LEFT JOIN names s ON s.n = p.source LEFT JOIN names e ON e.n = p.entry ORDER BY rule, release"
        )
        how = "PARQUET, COMPRESSION ZSTD" if path.suffix == ".parquet" else "CSV, HEADER"
        quoted = str(path).replace("'", "''")
        self.connection.execute(f"COPY ({select}) TO '{quoted}' (FORMAT {how})")

    def lines(self, query: str, size: int = 100_000) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a query, some at a time."""
        found = self.connection.execute(query)
        while rows := found.fetchmany(size):
            yield rows


def _instead(path: pathlib.Path) -> str:
    """What to do where there is no store: a file that is called much the same, or how to make one."""
    beside = [one.name for one in path.parent.iterdir() if one.is_file()] if path.parent.is_dir() else []
    near = nearest(path.name, beside)
    made = "make one with `compliance fleet ingest`"
    return f"did you mean {path.with_name(near)}? Else {made}" if near else made
