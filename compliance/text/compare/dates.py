"""The day that a text states for itself: a new one is news for whoever records since when its clauses are in force."""

from __future__ import annotations

import re

__all__ = ["new_dates", "stated_dates"]

FIRST_LINES = 12
"""Within how many lines from the top a date is taken for the text's own."""
SHORT = 300
"""Up to how many characters a line further down counts that speaks of a version."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})(?!\d)|"
    rf"\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{_MONTH})\.?,?\s(?P<year2>\d{{4}})(?!\d)|"
    r"\b\d{4}-\d{2}-\d{2}(?!\d)|\b\d{1,2}/\d{1,2}/\d{4}(?!\d)",
    re.IGNORECASE,
)
_SORTED = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_VERSION = re.compile(
    r"\b(?:effective|updated?|revised|modified|in force|version|published)\b", re.IGNORECASE
)


def new_dates(old: str, new: str) -> tuple[str, ...]:
    """Return the dates that a newer version states for itself, where the older one stated earlier ones.

    >>> new_dates("Effective: May 31, 2025", "Effective: 1 January 2026")
    ('2026-01-01',)
    >>> new_dates("Terms", "Effective: January 1, 2026"), new_dates("On May 1, 2025", "On 1 May 2025")
    ((), ())
    """
    before = stated_dates(old)
    latest = max((each for each in before if _SORTED.match(each)), default="")
    fresh = (each for each in stated_dates(new) - before if each > latest or not _SORTED.match(each))
    return tuple(sorted(fresh)) if before else ()


def stated_dates(text: str) -> frozenset[str]:
    """Return the dates at the top of a text, or in lines that speak of its version."""
    found: set[str] = set()
    lines = [line for line in text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        if len(line) <= SHORT and (number < FIRST_LINES or _VERSION.search(line)):
            found.update(map(_iso, _DATE.finditer(line)))
    return frozenset(found)


def _iso(found: re.Match[str]) -> str:
    month, day, year = (found[key] or found[f"{key}2"] for key in ("month", "day", "year"))
    if not month:
        return found.group()
    return f"{year}-{_MONTHS.index(month[:3].lower()) + 1:02}-{int(day):02}"
