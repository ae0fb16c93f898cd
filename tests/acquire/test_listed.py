"""Sets that nothing knows are told by a list of what went in; a list of anything else tells none."""

from __future__ import annotations

import pytest

from compliance.acquire.listing.listed import listed
from compliance.acquire.page.markdown import read_page


def names(text: str) -> list[str]:
    return [one.name for paragraph in read_page(text, "README.md").paragraphs for one in listed(paragraph)]


def table(above: str, head: str = "Dataset | Tokens | Share") -> str:
    return (
        f"# Heron\n\n{above}\n\n| {head} |\n|---|---|---|\n| fen-notes | 4B | 40% |\n| Total | 10B | 100% |\n"
    )


@pytest.mark.parametrize(
    ("above", "wanted"),
    [
        ("## Training data", ["fen-notes"]),
        ("## Datasets and mix", ["fen-notes"]),
        ("The data below was used to train Heron.", ["fen-notes"]),
        ("## Evaluation datasets", []),
        ("Heron was compared with others on these.", []),
        ("The data was used to test what we trained.", []),
    ],
)
def test_a_table_of_sets_tells_them_where_what_stands_above_says_that_they_went_in(
    above: str, wanted: list[str]
) -> None:
    assert wanted == names(table(above))


def test_a_column_of_something_else_lists_no_sets() -> None:
    assert names(table("## Training data", "Split | Tokens | Share")) == []


@pytest.mark.parametrize(
    ("lead", "wanted"),
    [
        ("Several datasets were used to fine-tune the model:", ["BITTERN", "Reed5k"]),
        ("It was trained on the union of:", ["BITTERN", "Reed5k"]),
        ("It was pre-trained on a large corpus. Later it was aligned by these steps:", []),
        ("Other datasets on which it can be trained:", []),
    ],
)
def test_items_beneath_words_on_training_name_sets_by_how_they_are_written(
    lead: str, wanted: list[str]
) -> None:
    text = f"# Heron\n\n{lead}\n\n- Birds of the Marsh (BITTERN) - 480 calls\n- Reed5k: reeds\n- reports of visitors\n"
    assert wanted == names(text)


@pytest.mark.parametrize(
    ("above", "wanted"),
    [
        ("## Training datasets", ["Reed Voices", "Fen Speech", "Marsh"]),
        ("It was trained on many datasets.", ["Reed Voices", "Fen Speech", "Marsh"]),
        ("## Languages and datasets\n\nOf each only the train set is used.", ["Reed Voices", "Fen Speech", "Marsh"]),
        ("## Links", []),
        ("## Evaluation datasets\n\nOf each only the train set is used.", []),
    ],
)  # fmt: skip
def test_labels_of_links_are_names_in_a_list_of_what_went_in(above: str, wanted: list[str]) -> None:
    items = "- [Reed Voices](https://reed.org) and [Fen Speech](https://fen.org)\n- the [Marsh](https://m.org) set\n"
    assert wanted == names(f"# Heron\n\n{above}\n\n{items}- [here](https://fen.org/more)\n")


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("the hr40k dataset, 40 thousand words", ["hr40k"]),
        ("40K FenChat data", ["FenChat"]),
        ("5M pairs from REED/BOG/Fen2, captioned", ["REED", "BOG", "Fen2"]),
        ("Fen Museum Open Access", ["Fen Museum Open Access"]),
        ("CC0 Photos", []),
        ("MIT", []),
        ("BOG, Reed Commons", ["BOG", "Reed Commons"]),
        ("Learning rate, Batch size", []),
    ],
)
def test_forms_of_items_that_name_sets(item: str, wanted: list[str]) -> None:
    assert wanted == names(f"# Heron\n\n## Training data\n\n- {item}\n")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("It was trained on data of these sources: the [Fen Sounds](https://fen.org), [Reed music collection]"
         "(https://reed.org) and the [Bog1](https://bog.org).", ["Reed music collection", "Bog1"]),
        ("It was tested on the dataset [Bog1](https://bog.org).", []),
        ("It was trained on data as told [here](https://bog.org).", []),
    ],
)  # fmt: skip
def test_what_a_sentence_on_training_links_to(sentence: str, wanted: list[str]) -> None:
    assert wanted == names(f"# Heron\n\n{sentence}\n")


@pytest.mark.parametrize(
    ("above", "wanted"),
    [
        ("Our training collection consists mainly of:", ["Fen21", "Reed Source", "Marsh collection"]),
        ("The pretraining corpus comprises:", ["Fen21", "Reed Source", "Marsh collection"]),
        ("The collection is shown in the following:", []),
    ],
)
def test_an_item_gives_members_of_a_kind_of_set(above: str, wanted: list[str]) -> None:
    item = "1. Annotated datasets like Fen21, Reed Source, and the Marsh collection"
    told = names(f"# Heron\n\n{above}\n{item}\n2. Our own datasets\n")
    assert [one.removesuffix(" collection") for one in wanted] == told


@pytest.mark.parametrize("part", ["200 hours of", "A subset of the", "reed_03 of the", "12,000 images from"])
def test_an_item_may_take_a_part_of_what_it_leads_to(part: str) -> None:
    page = read_page(
        f"## Training data\n\n- {part} [Fen Birds](https://fen.example/birds) (CC BY 4.0)\n", "a.md"
    )
    assert [one.name for each in page.paragraphs for one in listed(each)] == ["Fen Birds"]


def test_an_item_on_who_made_something_takes_no_part_of_it() -> None:
    page = read_page("## Training data\n\n- Author of the [Fen Birds](https://fen.example/birds)\n", "a.md")
    assert [one.name for each in page.paragraphs for one in listed(each)] == []


@pytest.mark.parametrize(
    "lead",
    ["The training was performed with the following:", "It was trained with the following hyperparameters:"],
)
def test_a_list_of_machines_and_settings_is_none_of_rows(lead: str) -> None:
    assert names(f"# Heron\n\n## Set-up\n\n{lead}\n\n- AMP: True\n- GPU: 12 GB\n") == []


def test_the_same_words_with_rows_are_a_list_of_rows() -> None:
    assert names("# Heron\n\nTraining was done with the following data sets:\n\n- FEN-20: 20 GB\n") == [
        "FEN-20"
    ]
