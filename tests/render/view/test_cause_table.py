"""A row for each cause, the heaviest first: what, why, on whose reading, what to do, and who can do it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.model.answered.finding import MAKING, Duty, MissingFact, NotCovered
from compliance.model.answered.making_asked import base_question
from compliance.model.answered.report import ArtifactInfo, Question
from compliance.model.packs.truth import Readings, Truth
from compliance.model.words.placeholder import told_as_unfilled
from compliance.render.view.cause_table import WHY_WORDS, build_causes
from compliance.render.view.report_view import build_view
from tests.render import factories as make


def test_the_heaviest_comes_first_and_what_is_not_open_last() -> None:
    rows = build_causes(
        make.report(make.remote(), make.waiting(), make.finding(make.BREACHING, cause="b@olmo"))
    )
    assert [(row.position.value, row.open) for row in rows] == [
        ("breach", True),
        ("needs-facts", True),
        ("remote", False),
    ]


def test_what_may_be_a_breach_comes_before_what_is_at_most_arguable() -> None:
    light = make.finding(make.UNDECIDED, cause="a@olmo", rule="a/a")
    heavy = make.finding(Readings.same(Truth.UNKNOWN), cause="b@olmo", rule="b/b")
    asked = (Question(make.ACCEPTED, (light.identity,), 1), Question(make.PERIOD, (heavy.identity,), 1))
    rows = build_causes(make.report(light, heavy, questions=asked))
    assert [row.reading_short for row in rows] == ["may be a breach", "at most arguable"]


def test_a_cause_is_told_by_what_may_lead_furthest() -> None:
    light = make.finding(make.UNDECIDED, cause="a@olmo", rule="a/a")
    heavy = make.finding(Readings.same(Truth.UNKNOWN), cause="a@olmo", rule="b/b", title="The heavy one")
    (row,) = build_causes(make.report(light, heavy))
    assert (row.title, row.reading_short) == ("The heavy one", "may be a breach")


def test_a_cause_is_one_row_however_many_sources_and_releases_it_shows_up_in() -> None:
    first = make.report().releases[0]
    report = make.report(
        make.finding(cause="terms:openai@mix,olmo"),
        make.finding(cause="terms:openai@mix,olmo", release="mix", source="gpt-4o", source_name="gpt-4o"),
        releases=(first, replace(first, id="mix", name="Dolmino Mix")),
    )
    (row,) = build_causes(report)
    assert (row.subject, row.findings) == ("gpt-4.1-2025-04-14 and gpt-4o → both releases", 2)


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        (make.BREACHING, "every reading"),
        (make.ARGUABLE, "ordinary reading"),
        (make.REMOTE, "broadest reading"),
        (make.UNDECIDED, "at most arguable"),
    ],
)
def test_a_row_says_on_whose_reading(readings: Any, expected: str) -> None:
    (row,) = build_causes(make.report(make.finding(readings)))
    assert row.reading_short == expected


def test_no_reason_is_longer_than_a_dozen_words() -> None:
    long = make.finding(reason=" ".join(["because"] * 40), routes=())
    rows = build_causes(make.report(long, make.waiting(), make.remote()))
    assert max(len(row.why.removesuffix(" …").split()) for row in rows) <= WHY_WORDS


def test_what_a_fact_decides_points_to_its_question() -> None:
    waiting = make.waiting()
    (row,) = build_causes(make.report(waiting, questions=(Question(make.ACCEPTED, (waiting.identity,), 1),)))
    assert row.do == "answer question 1, or leave the input out"


@pytest.mark.parametrize(
    ("readings", "changes", "asked"),
    [
        (make.UNDECIDED, {}, True),
        (make.ARGUABLE, {}, False),
        (Readings(Truth.NO, Truth.YES, Truth.UNKNOWN), {}, False),
        (make.UNDECIDED, {"gate": "never"}, False),
        (make.UNDECIDED, {"allowed": ("needs-facts",)}, False),
    ],
)
def test_beside_what_is_decided_only_an_answer_that_something_open_waits_for_is_asked(
    readings: Readings, changes: dict[str, Any], asked: bool
) -> None:
    lead = make.finding(make.BREACHING, cause="one@olmo")
    other = make.finding(readings, cause="one@olmo", source="gpt-4o", missing=(make.ACCEPTED,))
    question = Question(make.ACCEPTED, (other.identity,), 1)
    (row,) = build_causes(make.report(lead, other, questions=(question,), **changes))
    assert ("answer question 1 too" in row.do, row.question) == (asked, int(asked))


def test_what_has_to_be_shown_is_told_in_its_words() -> None:
    badge = Duty("notice", ("Built with Llama",), "Llama", "missing")
    found = make.finding(make.BREACHING, duties=(badge,), what_to_do=("add-notice", "replace-input"))
    (row,) = build_causes(make.report(found))
    assert (row.do, row.who) == ("show “Built with Llama”, or replace the input", ("engineer",))


_COPY = Duty("licence-copy", ("Gemma Terms of Use",), "Gemma", "missing")
_CREDITS = tuple(
    Duty("credit", (name,), name, "missing") for name in ("squad (CC-BY-SA-4.0)", "dolly (CC-BY-SA-3.0)")
)


@pytest.mark.parametrize(
    ("owed", "expected"),
    [
        ([_COPY], "ship a copy of the Gemma Terms of Use, and see that the licence fits"),
        ([_CREDITS[0]], "credit “squad (CC-BY-SA-4.0)”, and see that the licence fits"),
        ([*_CREDITS, _CREDITS[0]], "credit 2 sources, and see that the licence fits"),
        ([*_CREDITS, _COPY], "credit 2 sources and ship 1 licence text, and see that the licence fits"),
        ([_COPY, replace(_CREDITS[0], state="shown")],
         "ship a copy of the Gemma Terms of Use, and see that the licence fits"),
    ],
)  # fmt: skip
def test_of_what_is_owed_no_part_stands_for_the_rest(owed: list[Duty], expected: str) -> None:
    found = [
        make.finding(
            make.BREACHING, duties=(duty,), what_to_do=("change-licence", "ship-licence"), cause="notices@olmo",
            source=f"source-{number}",
        )
        for number, duty in enumerate(owed)
    ]  # fmt: skip
    (row,) = build_causes(make.report(*found))
    assert row.do == expected


def test_a_name_without_a_text_has_a_row_of_its_own() -> None:
    (row,) = build_causes(
        make.report(not_covered=(NotCovered("x", "Some API", "no text is loaded", None, ("olmo",)),))
    )
    assert (row.subject, row.position.value, row.open) == (
        "Some API → allenai/Olmo-3-1025-7B",
        "not-covered",
        True,
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("service", "add a rule for its terms, or replace the input"),
        ("model", "state its licence or terms, or add a record of it"),
    ],
)
def test_what_is_stated_as_a_licence_helps_with_no_service(kind: str, expected: str) -> None:
    report = make.report(not_covered=(NotCovered("x", "Some API", "no text is loaded", None, ("olmo",)),))
    report = replace(report, artifacts=(ArtifactInfo("x", "Some API", kind, None, None, "declared", None),))
    (row,) = build_causes(report)
    assert row.do == expected


def test_the_rows_agree_with_the_line() -> None:
    view = build_view(make.olmo_report())
    told = [row.position_word for row in view.causes if row.open]
    assert view.verdict.line.startswith("Open: 1 arguable, 1 needs facts, 1 name not covered")
    assert told == ["arguable", "needs facts", "not covered"]


def test_training_that_starts_from_nowhere_is_said_so_in_the_row() -> None:
    asked = MissingFact(MAKING, "olmo", base_question("tune", "Olmo"))
    (row,) = build_causes(make.report(make.finding(make.UNDECIDED, missing=(asked,), cause="making@olmo")))
    assert row.why == "its training starts from weights that no step names"
    assert row.of_base
    assert len(row.why.split()) <= WHY_WORDS


def test_a_fact_that_is_not_known_is_named_by_its_label() -> None:
    long = "Which notices are shown with the release (badge, NOTICE file, attribution), word for word and in full?"
    asked = MissingFact("release.notices", "olmo", long, "notices shown")
    (row,) = build_causes(make.report(make.finding(make.UNDECIDED, missing=(asked,))))
    assert row.why == "not known: notices shown"


def test_a_line_that_is_not_filled_in_is_why() -> None:
    asked = MissingFact("release.date", "olmo", told_as_unfilled("Line 7", "When is it: which day?"), "date")
    (row,) = build_causes(make.report(make.finding(make.UNDECIDED, missing=(asked,))))
    assert row.why == "line 7 still holds a placeholder"


def test_a_making_that_nobody_tells_is_said_so() -> None:
    asked = MissingFact(MAKING, "rows", "How were the rows made?", "its making explained")
    (row,) = build_causes(make.report(make.finding(make.UNDECIDED, missing=(asked,), cause="making@rows")))
    assert row.why == "nothing says how it was made, and by what"


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (
            "what is said of org/net does not agree (MIT: declared; GPL-3.0: card, and paper and README)",
            "what is said of org/net does not agree (MIT: declared; GPL-3.0: card …",
        ),
        (
            "the first of two things holds as it is said; the second of them does not",
            "the first of two things holds as it is said",
        ),
    ],
)
def test_a_reason_is_cut_at_no_semicolon_that_brackets_hold(reason: str, expected: str) -> None:
    (cause,) = build_causes(make.report(make.finding(reason=reason, routes=())))
    assert cause.why == expected
