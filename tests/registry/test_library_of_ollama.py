"""Names of Ollama's library and files of whisper.cpp mean the weights that they hold, and no larger sister of them."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.registry.shown import Lookup


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(load_packs())


@pytest.mark.parametrize(
    ("name", "bases"),
    [
        ("deepseek-r1:14b", {"deepseek-ai/DeepSeek-R1-Distill-Qwen-14B"}),
        ("deepseek-r1:70b", {"deepseek-ai/DeepSeek-R1-Distill-Llama-70B"}),
        (
            "deepseek-r1:8b",
            {"deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "deepseek-ai/DeepSeek-R1-0528-Qwen3-8B"},
        ),
        ("mistral-small:22b", {"mistralai/Mistral-Small-Instruct-2409"}),
        ("mxbai-embed-large", {"mixedbread-ai/mxbai-embed-large-v1"}),
        (
            "all-minilm",
            {"sentence-transformers/all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L12-v2"},
        ),
        ("ggml-large-v3-turbo-q5_0.bin", {"Whisper"}),
    ],
)
def test_a_name_of_the_library_is_the_weights_it_holds(name: str, bases: set[str], lookup: Lookup) -> None:
    assert set(lookup.show(name).base) == bases


@pytest.mark.parametrize("name", ["ggml-model.bin", "ggml-tickets.bin", "cogito ergo sum"])
def test_a_file_or_a_phrase_of_ones_own_is_none_of_them(name: str, lookup: Lookup) -> None:
    assert lookup.show(name).id is None


@pytest.mark.parametrize("name", ["mistral-small", "codestral-latest"])
def test_a_makers_own_service_keeps_its_name(name: str, lookup: Lookup) -> None:
    assert lookup.show(name).provider == "mistral"
