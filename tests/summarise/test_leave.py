"""Of a source of which the licence is asked, a permission is asked in the same breath."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from compliance import pipeline
from compliance.model.answered.finding import MissingFact
from compliance.model.answered.report import AnswerLine, Question
from compliance.model.declared.lineage import Artifact
from compliance.summarise.leave import none_by_itself
from compliance.summarise.questions import rank
from tests.summarise.test_questions import _finding, _lineage

LICENCE, LEAVE = "source.license", "source.grant_shown"
ROWS, MORE = (Artifact(key, "dataset", f"lab/{key}") for key in ("rows", "more"))


def _asked(fact: str, key: str) -> MissingFact:
    text = {LICENCE: "Which licence came with lab/{}?", LEAVE: "Is there a permission for lab/{}?"}[fact]
    return MissingFact(fact, key, text.format(key))


def _questions(*asked: tuple[str, Sequence[str]]) -> list[Question]:
    findings = [
        _finding(key, _asked(fact, key), rule=f"{key}/{fact}") for key, facts in asked for fact in facts
    ]
    return list(rank(findings, _lineage(ROWS, MORE), pipeline.load_packs().facts))


def test_licence_and_permission_of_one_source_are_one_question() -> None:
    (question,) = _questions(("rows", (LEAVE, LICENCE)))
    assert question.missing.question == (
        "Which licence came with lab/rows, or which written permission is there?"
    )
    assert [line.path[-1] for line in question.lines] == ["license", "grant_shown"]
    assert len(question.findings) == 2


def test_sources_of_which_the_same_is_missing_are_asked_together() -> None:
    (question,) = _questions(("rows", (LEAVE, LICENCE)), ("more", (LEAVE, LICENCE)))
    assert question.missing.question.startswith("Which licence came with lab/rows and lab/more, or which")
    assert [line.path[1:] for line in question.lines] == [
        ("rows", "license"),
        ("more", "license"),
        ("rows", "facts", "grant_shown"),
        ("more", "facts", "grant_shown"),
    ]


def test_a_source_that_is_known_to_have_no_licence_is_asked_for_the_permission_alone() -> None:
    questions = _questions(("rows", (LEAVE, LICENCE)), ("more", (LEAVE,)))
    assert sorted(one.missing.question for one in questions) == [
        "Is there a permission for lab/more?",
        "Which licence came with lab/rows, or which written permission is there?",
    ]


def test_a_licence_alone_is_asked_alone() -> None:
    (question,) = _questions(("rows", (LICENCE,)))
    assert question.missing.question == "Which licence came with lab/rows?"


@pytest.mark.parametrize(
    ("place", "field", "value"),
    [
        ("artifacts", "grant_shown", "false"),
        ("artifacts", "other", "true"),
        ("releases", "grant_shown", "true"),  # what is released without a licence is asked for just that
    ],
)
def test_no_line_says_by_itself_that_there_is_a_permission(place: str, field: str, value: str) -> None:
    (line,) = none_by_itself([AnswerLine((place, "rows", "facts", field), "true", ("false",))])
    assert line.value == value
