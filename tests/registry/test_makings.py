"""How much-used models were made is told per version, and who wrote for one stands behind that one alone."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_packs().registry)


def _behind(name: str, names: Names) -> set[str]:
    record = names.model(name)
    assert record is not None
    steps = record.ancestry.steps if record.ancestry else ()
    return {given for step in steps for inputs in step.inputs.values() for given in inputs}


@pytest.mark.parametrize(
    ("name", "making"),
    [
        ("openai/whisper-small", "from-scratch-or-people"),
        ("openai/whisper-large-v3", "known"),
        ("openai/whisper-large-v3-turbo", "undisclosed-by-developer"),
        ("Whisper", "not-looked-up"),
        ("hexgrad/Kokoro-82M", "undisclosed-by-developer"),
        ("microsoft/mdeberta-v3-base", "from-scratch-or-people"),
        ("google/siglip-base-patch16-224", "from-scratch-or-people"),
        ("google/siglip2-base-patch16-224", "not-looked-up"),
        ("BAAI/bge-small-en-v1.5", "known"),
        ("BAAI/bge-m3-unsupervised", "not-looked-up"),
        ("pyannote/segmentation-3.0", "known"),
        ("pyannote/speaker-diarization-3.1", "not-looked-up"),
        ("deepseek-ai/DeepSeek-V2", "undisclosed-by-developer"),
        ("deepseek-ai/DeepSeek-V2.5", "not-looked-up"),
    ],
)
def test_versions_of_a_line_differ_in_how_they_were_made(name: str, making: str, names: Names) -> None:
    record = names.model(name)
    assert record is not None
    assert record.making == making


@pytest.mark.parametrize(
    ("name", "writer"),
    [
        ("intfloat/multilingual-e5-large-instruct", "gpt-4"),
        ("intfloat/e5-mistral-7b-instruct", "gpt-3.5-turbo"),
        ("vidore/colpali-v1.2", "claude-3-sonnet"),
        ("Qwen/Qwen3-Embedding-0.6B", "Qwen/Qwen3-32B"),
        ("distil-whisper/distil-small.en", "openai/whisper-large-v2"),
        ("moka-ai/m3e-base", "alpaca-gpt4"),
        ("urchade/gliner_base", "Universal-NER/Pile-NER-type"),
    ],
)
def test_what_wrote_or_labelled_for_a_model_stands_behind_it(name: str, writer: str, names: Names) -> None:
    assert writer in _behind(name, names)


def test_a_sister_without_written_rows_has_no_writer(names: Names) -> None:
    assert "gpt-4" not in _behind("intfloat/multilingual-e5-large", names)
    assert "FacebookAI/xlm-roberta-large" in _behind("intfloat/multilingual-e5-large", names)


def test_a_size_starts_from_the_base_of_its_size(names: Names) -> None:
    assert "bigscience/bloom-1b7" in _behind("bigscience/bloomz-1b7", names)
    assert "openai/whisper-medium.en" in _behind("distil-whisper/distil-medium.en", names)


def test_a_name_that_is_a_site_s_too_means_no_set_of_its_texts(names: Names) -> None:
    for site in ("WikiHow", "Yahoo Answers", "WikiAnswers", "Simple Wikipedia"):
        assert names.dataset(site) is None
