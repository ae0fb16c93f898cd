"""Annexes are short, count for nothing, and stand in every report for people."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from compliance import pipeline
from compliance.annexing import annexes
from compliance.errors import UsageError
from compliance.load.manifest.manifest import load_manifest
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.annex import ANNEXES
from compliance.model.answered.report import Report
from compliance.planning import Question
from compliance.render.formats import Setting, format_of, render
from compliance.render.machine.json_reader import load_json_report

DAY = datetime.date(2025, 11, 20)
MOST_LINES = 16


@pytest.fixture(scope="module")
def question(repo_root: Path) -> Question:
    """The quickstart, asked on a day."""
    packs = load_packs()
    return Question(load_manifest(repo_root / "examples" / "quickstart" / "lineage.yaml", packs), packs, DAY)


@pytest.fixture(scope="module")
def report(question: Question) -> Report:
    """Its report with every annex."""
    plain = pipeline.check_loaded(question.loaded, question.knowledge, DAY)
    return replace(plain, annexes=annexes(question, ANNEXES))


def _printed(report: Report, form: str) -> str:
    return render(format_of(form, "--format"), report, Setting()).decode()


def test_each_is_there_once_and_short(report: Report) -> None:
    assert tuple(one.key for one in report.annexes) == ANNEXES
    assert all(0 < len(one.lines) <= MOST_LINES for one in report.annexes)


def test_they_come_in_one_order_and_only_as_asked(question: Question) -> None:
    assert [one.key for one in annexes(question, ["shares", "exposure"])] == ["exposure", "shares"]


def test_one_that_is_not_known_is_refused(question: Question) -> None:
    with pytest.raises(UsageError, match="choose of plan, whatif, exposure, shares"):
        annexes(question, ["plans"])


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_reports_for_people_carry_them(report: Report, form: str) -> None:
    text = _printed(report, form)
    assert [one.title for one in report.annexes if one.title not in text] == []


def test_without_them_a_report_says_how_to_ask(report: Report) -> None:
    bare = _printed(replace(report, annexes=()), "html")
    assert "--with" in bare
    assert "--with" not in _printed(report, "html")


def test_they_count_for_nothing(report: Report) -> None:
    assert report.exit_code == replace(report, annexes=()).exit_code
    assert report.causes() == replace(report, annexes=()).causes()


def test_a_saved_report_keeps_them(report: Report) -> None:
    assert load_json_report(_printed(report, "json"), "report.json").annexes == report.annexes


def test_what_is_held_of_an_origin_is_named_with_its_way(report: Report) -> None:
    (exposure,) = (one for one in report.annexes if one.key == "exposure")
    assert any("Qwen/Qwen2.5-7B (weights)" in line for line in exposure.lines)
