"""What texts that bind nobody yet would make of where a release comes from."""

from __future__ import annotations

from typing import Literal

from compliance.model.answered.finding import Force
from compliance.model.names.substitutes import Substitute
from compliance.model.packs.truth import Position, Readings
from compliance.values import dataclass

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
    kind: str = "model"
    licence: str | None = None
    function: str = "general-purpose"
    """What it is taken for, in the words for functions of releases."""
    known_from: str = "the manifest"
    """Where its origin was read, and when."""
    record: str | None = None
    """The registry's record of it, with where that was read, and when."""
    instead: Substitute | None = None
    """One of the same function and size from elsewhere, as an example."""

    @property
    def holds_it(self) -> bool:
        """Whether weights of it, or the thing itself, are in the release, or its user is made to load them."""
        return bool({"itself", "weights", "loaded"} & set(self.ways))


@dataclass(frozen=True, slots=True)
class Touch:
    """On which readings a text looks at one artifact."""

    artifact: str
    readings: Readings


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
    says: str = ""
    artifacts: tuple[Touch, ...] = ()
    """Those of the origins in question that it looks at; on which readings."""
    read_in: tuple[str, ...] = ()
    """The clauses that it reads, with their state and the day on which that was verified."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """Of one release: what it holds of such origins, which texts look at it, what could stand in."""

    release: str
    exposed: tuple[Exposed, ...]
    touching: tuple[Touching, ...]
    """Texts that look at where it comes from and would bite on some reading, those that bind first."""
    untouched: tuple[Touching, ...]
    """Texts that look at it and bite on no reading."""
    substitutes: tuple[Substitute, ...]
    """Of the functions of what it holds, those first behind which nothing of such origins was found."""
    name: str = ""
    us_publisher: bool = True
    """Whether the publisher is stated to be a US person."""

    @property
    def binding(self) -> tuple[Touching, ...]:
        """What binds today."""
        return tuple(one for one in self.touching if one.binds)
