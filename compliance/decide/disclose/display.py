"""What has to go along with a release: words that texts set, licences to ship, and who is credited."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.decide.disclose.answers import place_of
from compliance.decide.disclose.material import Material
from compliance.decide.display import cited, displays
from compliance.model.answered.disclosure import Draft, Gap, Said, Topic
from compliance.model.answered.finding import Finding
from compliance.model.answered.report import COUNTED, Report
from compliance.model.declared.lineage import Artifact
from compliance.model.packs.truth import Truth

_DUE = ("add-notice", "ship-licence-copy", "name-source", "add-attribution", "ship-licence")


def notice(material: Material, report: Report) -> Draft:
    """Draft the NOTICE file: every set text, then the licences of which a copy goes along."""
    shown = (*(words for words in material.release.notices or ()),)
    topics = (
        Topic("1", "Words to be shown", "What texts set to be shown, word for word.", tuple(_words(material, report))),
        Topic("2", "Licence texts to ship", "Copies that go along with the release.", *_copies(material, report)),
        Topic("3", "Already stated", "What the manifest says is shown.",
              tuple(Said(words, "release", literal=True) for words in shown)),
    )  # fmt: skip
    return Draft(
        "notice",
        f"NOTICE for {material.name}",
        material.release.key,
        "Clauses of the licences behind the release; each is named beside its words",
        topics,
        (
            "Full texts of licences are taken from files that you give (--licence-texts), never from this program.",
        ),
    )


def attribution(material: Material, report: Report) -> Draft:
    """Draft the list of everything that went in, with whose it is and under which licence."""
    used = [data.artifact for data in material.sources()]
    groups = (
        ("1", "Weights", tuple(material.bases.values())),
        ("2", "Data", tuple(used)),
        ("3", "Models and services that wrote data", tuple(
            (material.writers(material.sources()) | material.teachers).values())),
        ("4", "Models that labelled, scored or selected data", tuple(
            {k: a for d in material.data.values() for k, a in d.shapers.items()}.values())),
    )  # fmt: skip
    topics = tuple(
        Topic(
            number, title, "Name, owner, licence.", tuple(_credit(one) for one in group if not one.made_here)
        )
        for number, title, group in groups
    )
    basis = "Attribution clauses of the licences behind the release; entries without a duty are listed too"
    return Draft("attribution", f"What {material.name} was made from", material.release.key, basis, topics)


def _credit(artifact: Artifact) -> Said:
    unnamed = {"own": "the publisher's own", "people": "made by people, owner not stated"}
    owner = (
        artifact.developer
        or (artifact.provider and f"provider {artifact.provider}")
        or unnamed.get(artifact.origin, "owner not stated")
    )
    licence = artifact.licence_text or (
        "terms of its provider" if artifact.kind == "service" else "licence not stated"
    )
    return Said(f"{artifact.name}, {owner}, {licence}", place_of(artifact))


def due(material: Material, report: Report) -> tuple[Finding, ...]:
    """Duties of the release that bite, or may, or are met: those that ask for something to be shown or shipped."""
    return tuple(
        finding
        for finding in report.findings
        if finding.release == material.release.key and finding.own and finding.force in COUNTED
        if finding.norm == "obligation" and set(finding.what_to_do) & set(_DUE)
    )


def _bites(finding: Finding) -> bool:
    """Whether the duty arises on the plain reading, met or not: what has no exception is what asks for it."""
    arises = [one.readings.plain for one in finding.elements if not one.exception]
    return all(truth is not Truth.NO for truth in arises)


def _words(material: Material, report: Report) -> Iterator[Said]:
    for finding in due(material, report):
        if not _bites(finding):
            continue
        for one in displays(cited(finding.clauses), material.knowledge):
            where = f"{one.title}, {one.locator}; for {finding.source_name}"
            where += "".join(f"; or: {words}" for words in one.alternatives)
            yield Said(one.words, where, literal=True)


def _copies(material: Material, report: Report) -> tuple[tuple[Said, ...], tuple[Gap, ...]]:
    records, found, gaps = material.knowledge.registry.licences, dict[str, Said](), dict[str, Gap]()
    held = material.lineage.licence_copies.get(material.release.key, ())
    for finding in due(material, report):
        source = material.lineage.artifacts.get(finding.source or "")
        if source is None or "ship-licence-copy" not in finding.what_to_do or not _bites(finding):
            continue
        for key in (one for one in source.licences if one in records):
            state = "shipped" if key in held else "to be shipped"
            found.setdefault(
                key, Said(f"{records[key].title} ({state}), for {source.name}", place_of(source))
            )
            if key not in held:
                line = f"license_copies: [{records[key].spdx or key}]"
                question = f"Does a copy of {records[key].title} go along?"
                gaps.setdefault(key, Gap(question, f"releases, {material.release.key}", line))
    return tuple(found.values()), tuple(gaps.values())
