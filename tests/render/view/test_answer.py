"""The answer for each release: one sentence, composed once, and never a clean bill where something stays open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.model.answered.finding import Duty, Finding, NotCovered, WaiverState
from compliance.model.answered.report import ArtifactInfo, Report
from compliance.render.view.answer import Answer, build_answers, short_question
from compliance.render.view.cause_table import build_causes
from tests.render import factories as make

BADGE = Duty("notice", ("Built with Llama",), "Llama 3.1", "missing")
COPY = Duty("licence-copy", ("Llama 3.1 Community License",), "Llama 3.1", "not-stated", "llama3.1")


def _only(report: Report) -> Answer:
    (answer,) = build_answers(report)
    return answer


def _duty(readings: Any, *duties: Duty, cause: str = "notices@olmo") -> Finding:
    return make.finding(readings, cause=cause, duties=duties, rule="a/notices", title="Notices of Llama")


@pytest.mark.parametrize(
    ("stated", "clause", "named"),
    [
        ("Apache-2.0", {"instrument": "gemma", "title": "Gemma Terms of Use"}, ", under Gemma Terms of Use)"),
        ("Gemma Terms of Use", {"instrument": "gemma", "title": "Gemma Terms of Use"}, "Instruct)"),
        ("gemma", {"instrument": "gemma", "title": "Gemma Terms of Use"}, "Instruct)"),
        ("MIT AND llama3.1", {"instrument": "llama3.1", "title": "Llama 3.1 Community License"}, "Instruct)"),
        (None, {"instrument": "gemma", "title": "Gemma Terms of Use"}, "Instruct)"),
    ],
)
def test_a_text_other_than_the_licence_of_the_source_is_named_beside_it(
    stated: str | None, clause: dict[str, str], named: str
) -> None:
    finding = make.finding(
        make.BREACHING, source="olmo", source_name="olmo-Instruct", clauses=(make.clause(**clause),)
    )
    source = ArtifactInfo("olmo", "olmo-Instruct", "model", stated, None, "declared", None)
    answer = _only(make.report(finding, artifacts=(source,)))
    assert f"{named}." in answer.sentence


def test_nothing_open_may_go_out_on_the_ordinary_reading() -> None:
    answer = _only(make.report(make.cleared()))
    assert (answer.kind, answer.sentence, answer.limits) == (
        "as-stated",
        "allenai/Olmo-3-1025-7B may go out as stated, on the ordinary (plain) reading.",
        "",
    )


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (make.finding(make.BREACHING), "because on every reading it falls under"),
        (make.arguable(), "because on the ordinary (plain) reading it falls under"),
    ],
    ids=["breach", "arguable"],
)
def test_what_bites_stands_against_it_and_says_on_whose_reading(finding: Finding, expected: str) -> None:
    answer = _only(make.report(finding))
    assert answer.kind == "not-as-stated"
    assert expected in answer.sentence
    assert finding.title in answer.sentence


def test_what_waits_for_facts_cannot_be_said_and_names_the_first_question() -> None:
    waiting = make.waiting()
    report = make.report(waiting, questions=make.olmo_report().questions)
    answer = _only(report)
    assert answer.kind == "unknown"
    assert answer.sentence.endswith(
        "before this is settled: Has Allen Institute for AI itself accepted the terms of Reddit for this purpose?"
    )


def test_a_name_without_a_text_is_no_clearance() -> None:
    answer = _only(
        make.report(make.cleared(), not_covered=(NotCovered("x", "Some API", "no text", None, ("olmo",)),))
    )
    assert answer.kind == "unknown"
    assert "Some API, of which no loaded text or rule speaks" in answer.sentence


def test_what_words_settle_is_told_in_these_words() -> None:
    answer = _only(make.report(_duty(make.BREACHING, BADGE, COPY)))
    assert (answer.kind, answer.sentence) == (
        "once",
        "allenai/Olmo-3-1025-7B may go out once “Built with Llama” is shown and it ships with the text of "
        "Llama 3.1 Community License.",
    )


def test_a_name_that_has_to_begin_so_is_told() -> None:
    prefix = Duty("name-prefix", ("Llama",), "Llama 3.1", "missing")
    answer = _only(make.report(_duty(make.ARGUABLE, prefix, cause="name:llama3.1@olmo")))
    assert answer.sentence == "allenai/Olmo-3-1025-7B may go out once its name begins with “Llama”."


def test_what_is_shown_already_is_not_asked_for() -> None:
    shown = replace(BADGE, state="shown")
    answer = _only(make.report(_duty(make.BREACHING, shown, COPY)))
    assert "Built with Llama" not in answer.sentence


def test_a_release_without_a_rule_is_not_cleared() -> None:
    releases = (replace(make.report().releases[0], evaluated=False),)
    answer = _only(make.report(releases=releases))
    assert (answer.kind, "no loaded rule could be put to it" in answer.sentence) == ("unknown", True)


@pytest.mark.parametrize("gate", ["narrow", "plain", "broad", "never"])
def test_a_remote_point_counts_on_the_broadest_reading_only(gate: Any) -> None:
    answer = _only(make.report(make.remote(), gate=gate))
    expected = "not-as-stated" if gate == "broad" else "as-stated"
    assert (answer.kind, "wider reading" in answer.limits) == (expected, gate != "broad")


def test_with_the_gate_off_the_answer_is_that_of_the_ordinary_reading() -> None:
    assert _only(make.report(make.arguable(), gate="never")).kind == "not-as-stated"


def test_what_was_allowed_to_stay_open_is_no_clearance() -> None:
    assert _only(make.report(make.waiting(), allowed=("needs-facts",))).kind == "unknown"


def test_an_accepted_risk_is_told_with_the_answer() -> None:
    waiver = WaiverState("accepted-risk", "We take it.", "legal@lab", "2027-01-01", active=True)
    answer = _only(make.report(make.finding(make.BREACHING, waiver=waiver)))
    assert (answer.kind, answer.sentence) == (
        "as-stated",
        "allenai/Olmo-3-1025-7B may go out as stated, on the ordinary (plain) reading, with 1 point accepted by "
        "a waiver.",
    )


def test_each_release_has_its_own_answer() -> None:
    first = make.report().releases[0]
    report = make.report(make.arguable(), releases=(first, replace(first, id="mix", name="Dolmino Mix")))
    assert [(answer.release, answer.kind) for answer in build_answers(report)] == [
        ("olmo", "not-as-stated"),
        ("mix", "as-stated"),
    ]


def test_no_answer_judges() -> None:
    told = " ".join(
        f"{answer.sentence} {answer.limits}"
        for report in (
            make.olmo_report(),
            make.report(make.cleared()),
            make.report(_duty(make.BREACHING, BADGE)),
        )
        for answer in build_answers(report)
    ).lower()
    assert [word for word in ("legal", "lawful", "safe") if word in told] == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Which holds of gpt-4o-mini (provider: 'openai' here, 'azure' in a record)?",
            "Which holds of gpt-4o-mini (provider: 'openai' here, 'azure' in a record)",
        ),
        ("Which holds of rows (kind: text (old))?", "Which holds of rows (kind: text (old))"),
        ("Which channel served m (size: 7B): itself, a gateway?", "Which channel served m (size: 7B)"),
        ("How many rows does it hold (a range will do)?", "How many rows does it hold"),
    ],
)
def test_a_question_is_cut_outside_brackets_alone(question: str, expected: str) -> None:
    assert expected == short_question(question)


@pytest.mark.parametrize(
    "heavy",
    [
        make.finding(make.BREACHING, rule="z/late", title="The heavy one", cause="z@olmo"),
        _duty(make.BREACHING, BADGE),
    ],
    ids=["a-bar", "a-duty"],
)
def test_the_reason_is_the_heaviest_point_which_heads_the_table(heavy: Finding) -> None:
    report = make.report(make.finding(make.ARGUABLE, cause="a@olmo"), heavy)
    answer = _only(report)
    assert f"because on every reading it falls under “{heavy.title}”" in answer.sentence
    assert build_causes(report)[0].title == heavy.title
    assert answer.limits == "1 more point stands against it."


def test_the_reason_is_the_heaviest_of_this_release() -> None:
    first = make.report().releases[0]
    shared = make.finding(make.ARGUABLE, cause="a@mix,olmo", title="Light here")
    elsewhere = make.finding(make.BREACHING, cause="a@mix,olmo", release="mix", title="Heavy there")
    heavy = make.finding(make.BREACHING, cause="b@olmo", rule="b/b", title="Heavy here")
    releases = (first, replace(first, id="mix", name="Dolmino Mix"))
    answers = build_answers(make.report(elsewhere, shared, heavy, releases=releases))
    assert ["“Heavy here”" in answers[0].sentence, "“Heavy there”" in answers[1].sentence] == [True, True]
