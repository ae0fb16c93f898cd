"""What a card calls its own thing, values that a label names, and links to what is no thing of a hub."""

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.found import Found
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs

FRONT = "---\nlicense: mit\n---\n"


def read(text: str) -> Found:
    return read_card(text, "README.md", prose_reader(RegistryWords(load_packs().registry)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Fen-7B\n\nText.", "Fen-7B"),
        ("## Fen-7B\n\nText.\n\n## Usage\n", "Fen-7B"),
        ("### opus-fen-de\n* a: b\n", "opus-fen-de"),
        ("# Fen Model Card\n", "Fen"),
        ("# Model Card for Fen\n", "Fen"),
        ("## Before\n\n# Fen-7B\n", "Fen-7B"),
        ("# Intro\n\nFen is small.", ""),
        ("## Getting started\n\nText.", ""),
        ("Text.\n\n## Diffusers\n", ""),
        ("# New version is available! [fen/fen-7b-v2](https://huggingface.co/fen/fen-7b-v2)\n", ""),
        ("# Fen Pictures 2 is a model of high quality for pictures of birds, made by us\n", "Fen Pictures 2"),
        ("Text without any heading.", ""),
        ("# The [FenBERT](https://huggingface.co/fen/fen-bert) model fine-tuned for names\n", ""),
        ("# [FenBERT](https://huggingface.co/fen/fen-bert)\n", "fen/fen-bert"),
        ("# A tune. Original model: [fen/fen-bert](https://huggingface.co/fen/fen-bert)\n", ""),
        ("# LoRA for [fen/fen-bert](https://huggingface.co/fen/fen-bert)\n", ""),
        ("# [fen/fen-bert](https://huggingface.co/fen/fen-bert) exported to ONNX\n", ""),
    ],
)
def test_the_title_is_the_first_heading_that_names_something(body: str, expected: str) -> None:
    assert [one.name for one in read(FRONT + body).published] == [expected]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("* dataset: opus100", {("opus100", "data")}),
        ("- **Training dataset:** `fenset`", {("fenset", "data")}),
        ("- Base model: fenbert", {("fenbert", "base")}),
        ("- dataset: custom", set()),
        ("- dataset: two news sites", set()),
        ("- Base model: yes, of course", set()),
    ],
)
def test_a_single_word_behind_a_label_is_a_name(item: str, expected: set[tuple[str, str]]) -> None:
    found = read(f"# Work\n\n{item}\n").sightings
    assert {(one.name, one.relation) for one in found if one.is_lineage} == expected


def test_an_app_that_a_link_leads_to_is_no_thing_of_a_hub() -> None:
    page = "# Work\n\nNumbers taken from [fen/arena-leaderboard](https://huggingface.co/spaces/fen/arena-leaderboard)."
    assert [one.name for one in read(page).sightings] == []
