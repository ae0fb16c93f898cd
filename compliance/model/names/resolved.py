"""What a name resolves to: its record together with the party behind it."""

from __future__ import annotations

from compliance.model.names.records import (
    AncestorStep,
    Ancestry,
    DatasetEntry,
    Facts,
    KnownParty,
    LicenceSpan,
    Making,
    ModelEntry,
    Part,
    Source,
    Stage,
)
from compliance.model.names.sized import of_size
from compliance.model.shapes.shape import Assurance
from compliance.values import dataclass, field

HOSTS = {"azure": "microsoft", "bedrock": "aws", "vertex": "google"}
"""Whose service a route is, where it is not called like its provider."""
MAINLAND = "mainland"
OWN_ROUTES = ("direct", MAINLAND)
"""Routes on which a provider serves its models itself; the second is its platform for mainland China."""
_BASE_ROLES = ("base", "adapter", "component")


@dataclass(frozen=True, slots=True)
class ModelRecord:
    """A model that the registry holds, by the name asked for."""

    id: str
    family: str
    developer: str
    developer_id: str
    country: str | None
    controlling_country: str | None
    licence: str | None
    licence_recalled: str | None
    licences: tuple[LicenceSpan, ...]
    also_subject_to: tuple[str, ...]
    also_stated: tuple[str, ...]
    function: str | None
    modality: str
    released: str | None
    retired: str | None
    stage: Stage | None
    making: Making
    base: tuple[str, ...]
    ancestry: Ancestry | None
    facts: Facts
    source: Source | None
    assurance: Assurance
    note: str | None = None
    licences_of_versions: tuple[str, ...] = ()
    own: bool = False
    """From a registry file of the user, beside or instead of a bundled record."""

    @property
    def maker(self) -> str:
        """Who made it."""
        return self.developer

    @classmethod
    def of(
        cls, entry: ModelEntry, party: KnownParty | None, own: bool = False, name: str | None = None
    ) -> ModelRecord:
        """The record of an entry whose developer is the party, by the name asked for."""
        entry = of_size(entry, name)
        developer = party.name if party else entry.developer
        ancestry = entry.ancestry or _from_base(entry, developer)
        base = entry.base or _bases(ancestry)
        return cls(
            entry.id, entry.family, developer, entry.developer, party.country if party else None,
            party.controlling_country if party else None, entry.licence, entry.licence_recalled, entry.licences,
            entry.also_subject_to, entry.also_stated, entry.function, entry.modality, entry.released, entry.retired,
            _stage(entry, base), _making(entry), base, ancestry, entry.facts, entry.source, entry.assurance,
            entry.note, entry.licences_of_versions, own,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DatasetRecord:
    """A data set that the registry holds, by the name asked for."""

    id: str
    publisher: str
    country: str | None
    controlling_country: str | None
    licence: str | None
    licence_recalled: str | None
    licences: tuple[LicenceSpan, ...]
    statements: tuple[str, ...]
    parts: tuple[Part, ...]
    released: str | None
    retired: str | None
    making: Making
    ancestry: Ancestry | None
    facts: Facts
    source: Source | None
    assurance: Assurance
    note: str | None = None
    own: bool = False

    @property
    def maker(self) -> str:
        """Who made it."""
        return self.publisher

    @classmethod
    def of(cls, entry: DatasetEntry, party: KnownParty | None, own: bool = False) -> DatasetRecord:
        """The record of an entry whose publisher is the party."""
        return cls(
            entry.id, party.name if party else entry.publisher, party.country if party else None,
            party.controlling_country if party else None, entry.licence, entry.licence_recalled, entry.licences,
            entry.statements, entry.parts, entry.released, entry.retired, _making(entry), entry.ancestry,
            entry.facts, entry.source, entry.assurance,
            entry.note, own,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    """What a model string or the name of a product means: whose endpoint it is, and of which family."""

    id: str | None
    """None for weights at a host that names none of its strings."""
    provider: str
    family: str | None
    released: str | None = None
    retired: str | None = None
    route: str | None = None
    """The route that the string itself tells, if it does."""
    model: str | None = None
    """The open weights that a host runs under the string."""
    source: Source | None = None
    assurance: Assurance = "memory"
    own: bool = False
    unread: str | None = None
    """What a string names at a host and no record knows."""
    function: str | None = None
    """The one task that it does; None where it answers anything, or nobody knows."""


@dataclass(frozen=True, slots=True)
class Derivative:
    """A name that shows what it was made from, and is nobody's record."""

    bases: tuple[str, ...]
    how: str
    """Kind of step: `quantise` at those who only repack, else `finetune`."""
    developer: str | None = None
    """Known from the organisation alone."""
    words: tuple[str, ...] = field(default=(), compare=False)
    """The parts of the name that show each base."""


def _from_base(entry: ModelEntry, developer: str) -> Ancestry | None:
    if not entry.base or entry.stage == "foundation":
        # A developer's own earlier line: it hands the model out under the model's licence alone.
        return None
    step = AncestorStep(kind=entry.how, inputs={"base": entry.base}, by=developer)
    return Ancestry(
        steps=(step,), documented_at=entry.source.where if entry.source else "its name", assurance=entry.assurance
    )  # fmt: skip


def _bases(ancestry: Ancestry | None) -> tuple[str, ...]:
    steps = ancestry.steps if ancestry else ()
    return tuple(
        dict.fromkeys(
            name
            for step in steps
            for role in _BASE_ROLES
            if role in step.inputs
            for name in step.inputs[role]
        )
    )


def _stage(entry: ModelEntry, base: tuple[str, ...]) -> Stage | None:
    if entry.stage or not base:
        return entry.stage
    return "repack" if entry.how in ("quantise", "convert") else "tune"


_WHOLE = ("quantise", "convert", "merge", "prune")
"""What is done with weights alone: a base tells the whole of it."""


def _making(entry: ModelEntry | DatasetEntry) -> Making:
    """As the record says, else as its steps tell; a base alone does not say what a tune was trained on."""
    whole = isinstance(entry, ModelEntry) and bool(entry.base) and entry.how in _WHOLE
    told = entry.ancestry is not None and entry.ancestry.tells_all
    return entry.making or ("known" if told or whole else "not-looked-up")
