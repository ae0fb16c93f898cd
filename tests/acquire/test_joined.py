"""What lists, headings and addresses of a card name: members of a merge, parts, bases, rows; and what they do not."""

from __future__ import annotations

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.joined import joined
from compliance.acquire.markdown import read_page
from compliance.intake.folder import prose_reader
from compliance.intake.registry_words import RegistryWords
from compliance.model.sighting import Sighting
from compliance.pipeline import load_packs

LIST = "- fenlab/Heron\n- [moor](https://huggingface.co/moor/Bittern-7b) (a quarter)\n- none of them\n"


READ = prose_reader(RegistryWords(load_packs().registry))


def card(text: str) -> list[Sighting]:
    return read_card(text, "README.md", READ).sightings


def sighted(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.relation) for one in card(text) if one.is_lineage and "front" not in one.how]


def told(text: str) -> list[tuple[str, str]]:
    paragraphs = read_page(text, "README.md").paragraphs
    return [(one.name, one.relation) for paragraph in paragraphs for one in joined(paragraph)]


@pytest.mark.parametrize(
    "above",
    ["## Models used", "## Models and LoRAs merged", "## Base models", "## Merge details",
     "It is a merge of these models:", "The following checkpoints were combined with TIES:"],
)  # fmt: skip
def test_items_beneath_words_on_a_merge_are_its_bases(above: str) -> None:
    assert told(f"# Egret\n\n{above}\n\n{LIST}") == [("fenlab/Heron", "base"), ("moor/Bittern-7b", "base")]


def test_items_beneath_words_on_parts_are_parts() -> None:
    text = f"# Egret\n\nEgret is small. The model consists of two parts:\n\n{LIST}"
    assert told(text) == [("fenlab/Heron", "component"), ("moor/Bittern-7b", "component")]


@pytest.mark.parametrize(
    "above",
    ["## Other models used", "## Models used for comparison", "## Available models", "You can be merging these models:",
     "We tested the following models:", "## Usage"],
)  # fmt: skip
def test_items_beneath_other_words_are_none(above: str) -> None:
    assert told(f"# Egret\n\n{above}\n\n{LIST}") == []


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("# Egret: fine-tuned from GPT-2", [("GPT-2", "base")]),
        ("# Egret\n\n## Conversion of [this](https://huggingface.co/distilgpt2)", [("distilgpt2", "base")]),
        ("# Egret\n\n## A quantized version of moor/Bittern-7b", [("moor/Bittern-7b", "base")]),
        ("# Egret\n\n## Models trained on SQuAD", []),
        ("# Egret\n\n## moor/Bittern-7b", []),
    ],
)
def test_a_title_and_a_heading_over_a_thing_of_a_hub_say_what_the_work_was_made_from(
    head: str, wanted: list[tuple[str, str]]
) -> None:
    assert sighted(f"---\nlicense: mit\n---\n{head}\n\nIt reads.\n") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was trained on https://www.kaggle.com/datasets/fen/reed-notes.", [("fen/reed-notes", "data")]),
        (
            "It was trained on [the notes](https://kaggle.com/fen/reed-notes?x=1).",
            [("fen/reed-notes", "data")],
        ),
        ("It was trained on [his work](https://www.kaggle.com/code/fen/reed-notes).", []),
        ("It was fine-tuned from [it](https://huggingface.co/roberta-base).", [("roberta-base", "base")]),
        ("It was fine-tuned from [theirs](https://huggingface.co/fenlab).", []),
    ],
)
def test_addresses_name_rows_on_kaggle_and_the_hub_s_models_without_an_owner(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert sighted(f"---\nlicense: mit\n---\n# Egret\n\n{text}\n") == wanted


def test_what_a_sentence_says_of_a_linked_set_went_into_that_one() -> None:
    text = (
        "# Egret\n\nTrained on [Marsh](https://huggingface.co/datasets/fen/marsh-rows).\n\n"
        "Marsh was created by translating the SQuAD dataset.\n"
    )
    assert [(one.name, one.into) for one in card(text) if one.name == "SQuAD"] == [
        ("SQuAD", "fen/marsh-rows")
    ]
