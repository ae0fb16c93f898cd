"""The questions of a report: what decides something open, once for each kind, and those first that settle most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from compliance.model.answered.cause import WEIGHT, stops_of
from compliance.model.answered.finding import MAKING, TEXT_NOT_HELD, Finding, MissingFact
from compliance.model.answered.making_asked import note_question
from compliance.model.answered.report import AnswerLine, Question, answer_in
from compliance.model.declared.lineage import ADDED, Lineage
from compliance.model.packs.truth import SCALE, Position
from compliance.summarise.described import described, urgency
from compliance.summarise.leave import asked_with_leave, licence_first, licences_beside, none_by_itself
from compliance.summarise.lines import Facts, disputed_entry, joined, lines_for, lines_of_duties
from compliance.values import replace

NOTICES = ("release.notices", "release.license_copies")
GENERAL = ("source.copyright_basis", "source.origin", "source.rights_cleared")
"""Facts that are asked of any gathered data in the same way: one question, whichever entries it is about."""
TOGETHER = (*GENERAL, "source.license", "source.grant_shown", "source.teachers_cleared")
"""Facts that are asked once for all entries that lack them."""
SETTLED = "source.record_settled"
"""What is asked of a thing of which the manifest and the registry say different things, its licence among them."""
LATER = ("release.markets", "publisher.monthly_users", "publisher.revenue")
"""Facts of the publisher at large, which many laws and licences ask for."""
MOST_NAMED = 3
"""How many upstreams, or releases, a question names at once."""
_CONTENT = ("dataset", "document", "code")
_WRITTEN = {"yes": "true", "no": "false"}
"""How a manifest writes an answer."""


def rank(
    findings: Sequence[Finding], lineage: Lineage, facts: Facts = MappingProxyType({})
) -> tuple[Question, ...]:
    """Questions of the publisher's own findings that count, the hardest-hitting first.

    What ships with a release is one question for each release, and so is how its upstreams were made. Texts that the
    packs do not hold are nobody's to answer. What is specific to this release comes before what is asked of every
    crawl; then what is at stake decides, then what it would stop, then how many findings an answer settles.
    """
    waiting: dict[MissingFact, list[Finding]] = {}
    for finding in findings:
        asks = finding.position is Position.NEEDS_FACTS and not finding.everywhere
        if finding.own and asks and finding.force != "proposed":
            for fact in finding.missing:
                if fact.fact != TEXT_NOT_HELD:
                    waiting.setdefault(fact, []).append(finding)
    questions = [
        *_shipped(waiting, lineage), *_made(waiting, lineage, facts), *_stated(waiting, lineage, facts),
    ]  # fmt: skip
    stakes = {finding.identity: (SCALE.index(finding.high), -stops_of(finding)) for finding in findings}
    by_identity = {finding.identity: finding for finding in findings}
    ordered = _once(sorted(questions, key=lambda question: _weight(question, stakes)))
    return tuple(_harshest_first(question, by_identity) for question in ordered)


def _harshest_first(question: Question, findings: Mapping[tuple[str, str, str, str], Finding]) -> Question:
    """The question whose lines print, of several answers, the one that helps least: no paste clears by accident."""
    led: dict[str, list[Sequence[tuple[str, Position]]]] = {}
    for identity in question.findings:
        for answer in findings[identity].answers:
            if answer.by_value:
                led.setdefault(answer.missing.fact, []).append(answer.by_value)
    weights: dict[str, dict[str, tuple[int, int]]] = {}
    lines = []
    for line in question.lines:
        # Thousands of lines may say the same, of one thing each: what their answers weigh is counted once for all.
        fact = named if (named := f"source.{line.path[-1]}") in led else question.missing.fact
        if fact not in weights:
            weights[fact] = _weighed(
                one for each in {question.missing.fact, fact} for one in led.get(each, ())
            )
        lines.append(_ordered(line, weights[fact]))
    return replace(question, lines=tuple(lines))


def _weighed(led: Iterable[Sequence[tuple[str, Position]]]) -> dict[str, tuple[int, int]]:
    """How little each answer helps, by the value that says it."""
    weights: dict[str, tuple[int, int]] = {}
    for by_value in led:
        for place, (value, position) in enumerate(by_value):
            heavy, early = weights.get(value := _WRITTEN.get(value, value), (len(WEIGHT), 0))
            weights[value] = min(heavy, WEIGHT.index(position)), early + place
    return weights


def _ordered(line: AnswerLine, weights: Mapping[str, tuple[int, int]]) -> AnswerLine:
    answers = (line.value, *line.options)
    if not line.options or not {answer_in(one) for one in answers} <= set(weights):
        return line
    first, *others = sorted(answers, key=lambda one: weights[answer_in(one)])
    return replace(line, value=first, options=tuple(others))


def _once(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions in their order; facts that the same lines state are one question, asked as the first of them."""
    kept: dict[object, Question] = {}
    for one in questions:
        # How things were made is asked for each release.
        apart = one.missing.fact == MAKING or not one.lines
        places = (one.missing, one.findings) if apart else tuple(line.path for line in one.lines)
        first = kept.get(places)
        if first is not None:
            findings = tuple(dict.fromkeys((*first.findings, *one.findings)))
            one = replace(first, findings=findings, settles=min(first.settles + one.settles, len(findings)))
        kept[places] = one
    return tuple(kept.values())


