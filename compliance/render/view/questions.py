"""The to-do list of facts: what to find out first, who would know, where to write it, and what each answer leads to."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from compliance.model.answered.finding import Answered, Finding, MissingFact
from compliance.model.answered.report import AnswerLine, Question, Report, answer_in
from compliance.model.packs.truth import SCALE, Position
from compliance.model.words.placeholder import FILL_IN
from compliance.patterns import regex
from compliance.render.view.brought import brought, brought_in_short
from compliance.render.view.card import outcome_words
from compliance.render.view.numbers import by_number
from compliance.render.view.words import POSITION_WORD, clean, count, listed
from compliance.values import dataclass

OPTIONS_NAMED = 4
OF_LINES = "lines for the manifest, # what they lead to"
"""What is told of the lines beside the questions."""
_TOLD_OTHERWISE = ("source.record_settled", "source.making_explained", "release.grant_shown")
"""Facts that are true or false, and are told in a manifest in other words."""
SHIPPED = ("release.notices", "release.license_copies")
_NO_PLAIN_KEY = regex(r":(\s|$)|\s#")
"""What a key may not hold in YAML without quotation marks."""
_NOTES = {
    "documented": "where: the page or paper that says it; generators: none, or [names of models]",
    "against_record": "because: also separate-licence or record-wrong; where: an address or a commit",
    "license_copies": "once they ship",
    "notices": "once they are shown",
    "terms": "or [licences or providers whose limits they pass on]",
}
"""What is told behind answers of several parts, and behind words that have to ship first."""
_NO_MODEL = (
    "where: the page or paper that says it; generators: none if no model wrote any of it and nothing of others is in "
    "it, else [names of models]"
)
"""What is told behind an answer of which one part stands there already."""
_WRITTEN = {"yes": "true", "no": "false"}
"""How a manifest writes an answer."""


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line to write into the manifest."""

    place: str
    """file:line:col of the entry; empty where the entry is not there yet."""
    text: str
    """The path of keys and a possible answer, as YAML."""
    note: str
    """The other answers; for a free text, that it is an example."""

    def __str__(self) -> str:
        return f"{self.text}   # {self.note}" if self.note else self.text


@dataclass(frozen=True, slots=True)
class RankedQuestion:
    """One missing fact and what its answer is worth."""

    question: str
    subject: str
    fact: str
    worth: str
    effect: str
    by_answer: bool
    """Whether the effect tells every possible answer."""
    brief: str
    """The effect in few words."""
    brings: str
    """What answers that help bring in turn, in few words; empty where they bring nothing, or were not tried."""
    weighs: bool
    """Whether a finding waits for it that keeps the check from passing."""
    who: str
    """Who would know."""
    lines: tuple[WrittenLine, ...]
    whole: bool = False
    """Whether its lines hold together only: an entry, and the input that names it."""


@dataclass(frozen=True, slots=True)
class Questions:
    """The to-do list of facts, most useful first."""

    lead: str
    items: tuple[RankedQuestion, ...]
    scope: str = OF_LINES
    """How the lines are meant."""

    @property
    def weighing(self) -> tuple[RankedQuestion, ...]:
        """Those that decide something open; they come first."""
        return tuple(item for item in self.items if item.weighs)


_KNOWS = (
    ("release.notices", "whoever packs the release"),
    ("release.license_copies", "whoever packs the release"),
    ("release.", "whoever publishes the release"),
    ("source.route", "whoever ran the calls"),
    ("source.plan", "whoever ran the calls"),
    ("step.", "whoever ran the step"),
    ("party.accepted", "whoever holds the account or took the licence"),
    ("party.permission", "whoever signs contracts"),
    ("source.copyright_basis", "counsel, with whoever gathered the data"),
    ("source.license", "whoever obtained it, from its card or LICENSE file"),
    ("source.making_explained", "its publisher: card, paper or README"),
    ("source.", "whoever obtained it, or its publisher"),
    ("publisher.", "management or finance"),
    ("party.", "that party, or whoever deals with it"),
    ("model.", "whoever trained it"),
)
"""Beginnings of facts, and who would know them; the first that fits counts."""


def in_order(report: Report) -> tuple[Question, ...]:
    """The questions in the order of their ranks, those that bear on nothing open last."""
    by_identity = {finding.identity: finding for finding in report.findings}
    return tuple(sorted(report.questions, key=lambda one: not _weighs(one, by_identity, report)))


def asked_of(report: Report) -> dict[tuple[str, str, str, str], list[int]]:
    """By the identity of a finding, the numbers of the questions that bear on it, the first one first."""
    numbers: dict[tuple[str, str, str, str], list[int]] = {}
    for number, question in enumerate(in_order(report), 1):
        for identity in dict.fromkeys(question.findings):
            numbers.setdefault(identity, []).append(number)
    return numbers


def build_questions(report: Report) -> Questions:
    """Word the questions."""
    by_identity = {finding.identity: finding for finding in report.findings}
    ordered = in_order(report)
    items = tuple(_question(question, by_identity, report) for question in ordered)
    asked = [q for q, item in zip(ordered, items, strict=True) if item.weighs]
    settled = {identity for question in asked for identity in question.findings}
    lead = ""
    if asked:
        verb = ("This answer settles", "These {} answers settle")[len(asked) > 1].format(len(asked))
        lead = f"{verb} {count(len(settled), 'finding')}."
    untried = sum(question.untried for question in asked)
    if untried:
        lead += f" What further points answers open was not tried for {untried} of them, for the size of the manifest."
    return Questions(lead, items)


