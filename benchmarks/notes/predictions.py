"""A report of the product as predictions in the words of the keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.notes.draft import Draft
from compliance.model.finding import Finding, NotCovered
from compliance.model.report import Report
from compliance.model.truth import READINGS, Position, Truth

_PASSIVE = ("clear", "needs-facts", "not-covered")
_DATA = ("dataset-licence", "no-licence", "copyright-training", "privacy", "personality-voice")
"""Families that share out between them what there is to say of a source's rights."""
_GAPS = ("unknown-upstream", "dataset-licence:unknown-source", "model-licence:unknown-parents")


def predictions(draft: Draft, report: Report) -> dict[str, Any]:
    """What the report says about a note: findings, and what they turn on."""
    told = [finding for finding in report.findings if finding.position is not Position.NOT_APPLICABLE]
    shown = [finding for finding in told if not _handed_over(finding, told)]
    found = [prediction(draft, finding) for finding in shown]
    found += [_uncovered(draft, one) for one in report.not_covered]
    turns = sorted({word for finding in shown for word in finding.turn_words})
    return {"findings": _unique(found), "turns_on": turns}


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


def prediction(draft: Draft, finding: Finding) -> dict[str, Any]:
    """One finding in the words of the keys; proposed law never says more than that it asks."""
    proposed = finding.force == "proposed"
    verdict = finding.position.value
    if proposed and verdict not in _PASSIVE:
        verdict = "clear"
    made: dict[str, Any] = {"family": finding.family, "rule": finding.rule, "verdict": verdict}
    if nodes := _nodes(draft, finding):
        made["node"] = nodes if len(nodes) > 1 else nodes[0]
    made["party"] = _parties(draft, finding)
    if numbers := _steps(draft, finding):
        made["step"] = numbers
    if finding.missing:
        made["missing"] = [fact.key for fact in finding.missing]
    if verdict != "not-covered":
        made["readings"] = readings(finding, capped=proposed)
    return made


def _nodes(draft: Draft, finding: Finding) -> list[str]:
    """The upstream thing; for statements that disagree the released thing as well."""
    release = draft.node_of(_released(draft, finding.release))
    if finding.source is None:
        return [release]
    source = draft.node_of(finding.source)
    return [release, source] if finding.family == "label-conflict" and source != release else [source]


def _released(draft: Draft, key: str) -> str:
    """The artifact of a release; a release that another party handed on is named by its artifact."""
    return next((r["artifact"] for r in draft.data["releases"] if key in (r.get("id"), r["artifact"])), key)


def _parties(draft: Draft, finding: Finding) -> list[str] | str:
    """The party in the keys' words: a publisher that made the calls is both, and the publisher of data is that too."""
    found: list[str] = [finding.party]
    if finding.own and finding.party in ("bound-party", "releaser"):
        found = list(dict.fromkeys([finding.party, "releaser"]))
        kind = draft.data["artifacts"].get(_released(draft, finding.release), {}).get("kind")
        found += ["dataset-publisher"] if kind == "dataset" else []
    return found if len(found) > 1 else found[0]


def _steps(draft: Draft, finding: Finding) -> list[int]:
    """Numbers of the steps by which the source came in, and of those along its routes; questions number none."""
    if draft.note.question:
        return []
    ids = [*finding.steps, *(step for route in finding.routes for step in route.steps)]
    return sorted({draft.steps[key] for key in ids if key in draft.steps})


def readings(finding: Finding, *, capped: bool = False) -> dict[str, str]:
    """Each reading in the keys' words; `capped` for law that is only proposed and therefore never bites.

    Where a missing fact decides, a reading says what holds if the fact goes against the project, unless it is the
    plain reading alone that waits, or nothing at all can be said.
    """
    truths = list(finding.readings)
    if all(truth is Truth.UNKNOWN for truth in truths) and _nothing_held(finding):
        return dict.fromkeys(READINGS, "needs-facts")
    waits = truths == [Truth.NO, Truth.UNKNOWN, Truth.YES]
    words = []
    for name, truth in zip(READINGS, truths, strict=True):
        if truth is Truth.NO or capped:
            words.append("clear")
        elif truth is Truth.UNKNOWN and waits:
            words.append("needs-facts")
        else:
            words.append("breach" if name == "narrow" else "arguable")
    return dict(zip(READINGS, words, strict=True))


def _nothing_held(finding: Finding) -> bool:
    """Whether no text speaks: the gap itself is the finding, or no cited text of the time is held."""
    return finding.family in _GAPS or bool(
        finding.clauses and all(c.status == "not-held" for c in finding.clauses)
    )


def _uncovered(draft: Draft, one: NotCovered) -> dict[str, Any]:
    node_id = draft.node_of(one.subject)
    artifact = draft.data["artifacts"].get(one.subject.split("~")[0], {})
    developer, name = artifact.get("developer"), one.name
    kind = artifact.get("kind") if "~" not in one.subject else None
    family = "unknown-upstream"
    if kind == "service":
        provider = artifact.get("provider") or draft.lookups.provider(developer, name)
        family = f"provider-terms:{provider}" if provider else family
    elif kind == "dataset":
        family = "dataset-licence:unknown-source"
    elif kind == "model" and _starts_from(draft, one.subject):
        family = "model-licence:unknown-parents"
    return {"family": family, "rule": "not covered", "node": node_id, "verdict": "not-covered", "party": "releaser",
            "readings": dict.fromkeys(READINGS, "needs-facts")}  # fmt: skip


def _starts_from(draft: Draft, artifact: str) -> bool:
    """Whether weights of the artifact enter something."""
    roles = ("base", "component", "adapter")
    return any(
        artifact in step.get("inputs", {}).get(role, ()) for step in draft.data["steps"] for role in roles
    )


def _unique(found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Findings without exact repeats; the same rule for several releases of one note is told once per verdict."""
    kept: dict[str, dict[str, Any]] = {}
    for one in found:
        kept.setdefault(repr(sorted((key, str(value)) for key, value in one.items())), one)
    return list(kept.values())
