"""What stands behind a thing accounts for a word that means it, and for no other model of the same house."""

from __future__ import annotations

import pytest

from compliance.load.packs import load_packs
from compliance.model.declared.manifest import Artifact
from compliance.resolve.names.prepared import lookups
from compliance.resolve.words.accounts import accounts_for
from compliance.resolve.words.spoken import speaks_of


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
