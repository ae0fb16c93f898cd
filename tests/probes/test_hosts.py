"""Who trains on what an unnamed model wrote at a host of many has a question to answer, whichever host it was."""

from __future__ import annotations

import datetime
import re

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs

MANIFEST = """\
lineage: 1
project: {{id: hosted}}
publisher: {{name: Meadow Lab, kind: company, country: CH}}
artifacts:
  chat: {{kind: service, provider: {host}, name: their model, route: direct, plan: api}}
  asked: {{kind: dataset, name: Questions by our staff, origin: own, documented: {{where: sheet, generators: none}}}}
  base: {{kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}}
  rows: {{kind: dataset}}
  tuned: {{kind: model}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: chat, prompts: asked}}, outputs: rows, period: 2026-02}}
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: tuned, period: 2026-03}}
releases:
  - {{artifact: tuned, name: meadow/tuned, date: 2026-05-20, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, channels: [Hugging Face], markets: [CH], notices: [],
     license_copies: [Apache-2.0]}}
"""


@pytest.mark.parametrize("said", ["function: general-purpose", "function: embedding", "access: internal"])
def test_no_host_of_many_models_makes_an_unnamed_one_clean(said: str) -> None:
    packs = load_packs()
    hosts = [key for key, one in packs.registry.providers.items() if one.runs_weights or one.passes_on]
    assert len(hosts) > 80
    day = datetime.date(2026, 11, 28)
    field = said.partition(":")[0]
    manifest = "\n".join(
        re.sub(rf"{field}: [\w-]+", said, line)
        if line.startswith(("  - {{artifact", "     commercial"))
        else line
        for line in MANIFEST.splitlines()
    )
    clean = [
        host
        for host in hosts
        if pipeline.check_text(manifest.format(host=host), "m.yaml", packs=packs, as_of=day).exit_code == 0
    ]
    assert clean == []
