"""What stands behind a thing accounts for a word that means it, and for no other model of the same house."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Artifact
from compliance.resolve.names.prepared import lookups
from compliance.resolve.words.names.accounts import accounts_for
from compliance.resolve.words.prose.spoken import Spoken, speaks_of


@pytest.mark.parametrize(
    ("weights", "words", "meant"),
    [
        ("openai/whisper-small", "OpenAI Whisper", True),
        ("openai/whisper-small", "GPT-4o", False),
        ("openai/whisper-small", "ChatGPT", False),
        ("openai/gpt-oss-20b", "GPT-4o", False),
        ("google/gemma-2-2b", "Gemini", False),
        ("mistralai/Mistral-7B-Instruct-v0.3", "Mistral Large", False),
        ("Qwen/Qwen2.5-7B-Instruct", "Qwen", True),
    ],
)
def test_weights_of_a_house_are_no_hosted_model_of_it(weights: str, words: str, meant: bool) -> None:
    names = lookups(load_packs().registry).names
    spoken = speaks_of(words, names)
    assert spoken
    item = Artifact(kind="model", name=weights)
    assert all(accounts_for(item, one, names) for one in spoken) == meant


def test_a_service_of_the_house_may_be_any_of_its_models() -> None:
    names = lookups(load_packs().registry).names
    item = Artifact(kind="service", name="our-endpoint", provider="openai")
    assert any(accounts_for(item, one, names) for one in speaks_of("GPT-4o", names))


@pytest.mark.parametrize(
    ("said", "name", "developer", "meant"),
    [
        ("of Wikipedia", "wikimedia/wikipedia", None, True),
        ("texts of the Wikipedia", "wikimedia/wikipedia", None, True),
        ("from Wikidata", "Labels of towns", "Wikidata", True),
        ("of Wikipedia", "Cookbook pages of Wikibooks", "Wikimedia Foundation", False),
        ("from the UCI", "uciana/rows", None, False),
        ("of others", "Tales of the Brothers Grimm", None, False),
        ("of Wikipedia under CC BY-SA", "databricks/databricks-dolly-15k", None, False),
    ],
)
def test_a_credit_to_what_stands_behind_a_thing_is_no_other_source(
    said: str, name: str, developer: str | None, meant: bool
) -> None:
    names = lookups(load_packs().registry).names
    item = Artifact(kind="dataset", name=name, developer=developer)
    assert accounts_for(item, Spoken(said), names) is meant


def test_weights_are_no_source_of_rows_that_a_credit_names() -> None:
    names = lookups(load_packs().registry).names
    assert not accounts_for(
        Artifact(kind="model", name="lark/wikipedia-bert"), Spoken("of Wikipedias"), names
    )
