"""What evaluation produces: one finding per rule, release, source and party, with everything that explains it."""

from __future__ import annotations

import datetime
from typing import Literal

from compliance.model.answered.annex import Bar
from compliance.model.answered.making_asked import OF_BASE
from compliance.model.declared.route import Route
from compliance.model.packs.truth import Position, Readings
from compliance.values import Composed, dataclass, field

PartyWord = Literal["bound-party", "releaser", "downstream-user"]
Force = Literal["in-force", "not-yet-in-force", "proposed", "soft-law", "historic", "house-rule"]


ORIGIN: Literal["origin"] = "origin"
"""Kind of the one line, and of the cause, for texts not in force that look at where a release comes from."""
TEXT_NOT_HELD = "text.held"
"""The fact that a text of some time is missing: a gap of the packs, which no manifest can fill."""


MAKING = "source.making_explained"
"""The fact that it is known how a source was made."""


@dataclass(frozen=True, slots=True, order=True)
class MissingFact:
    """A fact that would decide something: which fact, of what, and the question to put."""

    fact: str
    subject: str
    question: str
    label: str = ""
    """The fact in a few words; empty where no catalogue names it."""

    @property
    def key(self) -> str:
        """Identity of the question; equal for every finding that waits for it."""
        return f"{self.fact}@{self.subject}"

    @property
    def of_base(self) -> bool:
        """Whether what lacks is the weights from which training went on."""
        return self.fact == MAKING and self.question.startswith(OF_BASE)


@dataclass(frozen=True, slots=True)
class Answered:
    """Where a finding would stand if one missing fact were known."""

    missing: MissingFact
    if_for: Position
    """Position when the answer goes the project's way as far as this one fact can take it."""
    if_against: Position
    by_value: tuple[tuple[str, Position], ...] = ()
    """Where each possible answer leads, where the catalogue lists them."""


@dataclass(frozen=True, slots=True)
class ElementResult:
    """How one element of a rule came out."""

    name: str
    exception: bool
    readings: Readings
    sentence: Composed[str]
    missing: tuple[MissingFact, ...] = ()
    because: Composed[tuple[tuple[str, str], ...]] = ()
    """Reading to the words of the text that allow it, where the readings of the element differ."""


@dataclass(frozen=True, slots=True)
class ClauseQuote:
    """The real words of a clause, from a text that the reader keeps; never part of the packs."""

    words: str
    digest: str
    """sha256 of the text they stand in."""
    captured_on: str


@dataclass(frozen=True, slots=True)
class ClauseInForce:
    """The cited clause as it stood at the date that counts."""

    instrument: str
    clause: str
    title: str
    locator: str
    status: Literal["held", "continuity", "not-held", "undated", "not-in-force"]
    version_from: str | None
    version_to: str | None
    assurance: str
    verified_on: str
    paraphrase: str
    fingerprint: str | None = None
    url: str | None = None
    note: str | None = None
    quote: ClauseQuote | None = None
    """The words, where the text is pinned and quoting is asked for."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A smallest set of readings or missing facts that flips the answer, and where it would then stand."""

    kind: Literal["reading", "fact"]
    names: tuple[str, ...]
    to: Position
    how: Literal["narrowly", "broadly", ""] = ""
    """How the named elements would have to be read; empty for facts."""


@dataclass(frozen=True, slots=True)
class WaiverState:
    """A waiver that names this finding, and whether it still counts at the as-of date."""

    reason: str
    statement: str
    owner: str
    expires: str
    active: bool


DutyKind = Literal["notice", "credit", "name-prefix", "licence-copy"]
DutyState = Literal["shown", "missing", "not-stated"]


@dataclass(frozen=True, slots=True)
class Duty:
    """Words that have to be shown, a name that has to begin so, or a licence text that goes along."""

    kind: DutyKind
    words: tuple[str, ...]
    """Literal; of several, each alone will do."""
    of: str
    """Name of what it is owed for."""
    state: DutyState
    paste: str = ""
    """How the manifest calls it, where that differs from the words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of one rule for one release, source and party."""

    rule: str
    title: str
    family: str
    norm: str
    force: Force
    party: PartyWord
    party_name: str
    release: str
    source: str | None
    source_name: str | None
    position: Position
    low: Position
    high: Position
    readings: Readings
    own: bool
    """Whether it speaks of the publisher itself; others' positions are shown and never fail a check."""
    elements: Composed[tuple[ElementResult, ...]] = ()
    turns_on: Composed[tuple[Turn, ...]] = ()
    turn_words: tuple[str, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    answers: tuple[Answered, ...] = ()
    routes: tuple[Route, ...] = ()
    steps: tuple[str, ...] = ()
    """Ids of the steps by which the source came in."""
    stopped: Composed[tuple[str, ...]] = ()
    """Why routes that exist do not bite on the narrower readings."""
    clauses: tuple[ClauseInForce, ...] = ()
    assurance: str = "full-text"
    reason: Composed[str] = ""
    """One sentence that says why the position is what it is."""
    says: str = ""
    consequence: str = ""
    what_to_do: tuple[str, ...] = ()
    duties: tuple[Duty, ...] = ()
    """What it asks to be shown, named or handed along; of findings that are not clear."""
    does_not_cover: str = ""
    location: str | None = None
    """file:line:col of the source (or release) in the manifest."""
    origin: str = "declared"
    """How the source is known: declared, or resolved (registry record)."""
    waiver: WaiverState | None = None
    everywhere: bool = False
    """Whether it is a law of a place that nobody named, which waits for facts: told in a line, and not counted."""
    cause: str = ""
    """What it comes from, shared by all findings that one act or answer would settle together."""
    portions: tuple[Bar, ...] = ()
    """Which part of the data of training steps on its routes descends from the source, as far as mixtures tell."""

    @property
    def screens(self) -> bool:
        """Whether it belongs to the access screen, which is kept apart from everything else."""
        return self.family.partition(":")[0] == "access"

    @property
    def waived(self) -> bool:
        """Whether somebody has accepted it, and the acceptance still counts."""
        return self.waiver is not None and self.waiver.active

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What makes the finding the same from run to run."""
        return (self.rule, self.release, self.source or "", self.party)


@dataclass(frozen=True, slots=True)
class NotCovered:
    """Something in the lineage for which no loaded rule or instrument speaks."""

    subject: str
    name: str
    why: str
    location: str | None = None
    releases: tuple[str, ...] = ()
    cause: str = ""
    """What it comes from; see `Finding.cause`."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that the program cannot know, and that nobody is asked: a bound on what the report says."""

    kind: Literal["making", "text", "origin", "record", "ancestry"]
    subjects: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class NotPut:
    """A rule that was put to nothing, because the manifest states nothing that triggers it."""

    rule: str
    title: str
    triggers: tuple[str, ...]
    """The facts that would put it, in a few words each."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that evaluating one lineage against the packs gives."""

    findings: tuple[Finding, ...]
    not_covered: tuple[NotCovered, ...]
    rules_asked: int
    """Number of rules that were put to at least one release."""
    as_of: datetime.date
    releases_covered: tuple[str, ...] = field(default=())
    """Releases for which at least one rule was applicable."""
    not_put: tuple[NotPut, ...] = field(default=())
    limits: tuple[Limit, ...] = field(default=())
