"""A manifest with variants is planned for variant by variant, each as if it stood in a manifest of its own."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest

from compliance import pipeline, planning
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.costs import load_costs
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.plan import Planning
from compliance.planning import Question
from compliance.render.planned.machine import plans_json
from compliance.render.planned.pages import variant_sections

pytest.importorskip("highspy")

HEAD = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DE}
artifacts:
  base: {kind: model, name: Qwen/Qwen2.5-7B}
  rows: {kind: dataset, origin: own, license: CC0-1.0}
  tuned: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2026-01}
"""
RELEASE = (
    "{{id: weights, artifact: tuned, name: meadow/tuned, date: 2026-02-01, license: Apache-2.0, access: open-weights, "
    "commercial: true, function: general-purpose{more}}}"
)
TEXT = f"""{HEAD}releases:
  - {RELEASE.format(more="")}
variants:
  bare: {{title: Without a copy}}
  with-copy: {{releases: [{{id: weights, artifact: tuned, license_copies: [Apache-2.0]}}]}}
"""


def _question(text: str) -> Question:
    packs = load_packs()
    return Question(
        check_manifest(parse_yaml(text, "lineage.yaml"), packs), packs, datetime.date(2026, 11, 26)
    )


@pytest.fixture(scope="module")
def found() -> dict[str, Planning]:
    """What each variant would take."""
    question = _question(TEXT)
    costs = load_costs(question.knowledge)
    return {name: planning.find_plans(one, costs) for name, one in planning.by_variant(question).items()}


def test_each_variant_has_plans_of_its_own(found: dict[str, Planning]) -> None:
    assert {name: (bool(one.open), len(one.plans)) for name, one in found.items()} == {
        "bare": (True, 1),
        "with-copy": (False, 0),
    }


@pytest.mark.parametrize(("name", "more"), [("bare", ""), ("with-copy", ", license_copies: [Apache-2.0]")])
def test_a_variant_stands_as_it_would_in_a_manifest_of_its_own(name: str, more: str) -> None:
    alone = _question(f"{HEAD}releases:\n  - {RELEASE.format(more=more)}\n")
    _, report = planning.by_variant(_question(TEXT))[name].judge(
        planning.by_variant(_question(TEXT))[name].loaded.manifest
    )
    expected = pipeline.check_loaded(alone.loaded, alone.knowledge, alone.as_of)
    assert {(one.identity, one.position) for one in report.findings} == {
        (one.identity, one.position) for one in expected.findings
    }


def test_a_manifest_without_variants_is_planned_for_as_it_is() -> None:
    question = _question(f"{HEAD}releases:\n  - {RELEASE.format(more='')}\n")
    assert planning.by_variant(question) == {"": question}


def test_variants_are_told_side_by_side_and_then_each(found: dict[str, Planning]) -> None:
    first, *rest = variant_sections(found)
    assert [line.text for line in first.lines] == [
        f"bare: cost {found['bare'].plans[0].cost}", "with-copy: cost 0",
    ]  # fmt: skip
    assert {section.title.partition(" · ")[0] for section in rest} == {"bare", "with-copy"}
    assert list(json.loads(plans_json(found))["variants"]) == ["bare", "with-copy"]


TO_COME = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: US, permission: {anthropic: PERMISSION}}
artifacts:
  claude: {kind: service, name: claude-sonnet-4, provider: anthropic, route: direct, plan: api}
  asked: {kind: dataset, name: Questions by our staff, origin: own}
  base: {kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}
  rows: {kind: dataset}
  tuned: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: claude, prompts: asked}, outputs: rows, period: 2025-11}
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2025-12}
releases:
  - {artifact: tuned, name: meadow/tuned, date: 2026-01-20, license: Apache-2.0, access: open-weights, commercial: true,
     function: general-purpose, license_copies: [Apache-2.0]}
"""
PAPER = "{answer: true, evidence: [{file: letter.pdf, date: 2025-10}]}"


def test_a_paper_that_is_to_come_counts_for_a_plan_as_little_as_for_a_check() -> None:
    question = _question(TO_COME.replace("PERMISSION", PAPER))
    _, held = question.judge(question.loaded.manifest)
    earlier = replace(question, as_of=datetime.date(2025, 9, 1))
    _, to_come = earlier.judge(earlier.loaded.manifest)
    checked = pipeline.check_loaded(earlier.loaded, earlier.knowledge, earlier.as_of)
    assert [one.identity for one in to_come.findings if to_come.is_open(one)] == [
        one.identity for one in checked.findings if checked.is_open(one)
    ]
    assert any("permission" in fact.key for one in to_come.findings for fact in one.missing)
    assert not any("permission" in fact.key for one in held.findings for fact in one.missing)
