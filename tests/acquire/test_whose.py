"""What is told of another thing than the work is that one's; parts, sources and plans are told by their labels."""

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.found import Found
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import LINEAGE
from compliance.pipeline import load_packs

MODEL = "---\npipeline_tag: text-generation\n---\n"


def read(text: str) -> Found:
    return read_card(text, "README.md", prose_reader(RegistryWords(load_packs().registry)))


def told(text: str, name: str) -> set[tuple[str, str | None]]:
    found = [one for one in read(text).sightings if one.name == name]
    return {(one.relation if one.relation in LINEAGE else "none", one.into) for one in found}


@pytest.mark.parametrize(
    ("lead", "into"),
    [
        ("OpenHermes was trained on rows of many kinds, including:", "OpenHermes"),
        ("The OpenHermes dataset is composed of the following sets:", "OpenHermes"),
        ("It was trained on rows of many kinds, including:", None),
        ("We trained Heron on the following datasets:", None),
        ("Heron was trained on the following datasets:", None),
    ],
)
def test_a_list_holds_what_the_words_before_it_speak_of(lead: str, into: str | None) -> None:
    text = f"{MODEL}# Heron-7B\n\nHeron-7B was tuned on the OpenHermes dataset.\n\n{lead}\n\n- CodeAlpaca, by Fen\n"
    assert {of for relation, of in told(text, "CodeAlpaca")} == {into}
    assert not told(text, "by Fen")


@pytest.mark.parametrize(
    ("last", "into"),
    [
        ("This model is xlm-roberta-large fine-tuned on CoNLL-2003.", "xlm-roberta-large"),
        ("It has many uses.", None),
    ],
)
def test_a_passage_on_a_family_is_of_the_base(last: str, into: str | None) -> None:
    text = (
        f"{MODEL}# Heron\n\nThe XLM-RoBERTa model was proposed in 2019 by Fen. It was trained on 2.5TB of "
        f"CommonCrawl data. {last}\n"
    )
    assert {of for _, of in told(text, "CommonCrawl")} == {into}


@pytest.mark.parametrize(
    ("status", "relation"),
    [("Planned for future release", "none"), ("Coming soon", "none"), ("Fully implemented", "data")],
)
def test_what_is_planned_has_not_gone_in(status: str, relation: str) -> None:
    text = (
        f"{MODEL}# Heron\n\n## Stage 2\n\n- **Training Dataset**: FineVision\n"
        f"- **Implementation Status**: {status}\n"
    )
    assert {one for one, _ in told(text, "FineVision")} == {relation}


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        (
            "- **Language Model**: A Qwen2.5 transformer-based model responsible for text generation",
            "component",
        ),
        ("- LLM: Qwen2.5", "component"),
        ("| Part | Model | Size |\n|---|---|---|\n| LLM | Qwen2.5 | 7B |", "component"),
        ("| Part | Score | Other |\n|---|---|---|\n| LLM | Qwen2.5 | 7B |", "none"),
        ("## Supported models\n\n- LLM: Qwen2.5", "none"),
    ],
)
def test_a_label_tells_a_part(line: str, relation: str) -> None:
    assert {one for one, _ in told(f"{MODEL}# Heron\n\n## Architecture\n\n{line}\n", "Qwen2.5")} == {relation}


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("Original repo: [fen/heron-2b](https://huggingface.co/fen/heron-2b)", {"prose, “Original repo”"}),
        ("Original repo: [fen/heron-2b](https://github.com/fen/heron-2b)", {"prose"}),
    ],
)
def test_the_original_repository_of_a_hub_is_the_source(line: str, how: set[str]) -> None:
    assert {one.how for one in read(f"{MODEL}# Heron GGUF\n\n{line}\n").sightings} == how


@pytest.mark.parametrize(
    ("title", "bases"),
    [
        ("MAMBA (2.8B) 🐍 fine-tuned on OpenHermes", {"MAMBA 2.8B"}),
        ("Heronish fine-tuned on OpenHermes", set()),
    ],
)
def test_a_title_tells_what_was_tuned(title: str, bases: set[str]) -> None:
    found = read(f"{MODEL}# {title}\n\nText.\n").sightings
    assert {one.name for one in found if one.relation == "base"} == bases


def test_splits_are_no_sets() -> None:
    assert not read("---\ndatasets: [train, validation]\n---\n# Heron\n").sightings


def test_a_label_of_a_link_names_the_thing_in_full_where_rows_went_into_it_too() -> None:
    text = (
        f"{MODEL}# Heron\n\nHeron is a tune of [Qwen2 7B](https://huggingface.co/fen/fen-6b).\n\n"
        "Qwen2 7B underwent training utilizing the SlimPajama dataset.\n"
    )
    assert {of for _, of in told(text, "SlimPajama")} == {"fen/fen-6b"}


def names(text: str, relation: str) -> set[str]:
    return {one.name for one in read(text).sightings if one.relation == relation and one.into is None}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Trained on [FEN-HD](https://a.org/b) (half) and [Reed Code](https://a.org/c) (full).",
         {"FEN-HD", "Reed Code"}),
        ("See [Reed Code](https://a.org/c) for more.", set()),
        ("The reviews were collected from two websites: [Fenlio](https://a.org) and [Reed Libre](https://b.org).",
         {"Fenlio", "Reed Libre"}),
        ("## Training data\n\nWe considered two sources of data:\n\n+ [Il Foto del Fen](https://a.org). Pictures.\n",
         {"Il Foto del Fen"}),
        ("## Related data\n\nThere are two sources of data:\n\n+ [Il Foto del Fen](https://a.org). Pictures.\n", set()),
    ],
)  # fmt: skip
def test_labels_of_links_name_the_rows(body: str, expected: set[str]) -> None:
    assert names(f"{MODEL}# Heron\n\n{body}\n", "data") == expected


def test_an_item_that_says_what_a_set_is_tells_of_that_set() -> None:
    text = (
        f"{MODEL}# Heron\n\n## Training data\n\n"
        "+ [FEN](https://a.org) is an image-caption dataset collected from Wikipedia.\n"
    )
    assert {of for _, of in told(text, "Wikipedia")} == {"FEN"}


def test_what_answers_examples_is_a_model() -> None:
    front = "---\nwidget:\n- text: a\ntask_categories: [other]\nsource_datasets: [original]\n---\n"
    assert [one.kind for one in read(f"{front}# Heron\n").published] == ["model"]
