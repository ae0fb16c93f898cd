"""Names and what they resolve to: relations, providers, models, data sets, licences."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from compliance.model.shape import (
    ArtifactKind,
    Assurance,
    DateText,
    Id,
    Name,
    PathId,
    Role,
    Shape,
    StepKind,
    Text,
)

RelationWords = tuple[Literal["outputs", "trained-on", "weights", "data", "signal", "loads"], ...]


class Unsettled(Shape):
    """What an input may have been for a step that writes something, though the table gives it no lineage."""

    steps: tuple[StepKind, ...]
    from_: tuple[ArtifactKind, ...] = Field(alias="from")
    relations: tuple[RelationWords, ...]


class Relations(Shape):
    """`policies/registry/relations.yaml`: what a step of a kind makes of an input in a role.

    An empty list is no lineage, unless the step writes something and `unsettled` says what the input may have been. A
    pair that is absent is asked like the role `unknown`.
    """

    relations: dict[StepKind, dict[Role, RelationWords]]
    unsettled: tuple[Unsettled, ...] = ()
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


class Provider(Shape):
    """A provider of hosted services."""

    name: Name
    country: Name
    parent_country: Name | None = None
    developers: tuple[Name, ...] = Field(
        description="Names under which it is met, lower-case, compared as words."
    )
    services: tuple[Name, ...] = Field(
        default=(), description="Regular expressions for names of its services."
    )
    governed: tuple[Governance, ...] = ()
    verified_on: DateText
    assurance: Assurance


class AncestorStep(Shape):
    """A step known from public documentation, written like a manifest step but naming artifacts by name."""

    kind: StepKind
    inputs: dict[Role, tuple[Name, ...]]
    by: Name
    period: Name | None = None
    route: Name = Field(
        default="direct",
        description="Channel of the services used. Documentation that names a service and no channel is taken to mean "
        "the provider's own API; reports mark it as resolved.",
    )
    plan: Name = "api"


class Ancestry(Shape):
    """What a published model or data set is documented to be made from."""

    steps: tuple[AncestorStep, ...]
    documented_at: Name
    assurance: Assurance


class LicenceSpan(Shape):
    """A licence from a date on, where a name changed its licence."""

    from_: DateText = Field(alias="from")
    licence: Name


class ModelRecord(Shape):
    """An open-weight model family or model; the first matching pattern wins."""

    id: Id
    match: Name = Field(description="Regular expression searched, case-insensitively, in the name.")
    family: Id
    developer: Name
    country: Name
    licence: Name | None = Field(default=None, description="Licence id; absent where the card decides.")
    licences: tuple[LicenceSpan, ...] = ()
    also_subject_to: tuple[Name, ...] = ()
    modality: Name = "text"
    released: DateText | None = None
    ancestry: Ancestry | None = None
    facts: dict[str, bool | int | float | str | list[str]] = Field(default_factory=dict)
    assurance: Assurance
    note: Text | None = None


class ServiceRecord(Shape):
    """An API model string: which provider serves it first-hand, and since when it can have been called."""

    match: Name
    provider: Id
    family: Id
    released: DateText | None = None


class DatasetRecord(Shape):
    """A published data set."""

    id: Id
    match: Name
    publisher: Name
    country: Name
    licence: Name | None = None
    statements: tuple[Name, ...] = Field(
        default=(), description="Further licence statements of its publisher."
    )
    released: DateText | None = None
    ancestry: Ancestry | None = None
    facts: dict[str, bool | int | float | str | list[str]] = Field(default_factory=dict)
    assurance: Assurance
    note: Text | None = None


class LicenceRecord(Shape):
    """A licence, its usual names and its traits."""

    id: Id
    title: Name
    instrument: PathId | None = Field(
        default=None, description="Instrument record with its clauses, where one is held."
    )
    kind: Literal["model", "data", "code", "content"]
    spdx: Name | None = None
    aliases: tuple[Name, ...] = Field(
        default=(),
        description="Names it is met under. A licence text is compared with them as a whole, never searched for them; "
        "case, dashes, dots at the end of versions and words such as `the` or `licence` make no difference.",
    )
    urls: tuple[Name, ...] = Field(default=(), description="Addresses at which its text stands.")
    members: tuple[Id, ...] = Field(
        default=(), description="Of a name that covers several texts: the licences that it may mean."
    )
    notice: tuple[Name, ...] = Field(
        default=(),
        description="Words that the notices owed under it hold, all of them; as they are displayed, case aside.",
    )
    traits: tuple[Name, ...]
    family: Name | None = Field(default=None, description="Family of findings.")
    assurance: Assurance
    verified_on: DateText


class Models(Shape):
    """`policies/registry/models.yaml`."""

    models: tuple[ModelRecord, ...]
    services: tuple[ServiceRecord, ...] = ()


class Datasets(Shape):
    """`policies/registry/datasets.yaml`."""

    datasets: tuple[DatasetRecord, ...]


class Providers(Shape):
    """`policies/registry/providers.yaml`."""

    providers: dict[Id, Provider]


class LicenceFamily(Shape):
    """A bare name that stands for several licences, of which it does not say which."""

    aliases: tuple[Name, ...]
    members: Annotated[tuple[Id, ...], Field(min_length=2)]


class LicenceWords(Shape):
    """What licence texts say beside the names of licences, and the spellings that make no difference."""

    says: dict[Literal["nothing", "none", "other", "mixed"], tuple[Name, ...]] = Field(
        default_factory=dict,
        description="Texts that name no licence: nothing is said; none is given; another, unnamed text; several.",
    )
    others: tuple[Name, ...] = Field(
        default=(), description="Members of a list that stand for more licences, such as `others`."
    )
    same: dict[Name, Name] = Field(
        default_factory=dict, description="Wordings to the word that they are compared as."
    )
    dropped: tuple[Name, ...] = Field(default=(), description="Words that make no difference.")
    exceptions: tuple[Name, ...] = Field(
        default=(),
        description="SPDX exceptions, which only add permissions: `X WITH exception` is read as X.",
    )
    families: tuple[LicenceFamily, ...] = ()


class Licences(Shape):
    """`policies/registry/licences/*.yaml`; traits are named with what they mean."""

    traits: dict[Id, Annotated[str, Field(min_length=1)]] = Field(default_factory=dict)
    words: LicenceWords = LicenceWords()
    licences: tuple[LicenceRecord, ...] = ()
