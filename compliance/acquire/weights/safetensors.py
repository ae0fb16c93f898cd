"""Safetensors: `__metadata__` of the header, which trainers and mergers fill."""

from __future__ import annotations

import pathlib
import struct

from compliance.acquire.found import Found
from compliance.acquire.tree import UnreadableError, mapping, mappings, read_json
from compliance.acquire.weights.words import sight, tell
from compliance.foreign_files import open_foreign, reason_of
from compliance.model.declared.sighting import Lost
from compliance.model.shapes.location import Location

MOST_HEADER = 16_000_000
"""The most bytes of a header that are read; the largest real ones hold a few million."""
_KEY = b'"__metadata__"'
_MERGES = ("sd_merge_models",)


def read_safetensors(path: pathlib.Path, name: str) -> Found:
    """What the header of a file of weights says; the weights themselves are not read."""
    try:
        with open_foreign(path) as stream:
            size = stream.read(8)
            length = struct.unpack("<Q", size)[0] if len(size) == 8 else 0
            if not 2 <= length <= MOST_HEADER:
                return _lost(name, f"no header of safetensors that can be read ({length:,} bytes)")
            header = stream.read(length)
    except (OSError, ValueError) as error:
        return _lost(name, f"cannot be read: {reason_of(error)}")
    if len(header) < length:
        return _lost(name, "the header is cut off")
    try:
        told = mapping(mapping(_metadata(header)).get("__metadata__"))
    except UnreadableError as error:
        return _lost(name, f"the header cannot be read: {error}")
    found = Found()
    for key, value in told.items():
        if key in _MERGES and isinstance(value, str):
            _merged(str(key), str(value), name, found)
        elif isinstance(value, str):
            tell(str(key), str(value), name, "safetensors header", found)
    return found


def _lost(name: str, what: str) -> Found:
    return Found(lost=[Lost(Location(name, 1, 1), what)])


def _metadata(header: bytes) -> object:
    """The header as a tree; of one that lists many tensors only the part that is wanted, which stands by itself."""
    text = header.decode("utf-8", "replace")
    at = text.find('"__metadata__"')
    if at < 0:
        return {}
    end = _end(text, text.find("{", at))
    return read_json("{" + text[at:end] + "}")


def _end(text: str, at: int) -> int:
    """Just behind the brace that closes the one at a place."""
    depth, quoted, position = 0, False, max(at, 0)
    while position < len(text):
        sign = text[position]
        if quoted:
            position += sign == "\\"
            quoted = sign != '"'
        elif sign == '"':
            quoted = True
        elif sign in "{}":
            depth += 1 if sign == "{" else -1
            if depth == 0:
                return position + 1
        position += 1
    raise UnreadableError("its metadata does not end")


def _merged(key: str, value: str, name: str, found: Found) -> None:
    """Models that a merger notes: a text of JSON, by digest, each with a name."""
    try:
        told = read_json(value)
    except UnreadableError as error:
        found.lost.append(Lost(Location(name, 1, 1), f"{key} cannot be read: {error}"))
        return
    for one in mappings(told if isinstance(told, list) else list(mapping(told).values())):
        called = one.get("name")
        if isinstance(called, str):
            sight(str(called), "base", name, f"safetensors header, {key}", found)
