"""A line that is not filled in is told once: by the question that waits for it, or, where none does, on its own."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.cause import is_unfilled
from compliance.model.answered.report import Gate, Report
from compliance.model.known.knowledge import Knowledge
from compliance.render.view.cause_table import build_causes
from compliance.render.view.report_view import build_view

DAY = datetime.date(2026, 11, 26)
MANIFEST = """lineage: 1
project: {id: a}
publisher: {name: Meadow, kind: company, country: US}
artifacts:
  base: {kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}
  rows: {kind: dataset, name: meadow rows, documented: {where: README, generators: none}}
  more: {kind: dataset, name: other rows, documented: {where: README, generators: none}}
  tuned: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: [rows, more]}, outputs: tuned, period: 2026-01}
releases:
  - {artifact: tuned, id: weights, name: meadow/t, date: 2026-02-01, license: Apache-2.0, access: open-weights,
     channels: [hf], markets: [US], commercial: true, function: general-purpose, license_copies: [Apache-2.0],
     notices: []}
"""
LINE = MANIFEST.count("\n") + 1
LICENCE = "artifacts.rows.license: FILL-IN\n"


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


def _check(text: str, packs: Knowledge, allowed: tuple[str, ...] = (), gate: Gate = "plain") -> Report:
    loaded = check_manifest(parse_yaml(text, "lineage.yaml"), packs)
    return pipeline.check_loaded(loaded, packs, DAY, allowed=allowed, gate=gate)


def _apart(report: Report) -> list[str]:
    return [one.name for one in report.not_covered if is_unfilled(one)]


def _told(report: Report) -> list[str]:
    return [
        one.missing.question
        for one in report.questions
        if "still holds a placeholder" in one.missing.question
    ]


def test_the_question_tells_of_the_line_and_nothing_else_does(packs: Knowledge) -> None:
    before, after = _check(MANIFEST, packs), _check(MANIFEST + LICENCE, packs)
    told = _told(after)
    assert len(told) == 1
    assert told[0].startswith(f"Line {LINE} still holds a placeholder. ")
    assert "meadow rows" in told[0]
    assert _apart(after) == []
    assert len(build_causes(after)) == len(build_causes(before))
    assert len(after.questions) == len(before.questions)
    assert after.exit_code == before.exit_code == 1


def test_positions_stay_and_findings_name_the_line(packs: Knowledge) -> None:
    before = {one.identity: one for one in _check(MANIFEST, packs).findings}
    after = {one.identity: one for one in _check(MANIFEST + LICENCE, packs).findings}
    assert {key: one.position for key, one in before.items()} == {
        key: one.position for key, one in after.items()
    }
    moved = [one for key, one in after.items() if one.missing != before[key].missing]
    assert moved
    for finding in moved:
        assert f"Line {LINE} still holds a placeholder" in finding.reason


def test_the_table_of_causes_says_which_line(packs: Knowledge) -> None:
    whys = [cause.why for cause in build_causes(_check(MANIFEST + LICENCE, packs))]
    assert f"line {LINE} still holds a placeholder" in whys


def test_the_line_is_shown_where_it_stands(packs: Knowledge) -> None:
    report = _check(MANIFEST + LICENCE, packs)
    places = {line.path: line.location for one in report.questions for line in one.lines}
    assert places["artifacts", "rows", "license"] == f"lineage.yaml:{LINE}:1"
    assert places["artifacts", "more", "license"] == "lineage.yaml:7:3"


def test_several_lines_of_one_question_are_told_together(packs: Knowledge) -> None:
    report = _check(f"{MANIFEST}{LICENCE}artifacts.more.license: FILL-IN\n", packs)
    (told,) = _told(report)
    assert told.startswith(f"Each of lines {LINE} and {LINE + 1} still holds a placeholder. ")


@pytest.mark.parametrize("line", ["releases.weights.notices: [FILL-IN]", "steps.tune.period: ..."])
def test_an_entry_of_a_list_goes_by_its_id(line: str, packs: Knowledge) -> None:
    report = _check(f"{MANIFEST}{line}\n", packs)
    assert _told(report) or _apart(report)[0].startswith(line.partition(":")[0])


def test_what_nothing_waits_for_stays_a_point_of_its_own(packs: Knowledge) -> None:
    report = _check(f"{MANIFEST}publisher.facts.monthly_users: FILL-IN\n", packs)
    assert _apart(report) == ["publisher.facts.monthly_users"]
    assert report.exit_code == 1


def test_what_is_allowed_to_stay_open_hides_no_line(packs: Knowledge) -> None:
    report = _check(MANIFEST + LICENCE, packs, allowed=("needs-facts", "not-covered"))
    assert _apart(report) == ["artifacts.rows.license"]
    assert report.exit_code == 1


def test_with_the_gate_off_it_is_told_once_too(packs: Knowledge) -> None:
    report = _check(MANIFEST + LICENCE, packs, gate="never")
    assert _apart(report) == []
    assert len(_told(report)) == 1


def test_a_name_that_is_not_filled_in_is_what_all_else_of_it_waits_for(packs: Knowledge) -> None:
    text = MANIFEST.replace("name: meadow rows", "name: FILL-IN")
    (told,) = {one.partition(".")[0] for one in _told(_check(text, packs))}
    assert told == "Line 6 still holds a placeholder"


def test_every_format_prints_the_same_words(packs: Knowledge) -> None:
    view = build_view(_check(MANIFEST + LICENCE, packs))
    asked = [one.question for one in view.questions.items]
    assert any(one.startswith(f"Line {LINE} still holds a placeholder. ") for one in asked)
