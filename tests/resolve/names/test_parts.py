"""A data set and the word that says what it is or which part is meant."""

from __future__ import annotations

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Registry
from compliance.resolve.names.lookup import Names


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_packs().registry


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("GSM8K train", "GSM8K"), ("GSM8K training set", "GSM8K"), ("the Dolma corpus", "Dolma"),
        ("HotpotQA dev split", "HotpotQA"), ("LibriSpeech dataset", "LibriSpeech"),
    ],
)  # fmt: skip
def test_the_part_is_of_the_set(registry: Registry, name: str, whole: str) -> None:
    names = Names(registry)
    assert names.dataset_entry(whole) is not None
    assert names.dataset_entry(name) is names.dataset_entry(whole)


@pytest.mark.parametrize(
    "name", ["medical corpus", "support train", "Falcon dataset", "our Dolma corpus", "test set"]
)
def test_a_word_of_any_text_is_no_set(registry: Registry, name: str) -> None:
    assert Names(registry).dataset_entry(name) is None


def test_in_running_text_the_words_for_the_part_are_the_sentences(registry: Registry) -> None:
    known = RegistryWords(registry)
    assert known("GSM8K") is not None
    assert known("GSM8K test set") is None
    assert known("GPT4All dataset") is not None
