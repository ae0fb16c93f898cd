"""A name tells the same of rows whether its words stand apart or are joined by hyphens, as file names are."""

from __future__ import annotations

import pytest

from tests.probes.test_kinds_of_silence import checked, written
from tests.resolve.words.names.test_in_ids import TUNE


def _called(name: str) -> int:
    return checked(written(TUNE, ("Meadow questions and answers", name)))


@pytest.mark.parametrize(
    "name", ["User prompts", "Court rulings", "Bought rows", "Support tickets", "Song lyrics", "LLM answers"]
)
def test_words_of_others_are_heard_in_either_spelling(name: str) -> None:
    spelt = (name, name.lower().replace(" ", "-"), name.lower().replace(" ", "_"))
    assert [_called(one) for one in spelt] == [1, 1, 1]


@pytest.mark.parametrize(
    "name", ["garden-questions-v2", "meadow_rows_2024", "answers-of-our-house", "pump-sounds"]
)
def test_names_of_ones_own_rows_are_quiet(name: str) -> None:
    assert _called(name) == 0
