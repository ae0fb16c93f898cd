"""Rows come from every kind of file; a line that cannot be read is told, and then nothing is taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compliance.errors import InputError, UsageError
from compliance.fleet import extras, hub
from compliance.fleet.ingest import ingest
from compliance.fleet.rows import ArtifactRow, EdgeRow
from compliance.fleet.store import Store
from compliance.model.known.knowledge import Knowledge

Take = Callable[[str, str], Store]


@pytest.fixture
def take(tmp_path: Path, knowledge: Knowledge) -> Take:
    """Takes a file of some name and text into one store."""
    store = Store(tmp_path / "hub.fleet")

    def taken(name: str, text: str) -> Store:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        ingest(store, path, knowledge, lambda _: None)
        return store

    return taken


def edges(store: Store) -> list[tuple[Any, ...]]:
    return store.all(
        "SELECT c.id, p.id, step, role FROM edges JOIN names c ON c.n = target JOIN names p ON p.n = source "
        "WHERE until > 1000 ORDER BY ALL"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "child,parent,step,role\nx/a,y/b,finetune,base\n"),
        ("a.csv", "target,source,step,role\nx/a,y/b,finetune,base\n"),
        ("a.jsonl", '{"child": "x/a", "parent": "y/b", "step": "finetune", "role": "base"}\n'),
        (
            "a.jsonl",
            '{"child": "x/a", "parent": "b", "parent_name": "y/b", "step": "finetune", "role": "base"}\n\n',
        ),
        ("a.jsonl", '{"id": "x/a", "tags": ["base_model:finetune:y/b", "base_model:y/b"]}\n'),
        ("a.jsonl", '{"id": "x/a", "cardData": {"base_model": ["y/b"]}, "tags": []}\n'),
    ],
)
def test_an_edge_is_read_from_any_file(name: str, text: str, take: Take) -> None:
    assert edges(take(name, text)) == [("x/a", "y/b", "finetune", "base")]


def test_parquet_is_read(tmp_path: Path, knowledge: Knowledge) -> None:
    store, path = Store(tmp_path / "hub.fleet"), tmp_path / "edges.parquet"
    store.connection.execute(
        f"COPY (SELECT 'x/a' AS child, 'y/b' AS parent, 'merge' AS step) TO '{path}' (FORMAT PARQUET)"
    )
    ingest(store, path, knowledge, lambda _: None)
    assert edges(store) == [("x/a", "y/b", "merge", "unknown")]


def test_what_is_told_again_is_as_it_was_told_last(take: Take) -> None:
    take(
        "a.jsonl", '{"id": "x/a", "tags": ["base_model:merge:y/b", "base_model:merge:y/c", "license:mit"]}\n'
    )
    store = take("a.jsonl", '{"id": "x/a", "tags": ["base_model:merge:y/c", "license:gemma"]}\n')
    assert edges(store) == [("x/a", "y/c", "merge", "base")]
    assert store.all(f"SELECT licence FROM ({store.current('artifacts')})") == [("gemma",)]
    assert store.all("SELECT licence, since, until FROM artifacts WHERE until < 1000") == [("mit", 1, 2)]


@pytest.mark.parametrize("line", ["{", "[]", "7", '{"name": "no id"}', "[" * 100_000])
def test_a_line_that_cannot_be_read_is_told_with_its_place(line: str, take: Take, tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        take("a.jsonl", f'{{"id": "x/a", "kind": "model"}}\n{line}\n')
    place = raised.value.faults[0].location
    assert place is not None
    assert (place.line, Path(place.file).name) == (2, "a.jsonl")
    with pytest.raises(InputError):
        take("b.jsonl", line)


def test_a_hub_record_says_kind_access_function_and_relation() -> None:
    record = {
        "id": "x/a", "modelId": "x/a", "pipeline_tag": "feature-extraction", "gated": "auto",
        "createdAt": "2025-01-02T03:04Z",
        "tags": ["base_model:adapter:y/b", "dataset:z/rows", "license:other"],
        "cardData": {"license": "other", "license_name": "gemma"},
    }  # fmt: skip
    artifact, base, data = hub.rows(record)
    assert isinstance(artifact, ArtifactRow)
    assert (
        artifact.kind, artifact.licence, artifact.released, artifact.access, artifact.function,
    ) == ("model", "gemma", "2025-01-02", "gated", "embedding")  # fmt: skip
    assert EdgeRow("x/a", "y/b", "model", "finetune", "base", relation="adapter", child_kind="model") == base
    trained_on = EdgeRow(
        "x/a", "z/rows", "dataset", "finetune", "data", relation="dataset", child_kind="model"
    )
    assert trained_on == data


def test_a_library_that_is_missing_is_named_with_what_to_install() -> None:
    with pytest.raises(UsageError, match=r"compliance\[fleet\]"):
        extras.need("no_such_library")


def test_a_store_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no store", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot open"):
        Store(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW told AS SELECT content FROM read_text('/etc/hostname')",
        "CREATE MACRO lower(x) AS (SELECT content FROM read_text('/etc/hostname'))",
        "CREATE MACRO told() AS TABLE SELECT 1",
        "CREATE SCHEMA other; CREATE TABLE other.names (n BIGINT)",
        "CREATE TYPE mood AS ENUM ('a')",
    ],
)
def test_a_store_of_somebody_else_that_would_run_something_is_refused(tmp_path: Path, statement: str) -> None:
    duckdb = extras.need("duckdb")
    path = tmp_path / "hub.fleet"
    Store(path).close()
    with duckdb.connect(str(path)) as held:
        held.execute(statement)
    with pytest.raises(UsageError, match="is no store as this program writes them"):
        Store(path)


def test_a_pipe_is_no_store(tmp_path: Path) -> None:
    import os

    path = tmp_path / "hub.fleet"
    os.mkfifo(path)
    with pytest.raises(UsageError, match="no regular file"):
        Store(path)
