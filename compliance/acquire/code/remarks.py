"""Where rows come from by the comments of code that trains or makes some, with how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.code.module import Module
from compliance.model.declared.sighting import Sighting
from compliance.model.shapes.location import Location

_NOUN = (
    r"(?:sentences?|rows?|pairs?|examples?|samples?|documents?|articles?|pages?|images?|clips?|utterances?|hours?|tokens?|"
    r"words?|lines?|records?|questions?|dialogues?|conversations?|posts?|tweets?|reviews?|abstracts?|papers?|h)"
)
_NAME = r"[A-Z][\w-]*(?:\.[a-z]{2,4})?(?: (?:[A-Z\d][\w-]*|v?\d[\w.]*)){0,3}"
_LIST = rf"(?:the\s+)?(?P<names>{_NAME}(?:(?:,| and|, and| \+| &)\s+(?:the\s+)?{_NAME})*)"
_TOLD = re.compile(
    rf"(?<![\w.])\d[\d.,_]*\s?(?:[kKMB]|million|thousand)?\+?\s+(?:[a-z][\w-]*\s+){{0,2}}{_NOUN}\s+(?:\([^()]*\)\s+)?"
    rf"(?:(?:were |are )?(?:taken |drawn |sampled |scraped |downloaded |crawled )?(?:from|of|out of))\s+{_LIST}"
)
_FURTHER = re.compile(
    rf"(?:,|\band\b|\+)\s*(?:the rest|the remainder|the others?|\d[\d.,_]*\s?(?:[kKMB]|million|thousand)?)"
    rf"\s+from\s+{_LIST}"
)
"""How a remark goes on that has told of so many rows of one."""
_PART = re.compile(r"(?:,\s*and|,|\band\b|\+|&)\s+(?:the\s+)?(?=[A-Z])")
_REMARK = re.compile(r"#+\s?(?P<text>.*)$")
_NO_NAMES = frozenset(
    {"Each", "All", "Both", "Every", "This", "These", "The", "Our", "Excel", "Python", "I", "A", "No"}
)
_MEASURED = re.compile(
    r"(?i)\b(?:test(?:ed|ing)?|eval\w*|held[- ]?out|benchmark\w*|validat\w*|never trained)\b"
)
OF_REMARK = "rows of which a comment tells"
"""How such a name is seen."""
MOST_REMARK = 400
"""A longer line is no remark."""


def read_remarks(module: Module) -> None:
    """Add the sets that comments name as the origin of so many rows, where the module trains, reads or writes some."""
    found = module.found
    if not (module.has_trainer or module.trained or found.written or found.reads):
        return
    taken = {one.name.lower() for one in found.sightings}
    for number, text in _remarks(module.lines):
        for name in _names(text) if not _MEASURED.search(text) else ():
            if name.lower() not in taken:
                at = module.line_map[number - 1] if 0 < number <= len(module.line_map) else number
                how, said = OF_REMARK, text.strip()[:200]
                place = Location(module.name, at, 1)
                found.sightings.append(Sighting(name, "data", place, "code", how, said, "dataset"))


def _remarks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Comments, and the lines of docstrings, with their numbers."""
    quote = ""
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_REMARK:
            continue
        marks = [mark for mark in ('"""', "'''") if mark in line]
        if quote or (marks and line.strip().lstrip("rRuU").startswith(marks[0])):
            yield number, line.strip().strip("\"'")
            ends = bool(marks) and line.count(marks[0]) % 2 == 1
            quote = ("" if quote else marks[0]) if ends else quote
        elif told := _REMARK.search(line):
            yield number, told["text"]


def _names(text: str) -> Iterator[str]:
    """The names of which a remark says how many rows come from them.

    >>> list(_names("40k sentences from Tatoeba, 1,200 pairs from OPUS and JW300, 2k from Fenbank"))
    ['Tatoeba', 'OPUS', 'JW300', 'Fenbank']
    """
    told = list(_TOLD.finditer(text))
    for one in (*told, *(_FURTHER.finditer(text) if told else ())):
        for name in _PART.split(one["names"]):
            plain = name.strip(" .,")
            if plain.split()[0] not in _NO_NAMES and len(plain) > 1:
                yield plain
