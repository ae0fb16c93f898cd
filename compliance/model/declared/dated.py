"""Figures that are stated by date: which of them answers for a day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from compliance.model.declared.lineage import Period


def figure_on(figures: Mapping[str, object], day: Period) -> object:
    """What is stated for a day; None where nothing is.

    A figure holds until the next one. The last holds for its month or year and the one after, since what counts in a
    text is often the month or year before; what came later nobody has said.

    >>> figure_on({"2024-06": 5}, Period.of("2024-07-23")), figure_on({"2024-06": 5}, Period.of("2025"))
    (5, None)
    >>> figure_on({"2024-06": 5, "2025-06": 9}, Period.of("2025-01"))
    5
    """
    dated = sorted(((Period.of(key), value) for key, value in figures.items()), key=lambda one: one[0].start)
    begun = [one for one in dated if one[0].start <= day.end]
    if not begun:
        return None
    stated, value = begun[-1]
    if _holds_until(stated) >= day.start:
        return value
    return value if len(begun) < len(dated) else None


def _holds_until(stated: Period) -> datetime.date:
    """The last day of the year, or month, after the one that is stated."""
    whole_year = stated.start.month == 1 and stated.end.month == 12
    year, before = divmod(stated.end.year * 12 + (23 if whole_year else stated.end.month), 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return Period.of(f"{year:04}-{before + 1:02}").end
