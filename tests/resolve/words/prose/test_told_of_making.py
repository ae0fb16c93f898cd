"""What a notice names as a part of the weights is asked about where nothing behind them is that."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text

TEXT = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: university}
artifacts:
  base: {kind: model, name: meadow/lark-vl, license: MIT, documented: {where: paper, generators: none}}
  m: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base}, outputs: m, period: 2025-03}
releases:
  - {artifact: m, name: meadow/lark-robot, date: 2025-04-01, license: MIT, access: open-weights, commercial: false,
     function: vision, license_copies: [MIT], notices: [NOTICE]}
"""


@pytest.mark.parametrize(
    ("notice", "asked"),
    [
        ("Language Model: Llama-2", True),
        ("Language model: Llama-2 7B; vision encoder: our own", True),
        ("a VLM trained from: SigLIP, Language Model: Llama-2", True),
        ("LLM: Qwen2.5-7B-Instruct", True),
        ("Vision encoder: DINOv2 ViT-L/14", True),
        ("text encoder: Gemma-2-2b", True),
        ("Language model: lark-vl", False),
        ("Language model: our own", False),
        ("Tokenizer: Llama-2 tokenizer", False),
        ("It was compared with the language model Llama-2", False),
    ],
)
def test_a_part_that_a_notice_names_is_asked_about(notice: str, asked: bool) -> None:
    text = TEXT.replace("NOTICE", f'"{notice}"')
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 1, 1))
    questions = [one.missing.question for one in report.questions]
    assert any(f"“{notice}" in one for one in questions) is asked, questions


@pytest.mark.parametrize(
    ("notice", "asked"),
    [
        ("Thanks to all who shared their conversations on ShareGPT", True),
        ("Acknowledgements: ShareGPT", True),
        ("Data credit: LAION-5B", True),
        ("Rows by the users of ShareGPT", True),
        ("With thanks to the authors of UltraChat", True),
        ("Thanks to the authors of GSM8K, on which it was tested", False),
        ("Data by our own writers, thanks to all", False),
        ("No rows of ShareGPT are in it", False),
    ],
)
def test_a_known_set_that_a_notice_credits_is_asked_about(notice: str, asked: bool) -> None:
    test_a_part_that_a_notice_names_is_asked_about(notice, asked)
