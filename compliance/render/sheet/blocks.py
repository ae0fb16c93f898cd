"""What a sheet is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    strong: bool = False
    small: bool = False
    """Set smaller where letters have sizes: sources, keys."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are shares of the line for the terminal."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


Block = Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a title."""

    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    """Whether it begins a page where there are pages."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    title: str
    lead: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
