"""Dates in words as periods of the manifest."""

from __future__ import annotations

import datetime
import re

from compliance.model.shape import first_day, last_day

Span = tuple[datetime.date, datetime.date]

_MONTHS = {name: n for n, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}  # fmt: skip
PARTS: dict[str, tuple[int, int]] = {
    "early": (1, 4), "start of": (1, 3), "mid": (5, 8), "middle of": (5, 8), "late": (9, 12), "end of": (10, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11),
    "first half of": (1, 6), "second half of": (7, 12), "h1": (1, 6), "h2": (7, 12),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
}  # fmt: skip
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*"
_PATTERNS = [
    ("part", re.compile(rf"\b({'|'.join(PARTS)})[- ]*(\d{{4}})(?!\d|-\d\d\b)")),
    ("year-part", re.compile(r"\b(\d{4})[- ]?(q[1-4]|h[12])\b")),
    ("months", re.compile(rf"\b{_MONTH}\s*(?:-|–|/|to|and)\s*{_MONTH},?\s+(\d{{4}})\b")),
    ("month-day", re.compile(rf"\b(\d{{1,2}}) {_MONTH},? (\d{{4}})\b")),
    ("month", re.compile(rf"\b{_MONTH},? (\d{{4}})\b")),
    ("day", re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")),
    ("iso-month", re.compile(r"\b((?:19|20)\d{2})-(0[1-9]|1[0-2])\b")),
    ("years", re.compile(r"\b((?:19|20)\d{2})\s*[-–/]\s*((?:20)?\d{2})\b(?!-)")),
    ("year", re.compile(r"(?<![\d.-])((?:19|20)\d{2})(?![\d])")),
]


def _months(year: int, first: int, last: int) -> Span:
    return first_day(f"{year}-{first:02}"), last_day(f"{year}-{last:02}")


def _span(kind: str, groups: tuple[str, ...]) -> Span:
    if kind == "part":
        return _months(int(groups[1]), *PARTS[groups[0]])
    if kind == "year-part":
        return _months(int(groups[0]), *PARTS[groups[1]])
    if kind == "months":
        return _months(int(groups[2]), _MONTHS[groups[0]], _MONTHS[groups[1]])
    if kind == "month-day":
        return (day := datetime.date(int(groups[2]), _MONTHS[groups[1]], int(groups[0]))), day
    if kind == "month":
        return _months(int(groups[1]), _MONTHS[groups[0]], _MONTHS[groups[0]])
    if kind == "years":
        return first_day(groups[0]), last_day(groups[1] if len(groups[1]) == 4 else groups[0][:2] + groups[1])
    iso = "-".join(groups)
    return first_day(iso), last_day(iso)


def spans(text: str) -> list[Span]:
    """Every date, month, year or part of a year that a text names, as days."""
    rest, found = text.lower(), []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(rest):
            try:
                start, end = _span(kind, match.groups())
            except ValueError:
                continue
            if start <= end:
                found.append((start, end))
        rest = pattern.sub(lambda match: " " * len(match.group()), rest)
    return sorted(found)


def span(text: str) -> Span | None:
    """Days from the first to the last date that a text names; None where it names none.

    >>> [str(day) for day in span("late 2024-2025-01") or ()]
    ['2024-09-01', '2025-01-31']
    """
    found = spans(text)
    return (found[0][0], max(end for _, end in found)) if found else None


def period_text(days: Span) -> str:
    """Days as a period of the manifest, as short as it goes.

    >>> period_text((datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)))
    '2023'
    >>> period_text((datetime.date(2022, 12, 1), datetime.date(2023, 6, 30)))
    '2022-12/2023-06'
    """
    start, end = days
    for length in (4, 7, 10):
        first, last = start.isoformat()[:length], end.isoformat()[:length]
        if first_day(first) == start and last_day(last) == end:
            return first if first == last else f"{first}/{last}"
    return f"{start}/{end}"


def date_text(text: str) -> str | None:
    """The one date that a text names, as the manifest writes it; a longer span gives its last month."""
    days = span(text)
    if days is None:
        return None
    short = period_text(days)
    return short if "/" not in short else days[1].isoformat()
