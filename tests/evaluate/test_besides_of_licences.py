"""A finding tells of the licence that its source is under, and of no other that the same rule reads."""

from __future__ import annotations

import datetime
import functools
import re

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import Finding
from compliance.model.answered.report import Report
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {{id: p}}
publisher: {{name: Meadow Lab, kind: company, country: KR}}
artifacts:
  base: {{kind: model, name: {name}}}
  tuned: {{kind: model}}
  written: {{kind: dataset}}
  taught: {{kind: model}}
  small: {{kind: model, name: Meadow small, origin: own}}
  rows: {{kind: dataset, name: Meadow rows, origin: own}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: tuned, period: 2026-02}}
  - {{id: write, kind: generate, inputs: {{teacher: base, prompts: rows}}, outputs: written, period: 2026-02}}
  - {{id: teach, kind: finetune, inputs: {{base: small, data: written}}, outputs: taught, period: 2026-02}}
releases:
  - {{artifact: tuned, name: meadow/lark, date: 2026-03-01, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, markets: [KR]}}
  - {{artifact: taught, name: meadow/wren, date: 2026-03-01, license: Apache-2.0, access: product,
     commercial: true, function: general-purpose, markets: [KR]}}
"""
OTHERS = ("HyperCLOVA", "Falcon", "set disclaimer", "model cards", "LTX", "safeguards that hosts")
MAKERS = {
    "Apple": "Apple",
    "Baichuan": "Baichuan",
    "BigCode": "BigCode",
    "Black Forest Labs": "FLUX",
    "Cohere": "Cohere",
    "Databricks": "DBRX",
    "DeepSeek": "DeepSeek",
    "Google": "Gemma",
    "Kuaishou": "Kolors",
    "LG": "EXAONE",
    "Lightricks": "LTX",
    "Meta": "Llama|LLaMA|Chameleon|OPT-175B|DINOv3|FAIR",
    "MiniMax": "MiniMax|H3",
    "Mistral": "Mistral",
    "Moonshot": "Kimi",
    "NAVER": "HyperCLOVA|NAVER",
    "NVIDIA": "NVIDIA|Nemotron",
    "NXAI": "NXAI",
    "Qwen": "Qwen|Tongyi",
    "Skywork": "Skywork",
    "Stability": "Stability|DeepFloyd",
    "TII": "Falcon",
    "Tencent": "Hunyuan",
    "xAI": "Grok",
    "Zhipu": "GLM-5|glm-4|ChatGLM|CogVideoX",
}
"""Makers of weights, by the words that their licences are spoken of with."""
FOLDERS = ("model-licences/", "data-licences/", "code-licences/")


@functools.cache
def report_on(name: str) -> Report:
    """What is found where a model is tuned, and taught from, and both results are put out."""
    return check_text(
        MANIFEST.format(name=name), "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 3, 2)
    )


def prose(found: Finding) -> str:
    """Every sentence that a finding takes from its rule, but for the reason, which names what is at hand."""
    reasons = (text for element in found.elements for _, text in element.because)
    return " ".join((found.says, found.consequence, found.does_not_cover, *reasons))


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
    found = next(one for one in report_on(name).findings if one.rule == "model-licences/pass-on-limits")
    words = f"{found.says} {found.consequence} {found.does_not_cover}"
    assert {one for one in OTHERS if one in words} == set(told)


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("meta-llama/Llama-3.1-8B", "Meta"),
        ("meta-llama/Meta-Llama-3-8B", "Meta"),
        ("google/gemma-2-9b", "Google"),
        ("Qwen/Qwen2.5-3B", "Qwen"),
        ("black-forest-labs/FLUX.1-dev", "Black Forest Labs"),
        ("mistralai/Mistral-Large-Instruct-2411", "Mistral"),
        ("tiiuae/falcon-11B", "TII"),
        ("bigcode/starcoder2-7b", "BigCode"),
        ("LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct", "LG"),
        ("tencent/Hunyuan-A13B-Instruct", "Tencent"),
        ("stabilityai/stable-diffusion-3.5-large", "Stability"),
        ("naver-hyperclovax/HyperCLOVAX-SEED-Text-Instruct-1.5B", "NAVER"),
    ],
)
def test_findings_on_the_weights_of_one_maker_name_no_other(name: str, maker: str) -> None:
    asked = [one for one in report_on(name).findings if one.rule.startswith(FOLDERS) and one.clauses]
    assert asked
    named = {
        (one.rule, other)
        for one in asked
        for other, words in MAKERS.items()
        if other != maker and re.search(rf"(?<![\w-])(?:{words})(?![a-z])", prose(one))
    }
    assert named == set()
