"""Days on which versions came out, and parts that a later version is said to leave out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.acquire.claims.sentences import Sentence
from compliance.acquire.tree import line_of
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Claim
from compliance.model.shapes.location import Location
from compliance.patterns import regex

LEAST_NAME = 3
"""A name of fewer letters than these says nothing."""
LEFT_OUT, DAY = "left out", "day of version "
_ENTRY = re.compile(
    r"(?m)^#{1,4}\s*\[?v?(?P<version>\d+\.\d+(?:\.\d+)?)\]?\s*[-–—:(]+\s*(?P<day>\d{4}-\d{2}-\d{2})"
)
_NAME = r"(?P<name>[A-Z][\w.-]*\w(?: [A-Z\d][\w.-]*)*)"
_GONE = (
    r"(?:removed|dropped|filtered out|taken out|left out|excluded|discarded|no longer (?:used|included|part)|entfernt|"
    r"gestrichen|retirée?s?|supprimée?s?|eliminad[oa]s?)"
)
_LEFT_OUT = (
    regex(rf"^(?:[Tt]he |[Dd]ie |[Dd]as |[Ll]es? )?{_NAME}\b[^.;,]{{0,60}}?\b(?i:{_GONE})\b"),
    regex(
        rf"\b(?i:removed?|drop(?:ped)?|excluded?)(?: the| all)? {_NAME}(?=$|[.;,]| (?:from|rows|data|subset|part)\b)"
    ),
    regex(r"(?P<name>[A-Za-z][A-Za-z0-9._-]*[A-Za-z0-9])\s?(?:のデータ|データ)?(?:は|を)(?:削除|除外)し"),
    regex(r"(?:移除|删除|去掉)了?\s?(?P<name>[A-Za-z][A-Za-z0-9._-]*[A-Za-z0-9])"),
)


def of_history(file: TextFile) -> Iterator[Claim]:
    """The day of each version in a list of changes."""
    for one in _ENTRY.finditer(file.text):
        yield from _day(one["version"], one["day"], file.place(one.start()), one[0].lstrip("# "))


def of_fields(top: Mapping[str, Any], name: str) -> Iterator[Claim]:
    """The version and the day that a file of citation or of metadata gives together."""
    day = next((key for key in ("date-released", "datePublished") if isinstance(top.get(key), str)), None)
    told = top.get("version")
    if day and isinstance(told, str):
        words = f"version {told}, {day}: {top[day]}"
        yield from _day(told.lstrip("v"), top[day], Location(name, line_of(top[day]), 1), words)


def _day(told: str, day: str, place: Location, words: str) -> Iterator[Claim]:
    try:
        ordinal = float(datetime.date.fromisoformat(day[:10]).toordinal())
    except ValueError:
        return
    yield Claim(f"{DAY}{told}", ordinal, ordinal, place, words)


def left_out(sentence: Sentence, name: str) -> Iterator[Claim]:
    """What a sentence says is no longer part of the work."""
    for each in names_left_out(sentence.words):
        yield Claim(LEFT_OUT, 0.0, 0.0, Location(name, sentence.line, 1), sentence.words, each)


def names_left_out(words: str) -> list[str]:
    """The names of which a sentence says that they are part of the work no more.

    >>> names_left_out("ShareGPT removed from the mixture"), names_left_out("duplicates of Reed were removed")
    (['ShareGPT'], [])
    """
    found = (pattern.search(words) for pattern in _LEFT_OUT)
    named = (one["name"] for one in found if one is not None)
    return [one for one in dict.fromkeys(named) if len(one) >= LEAST_NAME]
