"""The resolved lineage: artifacts with what the registry knows of them, versions, and typed edges between versions."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal

from compliance.model.declared.manifest import Party, Publisher, Release, Step
from compliance.model.declared.stated import AgainstRecord, Documentation, Statement
from compliance.model.shapes.shape import first_day, last_day
from compliance.model.words.spelling import key as spelt
from compliance.values import dataclass, field

LicenceSays = Literal["licence", "nothing", "none", "other", "elsewhere", "mixed", "unread", "misspelt"]
"""What a licence text says: licences by name; nothing; that there is none; some other, unnamed text; several that it
does not tell apart; something that was not read."""


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
        # The last day that can be written stands for an end that is open, and no text ends after it.
        latest = datetime.date.max - datetime.timedelta(days=1)
        return cls(min(first_day(ends[0]), latest), min(last_day(ends[-1]), latest))


@dataclass(frozen=True, slots=True)
class Noted:
    """Prose about how a thing came to be that no rule reads, and that nothing answers."""

    told: str
    """What it says, in one line, and by its beginning where it is long."""
    step: str = ""
    """The step beside which it stands; empty where it stands beside the thing itself."""
    placed: bool = False
    """Whether it stands where the place of a documentation should."""

    @property
    def why(self) -> str:
        """What is said, and where."""
        if self.placed:
            told = (
                f"where {f'step {self.step}' if self.step else 'it'} is documented, “{self.told}” says more"
            )
            return f"{told} than a place: name the page, the file or the section alone"
        whose = f"the note of step {self.step}" if self.step else "its note"
        return f"{whose}, which no rule reads, says “{self.told}”"


@dataclass(frozen=True, slots=True)
class Making:
    """What is known of how an artifact was made."""

    state: Literal["known", "foundation", "elsewhere", "open"] = "known"
    """`foundation`: weights whose developer does not disclose their data, a limit rather than a question;
    `elsewhere`: another question covers it; `open`: nobody has said."""
    why: str = ""
    hints: tuple[str, ...] = ()
    """What its name speaks of: a provider, a model, making by one."""
    step: str = ""
    """The step that goes on training without saying from which weights; only these weights close that."""
    claimed: str = ""
    """What its releases show of an upstream that is not behind it, where nothing else is open."""
    account: str = ""
    """Whose known name it goes by, an account on a hub; that this is its developer closes it."""
    noted: tuple[Noted, ...] = ()
    """Notes that no rule reads and nothing answers, where nothing else is open."""
    answer: tuple[str, str] | None = None
    """A fact, stated of it, by which somebody's leave is missing or not known, and the answer that closes it."""
    program: str = ""
    """The program that wrote it where no model is said to have; that none works in the program closes it."""
    by_nobody: str = ""
    """The step that writes it by its kind and names no writer, where no model is said to have written."""

    def told_of(self, name: str) -> str:
        """Why it is open, with the words that speak of something else, and whether its own name holds them."""
        quoted = [word for word in self.hints if f"“{word}”" not in self.why]
        held = [word for word in quoted if spelt(word) in spelt(name)]
        beside = [word for word in quoted if word not in held]
        told = (("its name holds", held), ("what is said of it, or of its project, names", beside))
        words = (f"{where} {', '.join(f'“{one}”' for one in each)}" for where, each in told if each)
        return "; ".join((self.why, *words))


MOST_QUOTED = 3
"""How many notes are quoted where something is asked; of the rest their number is told."""
UNDISCLOSED = "its developer does not disclose what it was trained on"
NOT_LOOKED_UP = "the registry holds it as its developer's own, and what it was trained on was not looked up"
PARTS_NOT_LOOKED_UP = "a foundation learned from it, and how it was made was not looked up"
"""Why the making of a foundation, and of what it learned from, is a limit rather than a question."""
BY_NAME = "its name"
"""Where an ancestry is known from that rests on nothing but how a thing is called."""
EXPLAINED = Making()
"""Nothing about its making is open."""
ADDED = "~"
"""Stands in ids of what the registry adds: after the artifact of which it tells."""
STAND_IN = ".new"
"""Ending of the id by which a plan calls an artifact that takes another's place."""
TO_BE_NAMED = "address or file, to be named (0)"
"""Where rows that a plan supposes will be documented."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing that the manifest says of an artifact and the registry knows otherwise."""

    field: Literal["licence", "kind", "provider", "developer", "ancestry", "released"]
    declared: str
    known: str
    record: str
    assurance: str
    settled: bool = False
    """Whether the manifest says why its own word holds."""


