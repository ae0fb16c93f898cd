"""The overview of a fleet as one page of HTML that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from compliance.fleet.overview import Overview


def page(one: Overview) -> str:
    """The page."""
    from compliance.render.templating import fill

    filters: dict[str, Callable[..., Any]] = {
        "number": lambda value: f"{value:,}",
        "share": _share,
        "most": _most,
    }
    return fill("fleet.html.j2", {"one": one}, filters=filters)


def _share(part: int, whole: int) -> str:
    """A part of a whole in per cent.

    >>> _share(1, 3), _share(0, 0)
    ('33.3 %', '–')
    """
    return f"{100 * part / whole:.1f} %" if whole else "–"


def _most(rows: Any) -> int:
    """The most of any row, for the length of bars."""
    return max((row.whole for row in rows), default=1) or 1
