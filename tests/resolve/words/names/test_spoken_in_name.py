"""Words in names of weights that say of which kind they are, beside those that tell what wrote their rows."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text

TUNE = """\
lineage: 1
project: {id: words}
publisher: {name: Meadow Lab, kind: nonprofit, country: JP}
artifacts:
  base: {kind: model, name: NAME, license: Apache-2.0}
  rows: {kind: dataset, origin: own, license: CC-BY-4.0, documented: {where: README, generators: none}}
  tuned: {kind: model}
steps:
  - {id: sft, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2025-06}
releases:
  - {artifact: tuned, name: meadow/tuned, date: 2025-07-07, license: Apache-2.0, access: open-weights}
"""


def asked_of_making(name: str) -> str:
    report = check_text(
        TUNE.replace("NAME", name), "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20)
    )
    return " ".join(
        one.missing.question for one in report.questions if one.missing.fact == "source.making_explained"
    )


@pytest.mark.parametrize("name", ["lark/meadow-llm-2b", "lark/meadow-VLM", "lark-llm/meadow-1.8b"])
def test_that_weights_are_a_language_model_tells_nothing_of_their_rows(name: str) -> None:
    asked = asked_of_making(name)
    assert "come about" in asked
    assert "its name holds" not in asked


@pytest.mark.parametrize("name", ["lark/meadow-llm-synthetic-2b", "lark/meadow-llm-distilled"])
def test_words_of_how_rows_came_to_be_are_told(name: str) -> None:
    assert "its name holds" in asked_of_making(name)
