"""A provider of what is no service is not read over."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report

MANIFEST = """\
lineage: 1
project: {{id: provided}}
publisher: {{name: Meadow Lab, kind: company, country: CH}}
artifacts:
  rows: {{kind: dataset, name: our rows, origin: own, documented: {{where: sheet, generators: none}}, {who}}}
  base: {{kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}}
  tuned: {{kind: model}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: tuned, period: 2026-02}}
releases:
  - {{artifact: tuned, name: meadow/tuned, date: 2026-05-20, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, channels: [Hugging Face], markets: [CH], notices: [],
     license_copies: [Apache-2.0]}}
"""


def _check(who: str) -> Report:
    text = MANIFEST.format(who=who)
    return pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 28))


@pytest.mark.parametrize("who", ["openai", "anthropic", "somebody-else"])
def test_a_provider_of_rows_is_their_developer(who: str) -> None:
    provided, developed = _check(f"provider: {who}"), _check(f"developer: {who}")
    assert provided.exit_code == developed.exit_code == 1
    assert {finding.rule for finding in provided.findings} == {finding.rule for finding in developed.findings}
    assert any("is taken as the developer" in warning for warning in provided.warnings)


def test_rows_without_a_provider_are_as_they_were() -> None:
    assert _check("developer: Meadow Lab").exit_code == 0


def test_a_developer_that_is_named_stays_and_what_is_not_read_is_told() -> None:
    both, alone = _check("developer: Meadow Lab, provider: openai"), _check("developer: Meadow Lab")
    told = [one for one in both.warnings if one not in alone.warnings]
    assert [one.partition(";")[0] for one in told] == [
        "artifact rows: a provider is said of a dataset, whose developer is Meadow Lab"
    ]


CALLED = """\
lineage: 1
project: {{id: called}}
publisher: {{name: Meadow Lab, kind: company, country: CH}}
artifacts:
  glm: {{kind: service, name: glm-4.6, provider: {who}, route: direct, plan: api}}
  rows: {{kind: dataset}}
  base: {{kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}}
  tuned: {{kind: model}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: glm}}, outputs: rows, period: 2026-06}}
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: tuned, period: 2026-06}}
releases:
  - {{artifact: tuned, name: meadow/tuned, date: 2026-08-20, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, markets: [CH]}}
"""


def _positions(who: str) -> set[tuple[str, str]]:
    report = pipeline.check_text(
        CALLED.format(who=who), "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 28)
    )
    return {(finding.rule, finding.position) for finding in report.findings if finding.source == "glm"}


@pytest.mark.parametrize("who", ["zhipu", "bigmodel", "zhipuai"])
def test_a_provider_by_another_of_its_names_is_the_one_that_rules_go_by(who: str) -> None:
    assert ("zai/external-models", "breach") in _positions(who)
    assert _positions(who) == _positions("zai")


def test_a_gateway_that_no_record_knows_stays_what_it_is_called() -> None:
    assert ("zai/external-models", "breach") not in _positions("our-gateway")
