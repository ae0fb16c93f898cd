"""Amounts and times of which the pages and the rows of a folder tell differently."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from compliance.acquire.found import Found
from compliance.acquire.prose.parameters import PARAMETERS
from compliance.acquire.prose.token_budget import TRAINING_TOKENS
from compliance.intake.disagreeing.statements import (
    Contradiction,
    Kind,
    at_odds,
    other_amount,
    told_differently,
)
from compliance.model.declared.sighting import Figure

_YEAR = 12
_PAGES = (".md", ".markdown", ".rst", "README")
_GATHERED, _ITEMS = "collected", frozenset({"recorded", "written"})
"""What is done with what others made, and when those made it."""


def differing_figures(found: Found) -> Iterator[Contradiction]:
    """How much there is and when it was made, where two files cannot both be right."""
    kinds: tuple[tuple[str, Kind, Callable[[Figure, Figure], bool]], ...] = (
        ("amount", "size", other_amount),
        ("period", "date", _other_time),
    )
    for kind, name, differ in kinds:
        mine = [one for one in found.figures if one.kind == kind]
        for about in dict.fromkeys(one.about for one in mine if one.about != PARAMETERS):
            alike = [one for one in mine if one.about == about]
            told = [one for one in alike if one.source != "data" and not _of_stages(about, alike)]
            said = [*_against(told, _own_sets(found), differ), *_rows_outside(about, told, mine)]
            if said:
                yield told_differently(name, about, said)


def _of_stages(about: str, figures: Sequence[Figure]) -> bool:
    """Whether settings tell of several stages, or a page does, so that no two amounts of training are of the same."""
    if about != TRAINING_TOKENS:
        return False
    set_up = {one.low for one in figures if not one.place.file.endswith(_PAGES)}
    said = {one.low for one in figures if one.place.file.endswith(_PAGES)}
    return len(set_up) != 1 or len(said) != 1


def _own_sets(found: Found) -> dict[str, str]:
    """The data set of which a page is the card: two such pages speak of two sets."""
    return {one.place.file: one.name for one in found.published if one.kind == "dataset"}


def _against(
    figures: Sequence[Figure], sets: dict[str, str], differ: Callable[[Figure, Figure], bool]
) -> list[Figure]:
    """The figures of files of which none bears out any of another's."""
    by_file: dict[str, list[Figure]] = {}
    for one in figures:
        by_file.setdefault(f"{one.source}:{one.place.file}", []).append(one)

    def apart(first: list[Figure], second: list[Figure]) -> bool:
        if _of_two_sets(first[0], second[0], sets):
            return False
        return all(differ(one, other) for one in first for other in second)

    return at_odds(by_file.values(), apart)


def _rows_outside(about: str, pages: Sequence[Figure], figures: Sequence[Figure]) -> list[Figure]:
    """The pages that tell when something was done, with rows that were made at another time, or after they were taken.

    What was gathered may be older than the gathering, so that only what is younger refutes that.
    """
    rows = [one for one in figures if one.source == "data"]
    outside = [row for row in rows if row.about == about and all(_outside(row, page) for page in pages)]
    if about == _GATHERED:
        outside += [
            row for row in rows if row.about in _ITEMS and all(_is_later(row, page) for page in pages)
        ]
    return [*pages, *outside] if pages and outside else []


def _of_two_sets(one: Figure, other: Figure, sets: dict[str, str]) -> bool:
    mine, others = sets.get(one.place.file), sets.get(other.place.file)
    return mine is not None and others is not None and mine != others


def _other_time(one: Figure, other: Figure) -> bool:
    """Whether two periods share no month, or begin or end alike and no more."""
    first, second = _ends(one, other.by_year), _ends(other, one.by_year)
    apart = first[1] < second[0] or second[1] < first[0]
    return apart or (first[0] == second[0]) != (first[1] == second[1])


def _outside(row: Figure, page: Figure) -> bool:
    """Whether a row was made before or after the time of which a page tells."""
    (row_low, row_high), (low, high) = _ends(row, page.by_year), _ends(page, page.by_year)
    return row_high < low or row_low > high


def _is_later(row: Figure, page: Figure) -> bool:
    return _ends(row, page.by_year)[0] > _ends(page, page.by_year)[1]


def _ends(one: Figure, by_year: bool) -> tuple[float, float]:
    """The months of a period; the years where the other one tells no months."""
    return (one.low // _YEAR, one.high // _YEAR) if by_year or one.by_year else (one.low, one.high)
