"""What readers of documents hand on: sightings, statements, releases, and what was lost on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from compliance.acquire.twice import MOST_VALUES, Twice
from compliance.model.declared.sighting import Claim, Figure, Lost, Published, Sighting, Statement
from compliance.model.shapes.location import Location


def told_twice(twice: Twice, name: str) -> list[Lost]:
    """What a file says twice."""
    times: Counter[str] = Counter()
    told = []
    for key, line in twice:
        times[key] += 1
        what = (
            "the values are read beside each other"
            if times[key] < MOST_VALUES
            else "this value may be unread"
        )
        told.append(Lost(Location(name, line, 1), f"{key} is given twice; {what}"))
    return told


@dataclass(slots=True)
class Found:
    """All that was read, gathered as it is read."""

    sightings: list[Sighting] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    published: list[Published] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    reads: list[tuple[str, Location]] = field(default_factory=list)
    """Files of rows that code reads."""
    trained_on: list[tuple[str, Location]] = field(default_factory=list)
    """Files of rows that a configuration of training names, whether they lie here or not."""
    written: set[str] = field(default_factory=set)
    """Last parts of the names of files that code writes, in lower case."""
    titles: list[tuple[str, Location]] = field(default_factory=list)
    """Headings of pages that do not say by fields what they are about."""

    figures: list[Figure] = field(default_factory=list)
    """Amounts and periods that are told of the work."""
    claims: list[Claim] = field(default_factory=list)
    """What files say of one property each."""
    makes_weights: bool = False
    """Whether a configuration trains or merges weights."""
    headed: set[str] = field(default_factory=set)
    """Folders of weights, by the configuration that lies with them."""
    software: set[str] = field(default_factory=set)
    """Pages about software that others run, and no cards."""
    is_program: bool = False
    """Whether it is a program that hands weights on as they came."""

    def add_earlier(self, other: Found) -> None:
        """Take in what earlier values of keys say beside the later ones: upstreams and statements."""
        seen, said = set(self.sightings), set(self.statements)
        self.sightings += [one for one in dict.fromkeys(other.sightings) if one not in seen]
        self.statements += [one for one in dict.fromkeys(other.statements) if one not in said]

    def add(self, other: Found) -> None:
        """Take in what another reader found."""
        self.sightings += other.sightings
        self.statements += other.statements
        self.published += other.published
        self.lost += other.lost
        self.titles += other.titles
        self.reads += other.reads
        self.trained_on += other.trained_on
        self.figures += other.figures
        self.claims += other.claims
        self.written |= other.written
        self.headed |= other.headed
        self.software |= other.software
        self.makes_weights = self.makes_weights or other.makes_weights
        self.is_program = self.is_program or other.is_program
