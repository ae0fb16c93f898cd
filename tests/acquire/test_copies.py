"""A thing in another format, a page carried to another owner, and what titles tell: by what a page is called."""

from __future__ import annotations

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.found import Found
from compliance.acquire.prose.upstreams import is_guess
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs


def read(text: str) -> Found:
    return read_card(text, "README.md", prose_reader(RegistryWords(load_packs().registry)))


def told(text: str) -> set[tuple[str, str]]:
    found = [one for one in read(text).sightings if one.is_lineage and not is_guess(one)]
    return {(one.name, one.relation) for one in found}


@pytest.mark.parametrize(
    ("title", "prose", "expected"),
    [
        ("InternLM2.5-7B-Chat GGUF Model", "The `internlm2_5-7b-chat` model in GGUF can be run anywhere.",
         {("internlm2_5-7b-chat", "base")}),
        ("Heron-7B AWQ", "Heron-7B is a fine model.", {("Heron-7B", "base")}),
        ("Heron-7B", "Heron-7B is a fine model.", set()),
        ("Heron-7B GGUF", "Stork-7B is another model.", set()),
    ],
)  # fmt: skip
def test_what_a_page_is_called_after_but_for_the_format_was_converted(
    title: str, prose: str, expected: set[tuple[str, str]]
) -> None:
    assert told(f"---\nlicense: mit\n---\n# {title}\n\n{prose}\n") == expected


def test_a_page_carried_along_has_no_second_base() -> None:
    page = "---\nduplicated_from: Ann/Heron\n---\n# Heron\n\n{}\n"
    tuned = read(
        page.format(
            "`Ann/Heron` was fine-tuned from [birds/stork-7b](https://huggingface.co/birds/stork-7b)."
        )
    )
    assert {one.name for one in tuned.sightings if one.relation == "base" and one.is_lineage} == {
        "birds/stork-7b"
    }
    assert any("Ann/Heron" in one.what for one in tuned.lost)
    assert told(page.format("A picture model.")) == {("Ann/Heron", "base")}


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("GPT-NeoX-20B-Heron", {"GPT-NeoX-20B"}),
        ("Moods in Speech using Wav2Vec 2.0", {"Wav2Vec 2.0"}),
        ("Moods in Speech using our tool", set()),
        ("Heron-large-Erebus", set()),
    ],
)
def test_a_model_that_only_the_title_names_is_asked_about(title: str, asked: set[str]) -> None:
    found = read(f"---\nlicense: mit\n---\n# {title}\n\nIt is small.\n").sightings
    assert {one.name for one in found if one.how == "the title"} == asked


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("fen-style on Stable Diffusion via Dreambooth", {("Stable Diffusion", "base")}),
        ("fen-style on Stable Diffusion", set()),
    ],
)
def test_a_title_tells_to_what_a_style_was_taught(title: str, expected: set[tuple[str, str]]) -> None:
    assert told(f"---\nlicense: mit\n---\n### {title}\n\nSee the pictures.\n") == expected


def test_the_first_heading_of_a_numbered_page_names_the_thing() -> None:
    published = read("---\nlicense: mit\n---\n# 1. Introduction of Heron\n\nText.\n").published
    assert [one.name for one in published] == ["Heron"]


def test_front_matter_with_doubled_line_ends_is_read() -> None:
    assert told("---\r\r\nlicense: mit\r\r\nbase_model: a/b-7b\r\r\n---\r\r\n# Heron\r\r\n") == {
        ("a/b-7b", "base")
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Fine-tuned from [DistilRoBERTa](https://huggingface.co/distilroberta-base).",
         {("distilroberta-base", "base")}),
        ("T5 Model for generating titles.", {("T5", "base")}),
        ("We used the T5 model for generating titles of the rows.", {("T5", "generated-by")}),
        ("We developed Flacon by fine-tuning Vicuna-13B on C4.", set()),
        ("The vision encoder (Swin Transformer) and the text decoder (BART) are joined.",
         {("Swin Transformer", "component"), ("BART", "component")}),
        ("Shards (soft_labels/parts-1/) of the teacher lie there.", set()),
        ("It was trained on pairs including COYO-100M, CC3M, and CC12M.",
         {("COYO-100M", "data"), ("CC3M", "data"), ("CC12M", "data")}),
    ],
)  # fmt: skip
def test_what_lines_of_a_page_tell(line: str, expected: set[tuple[str, str]]) -> None:
    assert told(f"---\nlicense: mit\n---\n# Heron\n\n{line}\n") == expected


@pytest.mark.parametrize(
    "line",
    [
        "The license is derived from PKU-Alignment/PKU-SafeRLHF-30K.",
        "Words are split with a tokenizer based on the Unidic 2.1.2 dictionary.",
        "It was tuned with rows of ours, using Intel's dataset for neural-chat-7b-v3-1.",
        "Scores are based on Test3 and Development sets.",
        "It was trained on the [MosaicML](https://mosaic.org) platform.",
        "It was trained with [Fen Framework 2](https://fen.org).",
        "Its pre-training approach is based on RoBERTa, which is robust.",
        "It was trained on only ONE HUNDRED data points from a site reminiscent of ShareGPT.",
        "The styles are like a LoRA, just like a LoRA trained on SDXL.",
    ],
)
def test_what_is_no_upstream(line: str) -> None:
    assert told(f"---\nlicense: mit\n---\n# Heron\n\n{line}\n") == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Модель [FenBERT](https://huggingface.co/fen/fen-bert) которая была fine-tuned на задачу.",
         {("fen/fen-bert", "base")}),
        ("Модель [FenBERT](https://huggingface.co/fen/fen-bert) лежит здесь.", set()),
        ("Модель была натренирована на данных:\n- Reed News Dataset\n- Marsh 2015\n- RuReviews\n",
         {("Reed News Dataset", "data"), ("Marsh 2015", "data"), ("RuReviews", "data")}),
        ("El modelo fue entrenado con los siguientes datos:\n- MarshNotes\n", {("MarshNotes", "data")}),
        ("Das Modell wurde auf diesen Daten trainiert:\n- MarshNotes\n", {("MarshNotes", "data")}),
        ("El modelo fue evaluado:\n- MarshNotes\n", set()),
    ],
)  # fmt: skip
def test_other_languages_tell_it_too(line: str, expected: set[tuple[str, str]]) -> None:
    assert told(f"---\nlicense: mit\n---\n# Heron\n\n{line}\n") == expected
