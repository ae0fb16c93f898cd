"""Questions one can answer: where to write, what each answer leads to, who would know."""

from __future__ import annotations

from dataclasses import replace

from compliance.model.answered.finding import Answered
from compliance.model.answered.report import AnswerLine, Question
from compliance.model.packs.truth import Position
from compliance.render.view.questions import build_questions
from tests.render import factories as make

LINE = AnswerLine(("artifacts", "gpt-4.1", "route"), "direct", ("azure", "bedrock"), "lineage.yaml:12:3")


def _waiting(*by_value: tuple[str, Position]) -> tuple[object, Question]:
    answered = Answered(make.CHANNEL, Position.CLEAR, Position.ARGUABLE, by_value)
    finding = replace(make.waiting(), missing=(make.CHANNEL,), answers=(answered,))
    return finding, Question(make.CHANNEL, (finding.identity,), 1, (LINE,))


def test_a_question_gives_the_line_to_write_and_its_place() -> None:
    finding, question = _waiting()
    (item,) = build_questions(make.report(finding, questions=(question,))).items  # type: ignore[arg-type]
    assert [(str(line), line.place) for line in item.lines] == [
        ("artifacts.gpt-4.1.route: direct   # or azure, bedrock", "lineage.yaml:12:3")
    ]
    assert item.who == "whoever ran the calls"


def test_a_question_says_what_each_answer_leads_to() -> None:
    finding, question = _waiting(
        ("direct", Position.ARGUABLE), ("azure", Position.CLEAR), ("bedrock", Position.CLEAR)
    )
    (item,) = build_questions(make.report(finding, questions=(question,))).items  # type: ignore[arg-type]
    assert (item.effect, item.by_answer) == ("direct: arguable; azure, bedrock: clear", True)


def test_answers_that_are_not_listed_are_told_by_the_best_and_the_worst() -> None:
    finding, question = _waiting()
    (item,) = build_questions(make.report(finding, questions=(question,))).items  # type: ignore[arg-type]
    assert (item.effect, item.by_answer) == (
        "clear if the answer favours the release, arguable if not",
        False,
    )


def test_what_bears_on_nothing_open_comes_last_and_is_not_counted() -> None:
    finding, question = _waiting()
    other = replace(make.waiting(), own=False, rule="other/rule")
    idle = Question(make.PERIOD, (other.identity,), 1)
    asked = build_questions(make.report(finding, other, questions=(idle, question)))  # type: ignore[arg-type]
    assert [item.weighs for item in asked.items] == [True, False]
    assert asked.weighing == asked.items[:1]
    assert asked.lead == "This answer settles 1 finding."


def test_a_free_text_is_marked_as_an_example() -> None:
    line = AnswerLine(("artifacts", "rows", "license"), "Apache-2.0")
    finding, question = _waiting()
    report = make.report(finding, questions=(replace(question, lines=(line,)),))  # type: ignore[arg-type]
    (item,) = build_questions(report).items
    assert str(item.lines[0]) == "artifacts.rows.license: Apache-2.0   # write what holds"
