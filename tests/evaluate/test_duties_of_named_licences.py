"""Where a manifest and the registry differ on a licence, the words due are those of the licences that are named."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DK}
artifacts:
  base: {kind: model, name: NAME, license: LICENCE}
  rows: {kind: dataset, name: Questions of our own, origin: own, license: CC0-1.0}
  out: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: out, period: 2025-08}
releases:
  - {artifact: out, name: meadow/lark, date: 2025-10-10, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, markets: [DK]}
"""


@pytest.mark.parametrize(
    ("name", "licence", "prefixes"),
    [
        ("meta-llama/Llama-3.1-8B", "none", {"Llama"}),
        ("meta-llama/Llama-3.1-8B", "MIT", {"Llama"}),
        ("meta-llama/Meta-Llama-3-8B", "none", {"Llama 3", "Llama-3", "Llama3", "Llama_3"}),
        ("LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct", "no licence", {"EXAONE"}),
    ],
)
def test_a_name_is_owed_to_the_licence_that_is_named(name: str, licence: str, prefixes: set[str]) -> None:
    text = MANIFEST.replace("NAME", name).replace("LICENCE", licence)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))
    owed = [duty for one in report.findings if one.rule == "model-licences/name" for duty in one.duties]
    assert {word for duty in owed if duty.kind == "name-prefix" for word in duty.words} == prefixes
