"""Files that are no text and yet say something: headers of weights, columns of Parquet."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Mapping

from compliance.acquire.found import Found
from compliance.acquire.rows.parquet import read_parquet
from compliance.acquire.weights.gguf import read_gguf
from compliance.acquire.weights.safetensors import read_safetensors

READERS: Mapping[str, Callable[[pathlib.Path, str], Found]] = {
    ".safetensors": read_safetensors,
    ".gguf": read_gguf,
    ".parquet": read_parquet,
}
"""Suffix to reader."""
MOST = 50
"""The most files of one kind in a folder that are looked at; shards say what their siblings say."""
FORMATS: Mapping[str, str] = {"safetensors": ".safetensors", "gguf": ".gguf", "parquet": ".parquet"}
"""Formats that can be named, with the suffix of each."""
