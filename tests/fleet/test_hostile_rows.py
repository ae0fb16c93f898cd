"""Rows of others: nothing that they state of a parent or a licence is replaced or dropped unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.errors import InputError
from compliance.fleet.ingest import ingest
from compliance.fleet.store import Store
from compliance.model.known.knowledge import Knowledge

Take = Callable[[str, str], Store]


@pytest.fixture
def take(tmp_path: Path, knowledge: Knowledge) -> Take:
    """Writes a file and takes it in."""

    def taken(name: str, text: str) -> Store:
        (tmp_path / name).write_text(text, encoding="utf-8")
        store = Store(tmp_path / "hub.fleet")
        ingest(store, tmp_path / name, knowledge, lambda _: None)
        return store

    return taken


def _parents(store: Store) -> set[str]:
    rows = store.connection.execute("SELECT id FROM edges JOIN names ON names.n = edges.source").fetchall()
    return {one for (one,) in rows}


def test_several_parents_of_one_row_are_several_edges(take: Take) -> None:
    assert _parents(take("a.jsonl", '{"child": "me/t", "parent": ["org/a", "org/b"]}\n')) == {
        "org/a",
        "org/b",
    }


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.jsonl", '{"child": "me/t", "parent": "org/a", "parent": "org/b"}\n', "'parent' is given twice"),
        ("a.jsonl", '{"id": "me/t", "licence": "mit", "licence": "gpl-3.0"}\n', "'licence' is given twice"),
        ("a.jsonl", '{"child": "me/t", "parent": {"name": "org/a"}}\n', "parent is no name"),
        ("a.jsonl", '{"child": ["me/t"], "parent": "org/a"}\n', "child is no name"),
        ("a.jsonl", '{"id": {"name": "me/t"}}\n', "id is no name"),
        ("a.jsonl", '{"id": "me/t", "kind": "LLM"}\n', "'LLM' is no kind of thing"),
        ("a.csv", "child,parent,parent\nme/t,org/a,org/b\n", "column 'parent' stands twice"),
    ],
)
def test_rows_that_say_two_things_or_none_are_refused(take: Take, name: str, text: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        take(name, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"id": "me/t", "licence": ["mit", "cc-by-nc-4.0"]}', ("me/t", "model", "mit AND cc-by-nc-4.0")),
        ('{"id": "me/t", "kind": "Dataset"}', ("me/t", "dataset", None)),
        ('{"id": "me/\\ud800t", "licence": "\\udfff"}', ("me/\ufffdt", "model", "\ufffd")),
        ('{"id": "me/t", "tags": ["license:\\ud800"]}', ("me/t", "model", "\ufffd")),
    ],
)
def test_rows_are_read_as_they_are_meant(
    take: Take, text: str, expected: tuple[str, str, str | None]
) -> None:
    found = take("a.jsonl", text + "\n").connection.execute(
        "SELECT id, kind, licence FROM artifacts JOIN names USING (n)"
    )
    assert found.fetchall() == [expected]


@pytest.mark.parametrize("name", ["x*.csv", "x?.csv", "x[12].csv"])
def test_a_file_is_itself_and_no_pattern(take: Take, tmp_path: Path, name: str) -> None:
    for other in ("x1.csv", "x2.csv"):
        (tmp_path / other).write_text("id\nme/other\n", encoding="utf-8")
    rows = take(name, "id\nme/mine\n").connection.execute("SELECT id FROM names").fetchall()
    assert rows == [("me/mine",)]


def test_bytes_in_a_table_are_text(tmp_path: Path, knowledge: Knowledge) -> None:
    duckdb = pytest.importorskip("duckdb")
    place = tmp_path / "a.parquet"
    duckdb.sql("SELECT 'me/t'::BLOB AS child, 'org/a'::BLOB AS parent").write_parquet(str(place))
    store = Store(tmp_path / "hub.fleet")
    ingest(store, place, knowledge, lambda _: None)
    assert _parents(store) == {"org/a"}
