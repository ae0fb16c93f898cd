"""How much the work holds and when it was made, as a page tells it: what other pages or rows may not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from compliance.acquire.prose.parameters import PARAMETERS, parameters_said
from compliance.acquire.prose.periods import Span, periods_said
from compliance.acquire.prose.token_budget import TRAINING_TOKENS, budgets_said
from compliance.patterns import regex

ROWS = "rows"
"""What every word for a member of a set counts."""
_CLOSE, _ROUGH = 0.05, 0.2
"""By which part a number that is told may be off: as it stands, and where the page says that it is rough."""
_THOUSANDS = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}
_SENTENCE = regex(r"[^.?!]+(?:\.(?=\S)[^.?!]*)*")
_GROUPED = regex(r"\d{1,3}\.\d{3}")
"""A number of things with the sign between thousands that many languages use."""
_ANY_ROW = frozenset(
    {"example", "instance", "row", "sample", "entry", "entrie", "record", "item", "data point"}
)
_ALIKE = {
    "dialogue": "conversation",
    "dialog": "conversation",
    "photo": "image",
    "picture": "image",
    "photograph": "image",
}
_NOUN = (
    r"(?:hours?|(?:examples?|instances?|rows?|samples?|entries|records?|items?|data points?)|images?|photo(?:graph)?s?|"
    r"pictures?|sentences?|utterances?|segments?|clips?|recordings?|questions?|pairs?|conversations?|dialog(?:ue)?s?|"
    r"documents?|articles?|episodes?|trajector(?:y|ies)|volumes?|scans?|videos?|tokens?|speakers?|patients?|papers?|"
    r"problems?|queries|passages?|tweets?|posts?|pages?|songs?|tracks?|stud(?:y|ies)|tiles?|scenes?|games?|matches|molecules?|"
    r"sequences?|transcripts?|reports?|rulings?|judg(?:e)?ments?|tables?|functions?|files?|repositories)"
)
_ROUGHLY = r"(?P<rough>about|around|approximately|roughly|some|nearly|almost|circa|ca\.|~|≈)"
_BOUND = r"(?P<over>over|more than|at least|above)|(?P<under>up to|at most|fewer than|less than|under)"
_AMOUNT = (
    rf"(?:(?:{_ROUGHLY}|{_BOUND})\s*)?(?<![\w.,])(?P<number>\d{{1,3}}(?:[,\u202f’']\d{{3}})+|\d+(?:\.\d+)?)"
    rf"(?:\s?(?P<times>[kKMB](?![\w])|thousand|million|billion))?\+?\s+(?P<kind>(?:[\w-]+\s+){{0,3}}?)(?P<noun>{_NOUN})\b(?!\s+pairs?\b)"
)
_ONE = regex(rf"(?i){_AMOUNT}")
_NEXT = regex(r"[^.;:?!\d]{0,30}?(?:,|\band\b|\bwith\b|\bor\b|\(|/)\s*(?=(?:[a-z~≈]+\.?\s+){0,2}\d)")
"""What stands between two amounts of which a sentence tells together."""
_HOLDS = (
    r"(?:now |currently |altogether )?(?:contains?|holds?|comprises?|consists? of|counts?|has|totals?|spans?|"
    r"amounts? to|is made (?:up )?of|is composed of)\s+(?:(?:a total|in total|altogether)(?: of)?\s+)?"
)
_SET = r"(?:data ?set|corpus|collection|database|benchmark)"
_LABEL = r"(?:final|full|whole|complete|entire|released|resulting|present|current)"
_SUBJECT = rf"(?:(?:the|this|our)\s+(?:{_LABEL}\s+){{0,2}}(?:[\w-]+\s+)??{_SET}|{_SET}|it)"
_WHOLE = regex(
    rf"(?i)(?:^|(?<=[.!?]\s))\W{{0,5}}(?:{_SUBJECT})\s+{_HOLDS}(?=\S)|"
    rf"(?:^|(?<=[.!?]\s))\W{{0,5}}(?:this is |it is )?an?\s+(?:[\w-]+\s+){{0,4}}{_SET}\s+"
    r"(?:of|with|containing|comprising)\s+(?=\S)"
)
_QUESTION = regex(
    r"(?i)\bhow many (?:instances|data points|examples|items|rows|records|samples)\b[^?]*(?:\?|$)\W*"
)
_PART = regex(
    r"(?i)\b(?:train(?:ing)?|test(?:ing)?|dev(?:elopment)?|validation|eval\w*|held[- ]?out|subsets?|splits?|folds?|"
    r"parts?|versions?|v\d\S*|previous\w*|earlier|original(?:ly)?|initial(?:ly)?|before|after|first|pilot|unlike|compared|"
    r"(?<!more )(?<!less )(?<!fewer )than|"
    r"other|each|per|every|would|plan\w*|will|future|sample of|raw|unfiltered|labell?ed|annotated|demo|"
    r"excerpt|preview|selected)\b"
)
"""Words of a sentence that speaks of a part, or of another state of the work."""


@dataclass(frozen=True, slots=True)
class Said:
    """A figure in a paragraph, and where it stands."""

    kind: Literal["amount", "period"]
    about: str
    span: Span
    at: int


def figures_said(text: str, section: str, own: str, opens: bool) -> Iterator[Said]:
    """The amounts of the whole and the periods that a paragraph tells.

    Args:
        text: The paragraph.
        section: The headings over it.
        own: What the page calls the thing that it is about; empty where it does not say.
        opens: Whether it is the first one of its page.
    """
    yield from counts_said(text)
    for about, span, at in periods_said(text):
        yield Said("period", about, span, at)
    for sentence in _SENTENCE.finditer(text):
        for low, high, at in budgets_said(sentence[0]):
            yield Said("amount", TRAINING_TOKENS, Span(low, high), sentence.start() + at)
    asked = _QUESTION.search(text)
    if asked is None and _QUESTION.search(section):
        yield from _amounts(text, 0, of_rows=True, skip=True)
    elif asked is not None:
        yield from _amounts(text, asked.end(), of_rows=True, skip=True)
    else:
        for start in _starts(text, own, opens):
            yield from _amounts(text, start)


def counts_said(text: str) -> Iterator[Said]:
    """The parameters that a paragraph, or a row of a table, says that the work has."""
    for span, at in parameters_said(text):
        yield Said("amount", PARAMETERS, span, at)


def _starts(text: str, own: str, opens: bool) -> Iterator[int]:
    """Where it is told what the whole holds."""
    if opens and _ONE.match(text):
        yield 0
    for one in _WHOLE.finditer(text):
        yield one.end()
    if own:
        named = rf"(?:^|(?<=[.!?]\s))\W{{0,5}}(?:the\s+)?{re.escape(own)}(?:\s+{_SET})?\s+{_HOLDS}(?=\S)"
        for one in re.finditer(named, text, re.IGNORECASE):
            yield one.end()


def _amounts(text: str, start: int, of_rows: bool = False, skip: bool = False) -> Iterator[Said]:
    """The amounts that follow one another from a place on; a unit that comes twice tells of parts."""
    end = (
        next((one.start() for one in re.finditer(r"[.!?](?:\s|$)", text[start:])), len(text) - start) + start
    )
    if _PART.search(text, start, end):
        return
    told: list[Said] = []
    one = _ONE.search(text, start, end) if skip else _ONE.match(text, start, end)
    while one is not None:
        unit, span = _unit(one["noun"]), _span(one)
        told.append(Said("amount", unit, span, one.start()))
        if of_rows and len(told) == 1 and unit != ROWS:
            told.append(Said("amount", ROWS, span, one.start()))
        between = _NEXT.match(text, one.end(), end)
        one = _ONE.match(text, between.end(), end) if between else None
    units = [each.about for each in told]
    yield from (each for each in told if units.count(each.about) == 1)


def _unit(noun: str) -> str:
    single = re.sub(r"s$", "", re.sub(r"ies$", "y", noun.lower()))
    return ROWS if single in _ANY_ROW else f"{_ALIKE.get(single, single)}s"


def _span(one: re.Match[str]) -> Span:
    written = one["number"]
    if _GROUPED.fullmatch(written) and not one["times"] and _unit(one["noun"]) != "hours":
        written = written.replace(".", "")
    number = float(re.sub(r"[^\d.]", "", written)) * _THOUSANDS.get((one["times"] or "").lower(), 1)
    off = _ROUGH if one["rough"] else _CLOSE
    low = 0.0 if one["under"] else number * (1 - off)
    return Span(low, float("inf") if one["over"] else number * (1 + off))
