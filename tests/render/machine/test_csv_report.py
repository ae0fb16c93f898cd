"""Spreadsheets get a row for each cause, and nothing that they would compute."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from compliance.model.answered.report import Report
from compliance.render.machine.csv_report import COLUMNS, render_csv
from compliance.render.view.report_view import build_view
from tests.render import factories as make


def _rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(build_view(report)))))


def test_there_is_a_row_for_each_cause_the_heaviest_first() -> None:
    rows = _rows(make.olmo_report())
    assert [(row["open"], row["position"]) for row in rows] == [
        ("yes", "arguable"),
        ("yes", "needs facts"),
        ("yes", "not covered"),
        ("no", "remote"),
        ("no", "waived"),
        ("no", "warning"),
    ]
    assert list(rows[0]) == list(COLUMNS)


def test_a_report_without_causes_has_its_heading() -> None:
    assert render_csv(build_view(make.report(make.cleared()))) == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("name", ["=1+1", "+x", "-x", "@SUM(A1)"])
def test_a_name_is_never_a_formula(name: str) -> None:
    (row,) = _rows(make.report(replace(make.arguable(), source_name=name)))
    assert row["upstream"] == f"'{name}"


def test_names_with_commas_and_quotes_stay_whole() -> None:
    (row,) = _rows(make.report(replace(make.arguable(), source_name='a, "b"')))
    assert row["upstream"] == 'a, "b"'


def test_warnings_are_rows_too() -> None:
    (row,) = _rows(replace(make.report(make.cleared()), warnings=("=further rules are loaded",)))
    assert (row["open"], row["position"]) == ("no", "warning")
    assert "urther rules are loaded" in row["what"]
