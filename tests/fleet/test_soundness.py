"""A store that was cut, edited or made by somebody else is refused where it is opened, never later or unseen."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable

import pytest

from compliance.errors import UsageError
from compliance.fleet import extras
from compliance.fleet.check import check
from compliance.fleet.store import Store
from compliance.kernels.numpy_kernel import reach
from compliance.model.known.knowledge import Knowledge
from tests.fleet.conftest import AS_OF, HUB

TABLES = ("meta", "versions", "names", "artifacts", "edges", "known_edges", "asked", "positions")
OTHER_TABLES = (
    *(f"DROP TABLE {table}; CREATE TABLE {table} (a VARCHAR)" for table in TABLES),
    *(f"DROP TABLE {table}" for table in TABLES),
    "ALTER TABLE names ALTER n TYPE VARCHAR",
    "ALTER TABLE versions ALTER told SET DEFAULT 'x'",
    "DROP TABLE known_edges; CREATE TABLE known_edges (source BIGINT, target BIGINT AS (source))",
    "CREATE TABLE scope (n BIGINT)",
    "CREATE INDEX by_name ON names (id)",
    "CREATE SEQUENCE counted",
    "UPDATE meta SET value = '1' WHERE key = 'schema'",
    "DELETE FROM meta",
)
OTHER_ROWS = (
    "DELETE FROM meta WHERE key = 'as_of'",
    "UPDATE meta SET value = '2025-13-40' WHERE key = 'as_of'",
    "UPDATE meta SET value = NULL WHERE key = 'as_of'",
    "INSERT INTO meta VALUES ('else', '1')",
    "DELETE FROM versions",
    "UPDATE versions SET version = NULL",
    "INSERT INTO versions SELECT * FROM versions",
    "DELETE FROM names",
    "UPDATE names SET n = n + 1",
    "UPDATE names SET id = NULL",
    "INSERT INTO names SELECT * FROM names",
    "UPDATE artifacts SET kind = NULL",
    "UPDATE artifacts SET since = 99",
    "UPDATE artifacts SET until = 0",
    "INSERT INTO artifacts SELECT * FROM artifacts",
    "UPDATE edges SET source = 987654",
    "UPDATE edges SET target = NULL",
    "UPDATE edges SET role = NULL",
    "UPDATE edges SET e = 0",
    "INSERT INTO known_edges VALUES (99999, 1)",
    "UPDATE asked SET version = 7",
    "DELETE FROM asked",
    "UPDATE positions SET readings = 250",
    "UPDATE positions SET n = -5",
    "UPDATE positions SET source = 98765",
    "INSERT INTO positions SELECT * FROM positions",
)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> bytes:
    """A store that was filled and checked, as bytes."""
    import json

    from compliance.fleet.ingest import ingest

    folder = tmp_path_factory.mktemp("checked")
    (folder / "hub.jsonl").write_text("".join(json.dumps(one) + "\n" for one in HUB), encoding="utf-8")
    store = Store(folder / "hub.fleet")
    ingest(store, folder / "hub.jsonl", knowledge, lambda _: None)
    ingest(store, folder / "hub.jsonl", knowledge, lambda _: None)
    check(store, knowledge, AS_OF, reach, lambda _: None)
    store.close()
    return (folder / "hub.fleet").read_bytes()


@pytest.fixture
def edited(checked: bytes, tmp_path: pathlib.Path) -> Callable[[str], pathlib.Path]:
    """Copies the store and edits the copy."""

    def edit(statements: str) -> pathlib.Path:
        path = tmp_path / "hub.fleet"
        path.write_bytes(checked)
        with extras.need("duckdb").connect(str(path)) as held:
            held.execute(statements)
        return path

    return edit


def test_what_this_program_wrote_is_sound(edited: Callable[[str], pathlib.Path]) -> None:
    store = Store(edited("SELECT 1"), existing=True)
    assert store.version == 2
    store.close()


@pytest.mark.parametrize("statements", [*OTHER_TABLES, *OTHER_ROWS])
def test_an_edited_store_is_refused(statements: str, edited: Callable[[str], pathlib.Path]) -> None:
    path = edited(statements)
    for settings in ({}, {"existing": True}, {"readonly": True}):
        with pytest.raises(UsageError, match=r"is no store as this program writes them|by another version"):
            Store(path, **settings)


def test_a_file_without_tables_answers_no_question(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "hub.fleet"
    extras.need("duckdb").connect(str(path)).close()
    for settings in ({"existing": True}, {"readonly": True}):
        with pytest.raises(UsageError, match="holds nothing"):
            Store(path, **settings)
    Store(path).close()
    Store(path, existing=True).close()


@pytest.mark.parametrize("part", [0, 10, 4_096, 12_288, 200_000, 270_000, 500_000])
def test_a_store_that_was_cut_is_refused(part: int, checked: bytes, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "hub.fleet"
    path.write_bytes(checked[: min(part, len(checked) - 1)])
    with pytest.raises(UsageError, match=r"cannot (open|read)"):
        Store(path)


@pytest.mark.parametrize("kind", ["pipe", "link", "lost link", "folder"])
def test_a_log_that_is_no_file_is_not_opened(kind: str, checked: bytes, tmp_path: pathlib.Path) -> None:
    path, log = tmp_path / "hub.fleet", tmp_path / "hub.fleet.wal"
    path.write_bytes(checked)
    if kind == "pipe":
        os.mkfifo(log)
    elif kind == "folder":
        log.mkdir()
    else:
        log.symlink_to("hub.fleet" if kind == "link" else "nowhere")
    with pytest.raises(UsageError, match="beside it is no regular file"):
        Store(path)
