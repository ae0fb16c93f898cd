"""A finding tells of the licence that its source is under, and of no other that the same rule reads."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs import load_packs
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {{id: p}}
publisher: {{name: Meadow Lab, kind: company, country: KR}}
artifacts:
  base: {{kind: model, name: {name}}}
  tuned: {{kind: model}}
  rows: {{kind: dataset, name: Meadow rows, origin: own}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: tuned, period: 2026-02}}
releases:
  - {{artifact: tuned, name: meadow/lark, date: 2026-03-01, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, markets: [KR]}}
"""
OTHERS = ("HyperCLOVA", "Falcon", "set disclaimer", "model cards", "LTX", "safeguards that hosts")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("google/gemma-2-9b", ()),
        ("naver-hyperclovax/HyperCLOVAX-SEED-Text-Instruct-1.5B", ("HyperCLOVA",)),
        ("tiiuae/falcon-11B", ("Falcon",)),
        ("bigcode/starcoder2-7b", ("model cards",)),
    ],
)
def test_a_rule_on_many_licences_speaks_of_the_one_at_hand(name: str, told: tuple[str, ...]) -> None:
    report = check_text(
        MANIFEST.format(name=name), "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 3, 2)
    )
    found = next(one for one in report.findings if one.rule == "model-licences/pass-on-limits")
    words = f"{found.says} {found.consequence} {found.does_not_cover}"
    assert {one for one in OTHERS if one in words} == set(told)
