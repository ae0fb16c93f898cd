"""What the first lines of a page say that it is about counts where no heading and no field says it."""

import pathlib

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.found import Found
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.released.releases import releases
from compliance.pipeline import load_packs

LICENSED = "---\nlicense: mit\n---\n"


def read(text: str) -> Found:
    return read_card(text, "README.md", prose_reader(RegistryWords(load_packs().registry)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heron-L is a small language model for marshes.\n", "Heron-L"),
        ("The Heron-L (HL) is a 40 million-parameter transformer.\n\n# Usage\n\nText.\n", "Heron-L"),
        ("Falcon-40B is a large language model. These are its files in another form.\n", ""),
        ("This is a language model.\n", ""),
        ("The Vision Transformer is a transformer encoder.\n", ""),
        ("Heron Tiny 2 is an encoder.\n", "Heron Tiny 2"),
        ("We are a group of people.\n", ""),
        ("# Reedling\n\nHeron-L is a small language model.\n", "Reedling"),
    ],
)
def test_a_page_is_called_by_its_first_sentence_where_no_heading_names_it(text: str, expected: str) -> None:
    assert [one[0] for one in read(text).titles] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This dataset provides information on ponds.\n", "dataset"),
        ("This repository contains a corpus that was collected by us.\n", "dataset"),
        ("This model was tuned for ponds.\n", "model"),
        ("|模型名称|heron|\n|---|---|\n|类别|图像|\n", "model"),
        ("Ponds are small.\n", "model"),
    ],
)
def test_a_licence_alone_does_not_make_rows_a_model(text: str, expected: str) -> None:
    assert [one.kind for one in read(LICENSED + text).published] == [expected]


def test_a_page_without_fields_that_calls_its_thing_a_model_makes_weights() -> None:
    assert read("This model was made by us.\n").makes_weights
    assert not read("This dataset was made by us.\n").makes_weights


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("# fen\\_small\n", ["fen_small"]),
        ("# Our next model is out (on our page)!\n", []),
        ("# Please read the licence first\n", []),
        ("# Inhalt\n", []),
        ("# 目录\n", []),
        ("# Ours\n", ["Ours"]),
    ],
)
def test_a_heading_to_readers_names_nothing(heading: str, expected: list[str]) -> None:
    assert [one[0] for one in read(heading).titles] == expected


def test_a_heading_over_a_part_of_a_page_that_began_in_prose_is_not_its_title() -> None:
    text = f"{'Ponds and their birds are told of. ' * 4}\n\n# Sample of use\n\nText.\n\n# Other things\n\nText.\n"
    assert read(text).titles == []
    assert [one[0] for one in read(f"{'Ponds. ' * 30}\n\n# Heron-L\n\nText.\n").titles] == ["Heron-L"]


def test_fields_count_that_stand_below_the_heading_of_a_copy() -> None:
    above = "\n# heron-l\n---\n\n\n## README([From there](https://fen.org))\n\n"
    found = read(f"{above}---\nlicense: mit\npipeline_tag: x\n---\n\n# Heron\n")
    assert [(one.kind, one.name, one.licence) for one in found.published] == [("model", "Heron", "mit")]
    assert read("# Heron\n\nText.\n\n---\nlicense: mit\n---\n").published == []


def test_a_page_is_the_folders_by_any_path(tmp_path: pathlib.Path) -> None:
    found = read("# Heron\n\nText.\n")
    found.titles = [
        (title, place.__class__(str(tmp_path / "README.md"), 1, 1)) for title, place in found.titles
    ]
    known = RegistryWords(load_packs().registry)
    assert [one.name for one in releases(found, tmp_path, known)] == ["Heron"]
    assert [one.name for one in releases(found, tmp_path / "sub", known)] == ["sub"]
