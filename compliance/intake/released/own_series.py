"""What a page tells of its own thing in a table of a whole series, and under the long form of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compliance.acquire.listing.tables import header_says
from compliance.acquire.names import squeezed
from compliance.acquire.prose.parts import OWN_ROW, is_part
from compliance.intake.released.releases import Released
from compliance.model.declared.sighting import Sighting

_COLUMN = re.compile(r"^prose, “(?P<head>[^“”:…]+?) ?(?:: …)?”$")
"""How words are told that stand at the head of a column, or in a label."""
_SHORT = re.compile(r"\s*\(\s*[\"“*`]*(?P<short>[A-Za-z][\w.-]+)[\"”*`]*\s*\)")
"""What stands behind the long form of a name."""
_LEAST = 4
"""Letters of a name at least by which a row is known for that of the work."""


def of_own_rows(sightings: Sequence[Sighting], released: Sequence[Released]) -> list[Sighting]:
    """The sightings, where of a table of a series only the row of the work itself tells a base.

    A name that a sentence gives as the long form of the work's own is no other thing either, nor one that stands
    nowhere in it but as a part of the work's own.
    """
    own = set(_names(released))
    titles = [one.name for one in released if one.own_card and " " in one.name.strip()]
    rows = _mine(sightings, (set(_in_full(released)), own))
    told = {table for table, _ in rows}
    return [
        replace(one, relation="none")
        if _is_long_form(one, own)
        or any(_is_only_within(one, title) for title in titles)
        or (_is_base_of_table(one) and _table(one) in told and (_table(one), one.words) not in rows)
        else one
        for one in sightings
    ]


def _mine(sightings: Sequence[Sighting], called: Sequence[set[str]]) -> set[tuple[tuple[str, str], str]]:
    """The rows of the work in each table: those that hold its name in full, or else what that begins with."""
    rows = [one for one in sightings if _is_base_of_table(one)]
    mine = set[tuple[tuple[str, str], str]]()
    for names in called:
        found = {table for table, _ in mine}
        mine |= {
            (_table(one), one.words) for one in rows if _table(one) not in found and _holds(one.words, names)
        }
    return mine


def _in_full(released: Sequence[Released]) -> Iterator[str]:
    for one in released:
        if one.own_card:
            yield squeezed(one.name.rpartition("/")[2])


def _names(released: Sequence[Released]) -> Iterator[str]:
    for one in released:
        if one.own_card:
            yield squeezed(re.split(r"[:–—(]", one.name.rpartition("/")[2])[0])


def _table(one: Sighting) -> tuple[str, str]:
    return one.place.file, one.section


def _is_base_of_table(one: Sighting) -> bool:
    """Whether the head of a column, or a label, makes a thing the base or a part of what its row is about."""
    head = _COLUMN.match(one.how) if one.source == "document" and one.is_lineage else None
    return head is not None and (header_says(head["head"]) == "base" or is_part(head["head"]))


def _holds(row: str, own: set[str]) -> bool:
    """Whether a row names the work, or says that it is its own."""
    if OWN_ROW.search(row):
        return True
    spoken = squeezed(row)
    return any(len(each) >= _LEAST and each in spoken for each in own)


def _is_only_within(one: Sighting, title: str) -> bool:
    """Whether a sentence names a thing only as a part of the work's name: `Fen BERT Tagger was trained by …`."""
    if "prose" not in one.how or not one.is_lineage or title not in one.words or one.words.strip() == title:
        return False
    return one.name in title and one.name != title and one.name not in one.words.replace(title, "")


def _is_long_form(one: Sighting, own: set[str]) -> bool:
    """Whether behind a name the work's own stands in brackets: `Names of Marsh Birds (MarshNames)`."""
    if "prose" not in one.how or not one.is_lineage or one.name not in one.words:
        return False
    behind = _SHORT.match(one.words, one.words.index(one.name) + len(one.name))
    return behind is not None and squeezed(behind["short"]) in own
