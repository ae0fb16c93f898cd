"""What went into a product in no settled role is asked in words of products, and the line says what it may be."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.model.answered.report import Question, Report
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import Position

DAY = datetime.date(2026, 11, 26)
PRODUCT = """lineage: 1
project: {{id: desk}}
publisher: {{name: Meadow University, kind: university, country: US}}
artifacts:
  base: {{kind: model, name: Qwen/Qwen3-8B}}
  embedder: {{kind: model, name: intfloat/multilingual-e5-large}}
  manuals: {{kind: dataset, name: Manuals of makers, origin: third-party}}
  leaflets: {{kind: document, name: Leaflets of makers, origin: third-party, license: none}}
  loader: {{kind: code, name: our loader, origin: own}}
  desk: {{kind: model}}
steps:
  - {{id: put-up, kind: {kind}, inputs: {{{inputs}}}, outputs: desk, period: 2026-01}}
releases:
  - {{artifact: desk, name: Help desk, date: 2026-02-01, license: Apache-2.0, access: product, commercial: false,
     function: general-purpose, markets: [US]}}
"""


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return pipeline.load_packs()


def _check(packs: Knowledge, inputs: str, kind: str = "deploy") -> Report:
    text = PRODUCT.format(kind=kind, inputs=inputs)
    return pipeline.check_text(text, "lineage.yaml", packs=packs, as_of=DAY)


def _of_roles(report: Report) -> list[Question]:
    return [one for one in report.questions if one.missing.fact == "step.role"]


@pytest.mark.parametrize("kind", ["deploy", "bundle"])
def test_a_product_is_not_asked_what_was_learned_from_its_documents(packs: Knowledge, kind: str) -> None:
    inputs = "component: base, tool: [embedder, manuals, leaflets, loader]"
    (question,) = _of_roles(_check(packs, inputs, kind))
    assert question.missing.question == (
        "How does the product of step put-up use intfloat/multilingual-e5-large, Manuals of makers and Leaflets of "
        "makers: as weights or a service that it runs (component), or as content that it answers from or shows "
        "(source)?"
    )
    (line,) = question.lines
    assert (line.path, line.value) == (
        ("steps", "put-up", "inputs"),
        "{component: [base, embedder], source: [manuals, leaflets], tool: loader}",
    )


def test_of_many_inputs_some_are_named(packs: Knowledge) -> None:
    (question,) = _of_roles(_check(packs, "unknown: base, tool: [embedder, manuals, leaflets]"))
    assert "use Qwen/Qwen3-8B, intfloat/multilingual-e5-large and 2 more: as" in question.missing.question


@pytest.mark.parametrize("role", ["source", "data"])
def test_what_a_product_answers_from_stands_in_it(packs: Knowledge, role: str) -> None:
    """The licence that came with it is asked at once, since nobody need say in which role it was read."""
    report = _check(packs, f"component: [base, embedder], {role}: [manuals, leaflets]")
    assert not _of_roles(report)
    waits = {
        one.source for one in report.findings if one.position is Position.NEEDS_FACTS and one.rule.startswith(
            ("data-licences/licence-not-known", "gaps/data-without-licence"))
    }  # fmt: skip
    routes = {route.reach for one in report.findings if one.source == "leaflets" for route in one.routes}
    assert "manuals" in waits
    assert routes == {"copy"}


def test_other_steps_are_asked_as_before(packs: Knowledge) -> None:
    (question,) = _of_roles(_check(packs, "base: base, unknown: manuals", "finetune"))
    assert question.missing.question.startswith("What was the input in step put-up (Manuals of makers): base")


@pytest.mark.parametrize("kind", ["deploy", "bundle"])
def test_the_line_for_an_unknown_input_of_a_product_names_the_roles_of_the_question(
    packs: Knowledge, kind: str
) -> None:
    (question,) = _of_roles(_check(packs, "component: base, unknown: [embedder, manuals]", kind))
    assert "(component)" in question.missing.question
    (line,) = question.lines
    assert line.value == "{component: [base, embedder], source: manuals}"
