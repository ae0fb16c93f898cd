"""Put blocks under their headings and their lead-ins, and cut them into clauses."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass, field

from compliance.model.packs.clause_text import ClauseKind, Span, TextClause
from compliance.text.read.blocks import Block, Document
from compliance.text.read.markers import values
from compliance.text.read.sentences import SHORT, Piece, pieces
from compliance.text.read.words import count, plain

DEEPEST = 12
"""How many lead-ins a clause keeps; the innermost ones."""
OPEN = 50
"""How many blocks stand under each other; what is nested more deeply stands under the last of them."""
LEAD = 600
"""How many characters of a lead-in are kept, from both of its ends."""

_OPENER = re.compile(
    r"(?:[:–—,;-]|\b(?:following|below|as follows|such as|including|include|not|to|and|or|that|by|"
    r"if|unless|from|may|will|shall|must|for|when|who))\W*\Z|"
    r"\b(?:the following|as follows)\b[^.:]{0,160}[.:]?\s*\Z",
    re.IGNORECASE,
)
_NO_WORD = "".join(each for each in map(chr, range(128)) if not each.isalnum() and each != "_")
_GOES_ON = frozenset(":,;-")
_LAST = frozenset(
    (
        "below", "as", "including", "include", "not", "to", "and", "or", "that", "by", "if", "unless", "from", "may",
        "will", "shall", "must", "for", "when", "who",
    )
)  # fmt: skip
"""What the last word may be of words that ask for a continuation: looked at first, for speed."""
_FORBIDS = re.compile(
    r"\b(?:(?:may|must|shall|will|can|do) not|cannot|don't|not to|never|prohibited from|refrain from)\s*:\W*\Z",
    re.IGNORECASE,
)
"""How an item ends that leads to the items after it, though they look like its sisters."""
_COLON = re.compile(r":\W*\Z")
_UNFINISHED = re.compile(r";[\W_]*(?:(?:and|or|and/or)[\W_]*)?\Z", re.IGNORECASE)
"""How a part of a list ends that others follow."""
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    {
        "a", "an", "and", "any", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its", "not",
        "of", "on", "or", "our", "that", "the", "this", "to", "we", "with", "you", "your",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """A block that others may stand under."""

    depth: int
    style: str
    marker: str
    numbers: tuple[str, ...]
    lead_ins: tuple[str, ...]
    """What its children continue, the outermost first."""
    opener: bool
    forbids: bool = False
    bare: bool = False
    """Whether it is a paragraph that ends with a colon: paragraphs after it may be its list, with no markers."""

    def goes_on_to(self, marker: str) -> bool:
        """Tell whether a marker is the next after this one's."""
        mine = set(values(self.marker.strip("().").rpartition(".")[2]))
        return any(
            (system, value - 1) in mine for system, value in values(marker.strip("().").rpartition(".")[2])
        )


