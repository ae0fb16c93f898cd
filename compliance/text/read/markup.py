"""Read HTML and the XML of GPO bills into blocks, with the place of every character kept.

The reader looks at each character once: an unclosed tag, comment or script ends where the text ends.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from compliance.text.read.blocks import Block, Document, Origin
from compliance.text.read.markers import marker_of, style_of

_NAME = re.compile(r"/?[A-Za-z][A-Za-z0-9:_-]*")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_RUN = re.compile(r"[^&]+|&")
_HIDDEN = frozenset(
    {
        "script", "style", "template", "noscript", "head", "svg", "metadata", "form", "toc",
    }
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(["ul", "ol", "menu", "dl"])
_BREAKS = frozenset(
    {
        "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "blockquote", "pre",
        "table", "thead", "tbody", "tr", "li", "dt", "dd", "br", "hr", "figure", "figcaption", "td", "th",
        "address", "details", "summary", "text", "quote", "body", "html",
    }
)  # fmt: skip
_BILL_LEVELS = {
    "division": 1, "title": 2, "subtitle": 3, "chapter": 4, "part": 4, "section": 5,
}  # fmt: skip
_BILL_ITEMS = {
    "subsection": 1, "paragraph": 2, "subparagraph": 3, "clause": 4, "subclause": 5, "item": 6, "subitem": 7,
}  # fmt: skip


@dataclass(slots=True)
class _Reader:
    """Tags and characters in, blocks out."""

    source: str
    bill: bool
    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    runs: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0
    kind: str = "text"
    level: int = 0
    marker: str = ""
    lists: list[list[int | str]] = field(default_factory=list)
    """For each open list, its name and the number of its last item."""
    items: list[str] = field(default_factory=list)
    """The open parts of a bill that are items."""
    row: int = -1
    header: list[str] = field(default_factory=list)
    cell: bool = False

    def characters(self, start: int, end: int) -> None:
        """Take in text, with its entities resolved."""
        position = start
        for entity in _ENTITY.finditer(self.source, start, end):
            self.put(self.source[position : entity.start()], position)
            self.put(html.unescape(entity.group()), entity.start())
            position = entity.end()
        self.put(self.source[position:end], position)

    def put(self, text: str, place: int) -> None:
        """Add characters to the block that is being read."""
        if text:
            self.pieces.append(text)
            self.runs.append((self.length, place))
            self.length += len(text)

    def flush(self) -> None:
        """Make a block of what was read."""
        text = "".join(self.pieces)
        runs = tuple(self.runs)
        self.pieces, self.runs, self.length = [], [], 0
        kind, marker = self.kind, self.marker
        self.kind, self.marker = "text", ""
        stripped = text.strip()
        if not stripped:
            self.kind, self.marker = (kind, marker) if kind == "item" else ("text", "")
            return
        lead = len(text) - len(text.lstrip())
        runs = tuple((here - lead, there) for here, there in runs)
        self.emit(kind, marker, stripped, Origin(runs))

    def emit(self, kind: str, marker: str, text: str, origin: Origin) -> None:
        """Add a block, of the kind that the tags around it and its own first characters ask for."""
        if kind == "heading":
            self.blocks.append(Block("heading", text, origin, self.level))
            return
        depth = 4 * (len(self.items) if self.bill else len(self.lists))
        if self.cell:
            column = self.row
            over = self.header[column] if 0 <= column < len(self.header) else ""
            self.blocks.append(Block("cell", text, origin, depth, over=over))
            return
        found, style, start = marker_of(text)
        if kind == "item" and not found:
            found, style, start = marker or "*", style_of(marker) if marker[:1].isalnum() else "*", 0
        shift = -4 if kind == "item" else 0
        self.blocks.append(
            Block("item" if found else "text", text, origin, max(depth + shift, 0), found, style, start)
        )

    def tag(self, name: str, end: int) -> None:
        """Take in a tag; a closing one begins with a slash."""
        closing = name.startswith("/")
        name = name.lstrip("/").lower()
        if self.bill and self.bill_tag(name, closing=closing, end=end):
            return
        if name in _HEADINGS:
            self.flush()
            self.kind, self.level = ("text", 0) if closing else ("heading", _HEADINGS[name])
        elif name in _LISTS:
            self.flush()
            if closing:
                del self.lists[-1:]
            else:
                self.lists.append([name, 0])
            self.kind, self.marker = "text", ""
        elif name in ("td", "th", "tr", "table"):
            self.table(name, closing=closing)
        elif name in _BREAKS:
            self.flush()
            if name in ("li", "dd") and not closing:
                self.item()
            elif name in ("li", "dd"):
                self.kind, self.marker = "text", ""

    def item(self) -> None:
        """Begin an item of the list that is open."""
        self.kind, self.marker = "item", "*"
        if self.lists and self.lists[-1][0] == "ol":
            number = int(self.lists[-1][1]) + 1
            self.lists[-1][1] = number
            self.marker = f"{number}."

    def table(self, name: str, *, closing: bool) -> None:
        """Follow the rows and cells of a table."""
        if closing and name in ("td", "th") and self.cell and name == "th":
            self.header.append(" ".join("".join(self.pieces).split()))
        self.flush()
        self.cell = not closing and name in ("td", "th")
        if name == "table":
            self.header = []
        elif name == "tr":
            self.row = -1
        elif self.cell:
            self.row += 1

    def bill_tag(self, name: str, *, closing: bool, end: int) -> bool:
        """Follow the parts of a bill; tell whether the tag was one of its own."""
        if name in _BILL_LEVELS:
            self.flush()
            self.items.clear()
            self.level = _BILL_LEVELS[name]
            return True
        if name in _BILL_ITEMS:
            self.flush()
            if closing:
                del self.items[-1:]
            else:
                self.items.append(name)
                self.kind = "item"
            return True
        if name == "header":
            self.head(closing=closing)
            return True
        if name == "enum":
            if not closing and not self.items:
                self.flush()
                self.kind = "heading"
            return True
        if name == "text":
            if not (self.kind == "item" and not closing):
                self.flush()
            return True
        return name in ("quote", "term", "italic", "short-title", "external-xref", "internal-xref", "section")

    def head(self, *, closing: bool) -> None:
        """A header is a heading over a section, and the first words of a smaller part."""
        if self.items:
            self.put(". " if closing and self.pieces else " ", self.runs[-1][1] if self.runs else 0)
        elif closing:
            self.flush()
        else:
            self.put(" ", self.runs[-1][1] if self.runs else 0)
            self.kind = "heading"


def _after(source: str, needle: str, start: int) -> int:
    found = source.find(needle, start)
    return len(source) if found < 0 else found + len(needle)


def read(source: str, *, bill: bool = False) -> Document:
    """Read HTML, or the XML of a bill, into blocks."""
    reader = _Reader(source, bill)
    position = 0
    while position < len(source):
        opening = source.find("<", position)
        opening = len(source) if opening < 0 else opening
        reader.characters(position, opening)
        position = _tag(reader, source, opening)
    reader.flush()
    return Document(source, reader.blocks, markup=False)


def _tag(reader: _Reader, source: str, opening: int) -> int:
    """Take in what begins with `<`; return where it ends."""
    if opening == len(source):
        return opening
    if source.startswith("<!--", opening):
        return _after(source, "-->", opening + 4)
    if source.startswith(("<!", "<?"), opening):
        return _after(source, ">", opening)
    name = _NAME.match(source, opening + 1)
    if name is None:
        reader.put("<", opening)
        return opening + 1
    end = _after(source, ">", name.end())
    word = name.group()
    if word.lower() in _HIDDEN:
        return _hidden(source, word, end)
    reader.tag(word, end)
    return end


def _hidden(source: str, name: str, start: int) -> int:
    """Return where an element ends whose content is not part of the text."""
    position = start
    while (position := source.find("</", position)) >= 0:
        if source[position + 2 : position + 2 + len(name)].lower() == name.lower():
            return _after(source, ">", position)
        position += 2
    return len(source)
