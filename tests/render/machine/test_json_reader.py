from __future__ import annotations

import json
from typing import Any

import pytest

from compliance.errors import InputError
from compliance.model.answered.report import Report
from compliance.render.machine.json_reader import ReportFormatError, load_json_report
from compliance.render.machine.json_report import render_json
from compliance.render.plain.terminal import render_terminal
from compliance.render.view.report_view import build_view
from tests.render import factories as make

REPORTS = [make.olmo_report(), make.hostile_report(), make.report(), make.report(gate="never", releases=())]


def _json(report: Report) -> str:
    return render_json(report, build_view(report))


def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_json(make.olmo_report()))
    return data


def _faults(data: Any) -> list[str]:
    with pytest.raises(ReportFormatError) as caught:
        load_json_report(data if isinstance(data, str) else json.dumps(data))
    return [fault.what for fault in caught.value.faults]


@pytest.mark.parametrize("report", REPORTS)
def test_reading_is_the_inverse_of_writing(report: Report) -> None:
    text = _json(report)
    again = load_json_report(text)
    assert again == report
    assert _json(again) == text


def test_a_report_that_was_read_prints_like_the_one_that_was_written() -> None:
    report = make.olmo_report()
    views = build_view(report), build_view(load_json_report(_json(report)))
    first, second = (render_terminal(view, color=False, width=100, verbose=True) for view in views)
    assert first == second


@pytest.mark.parametrize("version", [0, 2, "1", 1.0, True])
def test_another_version_is_refused(version: object) -> None:
    (fault,) = _faults(_data() | {"schema_version": version})
    assert "this program reads version 1" in fault


def test_a_document_without_a_version_is_told_to_be_no_report() -> None:
    (fault,) = _faults(_data() | {"schema_version": None})
    assert "no JSON report of this program" in fault


def test_a_refusal_is_a_value_error_and_one_of_the_family() -> None:
    assert issubclass(ReportFormatError, ValueError)
    assert issubclass(ReportFormatError, InputError)


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", "null", "[" * 100_000, '{"schema_version": 1, "schema_version": 1}']
)
def test_what_is_no_report_is_refused(text: str) -> None:
    assert _faults(text)


def test_every_fault_is_told_with_its_place() -> None:
    data = _data()
    data["findings"][0]["position"] = "legal"
    data["findings"][1]["surprise"] = 1
    data["packs"][0]["rules"] = "1"
    places = [fault.split(": ")[1] for fault in _faults(data)]
    assert places == ["findings[0].position", "findings[1].surprise", "packs[0].rules"]


def test_a_verdict_that_does_not_follow_is_refused() -> None:
    data = _data()
    data["verdict"]["exit_code"] = 0
    assert _faults(data) == ["report.json: what it says is open does not follow from its findings"]


def test_readings_out_of_order_are_refused() -> None:
    data = _data()
    data["findings"][0]["readings"] = {"narrow": "yes", "plain": "no", "broad": "no"}
    assert _faults(data) == ["report.json: a wider reading says less than a narrower one"]
