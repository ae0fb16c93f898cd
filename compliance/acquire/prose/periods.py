"""When a page says that something of the work was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.patterns import regex

_DONE = {
    "collected": r"collect(?:ed|ion)|gathered|scraped|crawled|harvested|sampled|downloaded",
    "recorded": r"recorded|recordings?|acquired|captured|filmed|photographed",
    "written": r"written|wrote|authored|composed|drafted",
    "compiled": r"created|compiled|assembled|made(?=\s*$)",
    "annotated": r"annotated|annotations?|labell?ed|transcribed|rated|graded",
    "generated": r"generated|synthesi[sz]ed",
}
"""Words for what is done with rows, by the name under which it is compared."""
_VERB = regex(rf"(?i)\b(?:{'|'.join(rf'(?P<{name}>{words})' for name, words in _DONE.items())})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_PERIOD = regex(
    rf"(?:(?:[Ff]rom|[Bb]etween|[Ii]n|[Dd]uring|[Oo]ver|(?P<aside>\(|,))\s*)(?:the years? )?(?:(?:early|mid|late)[- ])?"
    rf"(?:(?P<month>{_MONTH})\s*)?(?:(?:of )?(?P<year>{_YEAR}))?"
    rf"(?:\s*(?:to|until|till|through|and|[-–—])\s*(?:(?P<last_month>{_MONTH})\s+)?(?:of )?(?P<last_year>{_YEAR}))?"
    r"(?![\w-])"
)
_NOUN_OF = regex(
    rf"(?i)\b(?P<noun>[a-z]{{4,}}s) (?:from|between) (?=(?:{_MONTH} )?{_YEAR} (?:to|until|till|through|and) )"
)
"""What is dated by itself: `programmes from 2012 to 2018`."""
_OTHERS = regex(
    r"(?i)\b(?:versions?|v\d\S*|previous\w*|earlier|originally|other|et al|paper|(?:un)?published|as of|updated|will|"
    r"plan\w*|would|unlike|compared|second|further|additional(?:ly)?|another|later|again)\b"
)
"""Words of a sentence that tells of another work, of another state of this one, or of several rounds."""
_END = regex(r"(?i)\b(?:ended|ends|began|begins|started|starts|since|until|by|resumed|finished|stopped)\s*$")
"""Words before a time that is one end alone."""
_SENTENCE = regex(r"[^.?!]+(?:\.(?=\S)[^.?!]*)*[.?!]?")
MOST_BETWEEN = 90
"""The most letters between what was done and when."""


@dataclass(frozen=True, slots=True)
class Span:
    """From the least to the most; of time in months from the year 0."""

    low: float
    high: float
    by_year: bool = False


def periods_said(text: str) -> Iterator[tuple[str, Span, int]]:
    """What was done when, and where that stands.

    >>> [(about, span.low - 2023 * 12) for about, span, _ in periods_said("Rows were written in May 2023.")]
    [('written', 4.0)]
    """
    for sentence in _SENTENCE.finditer(text):
        if _OTHERS.search(sentence[0]):
            continue
        for one in _PERIOD.finditer(sentence[0]):
            span = _span(one)
            about = _about(sentence[0], one.start()) if span else None
            if span and about:
                yield about, span, sentence.start() + one.start()


def _about(sentence: str, at: int) -> str | None:
    """What was done or is dated, by the words before the time; None where they do not tell."""
    near = _NOUN_OF.finditer(sentence, max(0, at - MOST_BETWEEN), at + MOST_BETWEEN)
    noun = next((one for one in near if one.start() < at <= one.end()), None)
    if noun is not None:
        return noun["noun"].lower()
    before = sentence[max(0, at - MOST_BETWEEN) : at]
    clause = re.split(r"[;:]", before)[-1]
    verbs = list(_VERB.finditer(clause))
    return verbs[-1].lastgroup if verbs and not _END.search(clause, verbs[-1].end()) else None


def _span(one: re.Match[str]) -> Span | None:
    """The months from the first to the last; None where no year is told."""
    last = int(one["last_year"] or one["year"] or 0)
    first = int(one["year"] or last)
    if not last or last < first or (one["month"] is None and one["year"] is None):
        return None
    if one["aside"] and one["month"] is None and one["last_year"] is None:
        return None  # a year alone in brackets is that of a paper
    by_year = one["month"] is None
    start = first * 12 + _number(one["month"], 0)
    whole = one["last_year"] is not None
    end = last * 12 + (_number(one["last_month"], 11) if whole else _number(one["month"], 11))
    return Span(float(start), float(end), by_year) if start <= end else None


def _number(month: str | None, otherwise: int) -> int:
    return _MONTHS.index(month[:3].lower()) if month else otherwise


def months_of(date: str) -> float | None:
    """The month of a date that a row carries, counted from the year 0; None for what is no such date.

    >>> months_of("2024-08-19") == 2024 * 12 + 7, months_of("20 August")
    (True, None)
    """
    told = re.match(rf"({_YEAR})-(0[1-9]|1[0-2])(?:-\d\d)?(?:[T ].*)?$", date.strip())
    return float(int(told[1]) * 12 + int(told[2]) - 1) if told else None
