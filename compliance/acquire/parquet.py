"""Parquet files through pyarrow, where it is there; where it is not, that they were not read is told."""

from __future__ import annotations

import importlib
import pathlib
from typing import Any

from compliance.acquire.column_words import COLUMNS
from compliance.acquire.columns import ROWS, read_rows
from compliance.acquire.found import Found
from compliance.model.location import Location
from compliance.model.sighting import Lost


def read_parquet(path: pathlib.Path, name: str) -> Found:
    """What the columns of a Parquet file say; a word on it where nothing can read it."""
    try:
        arrow: Any = importlib.import_module("pyarrow.parquet")
    except ImportError:
        return Found(lost=[Lost(Location(name, 1, 1), "Parquet is read only where pyarrow is installed")])
    try:
        with arrow.ParquetFile(path) as file:
            wanted = [one for one in file.schema_arrow.names if one.lower() in COLUMNS]
            batch = next(file.iter_batches(batch_size=ROWS, columns=wanted), None) if wanted else None
            rows = batch.to_pylist() if batch is not None else []
    except (OSError, ValueError) as error:
        return Found(lost=[Lost(Location(name, 1, 1), f"cannot be read as Parquet: {error}")])
    return read_rows(enumerate(rows, 1), name)
