"""Read Markdown, and plain text, which is Markdown without markup, into blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compliance.text.read.blocks import Block, Document, contiguous, lines_of
from compliance.text.read.markers import marker_of
from compliance.text.read.words import plain
from compliance.text.read.wrapping import goes_on, is_spread

_ATX = re.compile(r"(#{1,6})\s+(.*)")
_UNDERLINE = re.compile(r"(=+|-+)\s*")
_RULE = re.compile(r"(?:[*_-][ \t]*){3,}")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_BOLD = re.compile(r"(?:\*\*|__)([^*_]{1,160})(?:\*\*|__)[:.]?")
_PART = re.compile(r"(?:article|section|part|chapter|annex|schedule)\s+[0-9IVXLA-Z]+\b", re.IGNORECASE)
_NORM = re.compile(r"\b(?:may|must|shall|will|not|cannot|agrees?)\b", re.IGNORECASE)
_FENCE = re.compile(r"(?:```|~~~)")
_CELL = re.compile(r"[:\s|-]*-[:\s|-]*")
_STOP = (".", ";", ",", ":", "!", "?")
_TITLE_WORDS = 12
_TITLE_LENGTH = 160
_TAB = 4


@dataclass(slots=True)
class _Reader:
    """Lines in, blocks out."""

    source: str
    markup: bool
    blocks: list[Block] = field(default_factory=list)
    held: list[tuple[int, int]] = field(default_factory=list)
    """First and last character of each line of the paragraph that is being read."""
    held_as: tuple[str, str, int, int] = ("", "", 0, 0)
    """Its marker, its style, where its words begin and its indentation."""
    header: tuple[str, ...] = ()
    blank: bool = True
    """Whether the line before was blank."""
    spread: bool = False
    """Whether lines of one paragraph have blank lines between them."""

    def flush(self) -> None:
        """Make a block of the lines held."""
        if not self.held:
            return
        start, end = self.held[0][0], self.held[-1][1]
        marker, style, words, depth = self.held_as
        self.held = []
        text, origin = contiguous(self.source, start, end)
        if not text:
            return
        if self.is_title(text[words:], numbered=bool(marker)):
            self.blocks.append(Block("heading", text, origin, 7))
            return
        self.blocks.append(Block("item" if marker else "text", text, origin, depth, marker, style, words))

    def is_title(self, text: str, *, numbered: bool) -> bool:
        """Tell whether a paragraph of one line is a heading in all but markup."""
        if "\n" in text or len(text) > _TITLE_LENGTH or _NORM.search(text):
            return False
        if self.markup:
            return (
                not numbered
                and _BOLD.fullmatch(text) is not None
                and not text.rstrip("*_").endswith((":", ","))
            )
        words = text.split()
        if len(words) > _TITLE_WORDS or text.endswith(_STOP):
            return False
        told = [word for word in words if word[:1].isalpha()]
        long = [word for word in told if len(word) > len("with")] or told
        return (text.isupper() and not numbered) or _PART.match(text) is not None or self._capitals(long)

    def _capitals(self, words: list[str]) -> bool:
        return bool(words) and all(word[0].isupper() for word in words)

    def line(self, start: int, line: str) -> None:
        """Take in one line."""
        body = line.lstrip(" \t\u00a0\u3000")
        quote = _QUOTE.match(body) if self.markup else None
        depth = _width(line[: len(line) - len(body)]) + (_width(quote.group()) if quote else 0)
        offset = len(line) - len(body) + (quote.end() if quote else 0)
        body = line[offset:].rstrip()
        if not body:
            self.header = ()
            self.blank = True
            if not self.spread:
                self.flush()
            return
        if self.blank and self.held and not goes_on(self.source[slice(*self.held[-1])], body):
            self.flush()
        if not (
            self.markup and (self.heading(start + offset, body) or self.row(start + offset, body, depth))
        ):
            self.words(start + offset, body, depth)
        self.blank = False

    def heading(self, start: int, body: str) -> bool:
        """Take a heading, or the line under one, and rules, which say nothing."""
        if _UNDERLINE.fullmatch(body) and self.held and len(body) >= 2:
            text, origin = contiguous(self.source, self.held[0][0], self.held[-1][1])
            self.held = []
            self.blocks.append(Block("heading", text, origin, 1 if body[0] == "=" else 2))
            return True
        if _RULE.fullmatch(body) or _FENCE.match(body):
            self.flush()
            return True
        if (found := _ATX.fullmatch(body)) is None:
            return False
        self.flush()
        text, origin = contiguous(self.source, start + found.start(2), start + found.end(2))
        if text.strip("# "):
            self.blocks.append(Block("heading", text.rstrip("# "), origin, len(found.group(1))))
        return True

    def row(self, start: int, body: str, depth: int) -> bool:
        """Take a row of a table, cell by cell."""
        if not body.startswith("|") or body.count("|") < 2:
            return False
        self.flush()
        if _CELL.fullmatch(body):
            return True
        cells = []
        at = 1
        while at < len(body):
            end = body.find("|", at)
            end = len(body) if end < 0 else end
            cells.append((at, end))
            at = end + 1
        heads = self.header
        if not heads:
            self.header = tuple(plain(body[a:b]) for a, b in cells)
        for column, (a, b) in enumerate(cells):
            text, origin = contiguous(self.source, start + a, start + b)
            if text:
                over = heads[column] if column < len(heads) else ""
                self.blocks.append(Block("cell", text, origin, depth, over=over))
        return True

    def words(self, start: int, body: str, depth: int) -> None:
        """Take a line of words: the next of a paragraph, or the first of another."""
        marker, style, words = marker_of(body)
        if marker or self._broken() or self._titled() or (self.held and depth > self.held_as[3] + 8):
            self.flush()
        if not self.held:
            self.held_as = (marker, style, words, depth)
        self.held.append((start, start + len(body)))

    def _titled(self) -> bool:
        """Tell whether the one line held is a numbered title of a plain text, and what follows is not its end."""
        if self.markup or len(self.held) != 1 or not self.held_as[0]:
            return False
        start, end = self.held[0]
        return self.is_title(self.source[start + self.held_as[2] : end], numbered=True)

    def _broken(self) -> bool:
        """Tell whether the line before asked for a line break after it."""
        if not (self.held and self.markup):
            return False
        end = self.held[-1][1]
        return self.source[end : end + 2] == "  " or self.source[end - 1 : end] == "\\"


def _width(indentation: str) -> int:
    return sum(_TAB if character == "\t" else 1 for character in indentation)


def read(source: str, *, markup: bool = True) -> Document:
    """Read a text into blocks; without markup, a short line in capitals or title case is a heading."""
    reader = _Reader(source, markup, spread=is_spread(source))
    for start, line in lines_of(source):
        reader.line(start, line)
    reader.flush()
    return Document(source, reader.blocks, markup)
