"""From a file to a report: the same input gives the same value, and what was not evaluated never passes."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compliance import pipeline
from compliance.errors import InputError
from compliance.evaluate.telling import explain
from compliance.evaluate.telling import finding as telling
from compliance.model.answered.report import Report
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import Position
from compliance.render.machine.json_report import render_json
from compliance.render.plain.terminal import render_terminal
from compliance.render.view.report_view import build_view

DAY = datetime.date(2026, 1, 1)
EXAMPLES = ("quickstart", "clean", "olmo-3")


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return pipeline.load_packs(cache=False)


@pytest.fixture(scope="module")
def reports(packs: Knowledge, repo_root: Path) -> dict[str, Report]:
    return {name: pipeline.check(_example(repo_root, name), packs=packs, as_of=DAY) for name in EXAMPLES}


def _example(root: Path, name: str) -> Path:
    return root / "examples" / name / "lineage.yaml"


def test_the_examples_end_as_their_readme_says(reports: dict[str, Report]) -> None:
    assert {name: report.exit_code for name, report in reports.items()} == {
        "quickstart": 1,
        "clean": 0,
        "olmo-3": 1,
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_input_gives_the_same_report(
    packs: Knowledge, repo_root: Path, reports: dict[str, Report], name: str
) -> None:
    assert reports[name] == pipeline.check(_example(repo_root, name), packs=packs, as_of=DAY)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_text_gives_what_its_file_gives(
    packs: Knowledge, repo_root: Path, reports: dict[str, Report], name: str
) -> None:
    path = _example(repo_root, name)
    assert reports[name] == pipeline.check_text(
        path.read_text(encoding="utf-8"), str(path), packs=packs, as_of=DAY
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_value_gives_the_findings_of_its_file(
    packs: Knowledge, repo_root: Path, reports: dict[str, Report], name: str
) -> None:
    manifest = pipeline.load_manifest(_example(repo_root, name), packs).manifest
    assert isinstance(manifest, Manifest)
    found = pipeline.evaluate_manifest(manifest, packs, DAY).findings
    assert {f.identity: f.position for f in reports[name].findings} == {f.identity: f.position for f in found}


def test_a_report_names_its_manifest_tool_and_packs(reports: dict[str, Report], packs: Knowledge) -> None:
    report = reports["quickstart"]
    assert (report.project, report.title, report.publisher, report.as_of) == (
        "quickstart",
        "A fine-tune on Alpaca",
        "Meadow Lab",
        DAY,
    )
    assert report.tool.startswith("compliance ")
    assert report.packs == packs.used


def test_known_ancestry_shows_the_service_behind_a_data_set(reports: dict[str, Report]) -> None:
    behind = [f for f in reports["quickstart"].findings if f.rule == "openai/competing-models"]
    assert {"resolved: known ancestry"} == {finding.origin for finding in behind}
    assert {Position.ARGUABLE, Position.NEEDS_FACTS, Position.BREACH} & {
        finding.position for finding in behind
    }
    assert {"tuned"} == {route.artifacts[-1] for finding in behind for route in finding.routes if finding.own}


def test_the_gate_changes_the_exit_code_and_no_finding(
    packs: Knowledge, repo_root: Path, reports: dict[str, Report]
) -> None:
    path = _example(repo_root, "quickstart")
    never = pipeline.check(path, packs=packs, as_of=DAY, gate="never")
    assert (0, reports["quickstart"].findings) == (never.exit_code, never.findings)


def test_with_no_rule_at_all_nothing_passes(packs: Knowledge, repo_root: Path) -> None:
    report = pipeline.check(_example(repo_root, "clean"), packs=replace(packs, packs=()), as_of=DAY)
    assert (report.exit_code, report.evaluated, report.rules_asked) == (1, False, 0)


def test_a_manifest_that_cannot_be_used_raises_all_its_faults(packs: Knowledge) -> None:
    with pytest.raises(InputError) as caught:
        pipeline.check_text("lineage: 2\nproject: {}\n", "m.yaml", packs=packs, as_of=DAY)
    assert len(caught.value.faults) >= 4


def test_a_dangling_name_is_told_with_its_place(packs: Knowledge, repo_root: Path) -> None:
    text = (
        _example(repo_root, "quickstart").read_text(encoding="utf-8").replace("data: alpaca", "data: alpca")
    )
    with pytest.raises(
        InputError, match=r"^m\.yaml:10:\d+: step 'tune' reads 'alpca'.*did you mean 'alpaca'\?$"
    ):
        pipeline.check_text(text, "m.yaml", packs=packs, as_of=DAY)


def test_a_check_puts_into_words_what_is_printed_and_nothing_else(
    packs: Knowledge, repo_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    reason_of = telling.reason_of

    def reason(rule: Rule, *about: Any) -> str:
        told.append(rule.id)
        return reason_of(rule, *about)

    monkeypatch.setattr(explain, "reason_of", reason)
    found = pipeline.check(_example(repo_root, "olmo-3"), packs=packs, as_of=DAY)
    view = build_view(found)
    assert render_terminal(view, color=False, width=100)
    assert told == []
    render_json(found, view)
    assert len(told) > len(found.findings) / 2
