"""A report as predictions in the words of the keys: family, node, party, steps, verdict and readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from compliance.model.answered.finding import Finding, NotCovered
from compliance.model.answered.report import Report
from compliance.model.declared.manifest import Manifest
from compliance.model.packs.truth import READINGS, Position, Truth
from compliance.model.shapes.shape import Role

Prediction = dict[str, Any]

_PASSIVE = ("clear", "needs-facts", "not-covered")
_DATA = ("dataset-licence", "no-licence", "copyright-training", "privacy", "personality-voice")
"""Families that share out between them what there is to say of a source's rights."""
_GAPS = ("unknown-upstream", "dataset-licence:unknown-source", "model-licence:unknown-parents")
LABELS = "label-conflict"
_JOINED = ("release", "step")
"""What is put together of findings that are told once; their causes may differ too."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The manifest that a report is about, as far as predictions need it."""

    manifest: Manifest
    providers: Mapping[str, str | None]
    """Artifact id to the provider of the service."""
    release_nodes: tuple[str, ...] = ()
    """Nodes that the manifest's head names as released."""
    families: Mapping[str, str] = field(default_factory=dict)
    """Artifact id to the family of the rules on its licence, which may hold from a later day on only."""

    def released(self, key: str) -> str:
        """The artifact of a release; a release that another party handed on is named by its artifact."""
        return next((r.artifact for r in self.manifest.releases if key in (r.key, r.artifact)), key)

    def release_node(self, key: str) -> str:
        """The node of a release: its artifact, unless the head gives the one release another name."""
        artifact, nodes = node_of(self.released(key)), self.release_nodes
        return nodes[0] if len(nodes) == 1 and artifact not in nodes else artifact


def node_of(artifact: str) -> str:
    """The node of an artifact; what is added (`x~y`) or written out (`x#1`, `x/y`) belongs to the `x` it came from."""
    return re.split("[~#/@]", artifact)[0]


def predictions(subject: Subject, report: Report) -> Prediction:
    """What a report says: its findings, and what they turn on."""
    told = [finding for finding in report.findings if finding.position is not Position.NOT_APPLICABLE]
    shown = [one for one in told if not _handed_over(one, told) and not _outweighed(one, told)]
    found = [prediction(subject, finding) for finding in shown]
    found += [_uncovered(subject, one) for one in report.not_covered]
    turns = sorted({word for finding in shown for word in finding.turn_words})
    return {"findings": _told_once(found), "turns_on": turns}


def _handed_over(finding: Finding, told: Sequence[Finding]) -> bool:
    """Whether a rule stands aside by an exception, and another rule keeps the same source open for the same release.

    Then it was not looked at and found fine: the other rule speaks in its place.
    """
    lifted = any(element.exception and element.readings.narrow is Truth.YES for element in finding.elements)
    return finding.position is Position.CLEAR and lifted and any(
        other.source == finding.source and other.release == finding.release and other.position is not Position.CLEAR
        and other.family.split(":")[0] in _DATA and finding.family.split(":")[0] in _DATA
        for other in told
    )  # fmt: skip


def _outweighed(finding: Finding, told: Sequence[Finding]) -> bool:
    """Whether the label of a release agrees with the publisher's other statements, and not with what stands behind it.

    A reader is told of the second alone: that the statements agree is a count among what is clear.
    """
    return finding.position is Position.CLEAR and finding.family == LABELS and finding.source is None and any(
        other.family == LABELS and other.release == finding.release and other.own == finding.own
        and other.position not in (Position.CLEAR, Position.REMOTE)
        for other in told
    )  # fmt: skip


def prediction(subject: Subject, finding: Finding) -> Prediction:
    """One finding in the words of the keys; proposed law never says more than that it asks."""
    proposed = finding.force == "proposed"
    verdict = finding.position.value
    if proposed and verdict not in _PASSIVE:
        verdict = "clear"
    made: Prediction = {
        "family": finding.family,
        "rule": finding.rule,
        "verdict": verdict,
        "node": _nodes(subject, finding),
        "party": _parties(subject, finding),
        "release": [finding.release],
        "step": _steps(subject, finding),
        "missing": [fact.key for fact in finding.missing],
        "cause": getattr(finding, "cause", None),
    }
    return made if verdict == "not-covered" else {**made, "readings": readings(finding, capped=proposed)}


