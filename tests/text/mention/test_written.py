"""Names that nothing knows and no words tie, by how they are written."""

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs
from compliance.text.mention import mentions
from compliance.text.mention.written import written


@pytest.fixture(scope="module")
def known() -> RegistryWords:
    return RegistryWords(load_packs().registry)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("| ReedVQA | 57.4 | FENMERT | 72.5 |", {("ReedVQA", False), ("FENMERT", False)}),
        ("Reedmath: 10.5k samples of the olympiads.", {("Reedmath", True)}),
        ("1,200 headlines from Fenpost, and notes.", {("Fenpost", True)}),
        ("All of FSD (Reed et al. 2020) was read.", {("FSD", False)}),
        ("It reads the Fen NER v2.0 Corpus.", {("Fen NER v2.0 Corpus", True)}),
    ],
)
def test_how_a_word_is_written_tells_a_name(text: str, wanted: set[tuple[str, bool]]) -> None:
    assert {(text[start:end], rows) for start, end, rows in written(text)} >= wanted


@pytest.mark.parametrize(
    "text",
    [
        "THIS MODEL MUST NEVER BE ASKED FOR MEDICAL ADVICE OR ANYTHING ELSE LIKE THAT.",
        "Call DataLoader.py or FenLoader(path) on your RTX 4090.",
        "Texts from Finland, and voices from South Africa.",
        "It uses SwiGLU, RMSNorm and LoRA.",
        "See Figure 3 of May 2024.",
    ],
)
def test_shouts_files_machines_and_places_are_no_names(text: str) -> None:
    assert not list(written(text))


def test_what_only_its_writing_tells_is_mentioned_and_not_of_a_kind(known: RegistryWords) -> None:
    (told,) = mentions("We fine-tuned it, see FenWick.", known)
    assert (told.name, told.kind, told.by_noun) == ("FenWick", None, False)
