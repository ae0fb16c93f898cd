"""The finished report: findings with waivers, ranked questions, what was not covered, and the one exit rule."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Sequence
from typing import Literal

from compliance.model.answered.annex import Annex
from compliance.model.answered.cause import (
    SETTLED,
    WEIGHT,
    Cause,
    group,
    is_unfilled,
    key_of,
    uncovered_words,
)
from compliance.model.answered.finding import Finding, Limit, MissingFact, NotCovered, NotPut
from compliance.model.answered.since import Point, Since
from compliance.model.known.knowledge import PackUsed
from compliance.model.packs.truth import READINGS, Position, Truth
from compliance.values import dataclass

Gate = Literal["narrow", "plain", "broad", "never"]
COUNTED = ("in-force", "house-rule")
"""Force of the rules that can fail a check."""
MAKING = "making"
"""Kind of the one cause that stands for everything whose making nobody has explained."""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One line of the manifest that answers a question, and where it goes."""

    path: tuple[str, ...]
    """Keys from the top; of lists of steps and releases, the id of the entry."""
    value: str
    """As YAML on one line; one of the possible answers, or an example."""
    options: tuple[str, ...] = ()
    """Further possible answers; empty where any text will do, and the value has a placeholder."""
    location: str | None = None
    """file:line:col of the entry that it belongs to."""
    example: str = ""
    """The same value with something in the place of its placeholder, to show the form; empty where it has none."""


def answer_in(value: str) -> str:
    """The answer that a value holds: of a whole new entry its last field, else all of it.

    >>> answer_in("azure"), answer_in("{kind: dataset, name: rows, facts: {grant_shown: true}}")
    ('azure', 'true')
    """
    entry = re.fullmatch(r"\{kind: .*: ([^{}\[\]:]+)\}+", value)
    return entry[1] if entry else value


@dataclass(frozen=True, slots=True)
class Brought:
    """A point that stands open once a question is answered, and did not before."""

    answers: tuple[str, ...]
    """Those that bring it, as the manifest writes them; empty for the lines of the question as they stand."""
    title: str
    position: Position


@dataclass(frozen=True, slots=True)
class Question:
    """One missing fact, and the findings that its answer would settle or move."""

    missing: MissingFact
    findings: tuple[tuple[str, str, str, str], ...]
    """Identities of the findings that wait for it."""
    settles: int
    """Number of findings that this answer alone can settle."""
    lines: tuple[AnswerLine, ...] = ()
    """What to write into the manifest; empty where no single line says it."""
    brings: tuple[Brought, ...] = ()
    """What answers that help bring in turn, as far as that was looked at."""
    untried: bool = False
    """Whether what they bring was not looked at, because trying them on so many findings takes long."""


