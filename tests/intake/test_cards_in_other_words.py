"""Sources in brackets, behind addresses without an owner, in Chinese words and columns, and in plain lists."""

from __future__ import annotations

import pytest

from tests.intake.conftest import MODEL, ROWS, Scanned, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The community part (sourced from the `reed_templates_dataset`) was cleaned.",
            {"reed_templates_dataset": "data"},
        ),
        ("The web part (taken from the marsh_corpus) is large.", {"marsh_corpus": "data"}),
        ("Part (sourced from the web_pages) is large.", {}),
        ("Rows in Welsh (translated by Anna Reed).", {}),
        (
            "Five reviewer personas, one model (`claude-opus-4-8`), read the items and retained 266 of 300.",
            {"claude-opus-4-8": "judged-by"},
        ),
        (
            "A panel of three reviewers, all played by GPT-4o, kept 120 of 140 items.",
            {"GPT-4o": "judged-by"},
        ),
        ("Reviewers read what was written by GPT-4o.", {"GPT-4o": "generated-by"}),
    ],
)
def test_what_brackets_and_reviews_tell_of_rows(
    scanned: Scanned, sentence: str, expected: dict[str, str]
) -> None:
    assert told(scanned, f"{ROWS}{sentence}\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was trained on [reed_it](https://huggingface.co/datasets/reed_it).", {"reed_it": "data"}),
        (
            "It was trained on [Reed news](https://huggingface.co/datasets/reed_news_nl) and "
            "[FenQA](https://huggingface.co/datasets/fen_qa).",
            {"reed_news_nl": "data", "fen_qa": "data"},
        ),
        ("It was evaluated on [Reed-it](https://huggingface.co/datasets/reed_it).", {}),
        (
            "| 模型 | 参数量 | 基座模型 |\n|---|---|---|\n| Heron-8B | 8B | Fen-8B-Base |",
            {"Fen-8B-Base": "base"},
        ),
        ("| Model | Base model |\n|---|---|\n| Heron | Qwen3-8B-Base |", {"Qwen3-8B-Base": "base"}),
        (
            "- **合成数据**：依托 Qwen3-235B-A22B-Thinking 从权威来源生成样本。",
            {"Qwen3-235B-A22B-Thinking": "generated-by"},
        ),
        ("整合 FenWeb-Edu、FineWiki、FenPile-2 等高质量开源语料，缓解遗忘。", {"FineWiki": "data"}),
        ("整合 Qwen3-8B、GPT-4 等模型的优点。", {}),
        ("## Training data\n\n- glue_mnli\n- fen_qa", {"glue_mnli": "data", "fen_qa": "data"}),
        ("## sft dataset info : all\n\n### 1k shuffled datasets\n\n- reed_qa", {"reed_qa": "data"}),
        ("## Training data\n\n- train_split\n- max_length", {}),
        ("## Evaluation data\n\n- glue_mnli\n- fen_qa", {}),
        (
            "It was trained on the ReedFake training split and is sensitive to pictures absent from\n"
            "ReedFake. Dataset terms apply.",
            {"ReedFake": "data"},
        ),
    ],
)
def test_what_addresses_columns_and_lists_tell_of_a_model(
    scanned: Scanned, text: str, expected: dict[str, str]
) -> None:
    found = told(scanned, f"{MODEL}{text}\n")
    assert expected.items() <= found.items()
    assert bool(found) == bool(expected)
