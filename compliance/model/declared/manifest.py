"""The project's own statement: what was made from what, by whom, when, how obtained, and what is released."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from compliance.model.declared.stated import (
    AgainstRecord,
    Amount,
    Answered,
    Documentation,
    Part,
    ReleaseTerms,
    Used,
)
from compliance.model.declared.stated import (
    Statement as Statement,
)
from compliance.model.shapes.lean import AfterValidator, BeforeValidator, Field, model_validator
from compliance.model.shapes.shape import (
    Answer,
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
from compliance.model.words.places import UNKNOWN, place, seat

PartyKind = Literal["company", "university", "nonprofit", "government", "individual", "community", "unknown"]
Function = Literal[
    "general-purpose", "code", "embedding", "classifier", "ocr", "translation", "speech", "image", "video", "vision",
    "speech-recognition", "reward", "task-model", "dataset", "application", "unknown",
]  # fmt: skip
Access = Literal["open-weights", "gated", "api", "product", "internal", "public", "unknown"]
HANDED_OUT = ("open-weights", "gated", "public")
"""Kinds of access by which others get files, as they get no service."""
ROWS = ("dataset", "document")
"""Kinds of artifacts that hold rows, or texts that may become some."""
Route = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=100)]
FactValue = YesNo | bool | int | float | str | list[str] | dict[str, int | float | str]
Facts = dict[str, FactValue]
Place = Annotated[Name, AfterValidator(place)]
"""A country, a region or `worldwide`, in the one word that rules use for it."""
Seat = Annotated[Name, AfterValidator(seat)]
"""A country or region, in the one word that rules use for it."""


def _stated_places(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in dict.fromkeys(words) if word != UNKNOWN)


Countries = Annotated[
    tuple[Seat, ...],
    BeforeValidator(to_list, json_schema_input_type=Name | list[Name]),
    AfterValidator(_stated_places),
]
Markets = Annotated[
    tuple[Place, ...],
    BeforeValidator(to_list, json_schema_input_type=Name | list[Name]),
    AfterValidator(_stated_places),
]


def _one_kind(kinds: tuple[PartyKind, ...]) -> PartyKind | tuple[PartyKind, ...]:
    return kinds[0] if len(kinds) == 1 else kinds


PartyKinds = PartyKind | Annotated[tuple[PartyKind, ...], Field(min_length=1), AfterValidator(_one_kind)]


class Party(Shape):
    """Somebody who acts in the lineage: the publisher, or another who performed a step."""

    name: Name
    kind: PartyKinds = Field(
        default="unknown", description="What kind of body it is; several where it is more than one."
    )
    country: Countries = ()
    controlling_country: Seat = UNKNOWN
    affiliate: YesNo = Field(default="unknown", description="Whether it belongs to the publisher's group.")
    accepted: dict[str, Answered] = Field(
        default_factory=dict,
        description="Per provider or licence: whether this party has accepted its terms for this purpose.",
    )
    permission: dict[str, Answered] = Field(
        default_factory=dict,
        description="Per provider or licence: written permission or separate agreement held.",
    )
    facts: Facts = Field(
        default_factory=dict, description="Further facts by the names of the fact catalogue."
    )


class Publisher(Party):
    """Who puts the releases out; steps without `by` are its own."""

    id: Id = "publisher"


class Artifact(Shape):
    """A service, model, data set, code or document that takes part in the lineage."""

    kind: ArtifactKind
    name: Name | None = Field(
        default=None, description="Name as published, e.g. `org/name` or an API model string."
    )
    names: Annotated[tuple[Name, ...], Field(min_length=1)] | None = Field(
        default=None, description="Names of several things that one entry stands for, each looked at."
    )
    provider: Id | None = Field(default=None, description="Provider of a service, by its id in the registry.")
    developer: Name | None = None
    country: Countries = ()
    route: Route = Field(
        default="unknown", description="How a service is reached: direct, azure, bedrock, vertex …"
    )
    plan: Route = Field(default="unknown", description="Under which plan: api, consumer, enterprise …")
    serves: Name | None = Field(
        default=None,
        description="Of a service that somebody else hosts: the open weights that it runs, by name.",
    )
    license: Name | None = Field(default=None, description="SPDX expression or the licence's usual name.")
    statements: tuple[Statement, ...] = Field(default=(), description="Further statements about its licence.")
    parts: tuple[Part, ...] = Field(default=(), description="Parts with a licence or an origin of their own.")
    origin: Literal["web", "people", "own", "third-party", "unknown"] = "unknown"
    revision: Name | None = None
    released: DateText | None = Field(default=None, description="When this artifact was first published.")
    documented: YesNo | Documentation = Field(
        default="unknown", description="Whether what it was made from is disclosed, or where and what is."
    )
    against_record: AgainstRecord | None = Field(
        default=None, description="Why what is said here differs from what the registry records."
    )
    uses: Annotated[
        Used | None,
        BeforeValidator(
            lambda value: {"manifest": value} if isinstance(value, str) else value,
            json_schema_input_type=Name | Used | None,
        ),
    ] = Field(default=None, description="Manifest of the project that made it.")
    tokens: Amount | None = Field(default=None, description="Its size in tokens.")
    facts: Facts = Field(default_factory=dict)
    note: Text | None = None

    @property
    def disclosed(self) -> Answer:
        """Whether what it was made from is said to be disclosed, in one word."""
        return "yes" if isinstance(self.documented, Documentation) else self.documented

    @model_validator(mode="after")
    def _one_name(self) -> Artifact:
        if self.name is not None and self.names is not None:
            raise ValueError("both `name` and `names` are given; keep one of them")
        return self


class Input(Shape):
    """One input of a step: an artifact, or one of several of which it is not known which."""

    artifact: str = ""
    one_of: Annotated[tuple[str, ...], Field(min_length=2)] | None = Field(
        default=None, description="Ids of which one was used, not known which."
    )
    share: Annotated[float, Field(ge=0, le=1, strict=True)] | None = Field(
        default=None, description="Share of the step's training tokens or examples, 0 to 1."
    )
    tokens: Amount | None = Field(default=None, description="How many of its tokens were used.")

    @model_validator(mode="after")
    def _names_something(self) -> Input:
        if not self.artifact and self.one_of is None:
            raise ValueError("an input names no artifact; add `artifact` or `one_of`")
        return self

    @property
    def named(self) -> tuple[str, ...]:
        """Ids of the artifacts that the input may be."""
        return (self.artifact,) if self.artifact else self.one_of or ()


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
    replaces: Annotated[bool, Field(strict=True)] = Field(
        default=False, description="The outputs' earlier content is discarded; needs inputs."
    )
    commissioned: YesNo = Field(
        default="unknown", description="Performed by another party on the publisher's order."
    )
    route: Route | None = Field(default=None, description="Overrides the route of the services used.")
    plan: Route | None = None
    authorised: Answered = Field(default="unknown", description="The provider authorised this use.")
    documented: YesNo | Documentation = Field(
        default="unknown",
        description="Where it is disclosed what went into it; `generators: none` where nothing but its inputs did.",
    )
    facts: Facts = Field(default_factory=dict, description="Account, region, safeguards and further facts.")
    note: Text | None = None


class Release(Shape):
    """What is put out."""

    id: Id | None = None
    artifact: str
    name: Name | None = None
    by: Id | None = Field(default=None, description="Party that puts it out; the publisher where absent.")
    date: DateText | None = None
    license: Name | None = None
    statements: tuple[Statement, ...] = ()
    access: Access = "unknown"
    commercial: YesNo = "unknown"
    function: Function = "unknown"
    hands_out: Literal["everything", "labels", "unknown"] = Field(
        default="unknown", description="`labels` where the rows that they belong to are not handed out."
    )
    channels: tuple[Name, ...] = ()
    markets: Markets = ()
    notices: tuple[Text, ...] | None = Field(default=None, description="Notices shown, word for word.")
    license_copies: tuple[Name, ...] | None = Field(
        default=None, description="Licences of which a copy is shipped."
    )
    terms: ReleaseTerms | None = Field(default=None, description="What our own terms for it say.")
    facts: Facts = Field(default_factory=dict)

    @property
    def key(self) -> str:
        """Id by which findings name the release."""
        return self.id or self.artifact

    @property
    def terms_pass_on(self) -> tuple[str, ...] | None:
        """Whose limits the release's own terms pass on; None where nothing is said of them."""
        return self.terms.passes_on if self.terms else None


