"""Findings tell the share of their source in what a release was trained on, in every form of the report."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from compliance.model.answered.annex import Bar
from compliance.model.answered.report import Report
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check, check_text
from compliance.render.formats import Setting, format_of, render
from compliance.render.machine.json_reader import load_json_report

AS_OF = datetime.date(2025, 11, 20)
PLAIN = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  writer: {kind: service, name: gpt-4.1, provider: openai, route: direct, plan: api}
  own: {kind: dataset, name: Meadow rows, license: CC0-1.0, origin: own}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: writer}, outputs: rows, period: 2025-03}
  - {id: tune, kind: finetune, inputs: {data: [DATA]}, outputs: m, period: 2025-04}
releases: [{artifact: m, name: meadow/m, date: 2025-05-01, license: Apache-2.0, access: open-weights}]
"""


QUARTER = (Bar("of the data of tune", 0.25, 0.25, "25 %"),)


def told(data: str, packs: Knowledge) -> set[tuple[Bar, ...]]:
    """The shares that findings about the service tell."""
    report = check_text(PLAIN.replace("DATA", data), "lineage.yaml", packs=packs, as_of=AS_OF)
    return {one.portions for one in report.findings if one.source == "writer" and one.routes}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("{artifact: rows, share: 0.25}, {artifact: own, share: 0.75}", {QUARTER}),
        ("{artifact: rows, tokens: 1e6}, {artifact: own, tokens: 3e6}", {QUARTER}),
        ("{artifact: rows, share: 0.25}, own", {QUARTER}),
        # Where nothing is stated of the mixture nothing is told, rather than that everything is possible.
        ("rows, own", {()}),
    ],
)  # fmt: skip
def test_a_finding_tells_the_share_of_its_source_where_the_mixture_is_stated(
    data: str, expected: set[tuple[Bar, ...]], packs: Knowledge
) -> None:
    assert told(data, packs) == expected


@pytest.fixture(scope="module")
def report(repo_root: Path, packs: Knowledge) -> Report:
    return check(repo_root / "examples" / "shares" / "lineage.yaml", packs=packs, as_of=AS_OF)


def shown(report: Report, form: str) -> str:
    """A report in a form."""
    return render(format_of(form, "--format"), report, Setting()).decode()


def test_a_saved_report_keeps_the_shares(report: Report) -> None:
    kept = load_json_report(shown(report, "json"))
    shares = {one.identity: one.portions for one in report.findings}
    assert {one.identity: one.portions for one in kept.findings} == shares
    assert any(shares.values())


@pytest.mark.parametrize(
    ("form", "expected"), [("html", "Its share of the training data"), ("markdown", "descends from it")]
)
def test_pages_show_the_share_beside_the_finding(form: str, expected: str, report: Report) -> None:
    assert expected in shown(report, form)
