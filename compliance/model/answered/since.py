"""What stood open in an earlier report: points known by kind, upstream and release, never by a rule or an id."""

from __future__ import annotations

import datetime

from compliance.model.packs.truth import Position
from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One cause as it stands open for one release, out of one upstream."""

    cause: str
    """What kind it is, and under whose terms or which licence."""
    release: str
    position: Position
    title: str
    """What it is, in words."""
    upstream: str | None = ""
    """What the upstream is called; empty for the release as such, None for any: old reports did not tell them apart."""

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What makes it the same from report to report."""
        return self.cause, self.release, self.upstream

    @property
    def of_any(self) -> tuple[str, str, str | None]:
        """The same point, whatever its upstream."""
        return self.cause, self.release, None


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
    gate: str = ""
    """What it let pass, where that is something else than now; else empty."""
