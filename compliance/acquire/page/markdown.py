"""Markdown as a card's front matter, sections and paragraphs, each with its place; offsets stay those of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from compliance.acquire.listing.item_lists import of_single_words
from compliance.acquire.listing.tables import Columns, columns
from compliance.acquire.page.html import as_markdown
from compliance.acquire.page.links import labels, linked, roles, unmarked
from compliance.acquire.page.titles import MOST_HEADING, as_told, is_scored, underlined, unescaped
from compliance.model.shapes.location import Lines

_FRONT = re.compile(
    r"\A\ufeff?(?:(?:\s*\n|#{1,6} [^\n]*\n|---[ \t\r]*\n(?![\w-]+[ \t]*:)){1,9}(?=---[ \t\r]*\n[\w-]+[ \t]*:))?"
    r"---[ \t\r]*\n(.*?)(?:\r*\n)?^---[ \t\r]*$",
    re.DOTALL | re.MULTILINE,
)
"""The fields before a page; behind blank lines, or headings above a copied page, only what begins as a field does."""
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_FENCE_ENDS = re.compile(r"\s*(?:`{3,}|~{3,})\s*$")
"""A fence ends with nothing behind it; another beginning (```` ```python ````) within one is code."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*")
_REFERENCE = re.compile(
    r"\s*@[A-Za-z]{3,20}\{|(?:[-*]\s*)?\\?\[\d+\\?\][:.]?\s|"
    r".*\b(?:arXiv preprint|In Proceedings|et al\.,? (?:\d{4}\.|[\"“]))",
    re.DOTALL,
)
"""A paragraph of a list of references."""
_CAPTION = re.compile(r"(?i)<summary>[^?]*</summary>\s*$")
"""The caption of what folds away: it says what is shown there; a question is one on the work."""
_OWN_HEAD = re.compile(r"\W*[\w /-]{2,40}:")
"""How an item begins that says by itself what it tells."""
_OPEN = re.compile(
    r"(?i)\b(?:based on|built on|trained on|tuned on|(?:derived|made|merged|distilled|tuned) from|using)\s*$"
)
"""How words end that a list goes on with, though no colon stands there."""
_ADDRESS = re.compile(r"<?https?://(?:huggingface\.co|hf\.co)/[\w./-]+>?")
"""A paragraph that is nothing but where a thing lies: what stands before it and ends with a colon is said of it."""
_LABELLED_LINE = re.compile(r"(?:\*\*|__)[^*_:\n]{2,40}(?::\s?(?:\*\*|__)|(?:\*\*|__)\s?:)\s*\S")
"""A line that a label in bold begins: it tells one thing, whatever the lines beside it tell."""
_DOCUMENT = re.compile(r"(?i)\W*(?:the |our )?(?:(?:model|data ?set) cards?|read ?me)\W*")
"""A heading that only says what kind of document stands below it."""
_LONE_NAME = re.compile(r"[\w-]+(?:[./][\w-]+)*")
_NAMES_ONE = re.compile(r"(?i)\b(?:base|parent|teacher|judge|foundation)(?: models?)?\b|\bdata ?sets?\b")
MOST_LEAD = 300
"""How much of what stands before a list is read with its items."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of prose without markup, as long as what stands in the file; `start` is its place there."""

    text: str
    start: int
    section: str
    is_cell: bool = False
    lead: str = ""
    """Of an item of a list, the words before the list that end with a colon; of a lone name, the heading above."""
    columns: Columns = ()
    """Of a row of a table, its cells with the heads of their columns."""
    above: str = ""
    """Of a row or an item, the paragraph before its table or its list."""
    is_item: bool = False
    """Whether it is an item of a list."""
    linked: tuple[tuple[int, int], ...] = ()
    """Where labels of links to other places than a hub stand."""
    among_words: bool = False
    """Whether it is one of a list of single words."""


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file in its parts."""

    lines: Lines
    front: str
    front_line: int
    title: str
    title_line: int
    paragraphs: tuple[Paragraph, ...]
    code: tuple[tuple[str, int], ...]
    """Fenced code, with the line on which it begins."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What labels of links call things of a hub: in small letters, with the address of each."""
    roles: tuple[tuple[str, str, int], ...] = ()
    """Links to things of a hub whose labels tell no name (`Base model`): label, address and place."""
    headings: tuple[Paragraph, ...] = ()
    """The headings, each in the section above it; the page's title has none: it is the first of the highest level, or
    the first of all where a page has none of that level."""


def read_page(text: str, name: str) -> Page:
    """Read a Markdown file."""
    front = _FRONT.match(text)
    body = front.end() if front else 0
    lines = Lines(text, name)
    reader = _Reader(as_told(as_markdown(_without_comments(text))), body, lines)
    reader.read()
    # What stands over a part of a page that began in prose, beside others of its level, is that part's alone.
    titled = reader.title[0] and not (reader.begun and reader.tops > 1)
    title, title_line = reader.title if titled else reader.first
    front_line, fields = (lines.location(front.start(1)).line, front[1]) if front else (2, "")
    return Page(
        lines, fields, front_line, title, title_line, _among_words(reader.paragraphs),
        tuple(reader.code), labels(reader.text), roles(reader.text), tuple(reader.headings),
    )  # fmt: skip


def _among_words(paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    told = [((one.section, one.lead) if one.is_item else None, one.text) for one in paragraphs]
    alike = of_single_words(told)
    return tuple(replace(one, among_words=at in alike) for at, one in enumerate(paragraphs))


def _without_comments(text: str) -> str:
    return _COMMENT.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), text)


class _Reader:
    """Lines in, paragraphs out."""

    def __init__(self, text: str, start: int, lines: Lines) -> None:
        self.text, self.at, self.lines = text, start, lines
        self.paragraphs: list[Paragraph] = []
        self.headings: list[Paragraph] = []
        self.code: list[tuple[str, int]] = []
        self.title = self.first = ("", 1)
        self.tops, self.begun, self.prose = 0, False, False
        self.sections: list[tuple[int, str]] = []
        self.held: tuple[int, int] | None = None
        self.header: list[str] = []
        self.lead = ""
        self.is_item = False
        self.above: tuple[int, str] | None = None
        self.last = self.before = ""

    def read(self) -> None:
        """Read the text from its body on."""
        fence: tuple[int, int] | None = None
        for start, end, content in self._lines():
            if (_FENCE if fence is None else _FENCE_ENDS).match(content):
                self._flush()
                if fence is None:
                    fence = (end, self.lines.location(start).line + 1)
                else:
                    self.code.append((self.text[fence[0] : start], fence[1]))
                    self._fenced(fence[0], start)
                    fence = None
            elif fence is None:
                self._line(start, end, content)
        self._flush()

    def _lines(self) -> Iterator[tuple[int, int, str]]:
        at = self.at
        while at < len(self.text):
            end = self.text.find("\n", at)
            end = len(self.text) if end < 0 else end + 1
            yield at, end, self.text[at:end].rstrip("\r\n")
            at = end

    def _line(self, start: int, end: int, content: str) -> None:
        heading = _HEADING.match(content)
        stripped = content.strip()
        if heading:
            self._flush()
            line = self.lines.location(start).line
            self._heading(len(heading[1]), heading[2], line, start + heading.start(2))
        elif self.held and not self.is_item and (level := underlined(self.text[slice(*self.held)], stripped)):
            (above, until), self.held = self.held, None
            words = self.text[above:until]
            self._heading(level, words.rstrip(), self.lines.location(above).line, above)
        elif "|" in stripped and _RULE.fullmatch(stripped):
            self._head_row()
        elif not stripped or _RULE.fullmatch(stripped) or _CAPTION.search(stripped):
            self._flush()
        elif stripped.startswith("|") or stripped.count("|") >= 2 or (self.header and "|" in stripped):
            self._flush()
            self._row(start, content)
        elif _ITEM.match(content):
            self._flush()
            self.held, self.is_item = (start, end), True
        else:
            if not self.is_item and _LABELLED_LINE.match(content):
                self._flush()
            self.is_item = self.is_item and (self.held is not None or content[:1].isspace())
            self.held = (self.held[0] if self.held else start, end)
        if "|" not in stripped:
            self.header = []

    def _head_row(self) -> None:
        """Take the line that stands above a rule as the head of a table that has no signs at its sides."""
        start, end = self.held or (self.at, self.at)
        raw = self.text[start:end].rstrip("\r\n")
        at = start + raw.rfind("\n") + 1
        head = self.text[at:end].rstrip("\r\n")
        if self.held is None or "|" not in head or self.is_item:
            self._flush()
            return
        self.held = (start, at) if at > start else None
        self._flush()
        self._row(at, head)

    def _heading(self, level: int, words: str, line: int, start: int) -> None:
        text, words = unmarked(words), unmarked(unescaped(words)).strip()
        self.lead, self.is_item, self.above, self.last, self.before = "", False, None, "", ""
        self.tops += level == 1
        if level == 1 and not self.title[0]:
            self.title, self.begun = (words, line), self.prose
        elif level > 1 and not self.headings and not self.paragraphs:
            self.first = (words, line)
        while self.sections and self.sections[-1][0] >= level:
            self.sections.pop()
        self.headings.append(Paragraph(text, start, self._section()))
        self.sections.append((level, words))

    def _flush(self) -> None:
        if self.held is None:
            return
        start, end = self.held
        self.held = None
        raw = self.text[start:end].rstrip()
        if _REFERENCE.match(raw):
            return
        text = self.last = unmarked(raw)
        self.prose |= not self.is_item and len(text) > MOST_HEADING and text.rstrip().endswith(".")
        alone = not self.is_item and _ADDRESS.fullmatch(raw.strip()) is not None
        if not self.is_item and not alone:
            goes_on = text.rstrip().endswith(":") or _OPEN.search(text)
            self.lead = f"{text.strip().removesuffix(':')}:"[-MOST_LEAD:] if goes_on else ""
            self.before = text.strip()[-MOST_LEAD:]
        cell = "<td" in raw or "<th" in raw
        self.paragraphs.append(
            Paragraph(
                text,
                start,
                self._section(),
                cell,
                self.lead if alone else self._lead(raw, text),
                (),
                self.before if self.is_item else "",
                self.is_item,
                linked(raw),
            )
        )

    def _lead(self, raw: str, text: str) -> str:
        """The words that stand before an item: those before its list, or an item above it that ends with a colon."""
        if not self.is_item:
            self.above = None
            return ""
        deep = len(raw) - len(raw.lstrip())
        if self.above is not None and deep <= self.above[0]:
            self.above = None
        lead = self.lead if self.above is None else "" if _OWN_HEAD.match(text) else self.above[1]
        if text.rstrip().endswith(":"):
            self.above = deep, text.strip(" -*+\n")[-MOST_LEAD:]
        return lead

    def _fenced(self, start: int, end: int) -> None:
        """A single name in a block of code is what the heading above says: `Base model`, and below it the name."""
        raw = self.text[start:end].rstrip()
        if self.sections and _NAMES_ONE.search(self.sections[-1][1]) and _LONE_NAME.fullmatch(raw.strip()):
            self.paragraphs.append(
                Paragraph(raw, start, self._section(), lead=f"{self.sections[-1][1].strip(' :')}:")
            )

    def _section(self) -> str:
        titled = len(self.sections) > 1 and self.sections[0][1] in (self.title[0], self.first[0])
        shown = self.sections[1:] if titled else self.sections
        return " / ".join(words for _, words in shown if not _DOCUMENT.fullmatch(words))

    def _row(self, start: int, content: str) -> None:
        """A row of a table: of two cells it is read like a line of prose, of more as what is compared."""
        cells = content.strip().strip("|").split("|")
        words = content if len(cells) > 2 else content.replace("|", " ", 1).replace("|", ":", 1)
        words = words.rstrip().removesuffix("|").removesuffix(":")
        text = unmarked(words.replace("|", ";") if len(cells) > 2 else words)
        heads = columns(content, self.header)
        self.header = self.header or [unmarked(cell).strip() for cell in cells]
        self.paragraphs.append(
            Paragraph(
                text,
                start,
                self._section(),
                len(cells) > 2 or is_scored(cells[-1], self._section()),
                self.lead if heads else "",
                heads,
                self.last,
                linked=linked(content),
            )
        )
