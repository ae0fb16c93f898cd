"""What a finding waits for carries the number of the question that asks for it."""

from __future__ import annotations

from compliance.model.answered.finding import MissingFact
from compliance.model.answered.report import Question
from compliance.render.view.card import build_cards
from compliance.render.view.numbered import with_numbers
from tests.render import factories as make


def test_a_missing_fact_names_the_question_that_asks_for_it() -> None:
    waiting = make.waiting()
    other = MissingFact("step.period", "elsewhere", "When was it?")
    asked = Question(waiting.missing[0], (waiting.identity,), 1)
    report = make.report(waiting, questions=(Question(other, (), 0), asked))
    (card,) = with_numbers(build_cards(report), report)
    numbers = [one.number for one in card.questions]
    assert numbers[0] > 0
    assert report.questions[1].missing.question == waiting.missing[0].question


def test_what_no_question_asks_has_no_number() -> None:
    report = make.report(make.waiting(), questions=())
    (card,) = with_numbers(build_cards(report), report)
    assert {one.number for one in card.questions} == {0}
