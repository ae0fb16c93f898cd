"""The day that a text states for itself: a new one is news for whoever records since when its clauses are in force."""

from __future__ import annotations

import re

__all__ = ["new_dates"]

FIRST_LINES = 12
"""Within how many lines from the top a date is taken for the text's own."""
SHORT = 300
"""Up to how many characters a line further down counts that speaks of a version."""
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}\.?,?\s\d{{4}}\b|"
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{4}\b",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"\b(?:effective|updated?|revised|modified|in force|version|published)\b", re.IGNORECASE
)


def new_dates(old: str, new: str) -> tuple[str, ...]:
    """Return the dates that a newer version states for itself, where the older one stated others.

    >>> new_dates("Effective: May 31, 2025", "Effective: January 1, 2026")
    ('january 1, 2026',)
    >>> new_dates("Terms", "Effective: January 1, 2026")
    ()
    """
    before = _dates(old)
    return tuple(sorted(_dates(new) - before)) if before else ()


def _dates(text: str) -> set[str]:
    found: set[str] = set()
    lines = [line for line in text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        if len(line) <= SHORT and (number < FIRST_LINES or _VERSION.search(line)):
            found.update(each.lower() for each in _DATE.findall(line))
    return found
