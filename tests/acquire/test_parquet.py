"""Columns of Parquet files: read by themselves, sampled, and told where nothing can read them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from compliance.acquire.repository import read_repository
from compliance.acquire.rows.columns import ROWS
from compliance.acquire.rows.parquet import read_parquet
from compliance.model.declared.sighting import Mention


def silent(text: str, section: str) -> list[Mention]:
    """A reader of prose that finds nothing."""
    return []


def write(path: Path, **columns: list[object]) -> Path:
    import pyarrow
    from pyarrow import parquet

    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(pyarrow.table(columns), path)
    return path


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"model": ["gpt-4", "gpt-4"]}, [("gpt-4", "generated-by", 1)]),
        (
            {"text": ["a"], "judge": ["Qwen/Qwen2.5-72B-Instruct"]},
            [("Qwen/Qwen2.5-72B-Instruct", "judged-by", 1)],
        ),
        ({"source": ["org/rows", "org/more"]}, [("org/more", "data", 2), ("org/rows", "data", 1)]),
        ({"text": ["gpt-4"], "count": [3]}, []),
    ],
)
def test_columns_tell_writers_judges_and_sources(
    tmp_path: Path, columns: dict[str, list[object]], expected: list[object]
) -> None:
    found = read_parquet(write(tmp_path / "a.parquet", **columns), "a.parquet")
    assert expected == sorted((one.name, one.relation, one.place.line) for one in found.sightings)


def test_licences_of_rows_are_statements(tmp_path: Path) -> None:
    found = read_parquet(write(tmp_path / "a.parquet", license=["MIT", "CC-BY-NC-4.0"]), "a.parquet")
    assert [(one.about, one.text) for one in found.statements] == [("rows", "MIT"), ("rows", "CC-BY-NC-4.0")]


def test_only_a_sample_of_the_rows_is_read(tmp_path: Path) -> None:
    rows: list[object] = [*["gpt-4"] * ROWS, *["claude-2"] * 10]
    found = read_parquet(write(tmp_path / "a.parquet", model=rows), "a.parquet")
    assert [one.name for one in found.sightings] == ["gpt-4"]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + b"\0" * 100 + b"PAR1", b"text\n"])
def test_a_broken_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.parquet").write_bytes(content)
    found = read_parquet(tmp_path / "a.parquet", "a.parquet")
    assert (found.sightings, len(found.lost)) == ([], 1)


def test_without_pyarrow_it_is_told_that_nothing_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.parquet", model=["gpt-4"])
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert [one.what for one in read_parquet(path, "a.parquet").lost] == [
        "Parquet is read only where pyarrow is installed"
    ]


def test_parquet_of_a_folder_is_found(tmp_path: Path) -> None:
    write(tmp_path / "data" / "train-00000.parquet", teacher=["gpt-4o-2024-08-06"])
    found = read_repository(tmp_path, silent).found
    assert [(one.name, one.place.file) for one in found.sightings] == [
        ("gpt-4o-2024-08-06", "data/train-00000.parquet")
    ]


@pytest.mark.parametrize(("length", "rows"), [(3_000_000, 2_000), (100_000, 2_000), (30_000_000, 200)])
def test_a_small_file_that_stands_for_gigabytes_is_told_and_costs_little(
    tmp_path: Path, length: int, rows: int
) -> None:
    import pyarrow
    from pyarrow import parquet

    words = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * rows, pyarrow.int32()), ["x" * length])
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"model": words}), path, compression="zstd")
    assert path.stat().st_size < 100_000
    (lost,) = read_parquet(path, "a.parquet").lost
    assert "only its first" in lost.what or "cannot be read" in lost.what
