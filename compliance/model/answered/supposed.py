"""How answers move: what a scenario, another manifest, other packs or another day make of them."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.model.answered.exposure import Exposure
from compliance.model.answered.finding import Finding, Force, MissingFact
from compliance.model.answered.report import COUNTED
from compliance.model.names.substitutes import Substitute
from compliance.model.packs.truth import SCALE, Position, Readings


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one answer stands."""

    force: Force
    position: Position
    low: Position
    high: Position
    readings: Readings
    reason: str
    missing: tuple[MissingFact, ...] = ()
    supposed: bool = False
    """Whether the text is law in a scenario only; its force is then what it would be."""

    @classmethod
    def of(cls, finding: Finding) -> Standing:
        """The standing of a finding."""
        return cls(
            finding.force, finding.position, finding.low, finding.high, finding.readings, finding.reason,
            finding.missing,
        )  # fmt: skip

    @property
    def counts(self) -> bool:
        """Whether it is in force and bites, or may, on some reading."""
        return self.force in COUNTED and self.position not in (Position.CLEAR, Position.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Moved:
    """One rule, release, source and party: where the answer stands before and after."""

    rule: str
    title: str
    release: str
    source: str | None
    source_name: str | None
    party: str
    party_name: str
    before: Standing | None
    """None where the rule is not put."""
    after: Standing | None
    why: tuple[str, ...] = ()
    """What moved it: a fact, a rule, the day."""

    @property
    def moved(self) -> bool:
        """Whether force or position differ."""
        return _mark(self.before) != _mark(self.after)

    @property
    def settled(self) -> bool:
        """Whether it waited for facts, and stands now where these might have led, heavier than as long as it waited."""
        if self.before is None or self.after is None or self.before.position is not Position.NEEDS_FACTS:
            return False
        heavier = weight(self.after) > weight(self.before)
        scaled = {self.after.low, self.after.high, self.before.low, self.before.high} <= set(SCALE)
        return heavier and scaled and _within(self.before, self.after)


def _within(before: Standing, after: Standing) -> bool:
    """Whether a range that was left open holds all that is still possible."""
    low, high, still, most = (SCALE.index(one) for one in (before.low, before.high, after.low, after.high))
    return low <= still and most <= high and (still, most) != (low, high)


def _mark(one: Standing | None) -> object:
    return one and (one.force, one.position, one.low, one.high)


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """What one case of a scenario makes of the answers."""

    id: str
    title: str
    supposes: str
    rows: tuple[Moved, ...]
    enacted: tuple[str, ...] = ()
    """Rules that are law in this case only."""
    exposures: tuple[Exposure, ...] = ()
    """Per release, the artifacts of the origins in question and what would look at them then."""
    swapped: tuple[tuple[str, Substitute], ...] = ()
    """Artifact ids with what stands in for them in `replaced`."""
    replaced: tuple[Moved, ...] = ()
    """The same answers after a substitute took the place of every artifact that would need one."""
    asked_anew: tuple[Moved, ...] = ()
    """What rules in force ask of the substitutes themselves, their licences above all."""

    @property
    def questions(self) -> tuple[MissingFact, ...]:
        """What would have to be known."""
        return tuple(
            dict.fromkeys(
                fact
                for row in self.rows
                if row.after and row.after.position is Position.NEEDS_FACTS
                for fact in row.after.missing
            )
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a scenario makes of one manifest."""

    scenario: str
    title: str
    today: str
    verified_on: str
    sources: tuple[str, ...]
    as_of: str
    binding: tuple[Moved, ...]
    """What binds today already among the rules that are looked at."""
    cases: tuple[CaseOutcome, ...]
    side_by_side: bool
    records: tuple[str, ...]
    does_not_cover: str
    releases: tuple[tuple[str, str], ...] = ()
    """Release key to its name."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two results that are compared."""

    name: str
    as_of: str
    exit_code: int
    manifest: str
    """sha256 of the manifest."""
    packs: tuple[str, ...]
    """Digests of the packs and texts, in order."""
    releases: tuple[tuple[str, str], ...] = ()
    rests: tuple[str, ...] = ()
    """What its exit code leaves out of account: accepted by a waiver, or let pass by its gate or an option."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What moved between two results, and why."""

    before: Side
    after: Side
    rows: tuple[Moved, ...]
    """Every answer of either side; those that did not move too."""

    @property
    def moved(self) -> tuple[Moved, ...]:
        """Answers whose force, position or range differ."""
        return tuple(row for row in self.rows if row.moved)

    @property
    def settled(self) -> tuple[Moved, ...]:
        """Answers that waited for facts and now stand where these might have led: better known, not worse."""
        return tuple(row for row in self.moved if row.settled)

    @property
    def worse(self) -> tuple[Moved, ...]:
        """Answers of rules in force that stand worse than before, new ones among them."""
        return tuple(row for row in self.moved if weight(row.after) > weight(row.before) and not row.settled)

    @property
    def better(self) -> tuple[Moved, ...]:
        """Answers that stand better than before, or are no longer put."""
        return tuple(row for row in self.moved if weight(row.after) < weight(row.before))


_ORDER = (
    Position.NOT_APPLICABLE, Position.CLEAR, Position.REMOTE, Position.NOT_COVERED, Position.NEEDS_FACTS,
    Position.ARGUABLE, Position.BREACH,
)  # fmt: skip


def weight(one: Standing | None) -> int:
    """How heavily an answer weighs; what is not put, or is not in force, weighs nothing."""
    return _ORDER.index(one.position) if one is not None and one.counts else 0


@dataclass(frozen=True, slots=True)
class Alternative:
    """One answer in every variant of a manifest."""

    rule: str
    title: str
    release: str
    source_name: str | None
    standings: tuple[Standing | None, ...]
    """In the order of the variants."""

    @property
    def differs(self) -> bool:
        """Whether the variants stand differently."""
        return len({_mark(one) for one in self.standings}) > 1


@dataclass(frozen=True, slots=True)
class Touched:
    """A release that something upstream reaches, and how."""

    project: str
    release: str
    name: str
    artifact: str
    artifact_name: str
    ways: tuple[str, ...]
    answers: tuple[Moved, ...]
    """Answers about it; where a change is supposed, before and after."""
    place: str = ""
    """The manifest or report in which it was found."""
    asked: bool = True
    """Whether the rules were put to it now; a saved report keeps its answers, and no change moves them."""
