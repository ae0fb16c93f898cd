"""The questions of a report: what decides something open, once for each kind, and those first that settle most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from compliance.model.finding import TEXT_NOT_HELD, Finding, MissingFact
from compliance.model.lineage import Artifact, Lineage
from compliance.model.report import Question
from compliance.model.truth import Position

NOTICES = ("release.notices", "release.license_copies")
MAKING = "source.making_explained"
_CONTENT = ("dataset", "document", "code")


def rank(findings: Sequence[Finding], lineage: Lineage) -> tuple[Question, ...]:
    """Questions of the publisher's own findings that count, those that settle most first.

    What ships with a release is one question for each release, and so is how its upstreams were made. Texts that the
    packs do not hold are nobody's to answer.
    """
    waiting: dict[MissingFact, list[Finding]] = {}
    for finding in findings:
        asks = finding.position is Position.NEEDS_FACTS and not finding.everywhere
        if finding.own and asks and finding.force != "proposed":
            for fact in finding.missing:
                if fact.fact != TEXT_NOT_HELD:
                    waiting.setdefault(fact, []).append(finding)
    questions = [*_shipped(waiting), *_made(waiting, lineage), *_stated(waiting, lineage)]
    return tuple(sorted(questions, key=lambda q: (-q.settles, -len(q.findings), q.missing)))


def _identities(findings: Iterable[Finding]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(dict.fromkeys(finding.identity for finding in findings))


def _settles(finding: Finding, fact: MissingFact) -> bool:
    return any(turn.kind == "fact" and turn.names == (fact.key,) for turn in finding.turns_on)


def _stated(waiting: dict[MissingFact, list[Finding]], lineage: Lineage) -> list[Question]:
    """One question for each fact that an entry of the manifest lacks, whichever of its names it is about."""
    entries: dict[tuple[str, str], dict[MissingFact, list[Finding]]] = {}
    for fact, given in waiting.items():
        if fact.fact not in (*NOTICES, MAKING):
            entry = fact.subject.partition("#")[0] if fact.subject in lineage.artifacts else fact.subject
            entries.setdefault((fact.fact, entry), {})[fact] = given
    questions = []
    for facts in entries.values():
        asked = next(iter(facts))
        if len(facts) > 1:
            names = [lineage.artifacts[fact.subject].name for fact in facts]
            asked = replace(asked, question=asked.question.replace(names[0], " and ".join(names), 1))
        given = list(dict.fromkeys(finding for found in facts.values() for finding in found))
        settled = sum(_settles(one, fact) for fact, found in facts.items() for one in found)
        questions.append(Question(asked, _identities(given), settled))
    return questions


def _shipped(waiting: dict[MissingFact, list[Finding]]) -> list[Question]:
    """One question for each release: which notices and licence copies ship, and for what they are due."""
    releases: dict[str, dict[MissingFact, list[Finding]]] = {}
    for fact, given in waiting.items():
        if fact.fact in NOTICES:
            releases.setdefault(fact.subject, {})[fact] = given
    questions = []
    for release, facts in releases.items():
        given = list(dict.fromkeys(finding for found in facts.values() for finding in found))
        due = ", ".join(dict.fromkeys(one.source_name for one in given if one.source_name)) or release
        asked = MissingFact(
            NOTICES[1],
            release,
            f"Which notices and licence texts ship with {release}? They are due for {due}.",
        )
        alone = [f for f in given if {fact.fact for fact in f.missing} <= set(NOTICES)]
        questions.append(Question(asked, _identities(given), len(alone)))
    return questions


def _made(waiting: dict[MissingFact, list[Finding]], lineage: Lineage) -> list[Question]:
    """One question for each release: how those of its upstreams were made of which nobody has said it."""
    releases: dict[str, list[tuple[MissingFact, Finding]]] = {}
    for fact, given in waiting.items():
        for finding in given if fact.fact == MAKING else ():
            releases.setdefault(finding.cause or finding.release, []).append((fact, finding))
    questions = []
    for pairs in releases.values():
        ordered = sorted(pairs, key=lambda pair: _urgency(lineage.artifacts[pair[0].subject], pair[1]))
        names = list(dict.fromkeys(_described(lineage.artifacts[fact.subject]) for fact, _ in ordered))
        first = ordered[0][0]
        asked = first
        if len(names) > 1:
            text = f"How were these made, and did a model or service write or label any of it: {'; '.join(names)}?"
            asked = replace(first, question=text)
        given = [finding for _, finding in ordered]
        questions.append(
            Question(asked, _identities(given), sum(_settles(one, fact) for fact, one in ordered))
        )
    return questions


def _urgency(artifact: Artifact, finding: Finding) -> tuple[int, str]:
    """A provider's word in the name comes first, then what was trained on, then weights, then the rest."""
    if artifact.making.hint:
        return 0, artifact.name
    trained_on = any(route.reach == "student" for route in finding.routes)
    if trained_on and artifact.kind in _CONTENT:
        return 1, artifact.name
    return (2 if artifact.kind == "model" else 3), artifact.name


def _described(artifact: Artifact) -> str:
    hint = f" (its name holds “{artifact.making.hint}”)" if artifact.making.hint else ""
    return f"{artifact.name}{hint}"
