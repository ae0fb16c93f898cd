"""Reports that earlier programs saved stay readable: a file of every version of the shape lies in `saved`."""

from __future__ import annotations

import json
import pathlib

import pytest

from compliance.render.formats import Setting, format_of, render
from compliance.render.machine import json_reader, report_shape
from compliance.render.machine.json_reader import ReportFormatError, load_json_report

SAVED = sorted((pathlib.Path(__file__).parent / "saved").glob("*.json"))


@pytest.fixture(params=SAVED, ids=lambda path: path.stem)
def saved(request: pytest.FixtureRequest) -> pathlib.Path:
    path: pathlib.Path = request.param
    return path


def test_every_version_has_a_report_that_was_saved_with_it() -> None:
    versions = {json.loads(path.read_bytes())["schema_version"] for path in SAVED}
    assert versions == set(range(1, report_shape.SCHEMA_VERSION + 1))
    assert versions - {report_shape.SCHEMA_VERSION} == set(json_reader.LIFTS)


def test_a_saved_report_says_what_it_said(saved: pathlib.Path) -> None:
    data = json.loads(saved.read_bytes())
    report = load_json_report(saved.read_text("utf-8"))
    assert report.exit_code == data["verdict"]["exit_code"]
    assert [one.position for one in report.findings] == [one["position"] for one in data["findings"]]


@pytest.mark.parametrize(
    "name", ["text", "json", "markdown", "html", "csv", "sarif", "junit", "github", "mermaid"]
)
def test_a_saved_report_is_printed_in_every_format(saved: pathlib.Path, name: str) -> None:
    assert render(format_of(name, "-f"), load_json_report(saved.read_text("utf-8")), Setting())


def test_a_report_of_an_older_version_is_lifted_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def renamed(data: dict[str, object]) -> dict[str, object]:
        return {**{k: v for k, v in data.items() if k != "name"}, "title": data["name"], "schema_version": 0}

    def numbered(data: dict[str, object]) -> dict[str, object]:
        return {**data, "schema_version": 1}

    text = SAVED[0].read_text("utf-8")
    data = json.loads(text)
    older = {**{k: v for k, v in data.items() if k != "title"}, "name": data["title"], "schema_version": -1}
    with pytest.raises(ReportFormatError, match="schema_version is -1"):
        load_json_report(json.dumps(older))
    monkeypatch.setattr(json_reader, "LIFTS", {-1: renamed, 0: numbered})
    assert load_json_report(json.dumps(older)) == load_json_report(text)
