"""The resolved lineage: artifacts with what the registry knows of them, versions, and typed edges between versions."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.model.manifest import Party, Publisher, Release, Step
from compliance.model.shape import first_day, last_day
from compliance.model.stated import AgainstRecord, Documentation, Statement


@dataclass(frozen=True, slots=True)
class Period:
    """Days between which something happened, both inclusive. `stated` is False where they only bound it."""

    start: datetime.date
    end: datetime.date
    stated: bool = True

    @classmethod
    def of(cls, text: str) -> Period:
        """Period of ISO text: a day, a month, a year, or `from/to`."""
        ends = text.split("/")
        return cls(first_day(ends[0]), last_day(ends[-1]))


@dataclass(frozen=True, slots=True)
class Artifact:
    """An artifact of the lineage after resolution."""

    id: str
    kind: str
    name: str
    provider: str | None = None
    developer: str | None = None
    country: tuple[str, ...] = ()
    route: str = "unknown"
    plan: str = "unknown"
    family: str | None = None
    modality: str | None = None
    licences: tuple[str, ...] = ()
    """Registry ids of the licences that govern it together."""
    licence_options: tuple[tuple[str, ...], ...] = ()
    """Where it is not settled which licence governs: the alternatives. Empty when settled."""
    licence_text: str | None = None
    """The licence as stated in the manifest or the registry."""
    statements: tuple[Statement, ...] = ()
    statement_licences: tuple[tuple[str, ...], ...] = ()
    """Licence ids of each statement, `licence_text` first, those about other parts left out."""
    origin: str = "unknown"
    released: str | None = None
    documented: str = "unknown"
    documentation: Documentation | None = None
    """Where it is disclosed what it was made from, and which models wrote content of it, as far as that is stated."""
    against_record: AgainstRecord | None = None
    """Why the manifest says otherwise than the registry, where it gives a reason."""
    made_here: bool = False
    """Written by a step of the publisher in this lineage."""
    known: bool = True
    """Whether the name resolved to a record, or the manifest itself says enough."""
    resolved: tuple[tuple[str, str], ...] = ()
    """Fields that the registry supplied, with the record that did."""
    added: bool = False
    """Added from known ancestry rather than declared."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One read of an artifact version by a step, towards one version that the step wrote.

    `options` are the relation strings that the (step kind, role) may stand for; more than one, or an empty one beside
    others, where the role is not stated.
    """

    source: int
    target: int
    options: tuple[tuple[str, ...], ...]
    step: str = ""
    role: str = ""

    @property
    def certain(self) -> bool:
        """Whether the relation is settled."""
        return len(self.options) == 1

    @property
    def carries(self) -> bool:
        """Whether the edge only carries an artifact's own earlier version."""
        return not self.role


@dataclass(frozen=True, slots=True)
class Lineage:
    """A directed acyclic graph over artifact versions; versions are numbered in the order they came to be."""

    publisher: Publisher
    parties: Mapping[str, Party]
    artifacts: Mapping[str, Artifact]
    versions: tuple[tuple[str, int], ...]
    """Artifact id and version number of each node; the index is the node's number."""
    edges: tuple[Edge, ...]
    """In an order in which every edge's source is complete before the edge is read."""
    steps: Mapping[str, Step]
    releases: tuple[Release, ...]
    latest: Mapping[str, int]
    """Artifact id to the node of its last version."""
    warnings: tuple[str, ...] = ()
    asker: str | None = None
    """Id of the party whose position is asked; the publisher where None."""
    locations: Mapping[str, str] = field(default_factory=dict)
    """`artifact:ID`, `step:ID`, `release:ID` to file:line:col."""

    def artifact_of(self, node: int) -> Artifact:
        """The artifact of a version."""
        return self.artifacts[self.versions[node][0]]

    def party(self, party_id: str | None) -> Party:
        """The party of an id; the publisher for None."""
        return self.publisher if party_id in (None, self.publisher.id) else self.parties[party_id]
