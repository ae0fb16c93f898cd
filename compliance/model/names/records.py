"""Records of the registry: parties, models, data sets and services, each with its names and where it was read."""

from __future__ import annotations

from typing import Literal

from compliance.model.names.registry import Governance
from compliance.model.shapes.lean import Field
from compliance.model.shapes.shape import Assurance, DateText, Id, Name, Role, Shape, StepKind, Text

Making = Literal["known", "undisclosed-by-developer", "from-scratch-or-people", "not-looked-up"]
Stage = Literal["foundation", "tune", "repack"]
Facts = dict[str, bool | int | float | str | list[str]]


class Source(Shape):
    """Where a record was read, and when."""

    where: Name = Field(description="Card, file or list with its commit; `recalled` where nothing was read.")
    read: DateText


class KnownParty(Shape):
    """Who develops or publishes: a developer of models, a publisher of data sets."""

    name: Name
    country: Name | None = Field(
        default=None, description="ISO code of its seat; absent where no source says so."
    )
    controlling_country: Name | None = None
    organisations: tuple[Name, ...] = Field(
        default=(), description="Organisations of a hub that are its own."
    )
    aliases: tuple[Name, ...] = Field(default=(), description="Other names by which it is known.")
    repacks: bool = Field(
        default=False,
        description="Its organisations hold others' weights in other formats, under their names.",
    )
    source: Source
    assurance: Assurance

    @property
    def is_account(self) -> bool:
        """Whether nothing but an account on a hub is known of it."""
        return self.name in self.organisations and not self.aliases and not self.country


class Provider(Shape):
    """A provider of hosted services: its names, the prefixes of its routes, and which texts govern."""

    name: Name
    country: Name | None = None
    parent_country: Name | None = None
    aliases: tuple[Name, ...] = Field(description="Names by which it is known; compared as a whole.")
    prefixes: tuple[Name, ...] = Field(
        default=(),
        description="Beginnings of model strings that mean its own endpoint, whoever made the model.",
    )
    passes_on: bool = Field(
        default=False,
        description="Whether models that others keep behind an API are reached under its name too.",
    )
    runs_weights: bool = Field(
        default=False,
        description="Whether what it offers are weights that others publish, so that a name which no record knows is "
        "that of weights too, whose licence is not known.",
    )
    governed: tuple[Governance, ...] = ()
    source: Source | None = None
    verified_on: DateText
    assurance: Assurance


class RoutePrefix(Shape):
    """A beginning of model strings that tells a route or only repeats the owner, and changes nothing of the model."""

    prefix: Name
    route: Name | None = None
    host: Id | None = Field(
        default=None, description="Whose endpoint it is where nobody else owns the model."
    )


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


_LEARNED_FROM: tuple[Role, ...] = ("data", "source", "seed", "prompts", "teacher", "unknown")
_WRITTEN_BY: tuple[Role, ...] = ("teacher", "tool", "unknown")
_TOLD_BY: dict[str, tuple[Role, ...]] = {
    **dict.fromkeys(
        ("pretrain", "train", "finetune", "preference-tune", "rl", "distil-logits"), _LEARNED_FROM
    ),
    **dict.fromkeys(("generate", "rewrite"), _WRITTEN_BY),
}
"""What a step of a kind names where it tells how it made something; other kinds tell it by what they take."""


class Ancestry(Shape):
    """What a published model or data set is documented to be made from."""

    steps: tuple[AncestorStep, ...]
    documented_at: Name
    assurance: Assurance

    @property
    def tells_all(self) -> bool:
        """Whether each step says what it learned from or what wrote for it; a base alone leaves that open."""
        return all(
            any(step.inputs.get(role) for role in _TOLD_BY[step.kind])
            for step in self.steps
            if step.kind in _TOLD_BY
        )


class LicenceSpan(Shape):
    """A licence from a date or revision on, where a name changed its licence."""

    from_: DateText = Field(alias="from")
    licence: Name
    revision: Name | None = None
    reaches_back: bool = Field(
        default=False, description="Its owner says that it holds for what was taken before it, too."
    )


class Part(Shape):
    """A part of a data set with a licence of its own."""

    name: Name
    licence: Name
    note: Text | None = None


