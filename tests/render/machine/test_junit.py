"""JUnit XML, read back by a library that is not ours."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import junitparser
import pytest

from compliance.model.answered.finding import ElementResult
from compliance.model.answered.report import Report
from compliance.model.packs.truth import NEVER
from compliance.render.machine.junit import render_junit
from compliance.render.view.report_view import build_view
from tests.render import factories as make

EVIL = "<b>&\"'\x00\x0b\ufffe\x1b[31m ]]> <!-- \u202e\n--> \ud800"


def _printed(report: Report, source: str | None = None) -> str:
    return render_junit(report, build_view(report), source)


def _read(report: Report) -> junitparser.JUnitXml:
    return junitparser.JUnitXml.fromstring(_printed(report).encode())


def _outcomes(report: Report) -> list[tuple[str, str]]:
    """Class name and outcome of every case."""
    found = []
    for suite in _read(report):
        for case in suite:
            kinds = [type(result).__name__.lower() for result in case.result]
            found.append((str(case.classname), kinds[0] if kinds else "passed"))
    return found


def test_a_report_has_a_suite_per_release_and_a_case_per_finding() -> None:
    report = make.olmo_report()
    suites = list(_read(report))
    assert [suite.name for suite in suites] == ["allenai/Olmo-3-1025-7B", "coverage"]
    assert sum(len(list(suite)) for suite in suites) == len(report.findings) + len(report.not_covered)


def test_what_is_open_fails_what_does_not_count_is_skipped_and_the_rest_passes() -> None:
    assert sorted(_outcomes(make.olmo_report())) == [
        ("access/identity", "passed"),
        ("access/region", "passed"),
        ("compliance/not-covered", "failure"),
        ("meta/llama-3.1/name-prefix", "passed"),
        ("microsoft/azure-openai", "skipped"),
        ("openai/competing-models", "failure"),
        ("openai/competing-models", "passed"),
        ("openai/competing-models", "passed"),
        ("openai/competing-models", "skipped"),
        ("reddit/content-licence", "failure"),
        ("us/hr-8283/listing", "skipped"),
    ]


@pytest.mark.parametrize(
    ("readings", "changes", "outcome"),
    [
        (make.BREACHING, {}, "failure"),
        (make.UNDECIDED, {}, "failure"),
        (make.UNDECIDED, {"allowed": ("needs-facts",)}, "skipped"),
        (make.UNDECIDED, {"gate": "narrow"}, "skipped"),
        (make.ARGUABLE, {"gate": "narrow"}, "passed"),
        (make.REMOTE, {}, "passed"),
        (make.BREACHING, {"gate": "never"}, "skipped"),
        (NEVER, {"gate": "never"}, "passed"),
    ],
)
def test_the_gate_decides(readings: object, changes: dict[str, object], outcome: str) -> None:
    report = make.report(make.finding(readings), **changes)  # type: ignore[arg-type]
    assert _outcomes(report) == [("openai/competing-models", outcome)]
    assert (outcome == "failure") is bool(report.exit_code)


def test_a_skipped_case_says_why() -> None:
    waits = make.report(make.waiting(), allowed=("needs-facts",))
    assert 'skipped message="Allowed, as asked for. needs facts' in _printed(waits)
    below = make.report(make.finding(make.UNDECIDED), gate="narrow")
    assert "Undecided on a wider reading, not on the narrow reading." in _printed(below)


def test_a_failure_holds_the_evidence() -> None:
    (case, *_) = next(iter(_read(make.report(make.arguable()))))
    (failure,) = case.result
    assert (failure.type, failure.message) == (
        "arguable", "arguable: whether a freely published research model competes is read differently.",
    )  # fmt: skip
    assert "Route: gpt-4.1 → reason (writes content)" in failure.text
    assert "competes: narrow no, plain yes, broad yes." in failure.text
    assert "Where: lineage.yaml:12:3" in failure.text


def test_the_totals_are_those_of_the_cases() -> None:
    for report in (make.olmo_report(), make.hostile_report(), make.report()):
        read = _read(report)
        outcomes = [outcome for _, outcome in _outcomes(report)]
        assert read.tests == len(outcomes)
        assert (read.failures, read.skipped) == (outcomes.count("failure"), outcomes.count("skipped"))
        assert (read.failures > 0) is (report.exit_code == 1)


def test_what_was_not_evaluated_is_a_failure() -> None:
    missed = replace(make.report().releases[0], evaluated=False)
    assert _outcomes(make.report(releases=(missed,))) == [("compliance/not-evaluated", "failure")]
    assert _outcomes(make.report(releases=())) == [("compliance/not-evaluated", "failure")]
    assert _outcomes(make.report(releases=(missed,), gate="never")) == [
        ("compliance/not-evaluated", "skipped")
    ]


def test_a_finding_on_a_release_that_is_not_listed_is_not_lost() -> None:
    assert _outcomes(make.report(make.finding(release="other"))) == [("openai/competing-models", "failure")]


def test_every_case_has_a_name_of_its_own() -> None:
    root = ET.fromstring(_printed(make.olmo_report()))
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(names) == len(set(names))


def test_hostile_text_is_text() -> None:
    finding = make.finding(
        title=EVIL, reason=EVIL, source=EVIL, release=EVIL, party_name=EVIL, rule=EVIL, says=EVIL,
        elements=(ElementResult(EVIL, True, make.BREACHING, EVIL),), location=EVIL,
    )  # fmt: skip
    release = replace(make.report().releases[0], id=EVIL, name=EVIL)
    report = make.report(finding, title=EVIL, manifest=EVIL, releases=(release,), tool=EVIL)
    text = _printed(report)
    assert {character for character in text if not character.isprintable()} == {"\n"}
    root = ET.fromstring(text.encode())
    known = {
        "testsuites",
        "testsuite",
        "properties",
        "property",
        "testcase",
        "failure",
        "skipped",
        "system-out",
    }
    assert {element.tag for element in root.iter()} <= known
    assert "<b>&\"'" in str(next(root.iter("testcase")).get("name"))
    assert _read(report).failures == 1


def test_very_long_names_are_cut() -> None:
    report = make.report(make.finding(title="t" * 1_000_000, source="s" * 1_000_000))
    assert len(_printed(report)) < 3_000_000


def test_the_manifest_is_called_as_the_repository_calls_it() -> None:
    report = make.report(make.arguable(), manifest="lineage.yaml")
    assert 'file="deep/lineage.yaml" line="12"' in _printed(report, "deep/lineage.yaml")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert _printed(make.olmo_report()) == _printed(make.olmo_report())
