"""Data sets by their place alone: a row of a table, or an item of a list, of what a thing was trained on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from compliance.acquire.markdown import Paragraph

_TRAINS = r"\b(?:pre-?|post-?|mid-?|fine-?)?(?:train|tun)(?:ed|ing|e)?\b"
_ROWS = r"\b(?:data ?sets?|data(?: mix(?:ture)?)?|corpora|corpus|collections|sources)\b"
_ANY_ROWS, _ANY_TRAINING = re.compile(rf"(?i){_ROWS}"), re.compile(rf"(?i){_TRAINS}")
_USED = re.compile(r"(?i)\b(?:was|were|is|are|used|mix)\b")
_TRAINED_ON = re.compile(rf"(?i){_TRAINS} (?:jointly |further )?(?:on|with|using|over)\b")
_WHAT = re.compile(rf"(?i)\b(?:following|these|below|union|mix(?:ture)?|combination)|{_ROWS}")
_PART = re.compile(r"[.:]")
_MIX = r"(?:(?: and| &)?(?: data)? mix(?:ture)?| composition| used)"
_HEADING = re.compile(rf"(?i)\W*(?:the |our )?(?:(?:{_TRAINS}|sft|source|used)[ -])?{_ROWS}{_MIX}?\W*")
_TOLD_HEADING = re.compile(rf"(?i)\W*(?:(?:{_TRAINS}|sft)[ -]{_ROWS}.*|{_ROWS}{_MIX})\W*")
"""Headings that say by themselves that what stands below went in."""
_NOT_IN = re.compile(
    r"(?i)\b(?:evaluat\w+|tested|test|benchmarks?|results?|performance|compar\w+|other|related|future|"
    r"can be|could be|to use|not (?:used|trained|included)|validation)\b"
)
"""What says that it did not."""
_SETS = re.compile(
    r"(?i)\W*(?:(?:training|source) )?(?:data ?sets?|corpus|corpora|(?:data )?sources?)(?: names?)?\W*"
)
"""Heads of a first column that lists data sets."""
_SHARES = re.compile(
    r"(?i)\b(?:tokens|multiplier|epochs|weight|ratio|proportion|percentage|share|sampling|mix)\b|% of|^%$"
)
"""Heads of columns that say how much of each went in."""
_SUM = frozenset(
    {"total", "totals", "sum", "all", "average", "avg", "overall", "other", "others", "train", "training", "test",
     "testing", "validation", "valid", "dev", "split", "splits", "ours", "dataset", "datasets", "data", "none", "misc",
     "mixed", "various", "size", "language", "name", "source"}
)  # fmt: skip
"""Words of rows that name no set."""
_ADDRESS = "hf.co/datasets/"
_CELL = re.compile(r"[A-Za-z][\w.+-]*(?:/[\w.-]+)?(?: [A-Z\d][\w.+-]*){0,4}")
_WORDS = r"[A-Za-z][\w.+-]*(?: (?:(?:of|the|for|and|in|to) ){0,2}[A-Z\d][\w.+-]*){0,5}"
_ITEM = re.compile(
    rf"\W*(?:\d+[.)]\s*)?(?P<name>{_WORDS})(?:\s*\(\s*(?P<short>[A-Z][\w.-]*[A-Z\d][\w.-]*)\s*\))?"
    r"\s*(?:$|[:;,(|]|\s[-–—]\s|\n)"
)
"""How an item begins that tells a name, and something on it behind."""
_TAKEN = re.compile(
    r"\b(?:from|of)\s+(?:(?:a|the)\s+)?(?:subset\s+of\s+)?(?P<name>[A-Z][\w.]*(?:-[\w.]+)*)\s*(?:$|[,;(])"
)
"""How an item tells of what its rows are: `3M pairs from NAME, filtered`."""
_DISTINCT = re.compile(
    r"[a-z]\w*[A-Z]|[A-Z][\w-]*\d|^[A-Z][A-Z\d-]{2,}$|^[a-z\d]+(?:[-_][a-z\d]+)*[-_]?\d[\w-]*$"
)
"""How a word is written that is a name wherever it stands."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name by its place, and the words above that say what the list is."""

    name: str
    start: int
    cue: str
    relation: Literal["data", "base", "component"] = "data"


def listed(paragraph: Paragraph) -> Iterator[Listed]:
    """What a row or an item names, where what stands above says that such things went in.

    Args:
        paragraph: The row or the item.
    """
    heading = paragraph.section.rsplit(" / ", 1)[-1]
    if any(_NOT_IN.search(words) for words in (paragraph.section, paragraph.lead)):
        return
    if paragraph.columns:
        yield from _in_row(paragraph, heading)
        return
    said = re.split(r"[.!?]\s", paragraph.lead)[-1]
    if not said and paragraph.is_item and _TOLD_HEADING.fullmatch(heading):
        said = heading
    elif not _went_in(said):
        return
    item = _ITEM.match(paragraph.text) or _TAKEN.search(paragraph.text)
    if item is None:
        return
    group = "short" if "short" in item.groupdict() and item["short"] else "name"
    name = item[group]
    if any(map(_DISTINCT.search, name.split())) and not _SUM.intersection(name.lower().split()):
        yield Listed(name, item.start(group), said)


def _in_row(paragraph: Paragraph, heading: str) -> Iterator[Listed]:
    columns = [column for column in paragraph.columns if _SETS.fullmatch(column[2])]
    if len(columns) != 1:
        return
    start, end, _ = columns[0]
    cell = paragraph.text[start:end].strip(" ;")
    shares = any(_SHARES.search(each) for _, _, each in paragraph.columns[1:])
    told = _TOLD_HEADING.fullmatch(heading) or (_HEADING.fullmatch(heading) and shares)
    above = _went_in(paragraph.above) and not _NOT_IN.search(paragraph.above)
    if not told and not above:
        return
    address, cell = cell.startswith(_ADDRESS), cell.removeprefix(_ADDRESS)
    if (address or _CELL.fullmatch(cell)) and not _SUM.intersection(re.split(r"[\s-]", cell.lower())):
        at = paragraph.text.index(_ADDRESS + cell if address else cell, start)
        yield Listed(cell, at, heading if told else paragraph.above)


def _went_in(words: str) -> bool:
    """Whether words above a list or a table say that a thing was trained on what stands there."""
    return any(
        _in_turn(part, _ANY_ROWS, _USED, _ANY_TRAINING) or _in_turn(part, _TRAINED_ON, _WHAT)
        for part in _PART.split(words)
    )


def _in_turn(text: str, *wanted: re.Pattern[str]) -> bool:
    """Whether matches of all of these follow one another; the first of each leaves most room for the next."""
    at = 0
    for one in wanted:
        found = one.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True
