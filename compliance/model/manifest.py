"""The project's own statement: what was made from what, by whom, when, how obtained, and what is released."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from compliance.model.shape import (
    ArtifactKind,
    DateText,
    Id,
    Name,
    PeriodText,
    Role,
    Shape,
    StepKind,
    Text,
    YesNo,
    to_list,
)

PartyKind = Literal["company", "university", "nonprofit", "government", "individual", "community", "unknown"]
Function = Literal[
    "general-purpose", "code", "embedding", "classifier", "ocr", "translation", "speech", "image", "video", "vision",
    "reward", "task-model", "dataset", "application", "unknown",
]  # fmt: skip
Access = Literal["open-weights", "gated", "api", "product", "internal", "public", "unknown"]
Route = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
FactValue = YesNo | bool | int | float | str | list[str] | dict[str, int | float | str]
Facts = dict[str, FactValue]
Countries = Annotated[tuple[Name, ...], BeforeValidator(to_list, json_schema_input_type=Name | list[Name])]


class Statement(Shape):
    """One thing said about an artifact's licence, and where it is said."""

    license: Name = Field(description="The licence as it is stated there, e.g. `MIT` or `research only`.")
    where: Name = Field(default="unstated place", description="Card tag, README, LICENSE file, paper …")
    about: Literal["this", "code", "data", "weights", "upstream"] = Field(
        default="this",
        description="What the statement speaks of; statements about other parts do not contradict.",
    )


class Party(Shape):
    """Somebody who acts in the lineage: the publisher, or another who performed a step."""

    name: Name
    kind: PartyKind = "unknown"
    country: Countries = ()
    controlling_country: Name = "unknown"
    affiliate: YesNo = Field(default="unknown", description="Whether it belongs to the publisher's group.")
    accepted: dict[str, YesNo] = Field(
        default_factory=dict,
        description="Per provider: whether this party has accepted its terms for this purpose.",
    )
    permission: dict[str, YesNo] = Field(
        default_factory=dict,
        description="Per provider or licence: written permission or separate agreement held.",
    )
    facts: Facts = Field(
        default_factory=dict, description="Further facts by the names of the fact catalogue."
    )


class Publisher(Party):
    """Who puts the releases out; steps without `by` are its own."""

    id: Id = "publisher"


def _to_generators(value: Any) -> Any:
    return () if value == "none" else to_list(value)


class Documented(Shape):
    """Where the making of an artifact is documented, and which models or services wrote any of it."""

    where: Name = Field(description="Card, paper, README …")
    generators: Annotated[
        tuple[Name, ...] | None,
        BeforeValidator(_to_generators, json_schema_input_type=Literal["none"] | Name | list[Name]),
    ] = Field(
        default=None,
        description="Names of the models and services that wrote or labelled it; `none` for nobody.",
    )


class Settled(Shape):
    """Why the manifest's own word holds against what the registry knows."""

    because: Literal["separate-licence", "other-revision", "record-wrong"]
    where: Name


class Artifact(Shape):
    """A service, model, data set, code or document that takes part in the lineage."""

    kind: ArtifactKind
    name: Name | None = Field(
        default=None, description="Name as published, e.g. `org/name` or an API model string."
    )
    provider: Id | None = Field(default=None, description="Provider of a service, by its id in the registry.")
    developer: Name | None = None
    country: Countries = ()
    route: Route = Field(
        default="unknown", description="How a service is reached: direct, azure, bedrock, vertex …"
    )
    plan: Route = Field(default="unknown", description="Under which plan: api, consumer, enterprise …")
    license: Name | None = Field(default=None, description="SPDX expression or the licence's usual name.")
    statements: tuple[Statement, ...] = Field(default=(), description="Further statements about its licence.")
    origin: Literal["web", "people", "own", "third-party", "unknown"] = "unknown"
    revision: Name | None = None
    released: DateText | None = Field(default=None, description="When this artifact was first published.")
    documented: YesNo | Documented = Field(
        default="unknown",
        description="Where what it was made from is documented, and which models wrote any of it.",
    )
    against_record: Settled | None = Field(
        default=None, description="Why the word of this manifest holds where the registry knows otherwise."
    )
    facts: Facts = Field(default_factory=dict)
    note: Text | None = None


class Input(Shape):
    """One input of a step."""

    artifact: str
    share: Annotated[float, Field(ge=0, le=1)] | None = Field(
        default=None, description="Share of the step's training tokens or examples, 0 to 1."
    )


def _to_inputs(value: Any) -> Any:
    return [{"artifact": item} if isinstance(item, str) else item for item in to_list(value) or []]


Inputs = Annotated[
    tuple[Input, ...],
    BeforeValidator(_to_inputs, json_schema_input_type=str | Input | list[str | Input]),
]


class Step(Shape):
    """One act that turns inputs into outputs; steps are listed in the order they happened."""

    id: Id
    kind: StepKind
    inputs: dict[Role, Inputs] = Field(default_factory=dict)
    outputs: Annotated[tuple[str, ...], BeforeValidator(to_list, json_schema_input_type=str | list[str])] = ()
    by: Id | None = Field(default=None, description="Party that performed it; the publisher where absent.")
    period: PeriodText | None = Field(default=None, description="Day, month, year or from/to.")
    replaces: bool = Field(default=False, description="The outputs' earlier content is discarded.")
    commissioned: YesNo = Field(
        default="unknown", description="Performed by another party on the publisher's order."
    )
    route: Route | None = Field(default=None, description="Overrides the route of the services used.")
    plan: Route | None = None
    authorised: YesNo = Field(default="unknown", description="The provider authorised this use.")
    facts: Facts = Field(default_factory=dict, description="Account, region, safeguards and further facts.")
    note: Text | None = None


class Release(Shape):
    """What is put out."""

    id: Id | None = None
    artifact: str
    name: Name | None = None
    date: DateText | None = None
    license: Name | None = None
    statements: tuple[Statement, ...] = ()
    access: Access = "unknown"
    commercial: YesNo = "unknown"
    function: Function = "unknown"
    channels: tuple[Name, ...] = ()
    markets: Countries = ()
    notices: tuple[Name, ...] | None = Field(default=None, description="Notices shown, word for word.")
    license_copies: tuple[Name, ...] | None = Field(
        default=None, description="Licences of which a copy is shipped."
    )
    facts: Facts = Field(default_factory=dict)

    @property
    def key(self) -> str:
        """Id by which findings name the release."""
        return self.id or self.artifact


class Project(Shape):
    """Name of the project."""

    id: Id
    title: Name | None = None


class Manifest(Shape):
    """`lineage.yaml`."""

    lineage: Literal[1]
    project: Project
    publisher: Publisher
    parties: dict[Id, Party] = Field(default_factory=dict)
    artifacts: dict[Id, Artifact]
    steps: tuple[Step, ...] = ()
    releases: Annotated[tuple[Release, ...], Field(min_length=1)]
