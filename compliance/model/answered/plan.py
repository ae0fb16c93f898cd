"""Plans: changes of a manifest with what they cost, and the cheapest sets of them that settle what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from compliance.model.answered.report import Gate
from compliance.model.declared.manifest import Artifact
from compliance.model.packs.costs import Costs as Costs

Scope = Literal["publisher", "release", "artifact", "step"]


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
    asks: tuple[str, ...] = field(default=(), compare=False)
    """Questions whose answers are missing, as reports put them."""

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
    """False where the search was ended before it had an answer; a plan is then one, and not known to be cheapest."""
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
