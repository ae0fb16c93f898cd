"""GGUF: the key-value pairs of the header, of which those on licence, bases, data and source are told."""

from __future__ import annotations

import pathlib
import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.weights.words import numbered, tell
from compliance.foreign_files import open_foreign, reason_of
from compliance.model.declared.sighting import Lost, Published
from compliance.model.shapes.location import Location

MOST_PAIRS = 4_096
MOST_TEXT = 65_536
MOST_ITEMS = 1_000_000
MOST_BYTES = 64_000_000
"""Where reading ends; vocabularies of real files take up to some ten million bytes."""
_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_TEXT, _LIST = 8, 9
_BY_NUMBER = re.compile(r"general\.(?:(?:base_model|dataset)\.\d+\.|(?:repo_)?url$)")
"""Keys that are read together, behind all others."""
_WANTED = ("general.", "adapter.", "quantize.")


class _BrokenError(ValueError):
    """The header is not what it says."""


def read_gguf(path: pathlib.Path, name: str) -> Found:
    """What the header of a GGUF file says; tensors are not read."""
    texts: dict[str, str] = {}
    found = Found()
    try:
        with open_foreign(path) as stream:
            for key, values in _pairs(stream):
                for one in values:
                    texts.setdefault(key, one)
                    if not _BY_NUMBER.match(key):
                        tell(key, one, name, "GGUF header", found)
    except (_BrokenError, struct.error, OverflowError) as error:
        found.lost.append(Lost(Location(name, 1, 1), f"the header cannot be read to its end: {error}"))
    except (OSError, ValueError) as error:
        found.lost.append(Lost(Location(name, 1, 1), f"cannot be read: {reason_of(error)}"))
    numbered(texts, "general.base_model", "base", name, found)
    numbered(texts, "general.dataset", "data", name, found)
    _publish(texts, name, found)
    return found


def _publish(texts: dict[str, str], name: str, found: Found) -> None:
    address = hub_name(texts.get("general.repo_url", "")) or texts.get("general.name", "").strip()
    if address and len(address) <= 100:
        licence = texts.get("general.license")
        place = Location(name, 1, 1)
        by = (
            texts.get("general.quantized_by")
            or texts.get("general.organization")
            or texts.get("general.author")
        )
        found.published.append(
            Published("model", address, place, licence, place if licence else None, publisher=by)
        )


def _pairs(stream: BinaryIO) -> Iterator[tuple[str, list[str]]]:
    """Keys with their texts; numbers and what lies beside `general.` is passed over."""
    magic, version = stream.read(4), _number(stream, "<I")
    if magic != b"GGUF" or not 1 <= version <= 9:
        raise _BrokenError("it does not begin as GGUF does")
    wide = "<Q" if version > 1 else "<I"
    _number(stream, wide)
    pairs = _number(stream, wide)
    for _ in range(min(pairs, MOST_PAIRS)):
        key = _text(stream, wide)
        kind = _number(stream, "<I")
        values = _value(stream, kind, wide, 0)
        if key.startswith(_WANTED):
            yield key, values
    if pairs > MOST_PAIRS:
        raise _BrokenError(f"more than {MOST_PAIRS:,} pairs")


def _number(stream: BinaryIO, form: str) -> int:
    size = struct.calcsize(form)
    content = stream.read(size)
    if len(content) < size:
        raise _BrokenError("it ends early")
    return int(struct.unpack(form, content)[0])


def _text(stream: BinaryIO, wide: str) -> str:
    length = _number(stream, wide)
    if length > MOST_BYTES:
        raise _BrokenError("a text is longer than can be read")
    content = stream.read(min(length, MOST_TEXT))
    if length > MOST_TEXT:
        _pass(stream, length - MOST_TEXT)
    elif len(content) < length:
        raise _BrokenError("it ends early")
    return content.decode("utf-8", "replace")


def _value(stream: BinaryIO, kind: int, wide: str, depth: int) -> list[str]:
    """The texts of a value: itself, or those of a short list."""
    if kind == _TEXT:
        return [_text(stream, wide)]
    if kind in _SIZES:
        _pass(stream, _SIZES[kind])
        return []
    if kind != _LIST or depth > 2:
        raise _BrokenError(f"a value is of the unknown kind {kind}")
    inner, count = _number(stream, "<I"), _number(stream, wide)
    if inner in _SIZES:
        _pass(stream, _SIZES[inner] * count)
        return []
    if count > MOST_ITEMS:
        raise _BrokenError("a list is longer than can be read")
    told: list[str] = []
    for _ in range(count):
        told = (
            [*told, *_value(stream, inner, wide, depth + 1)]
            if len(told) < 64
            else _skipped(stream, inner, wide, told)
        )
    return told


def _skipped(stream: BinaryIO, kind: int, wide: str, told: list[str]) -> list[str]:
    """Pass over one member of a long list."""
    if kind == _TEXT:
        _pass(stream, _number(stream, wide))
    else:
        _value(stream, kind, wide, 1)
    return told


def _pass(stream: BinaryIO, size: int) -> None:
    """Pass over bytes, unless that leads beyond what is read."""
    if size > MOST_BYTES or stream.tell() + size > MOST_BYTES:
        raise _BrokenError("what follows lies further on than is read")
    stream.seek(size, 1)
