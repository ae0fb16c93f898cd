"""What every reader turns a document into: headings, items, paragraphs and table cells, each with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from compliance.model.packs.clause_text import Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the characters of a block come from: runs that are contiguous in both texts."""

    runs: tuple[tuple[int, int], ...]
    """Pairs of a position in the block and the position in the source, ascending."""

    def at(self, position: int) -> int:
        """Return the place in the source of a character of the block."""
        here, there = self.runs[max(bisect_right(self.runs, (position, 1 << 60)) - 1, 0)]
        return there + position - here

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of a stretch of the block that has at least one character."""
        return Span(self.at(start), self.at(end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document that no clause crosses."""

    kind: Literal["heading", "item", "text", "cell"]
    text: str
    """Its characters; those of a Markdown block still have their markup."""
    origin: Origin
    depth: int = 0
    """Level of a heading; indentation of the first character of anything else."""
    marker: str = ""
    """What stands before an item: `*`, `3.`, `(b)`."""
    style: str = ""
    """What kind of marker it is, so that a list under a list is told apart at the same indentation."""
    start: int = 0
    """Where the words begin in `text`, after the marker."""
    over: str = ""
    """Heading of the column over a cell."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader returns."""

    source: str
    """What the places count in."""
    blocks: Sequence[Block]
    markup: bool
    """Whether the text of the blocks still has Markdown in it."""


def contiguous(source: str, start: int, end: int) -> tuple[str, Origin]:
    """Return a stretch of the source with its origin, without the space around it."""
    text = source[start:end]
    start += len(text) - len(text.lstrip())
    return text.strip(), Origin(((0, start),))


def lines_of(source: str) -> Iterable[tuple[int, str]]:
    r"""Yield each line with the place of its first character.

    >>> list(lines_of("a\nb"))
    [(0, 'a'), (2, 'b')]
    """
    start = 0
    while start <= len(source):
        end = source.find("\n", start)
        end = len(source) if end < 0 else end
        yield start, source[start:end].rstrip("\r")
        start = end + 1