OFFERED = "#offered"
"""End of the ids of steps that stand for putting out somebody's service as it is: what is offered is that service."""
RUN_THERE = "#run-there"
"""End of the ids of what a service that is put up is said to be of, or to serve, where no step puts that into it."""
HOLDS_MODEL = "holds_model"
"""Under the facts of a program: weights that the manifest trains are in it."""


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
    function: str | None = None
    """The one task that a hosted service does; None where it answers anything, or nobody knows."""
    licences: tuple[str, ...] = ()
    """Registry ids of the licences that govern it together."""
    licence_options: tuple[tuple[str, ...], ...] = ()
    """Where it is not settled which licence governs: the alternatives. Empty when settled."""
    licence_text: str | None = None
    """The licence as stated in the manifest or the registry."""
    licence_says: LicenceSays = "nothing"
    licence_near: tuple[str, ...] = ()
    """Licences with names like a text that was not read."""
    statements: tuple[Statement, ...] = ()
    statement_licences: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """For each statement the sets of licences of which it names one, `licence_text` first; those about other parts left
    out."""
    upstream_licences: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """For each standing statement about what it was made from, the sets of licences of which it names one."""
    origin: str = "unknown"
    released: str | None = None
    documented: str = "unknown"
    maker: str | None = None
    """Id of the party whose step made it out of something else in this lineage; None where no step did."""

    documentation: Documentation | None = None
    """Where it is disclosed what it was made from, and which models wrote content of it, as far as that is stated."""
    against_record: AgainstRecord | None = None
    """Why the manifest says otherwise than the registry, where it gives a reason."""
    hosted: bool = False
    """Weights behind a service of somebody else's: whoever called the service did not run them itself."""
    weights_beside: bool = False
    """A service whose model is known by name: it stands beside it, and is asked about where weights count."""
    made_here: bool = False
    """Written by a step of the publisher in this lineage."""
    owned: bool = False
    """Made by no step of the manifest, and the publisher's own: its licence binds others."""
    making: Making = EXPLAINED
    contradictions: tuple[Contradiction, ...] = ()
    known: bool = True
    """Whether the name resolved to a record, or the manifest itself says enough."""
    resolved: tuple[tuple[str, str], ...] = ()
    """Fields that the registry supplied, with the record that did."""
    recorded: str = ""
    """How well the record is known that gave the licence or says how it was made; empty where none did."""
    added: bool = False
    """Added from known ancestry rather than declared."""
    ancestry_known: str = ""
    """How well it is known to stand where known ancestry added it; empty for what is declared."""
    tokens: int | float | str | None = None
    """Its size in tokens, or a bound on it, where the manifest states one."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    location: str | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Its kind, and that of a model where it is no model and holds one; it counts with each."""
        return (self.kind, "model") if self.facts.get(HOLDS_MODEL) else (self.kind,)

    @property
    def contradicted(self) -> bool:
        """Whether the manifest and the registry differ about it, and nothing says which of them holds."""
        return any(not one.settled for one in self.contradictions)

    @property
    def disputes(self) -> str:
        """The differences in words."""
        open_ones = (one for one in self.contradictions if not one.settled)
        return "; ".join(
            f"{one.field}: {one.declared} in the manifest, {one.known} in {one.record}"
            + (", at second hand" if one.assurance == "secondary" else "")
            for one in open_ones
        )


@dataclass(frozen=True, slots=True)
class Edge:
    """One read of an artifact version by a step, towards one version that the step wrote.

    `options` are the relation strings that the (step kind, role) may stand for; more than one, or an empty one beside
    others, where the role is not stated. `over` holds the artifacts between the two that steps only moved content into,
    first `moved_by`: such an edge repeats a way, so that what a later step does with content is seen of its source.
    """

    source: int
    target: int
    options: tuple[tuple[str, ...], ...]
    step: str = ""
    role: str = ""
    over: tuple[str, ...] = ()
    moved_by: str = ""

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
    licence_says: Mapping[str, LicenceSays] = field(default_factory=dict)
    """Release key to what its licence text says."""
    licence_copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Release key to the licences of which a copy is shipped, by id; as they are written where they are not read."""
    locations: Mapping[str, str] = field(default_factory=dict)
    """`artifact:ID`, `step:ID`, `release:ID` to file:line:col."""

    asker: str | None = None
    """Id of the party whose position is asked; the publisher where None."""

    @property
    def asking(self) -> Party:
        """The party whose position is asked."""
        return self.party(self.asker)

    def asks(self, party: Party) -> bool:
        """Whether the position of a party is that of whoever asks: its own, or that of a company of its group."""
        asking = self.asking
        grouped = self._of_group(asking) and self._of_group(party)
        return party is asking or party.name == asking.name or grouped

    def _of_group(self, party: Party) -> bool:
        """Whether a party is the publisher, or a company that is stated to belong to its group."""
        return party is self.publisher or party.affiliate == "yes"

    def releaser(self, release: Release) -> Party:
        """The party that puts a release out."""
        return self.party(release.by)

    def artifact_of(self, node: int) -> Artifact:
        """The artifact of a version."""
        return self.artifacts[self.versions[node][0]]

    def party(self, party_id: str | None) -> Party:
        """The party of an id; the publisher for None."""
        return self.publisher if party_id in (None, self.publisher.id) else self.parties[party_id]
