"""What texts that bind nobody yet would make of where a release comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compliance.model.finding import Force
from compliance.model.substitutes import Substitute
from compliance.model.truth import Position

Way = Literal["itself", "weights", "outputs", "later generation", "signal", "loaded"]
"""How something upstream came into a release."""


@dataclass(frozen=True, slots=True)
class Exposed:
    """One upstream artifact of the origins in question."""

    artifact: str
    name: str
    developer: str | None
    country: tuple[str, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Touching:
    """One text, as a rule reads it, and where it would stand."""

    rule: str
    title: str
    force: Force
    source: str | None
    position: Position
    binds: bool
    """Whether it is in force and counts today."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """Of one release of a US publisher: what it holds of such origins, which texts look at it, what could stand in."""

    release: str
    exposed: tuple[Exposed, ...]
    touching: tuple[Touching, ...]
    """Texts that look at where it comes from and would bite on some reading, those that bind first."""
    untouched: tuple[Touching, ...]
    """Texts that look at it and bite on no reading."""
    substitutes: tuple[Substitute, ...]
    """Of the same function, those first behind which nothing of such origins was found."""

    @property
    def binding(self) -> tuple[Touching, ...]:
        """What binds today."""
        return tuple(one for one in self.touching if one.binds)
