"""The fingerprint that `policies/` records for a clause: sha256 over its words, blind to markup.

Links lose their targets, emphasis and a list marker go, typographic quotation marks and dashes become plain ones,
letters become small and every run of space becomes one space. Words, numbers and punctuation stay. The normal
form is fixed: changing it makes every recorded fingerprint worthless.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

__all__ = ["Stand", "digest", "find", "normalise"]

_MARKER = re.compile(r"\s*(?:[*+-]|\d+[.)])\s+")
_EMPHASIS = re.compile(r"[*_`]+")
_SPACE = re.compile(r"\s+")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_BOUNDARY = re.compile(r"(?<=[.;:,!?)\"]) (?=\S)|(?=\([a-z0-9]{1,4}\))|(?<=\)) ?(?=\S)")
_ENUMERATOR = re.compile(r"\([a-z0-9]{1,4}\) ?")
_TRIMMED = " .;,:"

NEAR = 40
"""How many parts of a line one quotation may run over."""
MANY = 120
"""From how many boundaries on commas no longer count as one."""
WIDE = 6000
"""How many characters such a quotation may have."""
LONG = 220
"""How many words a quotation that begins or ends in mid-sentence may have."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where in a text the words of a fingerprint stand."""

    line: int
    """Line of the source, from 1."""
    words: str
    """The words in normal form."""
    whole_line: bool


def normalise(text: str) -> str:
    """Return the normal form of the words of a clause.

    >>> normalise("*   “Distil” our [Services](https://example.com) — *never*")
    '"distil" our services - never'
    """
    text = _MARKER.sub("", _without_links(text), count=1) if _MARKER.match(text) else _without_links(text)
    return _SPACE.sub(" ", _EMPHASIS.sub("", text).translate(_PLAIN).lower()).strip()


def digest(text: str) -> str:
    """Return the fingerprint of a clause in the form in which `policies/` records it.

    >>> digest("*   Never!") == digest("never!")
    True
    """
    return _hash(normalise(text))


def find(text: str, fingerprints: Collection[str], *, thorough: bool = False) -> dict[str, Stand]:
    """Find where in a text the words of recorded fingerprints stand, line by line.

    A line counts as a whole and in its parts: sentences, items of an enumeration, and runs of them. A thorough
    search also tries every run of up to `LONG` words, which takes seconds for a long text.
    """
    wanted = set(fingerprints)
    found: dict[str, Stand] = {}
    lines = [normalise(line) for line in text.split("\n")]
    for search in (_wholes, _parts, *((_runs,) if thorough else ())):
        for number, line in enumerate(lines, 1):
            if line and wanted.difference(found):
                for mark, words in search(line, wanted):
                    if mark in wanted:
                        found.setdefault(mark, Stand(number, words, words == line))
    return found


def _hash(words: str) -> str:
    return f"sha256:{hashlib.sha256(words.encode()).hexdigest()}"


def _wholes(line: str, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    if (mark := _hash(line)) in wanted:
        yield mark, line


def _parts(line: str, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every run of parts of a line, as it stands and without the punctuation around it."""
    cuts = {0, len(line)}
    for found in _BOUNDARY.finditer(line):
        cuts.update((found.start(), found.end()))
    cuts.update(found.end() for found in _ENUMERATOR.finditer(line))
    if len(cuts) > MANY:
        cuts = {cut for cut in cuts if line[max(cut - 2, 0) : cut].rstrip()[-1:] in ".;:!?)"} | {len(line)}
    ordered = sorted(cuts)
    for position, start in enumerate(ordered):
        for end in ordered[position + 1 : position + NEAR]:
            if end - start > WIDE:
                break
            part = line[start:end].strip()
            for words in {part, part.strip(_TRIMMED)}:
                if (mark := _hash(words)) in wanted:
                    yield mark, words


def _runs(line: str, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every run of words, as it stands and without the punctuation at its end."""
    words = line.split(" ")
    for first in range(len(words)):
        hashed = hashlib.sha256()
        for last in range(first, min(first + LONG, len(words))):
            lead = " " if last > first else ""
            bare = words[last].rstrip(_TRIMMED)
            cut = hashed.copy()
            cut.update(f"{lead}{bare}".encode())
            hashed.update(f"{lead}{words[last]}".encode())
            for mark, end in ((cut.hexdigest(), bare), (hashed.hexdigest(), words[last])):
                if f"sha256:{mark}" in wanted:
                    yield f"sha256:{mark}", " ".join((*words[first:last], end))


def _without_links(text: str) -> str:
    """Return the text with the words of each Markdown link in place of the link, in linear time."""
    pieces: list[str] = []
    done = position = 0
    close = shut = -1
    while (position := text.find("[", position)) >= 0:
        if close < position + 1:
            close = text.find("]", position + 1)
        if close < 0:
            break
        opened = text.startswith("(", close + 1)
        if opened and shut < close + 2:
            shut = text.find(")", close + 2)
        if not opened or shut < 0:
            position += 1
            if opened:
                break
            continue
        start = position - 1 if position > done and text[position - 1] == "!" else position
        pieces += (text[done:start], text[position + 1 : close])
        done = position = shut + 1
    return "".join((*pieces, text[done:]))
