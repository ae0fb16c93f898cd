"""What cards state in forms of many kinds becomes an upstream; what only looks like it does not."""

from __future__ import annotations

import pytest

from tests.intake.conftest import MODEL, ROWS, Scanned, told


@pytest.mark.parametrize("before", ["\n", "\n\n", "  \n"])
def test_fields_behind_blank_lines_are_fields(scanned: Scanned, before: str) -> None:
    text = f"{before}---\nlicense: mit\nbase_model: org/base-1\n---\n# Heron\n"
    assert told(scanned, text) == {"org/base-1": "base"}


def test_rules_behind_a_blank_line_that_hold_prose_are_no_fields(scanned: Scanned) -> None:
    assert told(scanned, "\n---\nSome prose on birds.\n---\n# Heron\n") == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Please cite our paper when Qwen2.5-72B-Instruct is used to help produce a publication.",
        "If you use GPT-4 labels or Heron to produce results, please cite our work.",
        "We ask that you acknowledge this project whenever Claude 3 Opus rewrites its texts for you.",
        "Heron is a text-to-audio model created by Suno.",
        "Heron is a large language model developed and built by Cohere.",
        "It was not aligned with filtering of responses like ChatGPT, so it can be rude.",
        "Heron gives answers like GPT-4 on a phone.",
        "Zero-shot GPT-4 scores 61% on that set. Claude 3 Opus ranks second.",
        "Heron v3.1 offers additional models based on BEiT, Swin and Next-ViT.",
        "If you look for more llama-based models, see my page.",
        "The method is presented in a paper on ArXiv after fine-tuning.",
        "* Example (en): This model is a fine-tuned version of Wren-7B developed by Marsh.",
        "This model was trained using [BirdTransformers](https://x.org) [Cross-Encoder](https://x.org/ce) class.",
        "Clients that load it:\n\n* [GPT4All](https://gpt4all.io), a free and open source local GUI for Windows.",
        "*Finetuned Marsh WebUI Demo by wren*",
        "## References\n\n- [ImageNet-21k Dataset](http://www.image-net.org/)",
    ],
)
def test_what_readers_do_who_made_it_and_what_it_is_like_is_no_upstream(
    scanned: Scanned, sentence: str
) -> None:
    assert told(scanned, MODEL + sentence + "\n") == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The labels of the set were created by OpenAI.", {"OpenAI": "generated-by"}),
        ("The control network comes from org/controlnet-21.", {"org/controlnet-21": "base"}),
        ("A dreambooth finetune of stable diffusion 1.5 model for reeds.", {"stable diffusion 1.5": "base"}),
        (
            "Prompts are taken from:\n\n- open sets (e.g. FLAN, OpenHermes)\n- LMSYS-Chat-1M\n",
            {"FLAN": "data", "OpenHermes": "data", "LMSYS-Chat-1M": "data"},
        ),
        (
            "Модель обучена на следующих наборах данных:\n\n- ReedReviews — 20 тысяч отзывов\n- MarshNews\n",
            {"ReedReviews": "data", "MarshNews": "data"},
        ),
        ("このモデルはMarshFactaをベースにした階層マージモデルです。", {"MarshFacta": "base"}),
        (
            "**Language:** English\n**Training data:** SQuAD 2.0\n**Eval data:** SQuAD 2.0\n",
            {"SQuAD 2.0": "data"},
        ),
        (
            "[Code](https://github.com/w/x) | [**🤖 Base Model**](https://huggingface.co/wren/root-7b)",
            {"wren/root-7b": "base"},
        ),
        (
            "These files are GPTQ model files for [Wren's Marsh](https://huggingface.co/wren/Marsh-13B).",
            {"wren/Marsh-13B": "base"},
        ),
        (
            "It is a merge of these models:\n\n* [wren/A-7B](https://huggingface.co/wren/A-7B), based on "
            "[wren/B-7B](https://huggingface.co/wren/B-7B)\n* [wren/C-7B](https://huggingface.co/wren/C-7B)\n",
            {"wren/A-7B": "base", "wren/C-7B": "base"},
        ),
        (
            "- VAE: [TAESD](https://huggingface.co/wren/taesd)\n\nThis version employs TAESD, which may blur.\n",
            {"wren/taesd": "component"},
        ),
        (
            "It generates ChatGPT & GPT-3 prompts and is a fine-tuned version of "
            "[wren/reed-large](https://huggingface.co/wren/reed-large).",
            {"wren/reed-large": "base"},
        ),
        (
            "We used a dataset from [MarshDoctor](https://arxiv.org/abs/2303.14070) of 200,000 pairs.",
            {"MarshDoctor": "data"},
        ),
        (
            "heron-phi is a LLaVA model fine-tuned from microsoft/Phi-3-mini-4k-instruct.",
            {"microsoft/Phi-3-mini-4k-instruct": "base"},
        ),
    ],
)
def test_what_a_model_s_card_states_is_told(scanned: Scanned, text: str, wanted: dict[str, str]) -> None:
    assert told(scanned, MODEL + text + "\n") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is a modified version of the original Marsh corpus.", {"Marsh": "data"}),
        ("This is a set of questions based on the RUMarsh.", {"RUMarsh": "data"}),
        (
            "It was used to fine-tune [wren/camembert-reed](https://huggingface.co/wren/camembert-reed).",
            {},
        ),
        ("Fluency is judged by a classifier trained on the CoLA dataset.", {}),
        (
            "Articles were collected from newspapers such as Marsh Daily, Polderpost and Bog Times.",
            {"Marsh Daily": "data", "Polderpost": "data", "Bog Times": "data"},
        ),
        (
            "The articles were collected from fen.nl, polder.nl and bog-news.org by the authors.",
            {"fen.nl": "data", "polder.nl": "data", "bog-news.org": "data"},
        ),
        (
            "The dataset was crawled from [World Marsh Dutch news](https://nl.worldmarsh.org/).",
            {"World Marsh Dutch news": "data"},
        ),
        (
            "### Source Data\n\n- https://github.com/Wren/Marsh-Articles\n- https://arxiv.org/abs/2001.00001\n",
            {"https://github.com/Wren/Marsh-Articles": "data"},
        ),
        (
            "### Source Data\n\n- [UD_Reed-Marsh](https://github.com/UD/UD_Reed-Marsh)\n",
            {"UD_Reed-Marsh": "data"},
        ),
        (
            "#### Initial Data Collection and Normalization\n\n[More Information Needed](https://github.com/x/y)\n",
            {},
        ),
    ],
)
def test_what_a_page_of_rows_states_is_told(scanned: Scanned, text: str, wanted: dict[str, str]) -> None:
    assert told(scanned, ROWS + text + "\n") == wanted


