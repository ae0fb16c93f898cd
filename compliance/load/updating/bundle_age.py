"""How old a signed bundle is by the comment that is signed with it, and whether another one is older."""

from __future__ import annotations

import datetime

from compliance.patterns import regex

_SECONDS = regex(r"\btimestamp:(\d{9,11})\b")
"""What minisign writes where no comment is given."""
_DAY = regex(r"(?<![\d-])(\d{4}-\d{2}-\d{2})(?![\d-])")


def date_of(comment: str) -> str:
    """The date in a trusted comment, as minisign writes it or as a day; empty where there is none.

    >>> date_of("timestamp:1764547200 file:packs.zip"), date_of("packs of 2026-12-01"), date_of("packs")
    ('2025-12-01T00:00:00', '2026-12-01', '')
    """
    stamp = _SECONDS.search(comment)
    if stamp is not None:
        at = datetime.datetime.fromtimestamp(int(stamp.group(1)), datetime.UTC)
        return at.replace(tzinfo=None).isoformat()
    for day in _DAY.findall(comment):
        try:
            return datetime.date.fromisoformat(day).isoformat()
        except ValueError:
            continue
    return ""


def is_older(date: str, than: str) -> bool:
    """Tell whether a date lies before another; of a day and a moment on it, neither does. No date lies before any.

    >>> is_older("2026-11-30", "2026-12-01T08:00:00"), is_older("2026-12-01", "2026-12-01T08:00:00")
    (True, False)
    >>> is_older("", "2026-12-01"), is_older("", "")
    (True, False)
    """
    if not date or not than:
        return bool(than)
    length = min(len(date), len(than))
    return date[:length] < than[:length]
