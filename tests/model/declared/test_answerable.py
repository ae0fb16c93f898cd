"""Answers that nobody would believe of what is asked about are not offered."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report

MANIFEST = """
lineage: 1
project: {{id: p}}
publisher: {{name: Lab, kind: company}}
artifacts:
  s: {{kind: service, name: gpt-4o}}
  m: {{kind: model, name: meta-llama/Llama-3.1-8B}}
  out: {{kind: {kind}}}
steps:
  - {{id: put, kind: {step}, inputs: {{{inputs}}}, outputs: out}}
releases:
  - {{artifact: {released}, access: {access}, license: Apache-2.0, date: 2026-10-01, commercial: true}}
"""


def _report(released: str, access: str, kind: str, step: str, inputs: str) -> Report:
    text = MANIFEST.format(released=released, access=access, kind=kind, step=step, inputs=inputs)
    return pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 1))


def _answers(report: Report, fact: str = "release.access") -> set[str]:
    """All answers that are told for a fact of the release, in questions and in what they lead to."""
    asked = [one for one in report.questions if one.missing.fact == fact]
    lines = {value for one in asked for line in one.lines for value in (line.value, *line.options)}
    told = (each for one in report.findings for each in one.answers)
    led = {value for each in told if each.missing.fact == fact for value, _ in each.by_value}
    return lines | led


@pytest.mark.parametrize("access", ["public", "gated", "open-weights", "unknown"])
@pytest.mark.parametrize("released", ["s", "out"])
def test_nobody_is_told_to_hand_out_a_service_as_files(released: str, access: str) -> None:
    told = _answers(_report(released, access, "service", "deploy", "component: s"))
    assert told
    assert told <= {"api", "product", "internal"}


def test_weights_may_be_handed_out() -> None:
    told = _answers(_report("out", "unknown", "model", "finetune", "base: m"))
    assert {"open-weights", "gated", "api"} <= told


@pytest.mark.parametrize("stated", ["", "application", "dataset"])
def test_what_weights_are_for_is_not_asked_with_answers_that_are_not_believed(stated: str) -> None:
    text = MANIFEST.format(
        released="out", access="open-weights", kind="model", step="finetune", inputs="base: m, data: rows"
    ).replace("  out:", "  rows: {kind: dataset, name: tatsu-lab/alpaca, license: CC0-1.0}\n  out:")
    text = text.replace("commercial: true", f"commercial: true, function: {stated or 'unknown'}")
    report = pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 1))
    told = _answers(report, "release.function")
    assert "general-purpose" in told
    assert not told & {"application", "dataset"}


@pytest.mark.parametrize("kind", ["model", "dataset"])
def test_of_weights_it_is_asked_whose_they_are_and_not_whether_they_were_crawled(kind: str) -> None:
    role = "base" if kind == "model" else "data"
    text = MANIFEST.format(
        released="out", access="open-weights", kind="model", step="finetune", inputs=f"{role}: own"
    ).replace("  out:", f"  own: {{kind: {kind}, name: harbour}}\n  out:")
    report = pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 1))
    (asked,) = [one for one in report.questions if one.missing.fact == "source.origin"]
    (line,) = asked.lines
    offered = {line.value, *line.options}
    if kind == "model":
        assert asked.missing.question == "Whose model is harbour: the publisher's own, or a third party's?"
        assert offered == {"own", "third-party"}
    else:
        assert "crawled from the web" in asked.missing.question
        assert offered == {"web", "people", "own", "third-party"}