class Variant(Shape):
    """A named alternative: entries that take the place of those with the same id, or are added, or left out."""

    title: Name | None = None
    artifacts: dict[Id, Artifact] = Field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    releases: tuple[Release, ...] = ()
    leaves_out: tuple[str, ...] = Field(default=(), description="Ids of steps and releases that it lacks.")


class Project(Shape):
    """Name of the project."""

    id: Id
    title: Name | None = None


class Manifest(Shape):
    """`lineage.yaml`."""

    # Lines of answers at the top, `artifacts.gpt-4.1.route: direct`, are put in place before this shape is checked.
    model_config: ClassVar = {
        "json_schema_extra": {"patternProperties": {r"^(publisher|parties|artifacts|steps|releases)\..+": {}}}
    }

    lineage: Literal[1]
    project: Project
    publisher: Publisher
    asker: Id | None = Field(
        default=None, description="Party whose position is asked; the publisher where absent."
    )
    parties: dict[Id, Party] = Field(default_factory=dict)
    artifacts: dict[Id, Artifact]
    steps: tuple[Step, ...] = ()
    releases: Annotated[tuple[Release, ...], Field(min_length=1)]
    variants: dict[Id, Variant] = Field(
        default_factory=dict,
        description="Alternatives, each evaluated; where any are given, only they are.",
    )
