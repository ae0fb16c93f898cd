"""What a manifest says in words, and its lineage leaves out, is asked about wherever the words stand."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs

MANIFEST = """\
lineage: 1
project: {id: words, title: Tune for meadows}
publisher: {name: Meadow Lab, kind: company, country: CH}
artifacts:
  base: {kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}
  rows: {kind: dataset, name: meadow/questions, origin: own, documented: {where: "README, Data", generators: none}}
  tuned: {kind: model, name: meadow/tuned, documented: {where: "README, Training", generators: none}}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, note: as planned,
     documented: {where: "docs/run.md", generators: none}}
releases:
  - {artifact: tuned, name: meadow/made, date: 2026-05-20, license: Apache-2.0, access: open-weights, commercial: true,
     function: general-purpose, channels: [Hugging Face], markets: [CH], notices: [Apache-2.0],
     license_copies: [Apache-2.0]}
"""
WEIGHTS = "README, Training"
ROWS = "README, Data"
DOCUMENTED = 'documented: {where: "README, Data", generators: none}'


def noted(note: str) -> tuple[str, str]:
    """What a note tells beside a page that says that no model wrote the rows."""
    return DOCUMENTED, f'{DOCUMENTED}, note: "{note}"'


def code(*changes: tuple[str, str]) -> int:
    """The exit code of the manifest with some words of it changed."""
    text = MANIFEST
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    day = datetime.date(2026, 11, 28)
    return pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=day).exit_code


@pytest.mark.parametrize(
    "changes",
    [
        [],
        [(WEIGHTS, "README, tuned from HuggingFaceTB/SmolLM2-1.7B")],
        [(WEIGHTS, "paper, table 3, compared with Llama 3.1")],
        [(WEIGHTS, "README: trained anew, not from Llama 3.1")],
        [("as planned", "evaluated against Qwen2.5-7B on 3 May")],
        [("as planned", "early stopping on GSM8K")],
        [("as planned", "three epochs on rows from our own wiki")],
        [("as planned", "prompt template of Vicuna")],
        [noted("the card, for internal use only")],
        [("name: meadow/tuned,", 'name: meadow/tuned, revision: "v1.2 of 3 May",')],
        [noted("README: written by two teachers, no row by a language model")],
        [("id: tune,", "id: tune-for-meadows,")],
        [noted("card: commercial use allowed")],
        [noted("answers by staff (two each)")],
        [noted("labels (yes or no)")],
        [noted("no answers of tools (ChatGPT)")],
        [noted("replies of our assistants at the desk")],
        [noted("card: no longer non-commercial")],
        [noted("README: no row was written by Claude, Gemini or a like tool")],
        [noted("README: messages in the OpenAI chat format")],
        [("as planned", "ChatGPT was not used")],
        [("as planned", "deduplicated against UltraFeedback")],
        [("[Hugging Face]", "[https://huggingface.co/meadow/made-1]")],
    ],
)  # fmt: skip
def test_words_that_fit_the_lineage_are_not_asked_about(changes: list[tuple[str, str]]) -> None:
    assert code(*changes) == 0


@pytest.mark.parametrize(
    "changes",
    [
        [(WEIGHTS, "tuned from meta-llama/Llama-3.1-8B")],
        [(WEIGHTS, "基于Llama-3.1-8B微调")],
        [(WEIGHTS, "https://huggingface.co/meta-llama/Llama-3.1-8B")],
        [("as planned", "LoRA on google/gemma-2-9b")],
        [("name: meadow/tuned,", 'name: meadow/tuned, revision: "distilled from GPT-4",')],
        [("id: tune,", "id: tune-llama-3-1-8b,")],
        [("Tune for meadows", "Tune of Llama 3.1 for meadows")],
        [("[Hugging Face]", "[https://huggingface.co/meadow/Llama-3.1-8B-tuned]")],
        [('documented: {where: "README, Training", generators: none}',
          'license: Apache-2.0, statements: [{license: Apache-2.0, where: "card: continued from Llama-3.1-8B"}]')],
        [(ROWS, "card: written by AI")],
        [(WEIGHTS, "README: trained on LibriSpeech and no_robots")],
        [(WEIGHTS, "README, for research only")],
        [(ROWS, "card: no commercial use")],
        [("as planned", "the questions are CC-BY-NC-4.0")],
        [("as planned", "with some rows from Alpaca")],
        [("as planned", "also some scraped pages")],
        [("notices: [Apache-2.0]", "notices: [Trained on texts scraped from news sites]")],
        [("as planned", "mixed in ShareGPT at 5 percent")],
        [("as planned", "plus 2k examples of a set whose origin nobody knows")],
        [(WEIGHTS, "README: the licence of the seed set is not clear")],
        [(ROWS, "answers of Llama 3 70B, cleaned")],
        [(ROWS, "incl. replies of the old assistant (GPT-3.5)")],
        [(ROWS, "answers of two tools (ChatGPT)")],
        [(ROWS, "Antworten des alten Assistenten (GPT-3.5)")],
        [(ROWS, "drafts by the old bot")],
        [(ROWS, "suggestions of the writing tool")],
        [("as planned", "then 2 percent of C4")],
        [("Tune for meadows", "Tune on answers by GPT-4o")],
        [(ROWS, "README: rows that do not parse were repaired by Claude")],
        [(ROWS, "README: GPT-4 drafted most of them, staff went over it")],
        [(ROWS, "README: 4k pairs by staff and 60k from UltraFeedback")],
        [(ROWS, "README: through OpenRouter with our key")],
        [("as planned", "questions without an answer went through ChatGPT")],
        [("inputs: {base: base, data: rows}", "inputs: {data: rows}"), ("kind: finetune", "kind: train"),
         ("as planned", "ImageNet weights and a new last layer")],
        [
            (
                'origin: own, documented: {where: "README, Data"',
                "note: Replies generated with GPT-4o., documented: {where: card",
            )
        ],
        [("meadow/questions, origin: own", "beta/gpt4-answers, license: CC0-1.0"),
         ("Data\", generators: none", "Data\", generators: [mistralai/Mistral-7B-Instruct-v0.2]")],
        [("origin: own, documented: {where: \"README, Data\", generators: none}",
          "license: CC0-1.0, documented: {where: answers by GPT-4, generators: [mistralai/Mistral-7B-Instruct-v0.2]}")],
    ],
)  # fmt: skip
def test_words_that_the_lineage_leaves_out_are_asked_about(changes: list[tuple[str, str]]) -> None:
    assert code(*changes) == 1


def test_what_is_said_not_to_be_in_it_is_believed() -> None:
    told = (WEIGHTS, "tuned from meta-llama/Llama-3.1-8B")
    denied = (
        '8B", generators: none',
        '8B", not_from: [Llama-3.1-8B], generators: none',
    )
    assert code(told, denied) == 0


def test_generators_that_are_named_account_for_what_the_name_speaks_of() -> None:
    rows = ("meadow/questions, origin: own", "beta/mistral-answers, license: CC0-1.0")
    named = ('Data", generators: none', 'Data", generators: [mistralai/Mistral-7B-Instruct-v0.2]')
    assert code(rows, named) == 0


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        ("alpaca-gpt4", 1),
        ("claude-answers", 1),
        ("gpt4o", 1),
        ("qa", 0),
        ("sft", 0),
        ("command", 0),
        ("llm-qa", 0),
    ],
)
def test_the_id_of_rows_is_heard_beside_their_name(rows: str, answer: int) -> None:
    assert code(("  rows: {", f"  {rows}: {{"), ("data: rows", f"data: {rows}")) == answer


@pytest.mark.parametrize(
    ("step", "answer"),
    [("ask-chatgpt", 1), ("gpt-4-answers", 1), ("write-with-claude", 1), ("gather", 0), ("download", 0)],
)
def test_the_name_of_the_step_that_gathers_rows_is_heard(step: str, answer: int) -> None:
    notes = ("artifacts:\n", "artifacts:\n  notes: {kind: dataset, name: Meadow notes, origin: own}\n")
    gather = f"steps:\n  - {{id: {step}, kind: collect, inputs: {{source: notes}}, outputs: rows}}\n"
    assert code(notes, ("steps:\n", gather)) == answer


@pytest.mark.parametrize(
    ("program", "denied", "answer"),
    [
        ("yt-dlp", False, 1),
        ("gallery-dl", False, 1),
        ("praw", False, 1),
        ("yt-dlp", True, 0),
        ("wget", False, 0),
    ],
)
def test_a_program_that_takes_from_sites_of_others_makes_nothing_ones_own(
    program: str, denied: bool, answer: int
) -> None:
    tool = f"artifacts:\n  taker: {{kind: code, name: {program}, license: MIT}}\n"
    gather = "steps:\n  - {id: gather, kind: collect, inputs: {tool: taker}, outputs: rows}\n"
    ours = [('Data", generators', f'Data", not_from: [{program}], generators')] if denied else []
    assert code(("artifacts:\n", tool), ("steps:\n", gather), *ours) == answer


def test_sentences_among_channels_are_heard() -> None:
    assert code(("[Hugging Face]", '["Hugging Face, rows written with Claude 3"]')) == 1
    assert code(("[Hugging Face]", "[Hugging Face, Ollama, ModelScope, our website]")) == 0
