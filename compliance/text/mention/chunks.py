"""A text in chunks that blanks and signs divide: of one or more of them a name is made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.model.declared.sighting import Recognise
from compliance.text.mention.formed import may_be_name

_CHUNK = re.compile(r"[^\s()\[\]{}<>,;|\"“”‘’*=!?\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+")
_TRIMMED = ".:'`_"
_ADDRESS = re.compile(r"https?://[^\s()<>\]\"]+")
"""What an address goes on with (`?model=…`) names nothing."""
_SPLIT = re.compile(r"(?<=\w):(?:train|test|validation|val|dev)$")
"""The part of a set that is meant, written behind its name."""


def chunks(text: str, recognise: Recognise) -> list[tuple[int, int]]:
    """Where each chunk of a text begins and ends; two names with a slash between are two.

    Args:
        text: The paragraph.
        recognise: Tells what a name stands for.
    """
    return [part for chunk in _chunks(text) for part in _halves(text, chunk, recognise)]


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    behind = 0
    for one in _CHUNK.finditer(text):
        start, end = one.span()
        if start < behind:
            continue
        address = _ADDRESS.match(text, start)
        behind = address.end() if address else behind
        while start < end and text[start] in _TRIMMED + "#/@-~$":
            start += 1
        while start < end and text[end - 1] in _TRIMMED + "/-":
            end -= 1
        split = _SPLIT.search(text, start, end)
        end = split.start() if split else end
        if start < end:
            yield start, end


def _halves(text: str, chunk: tuple[int, int], recognise: Recognise) -> Iterator[tuple[int, int]]:
    """A chunk, or its two sides where a slash only stands between two names (`GPT-4o/Claude`)."""
    start, end = chunk
    left, slash, right = text[start:end].partition("/")
    names = bool(slash and right) and "/" not in right
    known = recognise(left) if names and recognise(text[start:end]) is None else None
    if known is not None and not any(map(str.isdigit, left)):
        other = recognise(right) if may_be_name(left) and may_be_name(right) else None
        known = known if other is not None and other.kind in ("model", "service") else None
    if known is not None and known.kind in ("model", "service"):
        yield start, start + len(left)
        yield start + len(left) + 1, end
    else:
        yield chunk
