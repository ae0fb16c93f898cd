"""What a page tells of its own thing in a table of a whole series, and under the long form of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compliance.acquire.names import squeezed
from compliance.intake.releases import Released
from compliance.model.declared.sighting import Sighting

_COLUMN = re.compile(
    r"(?i)^prose, “(?:base models?(?: : …)?|(?:[\w-]+ ){0,2}(?:encoder|decoder|tower|backbone|llm|language model)s?)”$"
)
"""How a base, or a part, is told that stands in a column, or behind a label, of that name."""
_MINE = re.compile(r"(?i)\((?:this|current)(?: (?:model|checkpoint|repo(?:sitory)?|version|card|one))?\)|👈")
"""How a row says that it is the work's."""
_SHORT = re.compile(r"\s*\(\s*[\"“*`]*(?P<short>[A-Za-z][\w.-]+)[\"”*`]*\s*\)")
"""What stands behind the long form of a name."""
_LEAST = 4
"""Letters of a name at least by which a row is known for that of the work."""


def of_own_rows(sightings: Sequence[Sighting], released: Sequence[Released]) -> list[Sighting]:
    """The sightings, where of a table of a series only the row of the work itself tells a base.

    A name that a sentence gives as the long form of the work's own is no other thing either.
    """
    own = set(_names(released))
    told = {_table(one) for one in sightings if _is_base_of_table(one) and _holds(one.words, own)}
    return [
        replace(one, relation="none")
        if _is_long_form(one, own)
        or (_is_base_of_table(one) and _table(one) in told and not _holds(one.words, own))
        else one
        for one in sightings
    ]


def _names(released: Sequence[Released]) -> Iterator[str]:
    for one in released:
        if one.own_card:
            yield squeezed(re.split(r"[:–—(]", one.name.rpartition("/")[2])[0])


def _table(one: Sighting) -> tuple[str, str]:
    return one.place.file, one.section


def _is_base_of_table(one: Sighting) -> bool:
    return one.source == "document" and one.is_lineage and _COLUMN.match(one.how) is not None


def _holds(row: str, own: set[str]) -> bool:
    """Whether a row names the work, or says that it is its own."""
    if _MINE.search(row):
        return True
    spoken = squeezed(row)
    return any(len(each) >= _LEAST and each in spoken for each in own)


def _is_long_form(one: Sighting, own: set[str]) -> bool:
    """Whether behind a name the work's own stands in brackets: `Names of Marsh Birds (MarshNames)`."""
    if "prose" not in one.how or not one.is_lineage or one.name not in one.words:
        return False
    behind = _SHORT.match(one.words, one.words.index(one.name) + len(one.name))
    return behind is not None and squeezed(behind["short"]) in own
