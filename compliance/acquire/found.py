"""What readers of documents hand on: sightings, statements, releases, and what was lost on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from compliance.model.sighting import Lost, Published, Sighting, Statement


@dataclass(slots=True)
class Found:
    """All that was read, gathered as it is read."""

    sightings: list[Sighting] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    published: list[Published] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)

    def add(self, other: Found) -> None:
        """Take in what another reader found."""
        self.sightings += other.sightings
        self.statements += other.statements
        self.published += other.published
        self.lost += other.lost
