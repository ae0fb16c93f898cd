"""Whether a store holds what this program writes into one: it may have been cut, edited, or be somebody else's.

Tables of other columns would end in the middle of a question; rows that lead nowhere, or stand for no day, would be
counted as answers. What is looked at here is the form alone: that its positions are those of the rules, nothing shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compliance.errors import Fault, UsageError, shown
from compliance.fleet.merging import OPEN

if TYPE_CHECKING:
    from compliance.fleet.store import Store

_HELD = """
SELECT sql FROM duckdb_tables() WHERE NOT internal AND NOT temporary AND database_name = current_database() ORDER BY sql
"""
_NOTES = """
SELECT column_name FROM duckdb_columns() WHERE table_name = 'meta' AND database_name = current_database()
"""
_FOREIGN = """
SELECT view_name FROM duckdb_views() WHERE NOT internal
UNION ALL SELECT function_name FROM duckdb_functions() WHERE NOT internal
UNION ALL SELECT table_name FROM duckdb_tables() WHERE NOT internal AND schema_name <> 'main'
UNION ALL SELECT type_name FROM duckdb_types() WHERE NOT internal AND database_name = current_database()
UNION ALL SELECT index_name FROM duckdb_indexes() WHERE database_name = current_database()
UNION ALL SELECT sequence_name FROM duckdb_sequences() WHERE database_name = current_database()
"""
_LAST = "(SELECT coalesce(max(version), 0) FROM versions)"
_SPAN = (
    f"since IS NULL OR until IS NULL OR since < 1 OR since > {_LAST} OR until <= since "
    f"OR (until <> {OPEN} AND until > {_LAST})"
)
_WRONG = {
    "a note that is none, or for no day": (
        "SELECT 1 FROM meta WHERE key NOT IN ('schema', 'as_of') OR value IS NULL "
        "OR (key = 'as_of' AND (TRY_CAST(value AS DATE) IS NULL "
        "OR NOT regexp_full_match(value, '\\d{4}-\\d\\d-\\d\\d')))"
    ),
    "answers of no day": (
        "SELECT 1 FROM (SELECT rule FROM asked UNION ALL SELECT rule FROM positions) "
        "WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'as_of')"
    ),
    "versions that do not follow each other": (
        "SELECT 1 FROM versions HAVING count(*) <> coalesce(max(version), 0) OR count(*) <> count(DISTINCT version) "
        "OR coalesce(min(version), 1) < 1 OR count(digest) < count(*) OR count(told) < count(*)"
    ),
    "a name without a number, or twice": (
        "SELECT 1 FROM names HAVING count(n) < count(*) OR count(id) < count(*) OR count(DISTINCT n) < count(*) "
        "OR coalesce(min(n), 0) < 0 OR coalesce(max(n), -1) <> count(*) - 1 "
        "UNION ALL SELECT 1 FROM names GROUP BY id, data HAVING count(*) > 1"
    ),
    "an artifact that has no name, no kind, no version or stands twice": (
        f"SELECT 1 FROM artifacts WHERE n IS NULL OR n NOT IN (SELECT n FROM names) OR kind IS NULL OR {_SPAN} "
        f"UNION ALL SELECT 1 FROM artifacts WHERE until = {OPEN} GROUP BY n HAVING count(*) > 1"
    ),
    "an edge that leads nowhere, has no version or stands twice": (
        "SELECT 1 FROM edges WHERE e IS NULL OR source IS NULL OR source NOT IN (SELECT n FROM names) "
        "OR target IS NULL OR target NOT IN (SELECT n FROM names) OR step IS NULL OR role IS NULL "
        f"OR {_SPAN} UNION ALL SELECT 1 FROM edges HAVING count(DISTINCT e) < count(*)"
    ),
    "a known edge that leads nowhere": (
        "SELECT 1 FROM known_edges WHERE source IS NULL OR source NOT IN (SELECT n FROM names) "
        "OR target IS NULL OR target NOT IN (SELECT n FROM names)"
    ),
    "a rule that was asked of no version": (
        f"SELECT 1 FROM asked WHERE digest IS NULL OR version IS NULL OR version < 0 OR version > {_LAST}"
    ),
    "a position of no rule, or of no release": (
        "SELECT 1 FROM positions WHERE rule IS NULL OR rule NOT IN (SELECT rule FROM asked) "
        "OR n IS NULL OR n NOT IN (SELECT n FROM names) OR party IS NULL OR readings IS NULL OR readings > 26 "
        "OR hit IS NULL OR source IS NULL OR (source >= 0 AND source NOT IN (SELECT n FROM names)) "
        "OR entry IS NULL OR (entry >= 0 AND entry NOT IN (SELECT n FROM names)) "
        "UNION ALL SELECT 1 FROM positions GROUP BY rule, n HAVING count(*) > 1"
    ),
}
"""What no store of this program holds, and the query that finds it."""


def is_empty(store: Store) -> bool:
    """Whether a file holds no table yet: it was not there, or nothing was ever written into it."""
    return not store.all(_HELD)


def version_of(store: Store) -> str | None:
    """Under which version of its tables a store was written; None where it does not say so."""
    columns = {name for (name,) in store.all(f"SELECT column_name FROM ({_NOTES})")}
    if not columns >= {"key", "value"}:
        return None
    return store.one("SELECT value::VARCHAR FROM meta WHERE key::VARCHAR = 'schema'")  # type: ignore[no-any-return]


def check_plain(store: Store) -> None:
    """Make sure that a store holds tables alone. Raises `UsageError`.

    A view of its own, or a function, would read other files of whoever asks it.
    """
    foreign = store.all(_FOREIGN)
    if foreign:
        raise _refused(store, f"it holds {shown(foreign[0][0])}")


def check_tables(store: Store, duckdb: Any, tables: str) -> None:
    """Make sure that a store has the tables that `tables` makes, and no other ones. Raises `UsageError`."""
    with duckdb.connect(":memory:") as fresh:
        fresh.execute(tables)
        wanted = fresh.execute(_HELD).fetchall()
    if store.all(_HELD) != wanted:
        raise _refused(store, "its tables are other ones")


def check_rows(store: Store) -> None:
    """Make sure that no row of a store leads nowhere or stands for no day. Raises `UsageError`."""
    for what, query in _WRONG.items():
        if store.all(f"SELECT 1 FROM ({query}) LIMIT 1"):
            raise _refused(store, f"it holds {what}")


def _refused(store: Store, why: str) -> UsageError:
    what = f"{store.path} is no store as this program writes them: {why}"
    return UsageError(Fault(None, what, "ingest into a new store"))
