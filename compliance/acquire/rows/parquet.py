"""Parquet files through pyarrow, where it is there; where it is not, that they were not read is told."""

from __future__ import annotations

import importlib
import pathlib
from collections.abc import Iterator
from typing import Any

from compliance.acquire.found import Found
from compliance.acquire.rows.column_words import COLUMNS
from compliance.acquire.rows.columns import ROWS, read_rows
from compliance.acquire.walk import SAMPLED_BYTES
from compliance.bounds import make_room, within
from compliance.errors import shortened
from compliance.model.declared.sighting import Lost
from compliance.model.shapes.location import Location

SECONDS, MEMORY = 30, 1_000_000_000
_AT_ONCE = 50


def read_parquet(path: pathlib.Path, name: str) -> Found:
    """What the columns of a Parquet file say; a word on it where nothing can read it."""
    make_room()
    try:
        arrow: Any = importlib.import_module("pyarrow.parquet")
    except ImportError:
        return Found(lost=[Lost(Location(name, 1, 1), "Parquet is read only where pyarrow is installed")])
    try:
        with within(SECONDS, MEMORY), arrow.ParquetFile(path) as file:
            lost: list[Lost] = []
            found = read_rows(enumerate(_rows(file, name, lost), 1), name)
            found.lost += lost
            return found
    except (OSError, ValueError) as error:
        told = shortened(str(error), 200)
        return Found(lost=[Lost(Location(name, 1, 1), f"cannot be read as Parquet: {told}")])


def _rows(file: Any, name: str, lost: list[Lost]) -> Iterator[dict[str, Any]]:
    """The first rows, of the columns that are wanted, until they hold more than is read of any file.

    A file of a thousand bytes may stand for gigabytes of text: words of a dictionary are repeated only when looked at.
    """
    wanted = [one for one in file.schema_arrow.names if one.lower() in COLUMNS]
    left, held = ROWS, 0
    for batch in file.iter_batches(batch_size=_AT_ONCE, columns=wanted, use_threads=False) if wanted else ():
        for number in range(min(left, batch.num_rows)):
            row = {one: batch.column(one)[number].as_py() for one in batch.schema.names}
            held += sum(len(str(value)) for value in row.values())
            if held > SAMPLED_BYTES:
                told = f"only its first {SAMPLED_BYTES:,} characters of names were looked at"
                lost.append(Lost(Location(name, 1, 1), told))
                return
            yield row
        left -= batch.num_rows
        if left <= 0:
            return