def packs_digest(packs: Sequence[PackUsed]) -> str:
    """One digest for all loaded files: that of the list which `sha256sum` prints for them, by path."""
    lines = sorted((pack.path, pack.sha256) for pack in packs)
    return hashlib.sha256("".join(f"{digest}  {path}\n" for path, digest in lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ReleaseInfo:
    """A release as the report shows it."""

    id: str
    artifact: str
    name: str
    date: str | None
    license: str | None
    access: str
    function: str
    evaluated: bool


@dataclass(frozen=True, slots=True)
class ArtifactInfo:
    """An artifact of the lineage as the report shows it."""

    id: str
    name: str
    kind: str
    license: str | None
    access: str | None
    """Provider, route and plan of a service in words; None for others."""
    origin: str
    """`declared`, or `resolved` where known ancestry added it."""
    location: str | None


@dataclass(frozen=True, slots=True)
class StepInput:
    """What a step read, in which role, and what it made of it; no relations where that is not settled."""

    artifact: str
    role: str
    relations: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class StepInfo:
    """A step of the lineage as the report shows it."""

    id: str
    kind: str
    by: str
    period: str | None
    inputs: tuple[StepInput, ...]
    outputs: tuple[str, ...]
    origin: str
    location: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that renderers may print."""

    tool: str
    as_of: datetime.date
    manifest: str
    manifest_sha256: str
    project: str
    title: str
    publisher: str
    releases: tuple[ReleaseInfo, ...]
    findings: tuple[Finding, ...]
    """In order of weight; proposed law is among them, marked by its force."""
    not_covered: tuple[NotCovered, ...]
    questions: tuple[Question, ...]
    packs: tuple[PackUsed, ...]
    warnings: tuple[str, ...]
    rules_asked: int
    gate: Gate = "plain"
    allowed: tuple[str, ...] = ()
    not_put: tuple[NotPut, ...] = ()
    limits: tuple[Limit, ...] = ()
    artifacts: tuple[ArtifactInfo, ...] = ()
    steps: tuple[StepInfo, ...] = ()
    """In the order in which they happened."""
    since: Since | None = None
    """The earlier report with which this one is compared; then only what is new or heavier fails the check."""

    annexes: tuple[Annex, ...] = ()
    """What was asked for beside the findings; counts for nothing."""

    def open_findings(self) -> tuple[Finding, ...]:
        """Findings that keep the check from passing on the gate's reading."""
        return tuple(finding for finding in self.findings if self.is_open(finding))

    def is_open(self, finding: Finding) -> bool:
        """Whether one finding counts against the gate: in force, the publisher's own, not waived, not allowed."""
        if self.gate == "never" or not finding.own or finding.force not in COUNTED or finding.everywhere:
            return False
        if finding.waived or (MAKING in self.allowed and finding.cause.partition("@")[0] == MAKING):
            return False
        if finding.position is Position.NOT_COVERED:
            return "not-covered" not in self.allowed
        truth = getattr(finding.readings, self.gate)
        return truth is Truth.YES or (truth is Truth.UNKNOWN and "needs-facts" not in self.allowed)

    def causes(self) -> tuple[Cause, ...]:
        """What the publisher's own unsettled findings under rules in force come from, the access screen left out.

        Findings that somebody has accepted stand apart and are not among them.
        """
        counted = [
            (finding, self.is_open(finding))
            for finding in self.findings
            if finding.own
            and finding.force in COUNTED
            and finding.position not in SETTLED
            and not finding.screens
            and not finding.waived
            and not finding.everywhere
        ]
        open_names = set(self.uncovered_names()) if self.gate != "never" else set()
        return group(counted, [(one, one in open_names) for one in self.not_covered])

    def points(self) -> tuple[Point, ...]:
        """What stands open, once for each kind, upstream and release, at its heaviest."""
        found: dict[tuple[str, str, str | None], Point] = {}
        for finding in self.open_findings():
            cause = key_of(finding).partition("@")[0]
            upstream = finding.source_name or finding.source or ""
            point = Point(cause, finding.release, finding.position, finding.title, upstream)
            held = found.get(point.key)
            if held is None or WEIGHT.index(point.position) < WEIGHT.index(held.position):
                found[point.key] = point
        for name in self.uncovered_names() if self.gate != "never" else ():
            cause = (name.cause or f"uncovered:{name.subject}").partition("@")[0]
            for release in name.releases or ("",):
                point = Point(cause, release, Position.NOT_COVERED, uncovered_words(name), name.name)
                found.setdefault(point.key, point)
        return tuple(found.values())

    def new_points(self) -> tuple[Point, ...]:
        """What stands open and did not in the earlier report, or weighs more than it did."""
        before = {
            point.key: WEIGHT.index(point.position) for point in (self.since.points if self.since else ())
        }
        found = []
        for point in self.points():
            held = before.get(point.key, before.get(point.of_any))
            if held is None or WEIGHT.index(point.position) < held:
                found.append(point)
        return tuple(found)

    def fixed_points(self) -> tuple[Point, ...]:
        """What stood open in the earlier report and does not any more."""
        now = {key for point in self.points() for key in (point.key, point.of_any)}
        return tuple(point for point in (self.since.points if self.since else ()) if point.key not in now)

    @property
    def uncovered(self) -> bool:
        """Whether something uncovered keeps the check from passing."""
        return bool(self.uncovered_names())

    def uncovered_names(self) -> tuple[NotCovered, ...]:
        """What is not covered and was not allowed to be; a placeholder is never allowed."""
        allowed = "not-covered" in self.allowed
        return tuple(one for one in self.not_covered if is_unfilled(one) or not allowed)

    @property
    def evaluated(self) -> bool:
        """Whether every release was put to at least one applicable rule."""
        return (
            bool(self.releases)
            and self.rules_asked > 0
            and all(release.evaluated for release in self.releases)
        )

    @property
    def exit_code(self) -> int:
        """0 = everything was evaluated and nothing is open on the gate's reading; 1 otherwise.

        Compared with an earlier report, only what is new or heavier counts as open.
        """
        if not self.evaluated and self.gate != "never":
            return 1
        if self.since is not None:
            return int(bool(self.new_points()))
        return int(bool(self.open_findings()) or (self.uncovered and self.gate != "never"))


GATES: tuple[Gate, ...] = (*READINGS, "never")  # type: ignore[assignment]
