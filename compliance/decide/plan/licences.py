"""Which licences a release can carry: each is put to the rules that look at licences, on every reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from compliance.decide.plan.candidates import Candidates
from compliance.decide.plan.edits import apply_acts
from compliance.decide.plan.opened import Judge, item_of
from compliance.decide.plan.prices import Prices
from compliance.decide.plan.reads import reads_of
from compliance.model.answered.finding import Finding
from compliance.model.answered.plan import Act, Costs, LicenceOutcome, OpenItem, Put
from compliance.model.answered.report import COUNTED, Report
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import READINGS, Truth

_NC = "non-commercial"
_DISPLAYED = ("add-notice", "ship-licence-copy", "name-source", "pass-on-terms")


def survey(
    manifest: Manifest, knowledge: Knowledge, costs: Costs, judge: Judge, licences: Sequence[str] = ()
) -> tuple[LicenceOutcome, ...]:
    """Put licences to every release, in turn.

    Args:
        manifest: The manifest as it is.
        knowledge: Packs and registry.
        costs: Holds the licences to try, beside those that are stated and those of what went in.
        judge: Resolves and evaluates a changed manifest.
        licences: Tried instead of all these, where any are given.
    """
    stated = {release.key: release.license for release in manifest.releases}
    lineage, _ = judge(manifest)
    tried = licences or [
        *(text for text in stated.values() if text),
        *_of_sources(lineage, knowledge),
        *costs.licences,
    ]
    found = []
    for key, licence in _once(tried, knowledge).items():
        limited = key in knowledge.registry.licences and _NC in knowledge.registry.licences[key].traits
        acts = [act for release in stated for act in _carry(release, licence, costs, limited)]
        report, due = _with_dues(manifest, acts, knowledge, costs, judge)
        found += [
            LicenceOutcome(
                licence,
                release,
                _blocked(report, release, knowledge),
                licence == text,
                tuple(act for act in due if act.slot == release),
                limited,
            )
            for release, text in stated.items()
        ]
    return tuple(sorted(found, key=lambda one: (list(stated).index(one.release), -len(one.readings))))


def _with_dues(
    manifest: Manifest, acts: list[Act], knowledge: Knowledge, costs: Costs, judge: Judge
) -> tuple[Report, tuple[Act, ...]]:
    """The report under a licence, with all that is merely to be shown, shipped or passed on done."""
    candidates = Candidates(manifest, knowledge, Prices(costs))
    changed = apply_acts(manifest, acts)
    assert changed is not None
    lineage, report = judge(changed)
    due = {
        act.key: replace(act, slot=finding.release)
        for finding in _speaking(report, knowledge)
        for act in candidates.of(finding, lineage)
        if act.word in _DISPLAYED and finding.readings.plain is not Truth.NO
    }
    if not due:
        return report, ()
    changed = apply_acts(manifest, [*acts, *due.values()])
    assert changed is not None
    return judge(changed)[1], tuple(due.values())


def _of_sources(lineage: Lineage, knowledge: Knowledge) -> Iterator[str]:
    """Licences of what went into the releases, as they are stated; terms of sites and agreements are none to give."""
    for artifact in lineage.artifacts.values():
        record = (
            knowledge.registry.licences.get(artifact.licences[0]) if len(artifact.licences) == 1 else None
        )
        given = record is not None and (record.kind == "model" or record.spdx is not None)
        if given and artifact.licence_text and not artifact.made_here:
            yield artifact.licence_text


def _once(texts: Sequence[str], knowledge: Knowledge) -> dict[str, str]:
    """Each licence once, by its id, under the first of its spellings."""
    spelled: dict[str, str] = {}
    names = {
        name.lower(): key
        for key, record in knowledge.registry.licences.items()
        for name in (key, record.spdx or key, *record.aliases)
    }
    for text in texts:
        spelled.setdefault(names.get(text.lower(), text.lower()), text)
    return spelled


def _carry(release: str, licence: str, costs: Costs, limited: bool) -> Iterator[Act]:
    """The release under a licence; one that allows no commercial use is tried with a release that is not commercial."""
    puts = [Put("release", release, "license", licence)]
    puts += [Put("release", release, "commercial", "no")] if limited else []
    for put in puts:
        yield Prices(costs).act(
            "change-licence", f"{release}:{put.value}", f"Release {release} under {licence}.", put
        )


def _speaking(report: Report, knowledge: Knowledge) -> list[Finding]:
    """The publisher's own findings of rules in force that look at the licence of a release."""
    return [
        finding
        for finding in report.findings
        if finding.own and finding.force in COUNTED and not finding.everywhere and not finding.waived
        if _on_licence(finding, knowledge)
    ]


def _blocked(report: Report, release: str, knowledge: Knowledge) -> dict[str, tuple[OpenItem, ...]]:
    speaking = [one for one in _speaking(report, knowledge) if one.release == release]
    return {
        reading: tuple(item_of(one) for one in speaking if getattr(one.readings, reading) is not Truth.NO)
        for reading in READINGS
    }


def _on_licence(finding: Finding, knowledge: Knowledge) -> bool:
    """Whether the rule of a finding looks at the licence that the release carries."""
    held = knowledge.find_rule(finding.rule)
    return held is not None and reads_of(held[1], knowledge).licence
