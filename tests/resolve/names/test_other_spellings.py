"""A bracket may hold a part of the name, or how the thing was run; what else it holds is read nowhere."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.other_spellings import otherwise

MODELS = {
    "FLUX.1 [dev]": "FLUX.1 dev",
    "FLUX.1 [schnell]": "black-forest-labs/FLUX.1-schnell",
    "FLUX.1 Kontext [dev]": "black-forest-labs/FLUX.1-Kontext-dev",
    "FLUX.2 [klein] 4B": "black-forest-labs/FLUX.2-klein-4B",
    "Gemma 3 (4B)": "google/gemma-3-4b-it",
    "Llama 3.1 (70B Instruct)": "meta-llama/Llama-3.1-70B-Instruct",
    "Mistral 7B (v0.1)": "mistralai/Mistral-7B-v0.1",
    "BERT (large)": "BERT large",
    "Whisper (medium)": "openai/whisper-medium",
    "Qwen3-8B (thinking)": "Qwen/Qwen3-8B",
    "gpt-oss-120b (high)": "openai/gpt-oss-120b",
}
SERVICES = {
    "FLUX.2 [pro]": "FLUX.2-pro",
    "GPT-5 (medium)": "gpt-5",
    "o4-mini (high)": "o4-mini",
    "Claude Sonnet 4.5 (Thinking 32K)": "claude-sonnet-4-5",
    "Gemini 2.5 (Pro)": "gemini-2.5-pro",
    "Mistral (medium)": "mistral-medium",
}
NO_MODELS = (
    "acme/Gemma 3 (4B)",
    "Qwen3-8B (ours)",
    "Llama-3.1-8B (fine-tuned)",
    "Llama 3.1 (8B, 70B)",
    "Mistral (medium)",
    "Qwen3 (max)",
    "DeepSeek-R1 (671B)",
    "alpaca (cleaned)",
)


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_packs().registry)


@pytest.mark.parametrize(("name", "plain"), MODELS.items())
def test_a_model_is_known_by_its_name_with_brackets(name: str, plain: str, names: Names) -> None:
    record, same = names.model(name), names.model(plain)
    assert record is not None
    assert same is not None
    assert record.id == same.id


@pytest.mark.parametrize(("name", "plain"), SERVICES.items())
def test_a_service_is_known_by_its_name_with_brackets(name: str, plain: str, names: Names) -> None:
    record, same = names.service(name), names.service(plain)
    assert record is not None
    assert same is not None
    assert record.id == same.id


@pytest.mark.parametrize("name", NO_MODELS)
def test_nothing_becomes_the_model_that_it_is_not(name: str, names: Names) -> None:
    assert names.model(name) is None
    assert name != "alpaca (cleaned)" or names.dataset(name) is None


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Qwen3-8B", []),
        ("Qwen3 (8B) base", ["Qwen3 8B base"]),
        ("Qwen3 (thinking) 8B", ["Qwen3 thinking 8B"]),
        ("Mistral (medium)", ["Mistral medium"]),
        ("(8B)", []),
        ("Gemma [some version]", ["Gemma some version", "Gemma"]),
        ("GPT-5 (no reasoning)", ["GPT-5 no reasoning", "GPT-5"]),
    ],
)
def test_what_is_tried(name: str, spellings: list[str]) -> None:
    assert list(otherwise(name)) == spellings


def test_the_words_of_sizes_tell_how_it_ran_only_where_it_is_hosted() -> None:
    assert list(otherwise("GPT-5 (medium)", hosted=True)) == ["GPT-5 medium", "GPT-5"]
    assert list(otherwise("Qwen3-8B (medium)")) == ["Qwen3-8B medium"]
