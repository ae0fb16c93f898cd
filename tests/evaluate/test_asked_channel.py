"""By which channel a model was reached is asked in words that fit its provider."""

from __future__ import annotations

import datetime
import pathlib

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge

DAY = datetime.date(2026, 11, 26)
MANIFEST = """\
lineage: 1
project: {{id: p}}
publisher: {{name: Meadow Lab, kind: company, country: US}}
artifacts:
  told: {{kind: service, name: {name}, provider: {provider}, plan: unknown}}
  rows: {{kind: dataset, license: MIT}}
  base: {{kind: model, name: meadow/base, origin: own, license: MIT}}
  out: {{kind: model}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: told}}, outputs: rows, period: 2026-09}}
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: out, period: 2026-09}}
releases:
  - {{artifact: out, name: meadow/out, date: 2026-10-01, license: MIT, access: open-weights, commercial: true,
     function: general-purpose, license_copies: [MIT]}}
"""


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


@pytest.mark.parametrize(
    ("provider", "name", "named"),
    [("openai", "gpt-4o-2024-08-06", False), ("moonshot", "kimi-k2", True), ("alibaba", "qwen-max", True)],
)
def test_a_platform_for_mainland_china_is_named_to_callers_of_providers_that_have_one(
    tmp_path: pathlib.Path, packs: Knowledge, provider: str, name: str, named: bool
) -> None:
    path = tmp_path / "lineage.yaml"
    path.write_text(MANIFEST.format(provider=provider, name=name))
    report = pipeline.check(path, packs=packs, as_of=DAY, tried=None)
    asked = [one.missing.question for one in report.questions if one.missing.fact == "source.route"]
    assert asked
    assert [("mainland" in one) for one in asked] == [named] * len(asked)
