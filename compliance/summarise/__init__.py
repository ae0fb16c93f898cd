"""Findings and waivers to the report: order, ranked questions, warnings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from compliance.model.answered.cause import SETTLED, WEIGHT
from compliance.model.answered.finding import (
    ClauseInForce,
    ClauseQuote,
    Evaluation,
    Finding,
    WaiverState,
)
from compliance.model.answered.report import ArtifactInfo, Gate, ReleaseInfo, Report, StepInfo, StepInput
from compliance.model.answered.since import Since
from compliance.model.declared.lineage import ADDED, Artifact, Edge, Lineage
from compliance.model.declared.manifest import Release, Step
from compliance.model.known.knowledge import PackUsed
from compliance.model.packs.rule import Rule
from compliance.model.packs.waiver import Waiver
from compliance.model.shapes.shape import last_day
from compliance.summarise.lines import Facts
from compliance.summarise.questions import rank
from compliance.values import replace


def summarise(
    evaluation: Evaluation,
    lineage: Lineage,
    waivers: Sequence[Waiver],
    packs: tuple[PackUsed, ...],
    *,
    manifest: str,
    manifest_sha256: str,
    project: str,
    title: str,
    tool: str,
    gate: Gate = "plain",
    allowed: tuple[str, ...] = (),
    facts: Facts = MappingProxyType({}),
) -> Report:
    """Build the report. Waivers annotate findings and never hide them; the catalogue of facts words the answers."""
    used: set[Waiver] = set()
    findings = [_waived(finding, waivers, evaluation.as_of, used) for finding in evaluation.findings]
    findings.sort(key=_weight)
    return Report(
        tool=tool,
        as_of=evaluation.as_of,
        manifest=manifest,
        manifest_sha256=manifest_sha256,
        project=project,
        title=title,
        publisher=lineage.publisher.name,
        releases=tuple(_release(lineage, r, evaluation) for r in lineage.releases),
        findings=tuple(findings),
        not_covered=evaluation.not_covered,
        questions=rank(findings, lineage, facts),
        packs=packs,
        warnings=(*lineage.warnings, *_waiver_warnings(waivers, evaluation.as_of, used)),
        rules_asked=evaluation.rules_asked,
        gate=gate,
        allowed=allowed,
        artifacts=tuple(_artifact(artifact) for artifact in lineage.artifacts.values()),
        steps=_steps(lineage),
        limits=evaluation.limits,
        not_put=tuple(sorted(evaluation.not_put, key=lambda one: one.title)),
    )


def compared(report: Report, earlier: Report, name: str) -> Report:
    """The report beside an earlier one, so that only what is new or heavier fails the check.

    `name` is how the earlier report is called. Packs are compared by their digests.
    """
    now, then = ({(pack.path, pack.sha256) for pack in one.packs} for one in (report, earlier))
    changed = len({path for path, _ in now ^ then})
    tool = earlier.tool if earlier.tool != report.tool else ""
    gate = _gate(earlier) if _gate(earlier) != _gate(report) else ""
    return replace(report, since=Since(name, earlier.as_of, earlier.points(), changed, tool, gate))


def _gate(report: Report) -> str:
    """By which reading a report counts, and what it lets pass."""
    return f"{report.gate}, {' and '.join(sorted(report.allowed)) or 'nothing'} allowed"


def quoted(evaluation: Evaluation, quotes: Mapping[str, ClauseQuote]) -> Evaluation:
    """The findings with the real words of their clauses, by fingerprint, where the reader has pinned the text."""
    if not quotes:
        return evaluation
    findings = (
        replace(finding, clauses=tuple(_with_words(clause, quotes) for clause in finding.clauses))
        for finding in evaluation.findings
    )
    return replace(evaluation, findings=tuple(findings))


def _with_words(clause: ClauseInForce, quotes: Mapping[str, ClauseQuote]) -> ClauseInForce:
    quote = quotes.get(clause.fingerprint or "")
    return replace(clause, quote=quote) if quote else clause


def _weight(finding: Finding) -> tuple[object, ...]:
    own = 0 if finding.own else 1
    return (
        own,
        WEIGHT.index(finding.position),
        finding.family,
        finding.rule,
        finding.release,
        finding.source or "",
        finding.party,
    )


def _release(lineage: Lineage, release: Release, evaluation: Evaluation) -> ReleaseInfo:
    artifact = lineage.artifacts[release.artifact]
    return ReleaseInfo(
        id=release.key,
        artifact=release.artifact,
        name=_told_apart(release.name or artifact.name, release.key),
        date=release.date,
        license=release.license or artifact.licence_text,
        access=release.access,
        function=release.function,
        evaluated=release.key in evaluation.releases_covered,
    )


def _told_apart(name: str, key: str) -> str:
    """The name of a release, with the variant of the manifest that it belongs to: each has all the releases."""
    _, sign, variant = key.rpartition("@")
    return f"{name} ({variant})" if sign and not name.endswith(f"@{variant}") else name


def _artifact(artifact: Artifact) -> ArtifactInfo:
    access = None
    if artifact.kind == "service":
        access = f"{artifact.provider or 'unknown provider'}, route {artifact.route}, plan {artifact.plan}"
    return ArtifactInfo(
        id=artifact.id,
        name=artifact.name,
        kind=artifact.kind,
        license=artifact.licence_text,
        access=access,
        origin="resolved" if artifact.added else "declared",
        location=artifact.location,
    )


def _steps(lineage: Lineage) -> tuple[StepInfo, ...]:
    read: dict[str, list[Edge]] = {}
    for edge in lineage.edges:
        if edge.role and not edge.over:
            read.setdefault(edge.step, []).append(edge)
    return tuple(_step(lineage, step, read.get(step.id, ())) for step in lineage.steps.values())


def _step(lineage: Lineage, step: Step, read: Sequence[Edge]) -> StepInfo:
    location = lineage.locations.get(f"step:{step.id}")
    edges = {(edge.source, edge.role): edge for edge in read}
    by_artifact = {(lineage.versions[source][0], role): edge for (source, role), edge in edges.items()}
    inputs = []
    for role, given in step.inputs.items():
        for item in given:
            edge = by_artifact.get((item.artifact, role))
            relations = edge.options[0] if edge is not None and edge.certain else ()
            inputs.append(StepInput(item.artifact, role, relations, edge is None or edge.certain))
    return StepInfo(
        id=step.id,
        kind=step.kind,
        by=lineage.party(step.by).name,
        period=step.period,
        inputs=tuple(inputs),
        outputs=step.outputs,
        origin="resolved" if ADDED in step.id and location is None else "declared",
        location=location,
    )


def _waived(finding: Finding, waivers: Sequence[Waiver], as_of: datetime.date, used: set[Waiver]) -> Finding:
    """The finding with the waiver that names it; one that still counts before one that has expired."""
    if not finding.own or finding.position in SETTLED:
        return finding
    naming = [
        waiver
        for waiver in waivers
        if (waiver.rule, waiver.release) == (finding.rule, finding.release)
        and waiver.source in (None, finding.source)
    ]
    used.update(naming)
    if not naming:
        return finding
    waiver = max(naming, key=lambda one: last_day(one.expires))
    active = last_day(waiver.expires) >= as_of
    state = WaiverState(waiver.reason, waiver.statement, waiver.owner, waiver.expires, active)
    return replace(finding, waiver=state)


def under_new_ids(
    waivers: Sequence[Waiver], rules: Iterable[Rule]
) -> tuple[tuple[Waiver, ...], tuple[str, ...]]:
    """Waivers under the ids that rules have now, with a warning for each that uses an older one."""
    new = {old: rule.id for rule in rules for old in rule.formerly}
    given = tuple(
        waiver.model_copy(update={"rule": new[waiver.rule]}) if waiver.rule in new else waiver
        for waiver in waivers
    )
    old = dict.fromkeys((waiver.rule, waiver.release) for waiver in waivers if waiver.rule in new)
    return given, tuple(
        f"waiver of {rule} for {release}: the rule is called {new[rule]} now; write that"
        for rule, release in old
    )


def _waiver_warnings(waivers: Sequence[Waiver], as_of: datetime.date, used: set[Waiver]) -> list[str]:
    warnings = []
    for waiver in waivers:
        name = f"waiver of {waiver.rule} for {waiver.release}"
        if last_day(waiver.expires) < as_of:
            warnings.append(f"{name} expired on {waiver.expires}; the finding counts again")
        elif waiver not in used:
            warnings.append(f"{name} matches no open finding; remove it or correct it")
    return warnings
