"""What stood open in an earlier report: each point known by its kind, its upstream and its release, never by a rule."""

from __future__ import annotations

import datetime

from compliance.model.truth import Position
from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One cause as it stands open for one release."""

    cause: str
    """Kind and upstream."""
    release: str
    position: Position
    title: str
    """What it is, in words."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same from report to report."""
        return self.cause, self.release


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier report, as far as a later one is compared with it."""

    name: str
    """How the file was called."""
    as_of: datetime.date
    points: tuple[Point, ...]
    """What stood open then."""
    packs_changed: int = 0
    """Number of loaded files that differ between the two, or that only one of them has."""
    tool: str = ""
    """The program that wrote it, where that is another version; else empty."""