def test_a_table_of_merges_tells_what_went_in_and_not_what_its_steps_made(scanned: Scanned) -> None:
    text = (
        "Step | Interpolation Method | Primary Model | Secondary Model | Merge Name\n---|---|---|---|---\n"
        "1 | Weighted Sum 0.3 | Anything V3 | Berry Mix | heron-30\n"
        "2 | Weighted Sum 0.3 | heron-30 | Reed F222 | heron-31\n"
    )
    wanted = {"Anything V3": "base", "Berry Mix": "base", "Reed F222": "base"}
    assert told(scanned, MODEL + text) == wanted


def test_a_table_that_compares_two_models_merges_none(scanned: Scanned) -> None:
    text = "| Model A | Model B | Wins of A |\n|---|---|---|\n| Reed V3 | Marsh V2 | 61 |\n"
    assert told(scanned, MODEL + text) == {}


def test_what_a_named_model_was_trained_on_is_told_of_that(scanned: Scanned) -> None:
    text = (
        'This specific model, named "google/vit-base-patch16-224-in21k," is pre-trained on a collection of images, '
        "leveraging the ImageNet-21k dataset."
    )
    assert "ImageNet-21k" not in told(scanned, MODEL + text)


def test_rows_of_whoever_trained_the_model_are_told_by_a_heading(scanned: Scanned) -> None:
    text = "---\nlicense: mit\n---\n# DreamBooth model for reeds trained by wren on the wren/reeds dataset.\n"
    assert told(scanned, text) == {"wren/reeds": "data"}
