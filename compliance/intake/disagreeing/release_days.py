"""On which day the work was put out, where its pages and files cannot all be right."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from compliance.acquire.claims.versions import DAY
from compliance.acquire.prose.days import day_of
from compliance.intake.disagreeing.statements import DIFFERENTLY, Contradiction, said_by
from compliance.model.declared.sighting import Claim, Statement

RELEASED = "day of the release"
Day = tuple[int, int, int]


def differing_days(statements: Sequence[Statement], claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """Two files right in the folder that tell different days.

    Args:
        statements: What the files of the folder say.
        claims: What they claim; lists of changes date their versions, and one of these may be the one that is told.
    """
    told: list[tuple[Statement | Claim, Day]] = list(days_told(statements))
    versions = days_told_of_versions(claims)
    if told and not {day for _, day in told} & {day for _, day in versions}:
        told += versions[:1]
    if len({day for _, day in told}) > 1:
        words = " / ".join(dict.fromkeys("-".join(f"{part:02}" for part in day) for _, day in told))
        said = tuple(said_by(one) for one, _ in told)
        yield Contradiction("date", RELEASED, said, f"{DIFFERENTLY}: {words}")


def days_told(statements: Sequence[Statement]) -> list[tuple[Statement, Day]]:
    """The day that each file right in the folder tells; one that tells several speaks of several versions."""
    by_file: dict[str, list[tuple[Statement, Day]]] = {}
    for one in statements:
        day = (
            day_of(one.text or one.words) if one.kind == "release-day" and "/" not in one.place.file else None
        )
        if day is not None:
            by_file.setdefault(one.place.file, []).append((one, day))
    return [told[0] for told in by_file.values() if len({day for _, day in told}) == 1]


def days_told_of_versions(claims: Sequence[Claim]) -> list[tuple[Claim, Day]]:
    """The day of each version that a list of changes right in the folder dates, the newest first."""
    told = [one for one in dict.fromkeys(claims) if one.about.startswith(DAY) and "/" not in one.place.file]
    told.sort(key=lambda one: -one.low)
    days = (datetime.date.fromordinal(int(one.low)) for one in told)
    return [(one, (day.year, day.month, day.day)) for one, day in zip(told, days, strict=True)]


def days_apart(told: Day, declared: str) -> bool:
    """Whether a day is not the declared one, as exactly as that is told.

    >>> days_apart((2025, 3, 18), "2025-03"), days_apart((2025, 3, 18), "2025-03-19")
    (False, True)
    """
    parts = tuple(int(one) for one in declared.split("-") if one.isdigit())
    return told[: len(parts)] != parts
