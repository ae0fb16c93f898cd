"""Statements of a folder as a contradiction tells them: in which words, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from compliance.intake.upstreams import Upstream
from compliance.model.declared.sighting import Claim, Figure, Sighting, Statement
from compliance.model.shapes.location import Location

Kind = Literal[
    "licence", "lineage", "identity", "completeness", "size", "date", "privacy", "evaluation", "version"
]

_Told = TypeVar("_Told", bound=Claim | Figure)


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


def said_by(one: Statement | Sighting | Claim | Figure) -> Said:
    """Something that was read, in its words and at its place."""
    if isinstance(one, Claim | Figure):
        return Said(one.words, one.place)
    return Said(one.words or (one.text if isinstance(one, Statement) else one.name), one.place, one.column)


def shown_by(seen: Iterable[Upstream]) -> tuple[Said, ...]:
    """Where things were seen, each once for every line of a file."""
    return tuple(said_by(each) for one in seen for each in distinct(one.sightings))


def distinct(sightings: Iterable[Sighting]) -> list[Sighting]:
    """One sighting for each line of a file."""
    return list({(one.place.file, one.place.line): one for one in sightings}.values())


def named(things: Iterable[Upstream]) -> str:
    """The names of things in a row."""
    return ", ".join(one.name for one in things)


def refuted_by(seen: Sequence[Upstream], said: Statement | Claim, about: str, why: str) -> Contradiction:
    """What is said of the making, and the things that were seen all the same."""
    return Contradiction("lineage", about, (said_by(said), *shown_by(seen)), f"{why}; {named(seen)} is seen")


DIFFERENTLY = "told differently"
"""How the reason begins where several places tell one thing, and not the same of it."""


def told_differently(kind: Kind, about: str, told: Iterable[Statement | Claim | Figure]) -> Contradiction:
    """Places that do not tell the same of one thing."""
    said = tuple(dict.fromkeys(map(said_by, told)))
    words = " / ".join(dict.fromkeys(one.words for one in said))
    return Contradiction(kind, about, said, f"{DIFFERENTLY}: {words[:300]}")


def at_odds(told: Iterable[list[_Told]], differ: Callable[[list[_Told], list[_Told]], bool]) -> list[_Told]:
    """What any two files tell of one thing that differ.

    Args:
        told: What each file tells.
        differ: Whether two of them do.
    """
    files, apart = list(told), dict[_Told, None]()
    for at, first in enumerate(files):
        for second in files[at + 1 :]:
            if differ(first, second):
                apart.update(dict.fromkeys((*first, *second)))
    return list(apart)


def other_amount(one: Claim | Figure, other: Claim | Figure) -> bool:
    """Whether two amounts have none in common."""
    return one.high < other.low or other.high < one.low
