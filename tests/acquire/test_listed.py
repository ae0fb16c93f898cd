"""Sets that nothing knows are told by a list of what went in; a list of anything else tells none."""

from __future__ import annotations

import pytest

from compliance.acquire.listed import listed
from compliance.acquire.markdown import read_page


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
