"""Papers for readers: the data section of a model card, a customer's questionnaire, a sheet of facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.decide.disclose.answers import (
    Answers,
    all_of,
    of_publisher,
    of_release,
    of_source,
    place_of,
    shown,
    sized,
)
from compliance.decide.disclose.display import attribution
from compliance.decide.disclose.material import Data, Material
from compliance.model.answered.disclosure import Draft, Gap, Said, Topic
from compliance.model.answered.finding import Finding
from compliance.model.answered.report import COUNTED, Report
from compliance.model.declared.lineage import Artifact
from compliance.model.packs.truth import Position
from compliance.model.words.placeholder import THE_PUBLISHER

_WORD = {
    Position.BREACH: "likely to breach", Position.ARGUABLE: "arguable", Position.NEEDS_FACTS: "needs facts",
    Position.REMOTE: "remote", Position.NOT_COVERED: "not covered",
}  # fmt: skip
_MAKING = Gap(
    "How was it made, and did a model write or label any of it?", "artifacts",
    "documented: {where: …, generators: none}",
)  # fmt: skip


def model_card(material: Material, report: Report) -> Draft:
    """Draft the section of a card that tells of data, teachers and bases."""
    topics = (
        Topic("1", "Base", "Weights that it starts from.", tuple(
            Said(f"{one.name} ({one.licence_text or 'licence not stated'})", place_of(one))
            for one in material.bases.values())),
        Topic("2", "Training data", "Sets, licences and sizes.", *_sets(material, material.own())),
        Topic("3", "Machine-written data", "What was written by models, and by which.", tuple(
            Said(f"{one.artifact.name}: written by {', '.join(w.name for w in one.writers.values())}",
                 place_of(one.artifact)) for one in material.sources() if one.writers)),
        Topic("4", "Labels, scores and filters", "Models that shaped the data without writing it.", tuple(
            Said(f"{one.artifact.name}: {', '.join(w.name for w in one.shapers.values())}", place_of(one.artifact))
            for one in material.data.values() if one.shapers)),
        Topic("5", "Behind the base", "What is known of the data of weights that others trained.", tuple(
            Said(f"{one.artifact.name}, behind {one.through}", place_of(one.artifact))
            for one in material.sources() if one.through)),
    )  # fmt: skip
    basis = "Customary sections of model cards"
    return Draft("model-card", f"Data of {material.name}", material.release.key, basis, topics)


def _sets(material: Material, sets: Iterable[Data]) -> Answers:
    found = []
    for data in sets:
        one = data.artifact
        size = f", {sized(one)}" if one.tokens is not None else ""
        said = (Said(f"{one.name} ({one.licence_text or 'licence not stated'}{size})", place_of(one)),)
        gaps = (Gap(f"{one.name}: {_MAKING.question}", one.location or _MAKING.place, _MAKING.line),)
        found.append((said, gaps if one.making.state == "open" else ()))
    return all_of(found)


def questionnaire(material: Material, report: Report) -> Draft:
    """Answer what customers ask of a supplier, from the same facts."""
    writers = material.writers(material.sources()) | material.teachers
    built_on = [one for one in (*material.bases.values(), *writers.values()) if not one.made_here]
    open_ones = tuple(_finding(one) for one in report.open_findings() if one.release == material.release.key)
    topics = (
        Topic("1", "Which third-party models is it built on or trained with?", "Bases and teachers.", tuple(
            Said(f"{one.name} ({one.developer or one.provider or 'developer not stated'})", place_of(one))
            for one in built_on)),
        Topic("2", "From which countries do they come?", "Seats of their developers.",
              (Said(_countries(built_on), "registry and manifest"),)),
        Topic("3", "Was it trained on data of users or customers?", "User data.",
              *of_release(material, "release.user_data_used", "{value}")),
        Topic("4", "Does its data hold personal data?", "People in the data.",
              *all_of(of_source(material, d, "source.personal_data", "{value}") for d in material.own())),
        Topic("5", "Under which licence may we use it?", "Licence and access.", (
            Said(f"{material.release.license or material.target.licence_text or 'not stated'}, "
                 f"{material.release.access}", "release"),)),
        Topic("6", "What is open about the terms and licences behind it?", "Open points of the check.",
              open_ones or (Said(f"Nothing is open on the {report.gate} reading.", f"check of {report.as_of}"),)),
        Topic("7", "Is there a summary of training content?", "Publications.",
              *of_release(material, "release.training_summary", "{value}")),
    )  # fmt: skip
    title = f"Questions of customers about {material.name}"
    return Draft(
        "questionnaire", title, material.release.key, "Usual questions of buyers; no text sets them", topics
    )


def _countries(built_on: Sequence[Artifact]) -> str:
    """Seats of developers, and of which models none is known."""
    known = dict.fromkeys(place for one in built_on for place in one.country)
    open_ones = dict.fromkeys(one.name for one in built_on if not one.country)
    told = [", ".join(known)] if known else []
    told += [f"not known of {', '.join(open_ones)}"] if open_ones else []
    return "; ".join(told) or "none"


def _finding(finding: Finding) -> Said:
    source = f" ({finding.source_name})" if finding.source_name else ""
    return Said(
        f"{finding.title}{source}: {_WORD.get(finding.position, finding.position.value)}", finding.rule
    )


def fact_sheet(material: Material, report: Report) -> Draft:
    """Draft a sheet of facts for whoever asks officially: what is, from where, how known, what is not known."""
    publisher = material.lineage.releaser(material.release)
    release = material.release
    called = "not named" if publisher.name == THE_PUBLISHER else publisher.name
    about = [("Publisher", called), ("Kind", publisher.kind), ("Country", publisher.country),
             ("Release", material.name), ("Date", release.date), ("Licence", release.license),
             ("Access", release.access), ("Markets", release.markets), ("Channels", release.channels)]  # fmt: skip
    steps = [
        Said(
            f"{step.id}: {step.kind} by {material.lineage.party(step.by).name}"
            f"{f', {step.period}' if step.period else ''}",
            material.lineage.locations.get(f"step:{step.id}", "registry"),
        )
        for step in material.lineage.steps.values()
    ]
    screen = [one for one in report.findings if one.screens and one.own]
    credited = attribution(material, report).topics
    topics = (
        Topic("1", "What it is", "The release as stated.", tuple(
            Said(f"{label}: {shown(value)}", "manifest") for label, value in about if value)),
        *(Topic(f"2.{one.number}", one.title, one.asks, one.said) for one in credited if one.said),
        Topic("3", "What was done", "Steps in order.", tuple(steps)),
        Topic("4", "How services were reached", "Accounts, identity, regions, safeguards.",
              (Said(_access(screen), "access screen of the check"),)),
        Topic("5", "What texts bear on it", "Findings of rules in force that are not clear.", tuple(
            _finding(one) for one in report.findings
            if one.own and one.release == release.key and one.force in COUNTED and not one.everywhere
            and one.position in _WORD)),
        Topic("6", "What is not known", "Limits of this sheet.",
              tuple(Said(_for_others(one.sentence), "limits of the check") for one in report.limits),
              tuple(Gap(q.missing.question, q.missing.subject, q.missing.fact) for q in report.questions)),
        Topic("7", "Contact", "Who answers for this sheet.", *of_publisher(material, "publisher.contact")),
    )  # fmt: skip
    basis = "For a letter of an authority, committee or platform; facts and their sources, no argument"
    return Draft("fact-sheet", f"Facts on {material.name}", release.key, basis, topics)


def _for_others(sentence: str) -> str:
    """A sentence without the command that follows it: whoever reads the sheet does not run one."""
    told, sign, _ = sentence.partition("; `compliance ")
    return f"{told}." if sign else sentence


def _access(screen: list[Finding]) -> str:
    if not screen:
        return "No service was used to which the access screen speaks."
    if all(one.position in (Position.CLEAR, Position.NOT_APPLICABLE) for one in screen):
        return "Nothing in the manifest points to abuse of access."
    return "Points are open; they stand apart in the report of the check."
