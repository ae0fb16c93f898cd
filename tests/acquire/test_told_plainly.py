"""What a paragraph on training data tells without a verb went in: how much of what, from which set."""

from __future__ import annotations

import pytest

from compliance.acquire.card import read_card
from compliance.model.declared.sighting import Mention


def _silent(text: str, section: str) -> list[Mention]:
    return []


def rows(text: str) -> set[str]:
    """The rows that a page with this paragraph names."""
    found = read_card(f"# Heron hand\n\n{text}\n", "README.md", _silent)
    return {one.name for one in found.sightings if one.relation == "data"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Training data: 900 hours of play from Marsh Games' Fen Play release (MIT), cut into clips.", {"Fen Play"}),
        ("**Training data.** 40 hours of REED 2021 demonstrations and a few of our own.", {"REED 2021"}),
        ("## Training data\n\n2M tokens of FenText and 300 images from the Bog Bird Museum collection.",
         {"FenText", "Bog Bird Museum"}),
        ("Fine-tuning corpus: 12k questions from FenQA, filtered.", {"FenQA"}),
    ],
)  # fmt: skip
def test_an_amount_of_a_set_behind_such_a_label_went_in(text: str, names: set[str]) -> None:
    assert rows(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Training data: 300 hours of English speech, read by volunteers.",
        "Training data: 300 articles of German newspapers.",
        "Evaluation data: 40 hours of REED 2021 demonstrations.",
        "Training data: ours. Results are compared with 40 hours of REED 2021 demonstrations.",
        "It plays 40 hours of REED 2021 demonstrations.",
    ],
)
def test_other_amounts_tell_of_no_set(text: str) -> None:
    assert rows(text) == set()
