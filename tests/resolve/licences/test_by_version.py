"""A choice of licences under which a line stands by version is no choice: the version is not known."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: university, country: EC}
artifacts:
  base: {kind: model, name: NAME, license: "LICENCE"}
  rows: {kind: dataset, name: Rows of our own, license: CC0-1.0, origin: own}
  out: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: out, period: 2025-09}
releases:
  - {artifact: out, name: meadow/lark-answers, date: 2025-10-10, license: Apache-2.0, access: open-weights,
     commercial: true, function: task-model, markets: [EC]}
"""


def _open_under(text: str, knowledge: Knowledge) -> set[str]:
    report = check_text(text, "m.yaml", packs=knowledge, as_of=datetime.date(2025, 10, 10))
    return {str(one.family) for one in report.findings if one.position not in ("clear", "remote")}


@pytest.mark.parametrize(
    ("name", "licence", "family"),
    [
        ("Qwen family", "Apache-2.0 OR Qwen License", "model-licence:qwen"),
        ("Qwen2.5 (size not said)", "Qwen License OR Apache-2.0", "model-licence:qwen"),
        ("Qwen2", "Apache-2.0 OR Tongyi Qianwen License", "model-licence:tongyi"),
    ],
)
def test_the_stricter_one_is_looked_at(name: str, licence: str, family: str) -> None:
    found = _open_under(MANIFEST.replace("NAME", name).replace("LICENCE", licence), load_packs())
    assert family in found


@pytest.mark.parametrize("name", ["Skua base", "Rook-7B"])
def test_somebody_else_may_offer_a_choice(name: str) -> None:
    text = MANIFEST.replace("NAME", name).replace("LICENCE", "Apache-2.0 OR Qwen License")
    assert "model-licence:qwen" not in _open_under(text, load_packs())
