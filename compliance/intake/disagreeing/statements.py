"""Statements of a folder as a contradiction tells them: in which words, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from compliance.intake.upstreams import Upstream
from compliance.model.declared.sighting import Sighting, Statement
from compliance.model.shapes.location import Location

Kind = Literal[
    "licence", "lineage", "identity", "completeness", "size", "date", "privacy", "evaluation", "version"
]


@dataclass(frozen=True, slots=True)
class Said:
    """One of the statements."""

    words: str
    place: Location
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Statements that disagree, with what they are about."""

    kind: Kind
    about: str
    said: tuple[Said, ...]
    why: str


def said_by(one: Statement | Sighting) -> Said:
    """A statement or sighting in its words and at its place."""
    return Said(one.words or (one.text if isinstance(one, Statement) else one.name), one.place, one.column)


def shown_by(seen: Iterable[Upstream]) -> tuple[Said, ...]:
    """Where things were seen, each once for every line of a file."""
    return tuple(said_by(each) for one in seen for each in distinct(one.sightings))


def distinct(sightings: Iterable[Sighting]) -> list[Sighting]:
    """One sighting for each line of a file."""
    return list({(one.place.file, one.place.line): one for one in sightings}.values())
