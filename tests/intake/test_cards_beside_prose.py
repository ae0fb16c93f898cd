"""What cards tell in blocks of code and tables; thanks, offers and amounts; forms of the work and families."""

from __future__ import annotations

import pytest

from tests.intake.conftest import MODEL, Scanned, told


@pytest.mark.parametrize(
    ("heading", "code", "expected"),
    [
        (
            "Training",
            "huggingface-cli download org/fen-7b --local-dir ckpt\npython train.py --model ckpt",
            {"org/fen-7b": "base"},
        ),
        (
            "Reproducing our run",
            "hf download --repo-type dataset org/reed --local-dir data\naccelerate launch sft.py",
            {"org/reed": "data"},
        ),
        (
            "Fine-tuning",
            "git clone https://huggingface.co/org/fen-7b\nbash run_sft.sh",
            {"org/fen-7b": "base"},
        ),
        ("Inference", "huggingface-cli download org/fen-7b\npython chat.py", {}),
        ("Usage", "huggingface-cli download org/fen-7b\npython train.py", {}),
        ("Training", "huggingface-cli download org/heron-7b\npython train.py", {}),
    ],
)
def test_what_is_fetched_before_training_went_in(
    scanned: Scanned, heading: str, code: str, expected: dict[str, str]
) -> None:
    assert told(scanned, f"{MODEL}## {heading}\n\n```bash\n{code}\n```\n") == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Data mixture", {"org/fen": "data", "ReedQA-v2": "data"}),
        ("Training data breakdown", {"org/fen": "data", "ReedQA-v2": "data"}),
        ("Evaluation data", {}),
        ("Hardware", {}),
    ],
)
def test_shares_of_a_mixture_name_rows(scanned: Scanned, heading: str, expected: dict[str, str]) -> None:
    assert (
        told(scanned, f"{MODEL}## {heading}\n\n```\norg/fen: 60%\nReedQA-v2: 40%\nTotal: 100%\n```\n")
        == expected
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This is a org/fen-7b model trained on letters.", {"org/fen-7b": "base"}),
        ("Uses the Mistral-7B-v0.1 model, with safetensors.", {"Mistral-7B-v0.1": "base"}),
        ("Heron is rebuilt using Mistral-7B-v0.1 as a core.", {"Mistral-7B-v0.1": "base"}),
        ("It was trained from fen5-base-multitask with pairs.", {"fen5-base-multitask": "base"}),
        ("You can use Mistral-7B-v0.1 as a base.", {}),
    ],
)
def test_plain_words_tell_a_base(scanned: Scanned, sentence: str, expected: dict[str, str]) -> None:
    assert told(scanned, f"{MODEL}{sentence}\n") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Add Mistral-7B finetune instructions.",
        "We release the training code for further fine-tuning on Mistral-7B.",
        "Heron is now supported in Mistral-7B.",
        "Thanks to Mistral-7B, who assists in converting the weights.",
        "Heron-Extra is an adapted T2V model.",
    ],
)
def test_news_and_offers_make_no_upstream(scanned: Scanned, sentence: str) -> None:
    assert told(scanned, f"{MODEL}{sentence}\n") == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The adapter was merged into Mistral-7B-v0.1.", {"Mistral-7B-v0.1": "base"}),
        ("GPT-4o assisted in writing the answers of the training data.", {"GPT-4o": "generated-by"}),
    ],
)
def test_who_helped_to_write_and_what_was_merged_went_in(
    scanned: Scanned, sentence: str, expected: dict[str, str]
) -> None:
    assert told(scanned, f"{MODEL}{sentence}\n") == expected


def test_a_table_of_what_each_was_made_from_lists_rows_too(scanned: Scanned) -> None:
    text = (
        f"{MODEL}| Model | Dataset | Init model |\n|---|---|---|\n"
        "| Heron-7B | OpenHermes-2.5 + org/reed | Mistral-7B-v0.1 |\n"
    )
    assert told(scanned, text) == {"OpenHermes-2.5": "data", "org/reed": "data", "Mistral-7B-v0.1": "base"}


def test_an_amount_is_no_name(scanned: Scanned) -> None:
    text = f"{MODEL}| Model | Training data | Base model |\n|---|---|---|\n| Heron-7B | 740K | org/fen-7b |\n"
    assert told(scanned, text) == {"org/fen-7b": "base"}


def test_what_a_label_says_was_tested_on_did_not_go_in(scanned: Scanned) -> None:
    text = f"{MODEL}1. Test data: [org/reed](https://huggingface.co/datasets/org/reed)\n"
    assert told(scanned, text) == {}


def test_bold_links_below_a_heading_on_training_are_rows(scanned: Scanned) -> None:
    text = f"{MODEL}## Datasets used for model training\n\n**[FenTweets](https://fen.org)**\n\n> A. Reed, 2012.\n"
    assert told(scanned, text) == {"FenTweets": "data"}


def test_names_that_go_on_behind_rows_of_a_hub_are_rows(scanned: Scanned) -> None:
    text = (
        f"{MODEL}Fine-tuned [org/fen-53](https://huggingface.co/org/fen-53) using the "
        "[Reed](https://huggingface.co/datasets/org/reed), [MARSHQ](https://m.org) and some other data.\n"
    )
    assert told(scanned, text) == {"org/fen-53": "base", "org/reed": "data", "MARSHQ": "data"}


def test_what_an_item_tells_of_a_set_went_into_that_set(scanned: Scanned) -> None:
    text = (
        f"{MODEL}Heron was trained on the following datasets:\n\n"
        "- [ReedQ](https://r.org): contains 40 hours of speech selected from the [FenTalk](https://f.org) corpus.\n"
    )
    assert told(scanned, text) == {"ReedQ": "data"}


def test_a_part_built_on_what_a_link_names_is_one(scanned: Scanned) -> None:
    text = f"{MODEL}The audio encoder is built upon [Marsh](https://github.com/org/marsh), an open encoder.\n"
    assert told(scanned, text) == {"Marsh": "component"}


def test_a_copied_heading_is_not_the_name_of_the_work(scanned: Scanned) -> None:
    front = "---\npretty_name: Heron notes\nsource_datasets:\n- extended|org/fenqa\ntask_categories:\n- other\n---\n"
    scan = scanned({"README.md": f"{front}# Dataset Card for FenQA\n\nNotes on questions.\n"})
    assert [one.name for one in scan.released] == ["Heron notes"]
    assert {one.name: one.relation for one in scan.upstreams} == {"org/fenqa": "data"}


def test_a_page_of_a_family_tells_the_bases_of_its_sizes(scanned: Scanned) -> None:
    text = (
        "# Heron-o1\n\n|  | **Backbone** | Language |\n|---|---|---|\n"
        "| **Heron-o1-8B** | LLaMA-3.1-8B | English |\n| **Heron-o1-7B** | Qwen2.5-7B | Chinese |\n"
    )
    assert list(told(scanned, text).values()) == ["base", "base"]
