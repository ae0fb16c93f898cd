"""The to-do list of facts: which answers to give first, and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.model.finding import Finding
from compliance.model.report import Question, Report
from compliance.render.view.card import outcome_words
from compliance.render.view.words import clean, count


@dataclass(frozen=True, slots=True)
class RankedQuestion:
    """One missing fact and what its answer is worth."""

    question: str
    subject: str
    fact: str
    worth: str
    effect: str
    weighs: bool
    """Whether a finding waits for it that keeps the check from passing."""


@dataclass(frozen=True, slots=True)
class Questions:
    """The to-do list of facts, most useful first."""

    lead: str
    items: tuple[RankedQuestion, ...]


def build_questions(report: Report) -> Questions:
    """Word the questions in the order in which the report ranks them."""
    settled = {identity for question in report.questions for identity in question.findings}
    asked = len(report.questions)
    lead = ""
    if asked:
        verb = ("This answer settles", "These {} answers settle")[asked > 1].format(asked)
        lead = f"{verb} {count(len(settled), 'finding')}."
    by_identity = {finding.identity: finding for finding in report.findings}
    return Questions(lead, tuple(_question(question, by_identity, report) for question in report.questions))


def _question(
    question: Question, findings: dict[tuple[str, str, str, str], Finding], report: Report
) -> RankedQuestion:
    waiting = [findings[identity] for identity in question.findings if identity in findings]
    answers = [
        answer
        for finding in waiting
        for answer in finding.answers
        if answer.missing.key == question.missing.key
    ]
    total = len(question.findings)
    worth = f"settles {question.settles} of the {count(total, 'finding')} that wait for it"
    if question.settles == total:
        worth = f"settles {count(total, 'finding')}"
    elif question.settles == 0:
        worth = f"helps with {count(total, 'finding')}"
    return RankedQuestion(
        question=clean(question.missing.question),
        subject=clean(question.missing.subject),
        fact=clean(question.missing.fact),
        worth=worth,
        effect=outcome_words(tuple(answers)),
        weighs=any(report.is_open(finding) for finding in waiting),
    )