def _steps(subject: Subject, finding: Finding) -> list[int]:
    """Positions in the manifest of the steps by which the source came in, and of those along its routes."""
    used = {*finding.steps, *(step for route in finding.routes for step in route.steps)}
    return [n for n, step in enumerate(subject.manifest.steps, 1) if step.id in used]


def _nodes(subject: Subject, finding: Finding) -> list[str]:
    """The upstream thing; for statements that disagree the released thing as well."""
    release, artifact = subject.release_node(finding.release), subject.released(finding.release)
    if finding.source is None or node_of(finding.source) == node_of(artifact):
        return [release]
    return [*([release] if finding.family == LABELS else ()), node_of(finding.source)]


def _parties(subject: Subject, finding: Finding) -> list[str]:
    """The party in the keys' words: a publisher that made the calls is both, and the publisher of data is that too."""
    if not finding.own or finding.party not in ("bound-party", "releaser"):
        return [finding.party]
    artifact = subject.manifest.artifacts.get(subject.released(finding.release))
    of_data = ["dataset-publisher"] if artifact is not None and artifact.kind == "dataset" else []
    return [*dict.fromkeys([finding.party, "releaser"]), *of_data]


def readings(finding: Finding, *, capped: bool = False) -> dict[str, str]:
    """Each reading in the keys' words; `capped` for law that is only proposed and therefore never bites.

    Where a missing fact decides, a reading says what holds if the fact goes against the project, unless it is the
    plain reading alone that waits, or nothing at all can be said.
    """
    truths = list(finding.readings)
    if all(truth is Truth.UNKNOWN for truth in truths) and _nothing_held(finding):
        return dict.fromkeys(READINGS, "needs-facts")
    waits = truths == [Truth.NO, Truth.UNKNOWN, Truth.YES]
    words = {}
    for name, truth in zip(READINGS, truths, strict=True):
        bites = "needs-facts" if waits and name == "plain" else "breach" if name == "narrow" else "arguable"
        words[name] = "clear" if truth is Truth.NO or capped else bites
    return words


def _nothing_held(finding: Finding) -> bool:
    """Whether no text speaks: the gap itself is the finding, or no cited text of the time is held."""
    return finding.family in _GAPS or bool(
        finding.clauses and all(c.status == "not-held" for c in finding.clauses)
    )


def _uncovered(subject: Subject, one: NotCovered) -> Prediction:
    """Something that no rule speaks of, as an open point of the family in which a key would ask for it."""
    artifact = subject.manifest.artifacts.get(one.subject)
    kind = artifact.kind if artifact is not None else None
    family = "unknown-upstream"
    if kind == "service" and (provider := subject.providers.get(one.subject)):
        family = f"provider-terms:{provider}"
    elif kind == "dataset":
        family = "dataset-licence:unknown-source"
    elif kind == "model":
        gap = "model-licence:unknown-parents" if one.subject in _starts(subject.manifest) else family
        family = subject.families.get(one.subject, gap)
    return {
        "family": family, "rule": "not covered", "verdict": "not-covered", "node": [node_of(one.subject)],
        "party": ["releaser"], "release": list(one.releases), "cause": getattr(one, "cause", None),
        "missing": [], "readings": dict.fromkeys(READINGS, "needs-facts"),
    }  # fmt: skip


def _starts(manifest: Manifest) -> set[str]:
    """The artifacts whose weights enter something."""
    roles: tuple[Role, ...] = ("base", "component", "adapter")
    return {one.artifact for step in manifest.steps for role in roles for one in step.inputs.get(role, ())}


def _told_once(found: Iterable[Prediction]) -> list[Prediction]:
    """Predictions without repeats; what the same rule says of several releases is told once per verdict."""
    kept: dict[str, Prediction] = {}
    for one in found:
        same = repr(sorted((key, str(value)) for key, value in one.items() if key not in (*_JOINED, "cause")))
        first = kept.get(same, {})
        joined = {key: list(dict.fromkeys([*first.get(key, ()), *one.get(key, ())])) for key in _JOINED}
        kept[same] = {**one, **first, **joined}
    return list(kept.values())
