"""What only a whole card tells: sections without a title above, addresses behind a colon, examples, amounts."""

import pytest

from compliance.acquire.card import kind_of, read_card
from compliance.acquire.found import Found
from compliance.acquire.prose.upstreams import is_guess
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs

FRONT = "---\nlicense: mit\n---\n"


def read(text: str) -> Found:
    return read_card(FRONT + text, "README.md", prose_reader(RegistryWords(load_packs().registry)))


def told(text: str) -> set[tuple[str, str]]:
    return {(one.name, one.relation) for one in read(text).sightings if one.is_lineage and not is_guess(one)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("fp8 weights of:\n\nhttps://huggingface.co/fen/reed-dev\n", {("fen/reed-dev", "base")}),
        ("Original model: https://huggingface.co/fen/reed-7b\n", {("fen/reed-7b", "base")}),
        ("See also\n\nhttps://huggingface.co/fen/reed-dev\n", set()),
    ],
)
def test_an_address_is_what_the_words_before_its_colon_say(text: str, wanted: set[tuple[str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("heads", "wanted"),
    [
        ("## Quickstart\n\nText.\n\n## Previous releases\n\n### Release 0.2", set()),
        ("# Fen\n\n## Previous releases\n\n### Release 0.2", set()),
        ("## Quickstart\n\nText.\n\n## Making\n\n### Release 0.2", {("BERT base uncased", "base")}),
    ],
)
def test_a_section_counts_under_those_above_it_without_a_title(
    heads: str, wanted: set[tuple[str, str]]
) -> None:
    assert told(f"{heads}\n\nA version of the BERT base uncased model for fens.\n") == wanted


def test_an_example_of_use_tells_no_upstream() -> None:
    shown = "We take as an example the answering task: documents are passages extracted from Wikipedia.\n"
    assert not any(one.is_lineage for one in read(f"# Fen\n\n## Training\n\n{shown}").sightings)


@pytest.mark.parametrize("amount", ["5,000 ", "about 5k ", "The ", "40 hours of "])
def test_an_amount_may_stand_before_the_rows_of_a_section(amount: str) -> None:
    rows = read(f"# Fen\n\n## Training data\n\n{amount}COCO images with captions.\n").sightings
    assert {one.relation for one in rows if one.name == "COCO"} == {"data"}


def test_a_licence_behind_a_label_is_no_set() -> None:
    assert told("# Fen\n\n- dataset: `cc-by-nc-sa-4.0`\n- dataset: `fen100`\n") == {("fen100", "data")}


def test_a_switch_of_the_page_makes_no_data_set() -> None:
    assert kind_of({"license": "other", "viewer": False}) == "model"
    assert kind_of({"viewer": False, "task_categories": ["x"]}) == "dataset"
