"""Products stand under the house that keeps them; words, clouds and others' models stand for no product."""

from __future__ import annotations

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.load.packs.knowledge import load_packs
from compliance.registry.shown import Lookup
from compliance.resolve.names.overlaps import overlaps
from compliance.text.mention.sentence import mentions


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    """Look-ups in the bundled registry."""
    return Lookup(load_packs())


@pytest.fixture(scope="module")
def known() -> RegistryWords:
    """What readers of prose know."""
    return RegistryWords(load_packs().registry)


@pytest.mark.parametrize(
    ("name", "provider"),
    [
        ("Perspective API", "google"),
        ("Azure Content Moderator", "microsoft"),
        ("Watson Speech to Text", "ibm"),
        ("Rime Mist", "rime"),
        ("Tavus", "tavus"),
        ("smallest.ai", "smallest-ai"),
        ("SAP AI Core", "sap"),
        ("Bria AI", "bria"),
        ("Amazon SageMaker", "aws"),
        ("claude-opus-4-5-20251101-thinking", "anthropic"),
        ("doubao-seed-2-1-turbo-260628", "bytedance"),
        ("ernie-lite-8k-0308", "baidu"),
        ("aura-2-saturn-en", "deepgram"),
        ("bytedance-seed/seed-2.0-lite", "bytedance"),
    ],
)
def test_a_product_or_string_is_known_with_its_provider(lookup: Lookup, name: str, provider: str) -> None:
    assert lookup.show(name, "service").provider == provider


@pytest.mark.parametrize(
    "name",
    [
        "Fin",
        "Drift",
        "Chorus",
        "Voice AI",
        "LLM gateway",
        "Search API",
        "Perspective",
        "text_embedding",
        "Mechanical Turk",
    ],
)
def test_a_word_is_no_service(lookup: Lookup, name: str) -> None:
    assert lookup.show(name, "service").provider is None


@pytest.mark.parametrize(
    "name", ["xiaomi/mimo-v2-flash", "arcee-ai/virtuoso-large", "bce-reranker-base_v1", "ERNIE-4.5"]
)
def test_open_weights_stay_those_of_their_makers(lookup: Lookup, name: str) -> None:
    shown = lookup.show(name)
    assert shown.kind == "model"
    assert shown.provider is None


def test_what_a_host_passes_on_was_not_made_by_it(lookup: Lookup) -> None:
    assert lookup.show("aihubmix/claude-opus-4-5-think", "service").developer == "Anthropic"
    assert lookup.show("anthropic-claude-4.5-sonnet", "service").developer == "Anthropic"


@pytest.mark.parametrize(
    "sentence",
    [
        "Training ran on Amazon SageMaker.",
        "Trained on Azure Machine Learning with eight A100.",
        "Crowd workers on Mechanical Turk wrote the questions.",
        "Labels by Toloka workers.",
        "We thank Atlassian, SAP and Samsung for support.",
    ],
)
def test_a_cloud_or_a_house_stands_for_no_service_that_wrote_rows(
    known: RegistryWords, sentence: str
) -> None:
    assert [one for one in mentions(sentence, known) if one.kind in ("service", "provider")] == []


def test_no_name_of_a_service_is_claimed_twice() -> None:
    assert [one for one in overlaps(load_packs().registry) if one[0] == "service"] == []
