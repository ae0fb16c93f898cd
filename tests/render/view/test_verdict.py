from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.model.answered.report import Gate, Report
from compliance.model.packs.truth import NEVER, Readings, Truth
from compliance.render.view.report_view import build_view
from tests.render import factories as make


def _line(report: Report) -> str:
    return build_view(report).verdict.line


def test_the_line_tells_what_is_open_and_what_is_not() -> None:
    findings = [
        *(make.finding(source=f"a{n}") for n in range(2)),
        make.waiting(),
        *(make.finding(make.REMOTE, source=f"b{n}") for n in range(3)),
        *(make.finding(NEVER, source=f"c{n}") for n in range(5)),
    ]
    expected = "Open: 2 arguable, 1 needs facts; 3 remote and 5 findings clear on the plain reading"
    assert _line(make.report(*findings)) == expected


def test_a_breach_is_called_likely() -> None:
    assert _line(make.report(make.finding(make.BREACHING))) == "Open: 1 likely to breach"


def test_nothing_open_is_said_on_which_reading() -> None:
    verdict = build_view(make.report(make.remote(), make.cleared())).verdict
    assert verdict.line == "Nothing open on the plain reading: 1 remote and 1 finding clear"
    assert (
        verdict.exit_words == "exit 0: every release was evaluated, and nothing is open on the plain reading"
    )
    assert verdict.passed


def test_a_release_that_was_not_evaluated_is_never_clean() -> None:
    release = replace(make.report().releases[0], evaluated=False)
    verdict = build_view(make.report(releases=(release,))).verdict
    assert verdict.line == "Not evaluated: no loaded rule could be put to release olmo"
    assert (verdict.exit_code, verdict.exit_words) == (1, "exit 1: not every release was evaluated")


def test_no_release_at_all_is_never_clean() -> None:
    assert _line(make.report(releases=())).startswith("Not evaluated")


def test_open_findings_beside_an_unevaluated_release_are_both_told() -> None:
    release = replace(make.report().releases[0], evaluated=False)
    assert _line(make.report(make.arguable(), releases=(release,))) == (
        "Open: 1 arguable; not everything was evaluated"
    )


@pytest.mark.parametrize(
    ("gate", "expected"),
    [
        ("narrow", "Nothing open on the narrow reading: 1 arguable and 1 remote"),
        ("broad", "Open: 1 arguable, 1 remote"),
        (
            "never",
            "Gate off: 1 arguable and 1 remote on any reading (the gate is off); nothing fails the check",
        ),
    ],
)
def test_the_gate_decides_what_is_open(gate: Gate, expected: str) -> None:
    line = _line(make.report(make.arguable(), make.remote(), gate=gate))
    assert line.replace(" on any reading (the gate is off)", "") == expected.replace(
        " on any reading (the gate is off)", ""
    )


def test_what_is_not_counted_does_not_enter_the_line() -> None:
    report = make.report(
        make.cleared(),
        make.finding(make.BREACHING, own=False),
        make.finding(make.BREACHING, force="proposed"),
        make.screened(),
    )
    view = build_view(report)
    assert view.verdict.line == "Nothing open on the plain reading: 1 finding clear"
    counts = view.verdict.counts
    assert (counts.breach, counts.others, counts.if_enacted, counts.screen, counts.screen_open) == (
        0,
        1,
        1,
        1,
        0,
    )


def test_the_access_screen_is_named_apart() -> None:
    report = make.report(make.cleared(), make.screened(make.BREACHING))
    assert _line(report) == "Open: 1 on how access was obtained; 1 finding clear on the plain reading"


def test_a_waiver_that_counts_closes_and_one_that_expired_does_not() -> None:
    waiver = make.olmo_report().findings[1].waiver
    assert waiver is not None
    closed = make.report(make.finding(waiver=waiver))
    again = make.report(make.finding(waiver=replace(waiver, active=False)))
    assert _line(closed) == "Nothing open on the plain reading: 1 waived"
    assert _line(again) == "Open: 1 arguable"


def test_an_undecided_finding_below_the_gate_is_not_open() -> None:
    report = make.report(make.waiting(), gate="narrow")
    assert _line(report) == "Nothing open on the narrow reading: 1 undecided on a wider reading only"


def test_what_a_fact_decides_on_the_broad_reading_alone_is_remote() -> None:
    low = make.finding(Readings(Truth.NO, Truth.NO, Truth.UNKNOWN))
    assert _line(make.report(low)) == "Nothing open on the plain reading: 1 remote"
    assert _line(make.report(low, gate="broad")) == "Open: 1 remote"


def test_names_without_a_text_keep_the_check_from_passing() -> None:
    uncovered = make.olmo_report().not_covered
    assert _line(make.report(not_covered=uncovered)) == "Open: 1 name not covered"
    allowed = make.report(not_covered=uncovered, allowed=("not-covered",))
    assert _line(allowed) == "Nothing open on the plain reading: 1 name not covered and allowed"
    assert _line(replace(allowed, gate="never")) == "Gate off: 1 name not covered; nothing fails the check"


def test_what_is_undecided_and_allowed_is_told_apart() -> None:
    report = make.report(make.waiting(), allowed=("needs-facts",))
    assert _line(report) == "Nothing open on the plain reading: 1 undecided and allowed"


def test_without_a_gate_undecided_findings_are_told_as_such() -> None:
    assert "1 needs facts" in _line(make.report(make.waiting(), gate="never"))
