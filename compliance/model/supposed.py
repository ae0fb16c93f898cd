"""How answers move: what a scenario, another manifest, other packs or another day make of them."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.model.exposure import Exposure
from compliance.model.finding import Finding, Force, MissingFact
from compliance.model.report import COUNTED
from compliance.model.substitutes import Substitute
from compliance.model.truth import Position, Readings


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


def _mark(one: Standing | None) -> object:
    return one and (one.force, one.position, one.low, one.high)


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """What one case of a scenario makes of the answers."""

    id: str
    title: str
    supposes: str
    rows: tuple[Moved, ...]
    exposures: tuple[Exposure, ...] = ()
    """Per release, the artifacts of the origins in question and what would look at them then."""
    swapped: tuple[tuple[str, Substitute], ...] = ()
    """Artifact ids with what stands in for them in `replaced`."""
    replaced: tuple[Moved, ...] = ()
    """The same answers after a substitute took the place of every artifact that would need one."""

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
