"""Plans: changes of a manifest with what they cost, and the cheapest sets of them that settle what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, model_validator

from compliance.model.manifest import Artifact
from compliance.model.report import Gate
from compliance.model.shape import Name, Role, Shape

Scope = Literal["publisher", "release", "artifact", "step"]
Price = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]


@dataclass(frozen=True, slots=True)
class Drop:
    """The publisher's own steps do without an artifact."""

    artifact: str


@dataclass(frozen=True, slots=True)
class Replace:
    """The publisher's own steps use another artifact instead."""

    artifact: str
    entry: Artifact


@dataclass(frozen=True, slots=True)
class Put:
    """A field or fact is set; with `key`, an entry of a field that answers for several names."""

    scope: Scope
    subject: str
    field: str
    value: object
    key: str = ""


@dataclass(frozen=True, slots=True)
class Add:
    """Words are added to a list of a release."""

    release: str
    field: Literal["notices", "license_copies"]
    words: tuple[str, ...]


Edit = Drop | Replace | Put | Add


@dataclass(frozen=True, slots=True)
class Act:
    """One change that somebody could make, or an answer that they may be able to give."""

    key: str
    """`word:subject` and what else tells it from others; costs name it by this."""
    word: str
    """What rules call it under `what_to_do`."""
    subject: str
    says: str
    """What is to be done, or what has to be true."""
    edit: Edit
    cost: int = 0
    slot: str = ""
    """At most one act of a slot is taken; empty where acts do not exclude each other."""
    question: bool = False
    """Whether it is an answer that only the facts can give, rather than something that can be done."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something that keeps the check from passing: a finding, or a name that is not covered."""

    rule: str
    """Id of the rule; empty for what is not covered."""
    release: str
    source: str
    party: str
    title: str
    source_name: str
    position: str
    cause: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes it the same from run to run."""
        return (self.rule, self.release, self.source, self.party)


@dataclass(frozen=True, slots=True)
class Need:
    """An act of a plan, and what would be open without it."""

    act: Act
    settles: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A set of acts after which nothing is open; none of them can be left out."""

    needs: tuple[Need, ...]
    cost: int

    @property
    def acts(self) -> tuple[Act, ...]:
        """What is to be done."""
        return tuple(need.act for need in self.needs)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something open with the acts that bear on it, in a proof that no plan exists."""

    item: OpenItem
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Planning:
    """What a search for plans found, and what it rests on."""

    gate: Gate
    open: tuple[OpenItem, ...]
    """What stands open without any change."""
    plans: tuple[Plan, ...]
    """The cheapest first."""
    obstacles: tuple[Obstacle, ...] = ()
    """Where no plan exists: the smallest set of open items that no acts settle together."""
    complete: bool = True
    """False where the search was ended before it had an answer."""
    bound: int = 0
    """No plan costs less than this."""
    considered: int = 0
    """Number of acts among which was chosen."""
    evaluations: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LicenceOutcome:
    """One licence that a release could carry, and what speaks against it on each reading."""

    licence: str
    release: str
    blocked: Mapping[str, tuple[OpenItem, ...]]
    """Reading to what bites, or is undecided, because of the licence."""
    stated: bool = False
    """Whether it is the one that the manifest states."""
    due: tuple[Act, ...] = ()
    """What is shown, shipped or passed on along with it, without which more would speak against it."""
    non_commercial: bool = False
    """Whether it lets nobody use the release commercially, and so was tried with a release that is not commercial."""

    @property
    def readings(self) -> tuple[str, ...]:
        """Readings on which nothing speaks against it."""
        return tuple(reading for reading, items in self.blocked.items() if not items)


class Costs(Shape):
    """`rules/planning/*.yaml`: what changes cost, in units that only matter against each other."""

    costs: dict[Name, Price | dict[Role | Literal["other"], Price]] = Field(
        description="Word of `what_to_do` to its cost; by the role in which the artifact is used, where that matters."
    )
    acts: dict[Name, Price | Literal["never"]] = Field(
        default_factory=dict,
        description="Key of one act to its cost; `never` where it is out of the question.",
    )
    licences: tuple[Name, ...] = Field(
        default=(), description="Licences among which one for the release is looked for."
    )
    replacements: dict[Literal["model", "dataset", "service", "code", "document"], Artifact] = Field(
        default_factory=dict,
        description="Kind of an artifact to what a replacement for it is taken to be.",
    )

    @model_validator(mode="after")
    def _other_given(self) -> Costs:
        for word, price in self.costs.items():
            if isinstance(price, dict) and "other" not in price:
                raise ValueError(f"{word} has costs by role and none for `other`; add it")
        return self

    def over(self, earlier: Costs) -> Costs:
        """These costs where they are given, else the earlier ones."""
        return Costs(
            costs={**earlier.costs, **self.costs},
            acts={**earlier.acts, **self.acts},
            licences=self.licences or earlier.licences,
            replacements={**earlier.replacements, **self.replacements},
        )
