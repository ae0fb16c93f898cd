"""What is alike is told once, and every number still agrees."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.model.answered.finding import MAKING, Finding, MissingFact
from compliance.model.answered.report import Question, Report
from compliance.render.view.answer import Answer
from compliance.render.view.report_view import build_view
from compliance.render.view.together import answers_together
from tests.render import factories as make

LICENCE = MissingFact("source.license", "s", "Which licence came with it?")


def _waiting(*sources: str) -> Report:
    found = [replace(make.waiting(), source=one, source_name=one, cause=f"licence@{one}") for one in sources]
    return make.report(*found, questions=(Question(LICENCE, tuple(one.identity for one in found), 1),))


def test_points_that_one_answer_settles_are_one_row_with_their_number_and_names() -> None:
    view = build_view(_waiting("dolma", "flan", "oscar"))
    (row,) = view.points
    assert (row.points, len(view.causes), view.open_words) == (3, 3, "3 points")
    assert row.title.endswith(" (3 points)")
    assert row.subject.startswith("dolma, flan and oscar → ")


def test_many_names_are_cut_and_counted() -> None:
    (row,) = build_view(_waiting(*(f"set-{number}" for number in range(9)))).points
    assert row.upstream == "set-0, set-1, set-2 and 6 more"


def test_points_of_two_rules_stay_apart() -> None:
    first = replace(make.waiting(), source="a", source_name="a", cause="x@a")
    other = replace(first, rule="other/rule", title="Another", source="b", source_name="b", cause="x@b")
    assert [row.points for row in build_view(make.report(first, other)).points] == [1, 1]


def _answer(name: str, sentence: str, limits: str = "", kind: str = "not-as-stated") -> Answer:
    return Answer(name, name, kind, sentence.format(name), limits)  # type: ignore[arg-type]


def test_answers_that_say_the_same_are_one() -> None:
    said = "{} should not go out as stated, because on every reading it falls under “What it is” (llama)."
    limits = "1 more point stands against it; notices, licence texts or its name are open too."
    (told,) = answers_together([_answer("m-7b", said, limits), _answer("m-7b-GGUF", said, limits)])
    assert told.sentence == (
        "m-7b and m-7b-GGUF should not go out as stated, because on every reading they fall under “What it is” "
        "(llama)."
    )
    assert (
        told.limits == "1 more point stands against them; notices, licence texts or their names are open too."
    )


def test_what_is_due_is_told_of_all_of_them() -> None:
    said = "Whether {} may go out cannot be said before this is settled: Who wrote it?"
    for one, all_of_them in (
        ("Its name is open too.", "Their names are open too."),
        (
            "1 point waits for facts; its name is open too.",
            "1 point waits for facts; their names are open too.",
        ),
        ("Notices and its name are open too.", "Notices and their names are open too."),
        ("Licence texts are open too.", "Licence texts are open too."),
    ):
        (told,) = answers_together([_answer(name, said, one, "unknown") for name in ("a", "b")])
        assert told.limits == all_of_them


def test_one_question_that_keeps_several_releases_waiting_is_put_once() -> None:
    said = "Whether {} may go out cannot be said before this is settled: How did lab/base come about, and who wrote it?"
    limits = "Notices, licence texts or its name are open too."
    (told,) = answers_together([_answer(name, said, limits, "unknown") for name in ("m-7b", "m-7b-GGUF")])
    assert (told.sentence, told.limits) == (
        said.format("m-7b and m-7b-GGUF"),
        "Notices, licence texts or their names are open too.",
    )


def test_answers_that_differ_or_speak_of_one_name_stay_apart() -> None:
    due = "{} may go out once its name begins with “Llama”."
    apart = [_answer("a", due, kind="once"), _answer("b", due, kind="once")]
    fine = "{} may go out as stated, on the ordinary (plain) reading."
    apart += [_answer("c", fine, kind="as-stated"), _answer("d", fine, "1 finding is accepted.", "as-stated")]
    assert answers_together(apart) == tuple(apart)


def _lacking(fact: str, *sources: str) -> list[Finding]:
    missing = (MissingFact(fact, "s", "What is it?"),)
    plain = replace(
        make.waiting(), missing=missing, answers=(), turns_on=(), what_to_do=("replace-input",), clauses=()
    )
    return [
        replace(plain, source=one, source_name=one, rule=fact, title=fact, cause=f"{fact}:{one}@olmo")
        for one in sources
    ]


def _report_of(*findings: Finding) -> Report:
    asked = {
        one.missing[0]: [each.identity for each in findings if each.missing == one.missing]
        for one in findings
    }
    questions = tuple(Question(fact, tuple(waiting), 1) for fact, waiting in asked.items())
    return make.report(*findings, questions=questions)


def test_what_is_not_known_of_one_source_is_one_row_that_lists_it() -> None:
    report = _report_of(*_lacking("source.license", "rows"), *_lacking(MAKING, "rows"))
    (row,) = build_view(report).points
    assert (row.title, row.points) == ("A source whose licence and making are not known (2 points)", 2)
    assert row.do == "answer questions 1 and 2, or replace the input"


def test_the_same_of_several_sources_is_one_row() -> None:
    made = replace(_lacking(MAKING, "more")[0], cause=f"{MAKING}@olmo")
    also = replace(made, source="rows", source_name="rows")
    report = _report_of(*_lacking("source.license", "rows", "more"), made, also)
    (row,) = build_view(report).points
    assert (row.title, row.points) == ("Sources whose licence and making are not known (3 points)", 3)


def test_what_is_not_known_of_other_sources_stays_apart() -> None:
    report = _report_of(*_lacking("source.license", "rows"), *_lacking(MAKING, "more"))
    assert [row.points for row in build_view(report).points] == [1, 1]


@pytest.mark.parametrize(
    "changes",
    [
        {"missing": (MissingFact("source.license", "s", "?"), MissingFact("release.access", "olmo", "How?"))},
        {"clauses": make.waiting().clauses},
        {"family": "label-conflict"},
    ],
)
def test_what_waits_for_more_than_what_a_source_is_stays_apart(changes: dict[str, Any]) -> None:
    (licence,) = _lacking("source.license", "rows")
    report = _report_of(replace(licence, **changes), *_lacking(MAKING, "rows"))
    assert [row.points for row in build_view(report).points] == [1, 1]