def _weighs(question: Question, findings: dict[tuple[str, str, str, str], Finding], report: Report) -> bool:
    return any(report.is_open(findings[one]) for one in question.findings if one in findings)


def _question(
    question: Question, findings: dict[tuple[str, str, str, str], Finding], report: Report
) -> RankedQuestion:
    waiting = [findings[identity] for identity in question.findings if identity in findings]
    answers = [
        answer
        for finding in waiting
        for answer in finding.answers
        if answer.missing.fact == question.missing.fact and _same_entry(answer, question)
    ]
    total = len(question.findings)
    worth = f"settles {question.settles} of the {count(total, 'finding')} that wait for it"
    if question.settles == total:
        worth = f"settles {count(total, 'finding')}"
    elif question.settles == 0:
        worth = f"helps with {count(total, 'finding')}"
    by_answer = _by_answer(answers)
    effect = by_answer or _of_all(question, waiting) or _of_licence(question) or outcome_words(tuple(answers))
    effect = _of_record(effect) if question.missing.fact == "source.record_settled" else effect
    effect = _of_label(effect) if question.missing.fact == "release.license" else effect
    brings = brought(question)
    brief = _brief(effect)
    if brings:
        effect = f"{effect}; but {brings}"
    return RankedQuestion(
        question=clean(question.missing.question),
        subject=clean(question.missing.subject),
        fact=clean(question.missing.fact),
        worth=worth,
        effect=effect,
        by_answer=bool(by_answer),
        brief=brief,
        brings=brought_in_short(question),
        weighs=_weighs(question, findings, report),
        who=_who(question.missing),
        lines=tuple(_line(line) for line in question.lines),
        whole=question.missing.of_base,
    )


def _who(missing: MissingFact) -> str:
    """Who would know; from which weights training went on is known to whoever trained."""
    fact = "step." if missing.of_base else missing.fact
    return next((who for start, who in _KNOWS if fact.startswith(start)), "")


def _of_all(question: Question, waiting: Sequence[Finding]) -> str:
    """What all the lines of a question on notices and licence texts lead to together; each alone settles little."""
    if question.missing.fact not in SHIPPED or not waiting:
        return ""
    best = max((finding.low for finding in waiting), key=SCALE.index)
    worst = max((finding.high for finding in waiting), key=SCALE.index)
    return f"{POSITION_WORD[best]} if all of it ships, {POSITION_WORD[worst]} if not"


def _of_licence(question: Question) -> str:
    """A licence that is known clears what waits for it, and asks things of its own."""
    asked = question.missing.fact == "source.license"
    return "clear once it is known; what that licence asks counts then" if asked else ""


def _of_record(effect: str) -> str:
    """What it leads to that something shows the manifest to be right and the registry wrong."""
    if not effect:
        return "what the stated licence asks counts if something does, what the recorded one asks if not"
    return re.sub(r" if (the answer favours the release|so)\b", " if something does", effect)


def _of_label(effect: str) -> str:
    """What it leads to under which licence the release goes out; which one, no yes or no answers.

    >>> _of_label("clear if the answer favours the release, arguable if not")
    'clear under one that fits, arguable under another'
    """
    return re.sub(
        r" if the answer favours the release, (.*) if not$", r" under one that fits, \1 under another", effect
    )


def _brief(effect: str) -> str:
    """The effect of an answer without what goes without saying.

    >>> _brief("clear if the answer favours the release, arguable if not")
    'clear if so, arguable if not'
    """
    return effect.replace(" if the answer favours the release,", " if so,")


def _same_entry(answer: Answered, question: Question) -> bool:
    return answer.missing.key == question.missing.key or len(question.lines) > 1


def _line(line: AnswerLine) -> WrittenLine:
    key = ".".join(line.path)
    if _NO_PLAIN_KEY.search(key):
        key = json.dumps(key, ensure_ascii=False)
    return WrittenLine(clean(line.location or ""), clean(f"{key}: {line.value}"), _note(line))


def _note(line: AnswerLine) -> str:
    """What else could stand there, or what to write."""
    if line.options:
        options = [clean(answer_in(one)) for one in line.options]
        left = len(options) - OPTIONS_NAMED
        return f"or {', '.join(options if left <= 0 else [*options[:OPTIONS_NAMED], '…'])}"
    field = line.path[-1]
    if field in _NOTES:
        return _NO_MODEL if field == "documented" and "generators: none" in line.value else _NOTES[field]
    if line.example and line.value.count(FILL_IN) == 1:
        before, after = line.value.split(FILL_IN)
        return f"such as {clean(line.example.removeprefix(before).removesuffix(after))}"
    return "" if line.value.startswith("[") else "write what holds"


def _by_answer(given: Sequence[Answered]) -> str:
    """What each possible answer leads to; empty where they are not listed, or all lead to the same."""
    if numbers := by_number(given):
        return numbers
    leads: dict[str, set[Position]] = {}
    for answer in given:
        for value, position in answer.by_value:
            leads.setdefault(_WRITTEN.get(value, value), set()).add(position)
    ends = {frozenset(positions) for positions in leads.values()}
    if len(ends) < 2 or any(not answer.by_value for answer in given):
        return ""
    by_end: dict[str, list[str]] = {}
    for value, positions in leads.items():
        told = listed([POSITION_WORD[one] for one in POSITION_WORD if one in positions], "or")
        by_end.setdefault(told, []).append(clean(value))
    if given[0].missing.fact in _TOLD_OTHERWISE:
        return ", ".join(
            f"{told} if {'so' if 'true' in values else 'not'}" for told, values in by_end.items()
        )
    return "; ".join(f"{', '.join(values)}: {told}" for told, values in by_end.items())
