"""Models that a sentence takes as parts of the work, and names that the words around them tell to be rows."""

from __future__ import annotations

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.prose.role_told import role_told
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import Mention
from compliance.pipeline import load_packs


def read(text: str) -> dict[str, str]:
    prose = prose_reader(RegistryWords(load_packs().registry))
    found = read_card(f"---\nlibrary_name: transformers\n---\n# Heron\n\n{text}\n", "README.md", prose)
    return {one.name: one.relation for one in found.sightings if one.is_lineage}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We used FenNet and ReedViT as the vision backbones.",
            {"FenNet": "component", "ReedViT": "component"},
        ),
        ("- Uses MarshVec2-BERT, a semantic encoder for speech.", {"MarshVec2-BERT": "component"}),
        ("We use BogLM-2B as the initialization.", {"BogLM-2B": "base"}),
    ],
)
def test_what_a_model_is_taken_as_is_told_by_its_sentence(text: str, expected: dict[str, str]) -> None:
    assert {name: one for name, one in read(text).items() if name in expected} == expected


@pytest.mark.parametrize(
    "text", ["Unlike us, others use FenNet as the backbone.", "You can use FenNet as a vision backbone."]
)
def test_what_others_take_a_model_as_is_not_told_of_the_work(text: str) -> None:
    at = text.index("FenNet")
    assert role_told(Mention("FenNet", at, at + len("FenNet"), "data"), text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Texts were taken from Wikipedia and Tatoeba from each of six tongues.", {"Wikipedia", "Tatoeba"}),
        ("Lyrics were parsed from Genius.", {"Genius"}),
        ("The rows were downloaded from the FenData API in March.", {"FenData API"}),
        ("Heron is trained on 150k hours of speech, including Marsh (En) and MLS.", {"Marsh", "MLS"}),
        ("Heron is pre-trained on pairs from FenChem and fine-tuned on ReedQA.", {"FenChem", "ReedQA"}),
    ],
)
def test_where_rows_were_got_from_is_told_by_verb_and_list(text: str, expected: set[str]) -> None:
    told = read(text)
    assert expected <= {name for name, one in told.items() if one == "data"}


def test_what_a_sentence_calls_a_version_of_another_is_not_its_own_base() -> None:
    assert read("Bog 2 is a finetuned version of Llama-2-7B.").get("Bog 2") is None


def test_rows_of_a_table_parted_by_tabs_are_read() -> None:
    table = "## Training data\n\nDataset\t| Epochs\t|\n|---|---|\nFenCorpus\t| 2 |\nReedSum\t| 1 |\n"
    assert {name for name, one in read(table).items() if one == "data"} >= {"FenCorpus", "ReedSum"}


def test_sets_of_a_page_in_chinese_are_rows_where_amounts_stand_beside_them() -> None:
    table = "## FEN数据集\n\n| 数据集名称 | 数量 |\n|---|---|\n| fen_qa | 14,363 |\n| reed_2m | 2,000 |\n"
    assert {name for name, one in read(table).items() if one == "data"} >= {"fen_qa", "reed_2m"}
    assert not read(table.replace("FEN数据集", "FEN评测数据集"))