def _weight(
    question: Question, stakes: Mapping[tuple[str, str, str, str], tuple[int, int]]
) -> tuple[object, ...]:
    fact = question.missing.fact
    later = fact in (*NOTICES, MAKING) and not question.missing.of_base
    general = 2 if fact in GENERAL or fact in LATER else 1 if later else 0
    stake, stops = max((stakes[one] for one in question.findings), default=(0, 0))
    return (general, -stake, -stops, -question.settles, -len(question.findings), question.missing)


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    """Each of them once, by what makes it the same; what it says need not be put into words for that."""
    told: dict[tuple[str, str, str, str], Finding] = {}
    for one in findings:
        told.setdefault(one.identity, one)
    return list(told.values())


def _identities(findings: Iterable[Finding]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(dict.fromkeys(finding.identity for finding in findings))


def _settles(finding: Finding, fact: MissingFact) -> bool:
    return any(turn.kind == "fact" and turn.names == (fact.key,) for turn in finding.turns_on)


def _stated(waiting: dict[MissingFact, list[Finding]], lineage: Lineage, facts: Facts) -> list[Question]:
    """One question for each fact that an entry of the manifest lacks, whichever of its names it is about."""
    entries: dict[tuple[str, ...], dict[MissingFact, list[Finding]]] = {}
    beside = licences_beside(fact for fact in waiting if not disputed_entry(fact, lineage, facts))
    for fact, given in waiting.items():
        if fact.fact not in (*NOTICES, MAKING):
            entry = fact.subject.partition("#")[0] if fact.subject in lineage.artifacts else fact.subject
            together = fact.fact in TOGETHER and fact.subject in lineage.artifacts
            disputed = disputed_entry(fact, lineage, facts)
            # What is quoted of one thing is no question about another.
            lead, also = (beside[fact], ["leave"]) if fact in beside else (fact, [])
            asks = lead.question.replace(_name(fact.subject, lineage), "", 1) if together else entry
            one = (SETTLED, disputed) if disputed else (lead.fact, asks, *also)
            entries.setdefault(one, {})[fact] = given
    questions = []
    for (kind, entry, *_), group in entries.items():
        alike = [fact for fact in group if fact.fact == kind]
        asked = alike[0] if alike else _of_dispute(entry, lineage, facts)
        names = list(dict.fromkeys(_name(fact.subject, lineage) for fact in alike))
        if len(names) > 1:
            asked = replace(asked, question=asked.question.replace(names[0], _and(names), 1))
        asked = asked_with_leave(asked, [*group])
        given = _each_once(finding for found in group.values() for finding in found)
        settled = {one.identity for fact, found in group.items() for one in found if _settles(one, fact)}
        lines = joined([lines_for(fact, lineage, facts) for fact in licence_first(group)])
        questions.append(Question(asked, _identities(given), len(settled), none_by_itself(lines)))
    return questions


def _of_dispute(entry: str, lineage: Lineage, facts: Facts) -> MissingFact:
    """What is missing where the licence of a thing is asked of which the registry says otherwise."""
    artifact = lineage.artifacts[entry]
    text = facts[SETTLED].question if SETTLED in facts else "What shows that {subject} is so ({why})?"
    words = text.replace("{subject}", artifact.name).replace("{why}", artifact.disputes)
    return MissingFact(SETTLED, entry, words)


def _name(subject: str, lineage: Lineage) -> str:
    return lineage.artifacts[subject].name if subject in lineage.artifacts else subject


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _shortened(names: Sequence[str]) -> list[str]:
    left = len(names) - MOST_NAMED
    return [*names] if left <= 0 else [*names[: MOST_NAMED - 1], f"{left + 1} more"]


def _works(keys: Sequence[str], names: Sequence[str], lineage: Lineage) -> str:
    """Releases in a few words: by their names, or all of them together."""
    if len(keys) > 1 and {one.key for one in lineage.releases} <= set(keys):
        return "both releases" if len(keys) == 2 else f"all {len(keys)} releases"
    return _and(_shortened(names))


def _shipped(waiting: dict[MissingFact, list[Finding]], lineage: Lineage) -> list[Question]:
    """One question for each work: which notices and licence copies ship with it, and for what they are due."""
    works: dict[str, dict[MissingFact, list[Finding]]] = {}
    names = {one.key: one.name for one in lineage.releases if one.name}
    for fact, given in waiting.items():
        for finding in given if fact.fact in NOTICES else ():
            works.setdefault(finding.cause or fact.subject, {}).setdefault(fact, []).append(finding)
    questions = []
    for facts in works.values():
        given = _each_once(finding for found in facts.values() for finding in found)
        releases = list(dict.fromkeys(fact.subject for fact in facts))
        named = list(dict.fromkeys(names.get(one, one) for one in releases))
        due = ", ".join(dict.fromkeys(one.source_name for one in given if one.source_name)) or named[0]
        asked = MissingFact(
            NOTICES[1],
            releases[0],
            f"Which notices and licence texts ship with {_works(releases, named, lineage)}? They are due for {due}.",
        )
        alone = [f for f in given if {fact.fact for fact in f.missing} <= set(NOTICES)]
        behind: dict[str, list[Finding]] = {}
        for finding in given:
            behind.setdefault(finding.release, []).append(finding)
        lines = joined([lines_of_duties(one, behind.get(one, ()), lineage) for one in releases])
        questions.append(Question(asked, _identities(given), len(alone), lines))
    return questions


def _made(waiting: dict[MissingFact, list[Finding]], lineage: Lineage, facts: Facts) -> list[Question]:
    """One question for each release: how those of its upstreams were made of which nobody has said it.

    From which weights training went on is a question of its own for each step.
    """
    releases: dict[str, list[tuple[MissingFact, Finding]]] = {}
    questions = []
    for fact, given in waiting.items():
        if fact.of_base:
            settled = sum(_settles(one, fact) for one in given)
            questions.append(
                Question(fact, _identities(given), settled, joined([lines_for(fact, lineage, facts)]))
            )
            continue
        # A rule that is asked of a release may name a fact of a source; that is of no artifact.
        for finding in given if fact.fact == MAKING and fact.subject in lineage.artifacts else ():
            releases.setdefault(finding.cause or finding.release, []).append((fact, finding))
    for pairs in releases.values():
        pairs.sort(key=lambda pair: urgency(lineage.artifacts[pair[0].subject], pair[1]))
        parts = _parts_of({fact.subject for fact, _ in pairs}, lineage)
        ordered = [pair for pair in pairs if pair[0].subject not in parts]
        asked_of = [lineage.artifacts[fact.subject] for fact, _ in ordered]
        names = described(asked_of, lineage)
        first = ordered[0][0]
        asked = first
        if len(names) > 1:
            told = f": {'; '.join(names)}" if len(names) > MOST_NAMED else ""
            some = _and(_shortened(names))
            text = f"How did {some} come about, and did a model or service write or label any of it{told}?"
            noted = [note for one in asked_of for note in one.making.noted]
            asked = replace(first, question=note_question(text, noted, more=bool(told)) if noted else text)
        given = [finding for _, finding in pairs]
        lines = joined([lines_for(fact, lineage, facts) for fact, _ in ordered])
        settled = sum(_settles(one, fact) for fact, one in pairs)
        questions.append(Question(asked, _identities(given), settled, lines))
    return questions


def _parts_of(asked: set[str], lineage: Lineage) -> set[str]:
    """Parts of a whole that is asked about too: what is said of how it was made holds of them."""
    return {
        item.artifact
        for step in lineage.steps.values()
        for whole, sign, _ in (step.id.partition(f"{ADDED}parts"),)
        if sign and whole in asked
        for given in step.inputs.values()
        for item in given
        if item.artifact.startswith(f"{whole}{ADDED}")
    }
