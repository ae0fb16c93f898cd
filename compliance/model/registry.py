"""Tables of the registry: relations, what governs a service, licences. Records of names stand in `records`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from compliance.model.shape import Assurance, DateText, Id, Name, PathId, Role, Shape, StepKind

RelationWords = tuple[Literal["outputs", "trained-on", "weights", "data", "signal"], ...]


class Relations(Shape):
    """`policies/registry/relations.yaml`: what a step of a kind makes of an input in a role.

    An empty list is no lineage. A pair that is absent is refused in manifests. `code_tool` lists kinds of step in which
    a tool that is code writes nothing of its own.
    """

    relations: dict[StepKind, dict[Role, RelationWords]]
    carry: dict[str, RelationWords] = Field(
        description="Artifact kind to the relation between its own versions."
    )


class Governance(Shape):
    """Which texts govern a service reached by a route under a plan, and since when."""

    route: tuple[Name, ...]
    plan: tuple[Name, ...]
    from_: DateText = Field(alias="from")
    to: DateText | None = None
    instruments: tuple[PathId, ...]


class LicenceRecord(Shape):
    """A licence, its usual names and its traits."""

    id: Id
    title: Name
    instrument: PathId | None = Field(
        default=None, description="Instrument record with its clauses, where one is held."
    )
    kind: Literal["model", "data", "code", "content"]
    spdx: Name | None = None
    match: tuple[Name, ...] = Field(
        default=(), description="Regular expressions for the names it is met under."
    )
    traits: tuple[Name, ...]
    family: Name | None = Field(default=None, description="Family of findings.")
    assurance: Assurance
    verified_on: DateText


class Licences(Shape):
    """`policies/registry/licences.yaml`; traits are named with what they mean."""

    traits: dict[Id, Annotated[str, Field(min_length=1)]]
    licences: tuple[LicenceRecord, ...]
