"""What readers of documents hand on: sightings, statements, releases, and what was lost on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from compliance.acquire.tree import Twice
from compliance.model.location import Location
from compliance.model.sighting import Lost, Published, Sighting, Statement


def told_twice(twice: Twice, name: str) -> list[Lost]:
    """What a file says twice, and of which only the later value is read."""
    return [
        Lost(Location(name, line, 1), f"{key} is given twice; only this value is read") for key, line in twice
    ]


@dataclass(slots=True)
class Found:
    """All that was read, gathered as it is read."""

    sightings: list[Sighting] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    published: list[Published] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    reads: list[tuple[str, Location]] = field(default_factory=list)
    """Files of rows that code reads."""
    written: set[str] = field(default_factory=set)
    """Last parts of the names of files that code writes, in lower case."""
    titles: list[tuple[str, Location]] = field(default_factory=list)
    """Headings of pages that do not say by fields what they are about."""

    makes_weights: bool = False
    """Whether a configuration trains or merges weights."""

    def add(self, other: Found) -> None:
        """Take in what another reader found."""
        self.sightings += other.sightings
        self.statements += other.statements
        self.published += other.published
        self.lost += other.lost
        self.titles += other.titles
        self.reads += other.reads
        self.written |= other.written
        self.makes_weights = self.makes_weights or other.makes_weights
