"""The sentences, items and rows of a page in any language, each with its line and the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.acquire.languages.gloss import blocks

MOST = 2_000
"""The most characters of a sentence that are looked at."""
_ITEM = re.compile(r"^\s*(?:[-*+•・]|\d+[.)](?!\d)|\||#+)\s?")
_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])|(?<=[。！？])")
_HEADING = re.compile(r"^\s*#+\s+(?P<words>.+?)\s*#*\s*$")
_MARKS = re.compile(r"[*_`|]+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it is read: without marks of emphasis and of tables."""

    words: str
    line: int
    heading: str = ""


def sentences_of(text: str) -> Iterator[Sentence]:
    r"""The sentences of a page; what stands in its fields and in blocks of code is none.

    >>> [(one.words, one.line) for one in sentences_of("# Fen\n\nIt is small.\nIt runs.\n- two **epochs**")]
    [('Fen', 1), ('It is small.', 3), ('It runs.', 4), ('two epochs', 5)]
    """
    lines, heading = text.split("\n"), ""
    for start, end in blocks(lines):
        for first, piece in _pieces(lines, start, end):
            headed = _HEADING.match(piece)
            heading = headed["words"] if headed else heading
            yield from _split(piece, first + 1, heading)


def _pieces(lines: list[str], start: int, end: int) -> Iterator[tuple[int, str]]:
    """Items, rows and headings by themselves, and the paragraphs between them."""
    first, gathered = start, list[str]()
    for number in range(start, end):
        if _ITEM.match(lines[number]) and gathered:
            yield first, "\n".join(gathered)
            gathered = []
        if not gathered:
            first = number
        gathered.append(lines[number])
        if _HEADING.match(lines[number]):
            yield first, "\n".join(gathered)
            gathered = []
    if gathered:
        yield first, "\n".join(gathered)


def _split(piece: str, line: int, heading: str) -> Iterator[Sentence]:
    """The sentences of a piece that begins on a line."""
    at = 0
    for end in [*(one.start() for one in _END.finditer(piece)), len(piece)]:
        raw = piece[at:end]
        words = _SPACE.sub(" ", _MARKS.sub(" ", _ITEM.sub("", raw.strip("\n")))).strip()
        if words:
            before = piece[: at + len(raw) - len(raw.lstrip())]
            yield Sentence(words[:MOST], line + before.count("\n"), heading)
        at = end
