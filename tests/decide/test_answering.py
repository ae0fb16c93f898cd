"""What an answer brings for a whole release is found by evaluating the manifest with it."""

from __future__ import annotations

import datetime
import pathlib

import pytest
import yaml

from compliance import pipeline
from compliance.decide import answering
from compliance.decide.answering import with_consequences
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Question, Report
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import Position
from compliance.render.view.questions import build_questions

DAY = datetime.date(2026, 11, 26)
ROOT = pathlib.Path(__file__).resolve().parents[2]
MANIFEST = """\
lineage: 1
project: {{id: p}}
publisher: {{name: Meadow Lab, kind: company, country: US}}
artifacts:
  gpt: {{kind: service, name: gpt-4o-2024-08-06, provider: openai, plan: api, {route}}}
  rows: {{kind: dataset, license: MIT}}
  base: {{kind: model, name: meadow/base, origin: own, {licence}}}
  out: {{kind: model}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: gpt}}, outputs: rows, period: 2026-05}}
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: out, period: 2026-06}}
releases:
  - {{artifact: out, name: meadow/out, date: 2026-10-01, license: MIT, access: open-weights, commercial: true,
     function: general-purpose, license_copies: [MIT]}}
"""


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


def _asked(
    tmp_path_factory: pytest.TempPathFactory, packs: Knowledge, fact: str, **fields: str
) -> Question | None:
    path = tmp_path_factory.mktemp("manifest") / "lineage.yaml"
    path.write_text(MANIFEST.format(**{"route": "note: x", "licence": "license: MIT", **fields}))
    report = pipeline.check(path, packs=packs, as_of=DAY, tried=None)
    return next((one for one in report.questions if one.missing.fact == fact), None)


def test_an_answer_that_clears_its_own_point_and_brings_another_says_so(
    tmp_path_factory: pytest.TempPathFactory, packs: Knowledge
) -> None:
    question = _asked(tmp_path_factory, packs, "source.route")
    assert question is not None
    brought = {answer: one.title for one in question.brings for answer in one.answers}
    assert "azure" in brought
    assert brought["azure"].startswith("Azure OpenAI output")


def test_an_answer_is_stated_only_as_far_as_it_brings_something(
    tmp_path_factory: pytest.TempPathFactory, packs: Knowledge
) -> None:
    question = _asked(tmp_path_factory, packs, "source.route")
    assert question is not None
    assert all(one.position is not Position.CLEAR for one in question.brings)
    assert "direct" not in {answer for one in question.brings for answer in one.answers}


def test_what_an_answer_brings_is_there_once_it_is_pasted(
    tmp_path_factory: pytest.TempPathFactory, packs: Knowledge
) -> None:
    text = MANIFEST.format(route="note: x", licence="license: MIT")
    after = pipeline.check_text(f"{text}artifacts.gpt.route: azure\n", "lineage.yaml", packs=packs, as_of=DAY)
    question = _asked(tmp_path_factory, packs, "source.route")
    assert question is not None
    told = {one.title for one in question.brings if "azure" in one.answers}
    assert told <= {point.title for point in after.points()}


def test_only_as_many_questions_are_tried_as_asked_for(packs: Knowledge) -> None:
    report = pipeline.check_text(
        MANIFEST.format(route="note: x", licence="note: y"), "m.yaml", packs=packs, as_of=DAY
    )
    tried: list[object] = []

    def retry(lines: object) -> Report | None:
        tried.append(lines)
        return None

    assert with_consequences(report, retry, 0) == report
    assert tried == []
    assert with_consequences(report, retry) == report
    assert tried


def test_a_placeholder_is_yaml() -> None:
    assert yaml.safe_load(MANIFEST.format(route="note: x", licence="note: y"))["lineage"] == 1


def test_answers_are_tried_until_they_make_very_many_findings_and_later_questions_say_so(
    packs: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = pipeline.check_text(
        MANIFEST.format(route="note: x", licence="note: y"), "m.yaml", packs=packs, as_of=DAY
    )
    tried: list[object] = []

    def retry(lines: object) -> Report | None:
        tried.append(lines)
        return None

    whole = with_consequences(report, retry)
    assert not any(one.untried for one in whole.questions)
    of_all = len(tried)
    tried.clear()
    monkeypatch.setattr(answering, "MOST_FINDINGS", (of_all - 1) * len(report.findings))
    bounded = with_consequences(report, retry)
    assert 0 < len(tried) < of_all
    assert any(one.untried for one in bounded.questions)
    assert "was not tried for" in build_questions(bounded).lead
    assert "was not tried for" not in build_questions(whole).lead


@pytest.mark.parametrize("example", ["olmo-3", "quickstart", "clean"])
def test_a_brief_check_opens_what_a_full_one_opens(packs: Knowledge, example: str) -> None:
    loaded = pipeline.load_manifest(ROOT / "examples" / example / "lineage.yaml", packs)
    full = pipeline.check_loaded(loaded, packs, DAY)
    brief = pipeline.check_loaded(loaded, packs, DAY, briefly=True)
    assert [(one.identity, one.position, one.readings) for one in brief.findings] == [
        (one.identity, one.position, one.readings) for one in full.findings
    ]
    assert brief.not_covered == full.not_covered
    assert brief.exit_code == full.exit_code
