"""Cut a block into sentences and the items of enumerations within the line, and say what each item continues."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from compliance.text.read.markers import values

SHORT = 45
"""Up to how many words a paragraph is one clause."""

_END = re.compile(
    r"(?<=[a-z]{3})[.!?](?=(?:We|You|The|This|These|That|If|Our|Your|It|In|Any|All|No|For|By|Such|Will|What|How|Do|Can|"
    r"Please|Users?|Customers?|Each|When|Where)\s)|"
    r"[.!?][\"'”’)\]*_]{0,4}(?=\s+[\"'“‘(\[*_]{0,4}[A-Z0-9(]|\s+[•*]\s|\s*\n)|[。！？]"
)
_ABBREVIATIONS = frozenset(
    {
        "e.g", "i.e", "etc", "inc", "ltd", "corp", "co", "llc", "no", "nos", "sec", "secs", "art", "arts",
        "para", "mr", "mrs", "ms", "dr", "st", "u.s", "u.k", "e.u", "vs", "v", "cf", "al", "approx",
        "dept", "est", "fig", "p", "pp", "ph.d", "d.c", "u.s.c", "fed", "reg", "jan", "feb", "mar", "apr",
        "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    }
)  # fmt: skip
_BEFORE = re.compile(r"[A-Za-z0-9.]{1,12}\Z")
_INNER = re.compile(
    r"\((\d{1,2}|[A-Za-z]{1,2}|[ivxIVX]{1,6})\)|(?<![\w(.])(\d{1,2}|[a-z]|[ivx]{2,5})\)(?=\s)"
)
_REFERRING = re.compile(
    r"(?:\b(?:sections?|clauses?|paragraphs?|articles?|subsections?|sub-?clauses?|items?|points?|through|limbs?|"
    r"exhibits?|annex|schedule|under|see|§+)[\s*_]*|[A-Za-z0-9])\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block that is one clause."""

    start: int
    end: int
    numbers: tuple[str, ...] = ()
    """The markers within the line that lead to it, the outermost first."""
    lead_ins: tuple[tuple[int, int], ...] = ()
    """The stretches that it continues, the outermost first."""
    skip: int = 0
    """How many of its characters are its own marker."""


@dataclass(frozen=True, slots=True)
class _Run:
    """An enumeration that is open, at one of its markers."""

    system: str
    shape: str
    value: int
    lead: tuple[int, int]
    marker: str
    end: int


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    shape: str
    readings: tuple[tuple[str, int], ...]


def sentence_starts(text: str, begin: int = 0) -> list[int]:
    """Return where the sentences of a text begin.

    >>> sentence_starts("It ends. So does this, e.g. Here. And 3.2 goes on.")
    [0, 9, 34]
    """
    starts = [begin]
    for found in _END.finditer(text, begin):
        before = _BEFORE.search(text[max(found.start() - 12, begin) : found.start()])
        word = before.group().lower().strip(".") if before and found.group()[0] == "." else ""
        if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
            continue
        start = found.end()
        while start < len(text) and text[start].isspace():
            start += 1
        if start < len(text):
            starts.append(start)
    return starts


def _marks(text: str, begin: int) -> list[_Mark]:
    """Find what looks like a marker within the line and refers to nothing."""
    found = []
    for match in _INNER.finditer(text, begin) if ")" in text else ():
        core = match.group(1) or match.group(2)
        before = text[max(match.start() - 14, 0) : match.start()]
        if (readings := values(core)) and not _REFERRING.search(before):
            kind = "1" if core.isdigit() else "A" if core.isupper() else "a"
            shape = f"({kind})" if match.group(1) else f"{kind})"
            found.append(_Mark(match.start(), match.end(), f"{match.group()}", shape, readings))
    return found


def _later(marks: list[_Mark]) -> dict[tuple[str, str, int], int]:
    """For every reading of a marker, the last position at which it is found."""
    return {
        (mark.shape, system, value): at for at, mark in enumerate(marks) for system, value in mark.readings
    }


def pieces(text: str, begin: int = 0, *, words: int) -> list[Piece]:
    """Cut a block into clauses; up to `SHORT` words it is cut at enumerations only.

    >>> text = "You may not: (a) sell it; or (b) copy it."
    >>> [(text[each.start : each.end].strip(), each.numbers) for each in pieces(text, words=10)]
    [('You may not:', ()), ('(a) sell it; or', ('(a)',)), ('(b) copy it.', ('(b)',))]
    """
    starts = sentence_starts(text, begin)
    opened = _opened(text, begin, starts)
    cuts = sorted({begin, *opened, *(starts if words > SHORT else ())})
    made = []
    for start, end in zip(cuts, (*cuts[1:], len(text)), strict=True):
        runs = opened.get(start, ())
        leads = tuple(run.lead for run in runs if run.lead[1] > run.lead[0])
        skip = runs[-1].end - start if runs else 0
        # The block's own marker is told with the block.
        made.append(Piece(start, end, tuple(run.marker for run in runs if run.end > begin), leads, skip))
    return [piece for piece in made if text[piece.start + piece.skip : piece.end].strip()]


def _opened(text: str, begin: int, starts: list[int]) -> dict[int, tuple[_Run, ...]]:
    """Return where items of enumerations begin, with the enumerations that are open there."""
    marks = _marks(text, begin)
    last = _later(marks)
    runs = _own(text, begin, last)
    opened: dict[int, tuple[_Run, ...]] = {}
    for at, mark in enumerate(marks):
        placed = _continued(mark, runs) or _begun(mark, at, last, runs, starts)
        if placed is not None:
            runs = placed
            opened[mark.start] = tuple(runs)
    return opened


def _own(text: str, begin: int, last: dict[tuple[str, str, int], int]) -> list[_Run]:
    """The enumeration that the block's own marker has begun, where the next marker of it follows within the line."""
    for mark in _marks(text[:begin], 0)[:1]:
        for system, value in mark.readings:
            if (mark.shape, system, value + 1) in last:
                return [_Run(system, mark.shape, value, (begin, begin), mark.text, begin)]
    return []


def _continued(mark: _Mark, runs: list[_Run]) -> list[_Run] | None:
    """Let a marker go on with an open enumeration, the innermost that it fits."""
    for depth in range(len(runs) - 1, -1, -1):
        run = runs[depth]
        if run.shape == mark.shape and (run.system, run.value + 1) in mark.readings:
            return [*runs[:depth], _Run(run.system, run.shape, run.value + 1, run.lead, mark.text, mark.end)]
    return None


def _begun(
    mark: _Mark, at: int, last: dict[tuple[str, str, int], int], runs: list[_Run], starts: list[int]
) -> list[_Run] | None:
    """Let a marker begin an enumeration, where a second one of its kind follows."""
    for system, value in mark.readings:
        if value == 1 and last.get((mark.shape, system, 2), -1) > at:
            kept = next(
                (
                    runs[:depth]
                    for depth, run in enumerate(runs)
                    if (run.system, run.shape) == (system, mark.shape)
                ),
                runs,
            )
            sentence = starts[bisect_right(starts, mark.start) - 1]
            lead = (max(sentence, kept[-1].end if kept else 0), mark.start)
            return [*kept, _Run(system, mark.shape, 1, lead, mark.text, mark.end)]
    return None
