"""One cause is one entry, under the heaviest of its findings, and the entry names the others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.model.answered.finding import Finding, NotCovered
from compliance.model.answered.report import Report
from compliance.render.plain.terminal import render_terminal
from compliance.render.view.card import Card, build_cards
from compliance.render.view.causes import MOST_NAMED, under_causes
from compliance.render.view.report_view import build_view
from tests.render import factories as make

TERMS = "terms:openai@olmo"
OTHER = NotCovered("reddit", "PushShift dump", "no text is held", cause="licence:reddit@olmo")


def _entries(report: Report) -> tuple[list[Card], tuple[NotCovered, ...]]:
    return under_causes(build_cards(report), report)


def _of(cause: str, finding: Finding, **changes: Any) -> Finding:
    return replace(finding, cause=cause, **changes)


def test_findings_of_one_cause_are_one_entry_under_the_heaviest() -> None:
    report = make.report(
        _of(TERMS, make.remote()), _of(TERMS, make.arguable()), _of("other@olmo", make.waiting())
    )
    entries, told = _entries(report)
    assert [card.position.value for card in entries] == ["arguable", "needs-facts"]
    assert [len(card.also) for card in entries] == [1, 0]
    assert told == ()


def test_an_entry_names_the_other_findings_with_their_positions() -> None:
    report = make.report(_of(TERMS, make.arguable()), _of(TERMS, make.remote()))
    ((entry,), _) = _entries(report)
    assert entry.also == ("Output used to develop models that compete with OpenAI (gpt-4o → olmo): remote",)


def test_an_entry_holds_the_other_findings_in_full_and_a_verbose_report_prints_them() -> None:
    report = make.report(_of(TERMS, make.arguable()), _of(TERMS, make.remote()))
    ((entry,), _) = _entries(report)
    assert [card.finding.source for card in entry.members] == ["gpt-4o"]
    texts = [
        render_terminal(build_view(report), color=False, width=100, verbose=verbose) for verbose in (1, 2)
    ]
    assert ["transcribe" in text for text in texts] == [False, True]


def test_findings_that_read_alike_are_named_once() -> None:
    twin = _of(TERMS, make.remote(), party="releaser")
    report = make.report(_of(TERMS, make.arguable()), _of(TERMS, make.remote()), twin)
    ((entry,), _) = _entries(report)
    assert len(entry.also) == 1


def test_equal_findings_of_one_cause_are_one_entry_that_names_the_other() -> None:
    ((entry,), _) = _entries(make.report(make.arguable(), make.arguable()))
    assert len(entry.also) == 1


def test_findings_without_a_cause_are_entries_of_their_own() -> None:
    entries, _ = _entries(make.report(make.arguable(), make.remote()))
    assert [card.also for card in entries] == [(), ()]


def test_uncovered_names_are_told_under_the_finding_of_their_cause() -> None:
    report = make.report(_of(OTHER.cause, make.waiting()), not_covered=(OTHER,))
    ((entry,), told) = _entries(report)
    assert (entry.also, told) == (("PushShift dump: not covered, no text is held",), (OTHER,))
    assert build_view(report).not_covered == ()


def test_uncovered_names_without_a_finding_stand_in_a_list_of_their_own() -> None:
    report = make.report(make.arguable(), not_covered=(OTHER,))
    assert _entries(report)[1] == ()
    assert [one.name for one in build_view(report).not_covered] == ["PushShift dump (reddit)"]


@pytest.mark.parametrize(
    "apart",
    [
        make.cleared(),
        make.finding(own=False),
        make.finding(force="proposed"),
        make.finding(waiver=make.olmo_report().findings[1].waiver),
        make.finding(everywhere=True),
        make.screened(make.BREACHING),
    ],
    ids=["clear", "another party's", "a bill", "accepted", "a place nobody named", "access"],
)
def test_what_does_not_count_keeps_a_card_of_its_own(apart: Finding) -> None:
    report = make.report(_of(TERMS, make.arguable()), _of(TERMS, apart))
    entries, _ = _entries(report)
    assert [card.also for card in entries] == [(), ()]


@pytest.mark.parametrize(
    ("others", "last"), [(MOST_NAMED, ": remote"), (MOST_NAMED + 3, "and 4 more of the same cause")]
)
def test_a_long_list_is_cut_and_says_by_how_much(others: int, last: str) -> None:
    more = [_of(TERMS, make.remote(), source=f"gpt-{n}", source_name=f"gpt-{n}") for n in range(others)]
    ((entry,), _) = _entries(make.report(_of(TERMS, make.arguable()), *more))
    assert len(entry.also) == MOST_NAMED
    assert entry.also[-1].endswith(last)


def test_the_verdict_counts_causes() -> None:
    report = make.report(
        _of(TERMS, make.arguable()), _of(TERMS, make.waiting()), _of("other@olmo", make.waiting())
    )
    verdict = build_view(report).verdict
    assert verdict.line == "Open: 1 arguable, 1 needs facts"
    assert verdict.exit_words == "exit 1: 2 points are open on the plain reading"