class Entry(Shape):
    """What all records have in common: names that mean exactly this record, and where it was read."""

    id: Id
    names: tuple[Name, ...] = Field(
        default=(), description="Names as published, `org/name`; `[…]`, `(a|b)` and `{slot}` as in templates."
    )
    aliases: tuple[Name, ...] = Field(default=(), description="Names that mean it without an organisation.")
    excluded: tuple[Name, ...] = Field(
        default=(),
        alias="except",
        description="Names that its templates would cover and that are others'; a bare one means the bare name.",
    )
    sizes: tuple[Name, ...] = ()
    variants: tuple[Name, ...] = ()
    released: DateText | None = None
    retired: DateText | None = None
    facts: Facts = Field(default_factory=dict)
    source: Source | None = None
    assurance: Assurance
    note: Text | None = None

    @property
    def slots(self) -> dict[str, tuple[str, ...]]:
        """Closed lists for the open places of its names."""
        held = {"size": self.sizes, "variant": self.variants}
        return {name: values for name, values in held.items() if values}


class ModelEntry(Entry):
    """A model, or a line of models that have everything below in common."""

    family: Id
    developer: Id
    licence: Name | None = Field(default=None, description="Licence id; absent where it is not known.")
    licence_recalled: Name | None = Field(
        default=None,
        description="Licence id that somebody remembers and nobody read: asked about where a manifest states another; "
        "it clears nothing.",
    )
    licences: tuple[LicenceSpan, ...] = ()
    also_subject_to: tuple[Name, ...] = ()
    also_stated: tuple[Name, ...] = Field(
        default=(),
        description="Licences under which its developer gives the same weights at another place; either may be taken.",
    )
    licences_of_versions: tuple[Name, ...] = Field(
        default=(),
        description="For a name that says no version: the licences of all versions. Another one is asked about where a "
        "manifest states it; none of them is taken as known.",
    )
    function: Name | None = None
    modality: Name = "text"
    stage: Stage | None = None
    making: Making | None = Field(
        default=None,
        description="How it was made; if absent, `known` with an ancestry whose steps tell what they learned from and "
        "what wrote for them, and else `not-looked-up`.",
    )
    base: tuple[Name, ...] = Field(
        default=(),
        description="What it starts from, `{size}` for the size in the name asked for; no ancestor where a "
        "`foundation` goes on with its developer's own.",
    )
    how: StepKind = Field(default="finetune", description="What was done with the base.")
    ancestry: Ancestry | None = None
    within: tuple[Name, ...] | None = Field(
        default=None,
        description="Words by which others' derivatives name it; absent: its names of two or more words.",
    )


class DatasetEntry(Entry):
    """A published data set."""

    publisher: Id
    licence: Name | None = None
    licence_recalled: Name | None = Field(default=None, description="As in a model's record.")
    licences: tuple[LicenceSpan, ...] = ()
    statements: tuple[Name, ...] = Field(
        default=(), description="Further licence statements of its publisher."
    )
    parts: tuple[Part, ...] = ()
    making: Making | None = Field(
        default=None,
        description="How it was made; if absent, `known` with an ancestry whose steps tell what they learned from and "
        "what wrote for them, and else `not-looked-up`.",
    )
    ancestry: Ancestry | None = None


class ServiceEntry(Entry):
    """Model strings and product names of a hosted service, and since when it can have been called."""

    provider: Id
    family: Id
    serves: Name | None = Field(
        default=None,
        description="The open weights of others that the string runs, as their name is published.",
    )
    function: Name | None = Field(
        default=None,
        description="The one task that it does, in the words of releases; absent for a model that answers anything.",
    )
    assurance: Assurance = "memory"


class Records(Shape):
    """A file of `policies/registry/`: the parties, models, data sets and services of one developer or publisher."""

    parties: dict[Id, KnownParty] = Field(default_factory=dict)
    models: tuple[ModelEntry, ...] = ()
    datasets: tuple[DatasetEntry, ...] = ()
    services: tuple[ServiceEntry, ...] = ()


class Providers(Shape):
    """A file of providers of services, and of the routes on which services are reached."""

    providers: dict[Id, Provider] = Field(default_factory=dict)
    routes: tuple[RoutePrefix, ...] = ()