@dataclass(slots=True)
class _Outline:
    """The state between two blocks."""

    document: Document
    clauses: list[TextClause] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    closed: dict[tuple[str, int], tuple[_Level, list[_Level]]] = field(default_factory=dict)
    """The last item of every enumeration of this section, with what stood over it."""
    unfinished: bool = False
    """Whether the last block ended as a part of a list that others follow."""
    line_starts: list[int] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def block(self, block: Block) -> None:
        """Take in one block."""
        if block.kind == "heading":
            self.heading(block)
            return
        self.close(block)
        over = self.levels[-1] if self.levels else None
        numbers = (*(over.numbers if over else ()), *((block.marker,) if block.marker else ()))
        leads = over.lead_ins if over else ()
        if block.kind == "cell" and block.over:
            leads = (*leads, block.over)
        tail = self.cut(block, numbers, leads)
        if block.kind != "cell" and tail:
            self.open(block, numbers, tail)
        self.unfinished = _UNFINISHED.search(block.text[-8:]) is not None

    def heading(self, block: Block) -> None:
        """Open a section."""
        title = plain(block.text, markup=self.document.markup)
        while self.headings and self.headings[-1][0] >= block.depth:
            self.headings.pop()
        if title:
            self.headings.append((block.depth, title))
        self.levels.clear()
        self.closed.clear()
        self.unfinished = False

    def close(self, block: Block) -> None:
        """Leave the lists to which the block does not belong."""
        if block.kind == "item":
            self.close_for_item(block)
            return
        while self.levels and self.levels[-1].depth >= block.depth and not self.listed(block):
            self.levels.pop()

    def listed(self, block: Block) -> bool:
        """Tell whether a paragraph is one of a list without markers, which the paragraph over it leads to."""
        top = self.levels[-1]
        alike = top.bare and block.kind == "text" and top.depth == block.depth
        return alike and (self.unfinished or _UNFINISHED.search(block.text[-8:]) is not None)

    def close_for_item(self, block: Block) -> None:
        """Find the list of which the block is an item, or begin one under what stands before it."""
        while self.levels and self.levels[-1].depth > block.depth:
            self.levels.pop()
        if self.under_number(block) or self.begins(block):
            return
        alike = [
            at
            for at, level in enumerate(self.levels)
            if level.depth == block.depth and level.style == block.style
        ]
        next_of = [at for at in alike if self.levels[at].goes_on_to(block.marker)]
        same = next_of or [at for at in alike if self.sibling(self.levels[at], block)]
        if same:
            del self.levels[same[-1] :]
            return
        known = self.closed.get((block.style, block.depth))
        if (
            known
            and not self.levels
            and known[0].marker[:1] not in "*+-•"
            and known[0].goes_on_to(block.marker)
        ):
            self.levels = list(known[1])

    def under_number(self, block: Block) -> bool:
        """Put 11.4 under 11, whatever else is open, and leave 10.2 when 11 begins."""
        number = block.marker.rstrip(".)")
        over = number.rpartition(".")[0]
        for at in range(len(self.levels) - 1, -1, -1) if over else ():
            if self.levels[at].marker.rstrip(".)") == over:
                del self.levels[at + 1 :]
                return True
        if number.isdigit() and not over and not self.begins(block):
            while self.levels and self.levels[-1].depth == block.depth and "." in self.levels[-1].style[1:-1]:
                self.levels.pop()
        return False

    def begins(self, block: Block) -> bool:
        """Tell whether a block is the first item of a list that the words just before it ask for."""
        if not self.levels or not self.levels[-1].opener or not block.marker.strip("()."):
            return False
        top = self.levels[-1]
        return not (top.style == block.style and top.goes_on_to(block.marker)) and is_first(block.marker)

    def sibling(self, level: _Level, block: Block) -> bool:
        """Tell whether an item of the same look follows another, rather than beginning a list under it."""
        if len(block.marker) == 1 and not block.marker.isalnum():
            return not level.forbids
        return not is_first(block.marker) or level.goes_on_to(block.marker) or not level.opener

    def open(self, block: Block, numbers: tuple[str, ...], tail: tuple[str, ...]) -> None:
        """Let what follows stand under this block, if it is an item or asks for a continuation."""
        opener = leads_on(tail[-1][-200:])
        if len(self.levels) >= OPEN or (block.kind == "text" and not opener):
            return
        forbids = opener and _FORBIDS.search(tail[-1][-200:]) is not None
        bare = block.kind == "text" and _COLON.search(tail[-1][-8:]) is not None
        level = _Level(
            block.depth, block.style, block.marker, numbers, tail[-DEEPEST:], opener, forbids, bare
        )
        if block.kind == "item":
            self.closed[(block.style, block.depth)] = (level, list(self.levels[-DEEPEST:]))
        self.levels.append(level)

    def cut(self, block: Block, numbers: tuple[str, ...], leads: tuple[str, ...]) -> tuple[str, ...]:
        """Make the clauses of a block; return what a list under it would continue."""
        tail: tuple[str, ...] = ()
        short = count(block.text) <= SHORT
        for piece in pieces(block.text, block.start, words=SHORT if short else SHORT + 1):
            own = plain(block.text[piece.start + piece.skip : piece.end], markup=self.document.markup)
            if not _WORD.search(own.lower()):
                continue
            inner = tuple(plain(block.text[a:b], markup=self.document.markup) for a, b in piece.lead_ins)
            chain = (*leads, *(shortened(each) for each in inner if each))[-DEEPEST:]
            begin = 0 if piece.start == block.start else piece.start
            end = piece.start + len(block.text[piece.start : piece.end].rstrip())
            span = block.origin.span(begin, end)
            self.add(kind_of(block, piece, short=short), (*numbers, *piece.numbers), own, chain, span)
            tail = (*chain, shortened(own))
        return tail

    def add(
        self, kind: ClauseKind, numbers: tuple[str, ...], own: str, leads: tuple[str, ...], span: Span
    ) -> None:
        """Add a clause."""
        name = identity(own, leads)
        again = self.seen.get(name, 0)
        self.seen[name] = again + 1
        line = bisect_right(self.line_starts, span.start)
        column = span.start - self.line_starts[line - 1] + 1
        path = tuple(title for _, title in self.headings)
        name = f"{name}-{again + 1}" if again else name
        self.clauses.append(TextClause(name, kind, path, numbers, own, leads, span, line, column))


def leads_on(words: str) -> bool:
    """Tell whether words ask for a continuation, by what they end in.

    >>> [leads_on(each) for each in ("You may not", "We do the following.", "Terms -", "It ends.")]
    [True, True, True, False]
    """
    bare = words.rstrip(_NO_WORD)
    if words.isascii() and _GOES_ON.isdisjoint(words[len(bare) :]) and "follow" not in words.lower():
        last = bare[bare.rfind(" ") + 1 :].lower()
        if last.isalpha() and last not in _LAST:
            return False
    return _OPENER.search(words) is not None


def is_first(marker: str) -> bool:
    """Tell whether a marker may be the first of its list.

    >>> [is_first(each) for each in ("1.", "(i)", "(b)", "2.1", "*")]
    [True, True, False, True, False]
    """
    return any(value == 1 for _, value in values(marker.strip("().").rpartition(".")[2]))


def kind_of(block: Block, piece: Piece, *, short: bool) -> ClauseKind:
    """Return what a piece of a block is."""
    if piece.numbers:
        return "enumerated"
    if block.kind == "cell":
        return "cell"
    if block.kind == "item":
        return "item"
    return "paragraph" if short else "sentence"


def shortened(words: str) -> str:
    """Return a lead-in, without its middle where it is very long."""
    return words if len(words) <= LEAD else f"{words[: LEAD // 2]} ... {words[-LEAD // 2 :]}"


def identity(own: str, leads: tuple[str, ...]) -> str:
    """Return an id that depends on the words alone, apart from case and punctuation.

    >>> identity("Sell or lease access.", ("You may not:",)) == identity("sell, or lease access;", ("You may not",))
    True
    """
    words = _WORD.findall(own.lower())
    whole = " ".join((*_WORD.findall(" ".join(leads).lower()), *words))
    told = [word for word in words[:40] if word not in _SMALL][:4] or ["clause"]
    return f"{'-'.join(told)[:40].strip('-')}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def clauses_of(document: Document) -> tuple[TextClause, ...]:
    """Return the clauses of a document."""
    outline = _Outline(document)
    outline.line_starts = [0, *(found.end() for found in re.finditer(r"\n", document.source))]
    for block in document.blocks:
        outline.block(block)
    return tuple(outline.clauses)
