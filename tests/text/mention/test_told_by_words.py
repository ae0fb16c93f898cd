"""Names that nothing knows, or that are written like common words, by the words that stand before them."""

import pytest

from compliance.intake.registry_words import RegistryWords
from compliance.pipeline import load_packs
from compliance.text.mention.sentence import mentions


@pytest.fixture(scope="module")
def known() -> RegistryWords:
    return RegistryWords(load_packs().registry)


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("It was fine-tuned from FenBert-unpaired on our rows.", "FenBert-unpaired", "base"),
        ("The encoder was initialised from the pre-trained MarshNet2 weights.", "MarshNet2", "base"),
        ("The model learns from paired sequences; using sequences from the Reed Sequence Bank.",
         "Reed Sequence Bank", "data"),
        ("We trained on 3M pairs from the Fen Bird Archive.", "Fen Bird Archive", "data"),
        ("A BART model finetuned on xsum.", "xsum", "data"),
        ("The checkpoint was trained on squad, then pruned.", "squad", "data"),
        ("An assistant made by fine-tuning LLaMA/Vicuna on our rows.", "Vicuna", "base"),
        ("An assistant made by fine-tuning LLaMA/Vicuna on our rows.", "LLaMA", "base"),
        ("It is tuned on GPT-generated instructions.", "GPT", "generated-by"),
        ("A finetune of stable diffusion that draws reeds.", "stable diffusion", "base"),
        ("A fine-tuned llama 2 model for reeds.", "llama 2", "base"),
        ("Its features are aligned with a frozen FenVit2 teacher.", "FenVit2", "generated-by"),
        ("It was trained on the FenProt database of sequences.", "FenProt", "data"),
        ("A fine-tuned version of fen/bert-1 on an ABCD 2018 dataset.", "ABCD 2018", "data"),
        ("Principal sources: FenVoices (37 h), ReedTalk 5 and 6 (8 h), own calls (4 h), Bogs (2 h).", "Bogs", "data"),
        ("Rows were made with a tool from 15% of the May 2022 Common Crawl snapshot.", "Common Crawl", "data"),
        ("Pretraining Stage: FEN-55K, 1 epoch", "FEN-55K", "data"),
    ],
)  # fmt: skip
def test_the_words_before_a_name_tell_that_it_is_one(
    text: str, name: str, relation: str, known: RegistryWords
) -> None:
    assert (name, relation) in {(one.name, one.relation) for one in mentions(text, known)}


@pytest.mark.parametrize(
    "text",
    [
        "It was fine-tuned from scratch.",
        "It is based on phi and built on solar power.",
        "We show the text in the public domain/CC0.",
        "It leaves out repetitive/non-informative lines.",
        "An adapter for SDXL-related models.",
        "It was derived from English and French texts.",
        "It was trained on code, and tuned on chat.",
        "We trained with the Adam optimiser on pages of the United Kingdom.",
        "The train/test split is 80/20, and input/output pairs are kept.",
    ],
)
def test_common_words_are_no_names(text: str, known: RegistryWords) -> None:
    assert [one.name for one in mentions(text, known)] == []
