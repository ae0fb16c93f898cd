"""What a name is by the label that it stands under, before a colon, in a cell or in brackets."""

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs
from compliance.text.mention.labels import labelled
from compliance.text.mention.patterns import NAME
from compliance.text.mention.sentence import mentions


@pytest.fixture(scope="module")
def known() -> RegistryWords:
    return RegistryWords(load_packs().registry)


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        (f"judge : {NAME}", "judged-by"),
        (f"judge model : {NAME}", "judged-by"),
        (f"text encoder = {NAME}", "component"),
        (f"| vision tower | {NAME} | 384px |", "component"),
        (f"| quality check | {NAME} |", "judged-by"),
        (f"rewriting : {NAME}", "generated-by"),
        (f"source of prompts : {NAME}", None),
        (f"captions ( {NAME} )", "generated-by"),
        (f"{NAME} ( teacher )", "generated-by"),
        (f"{NAME} ( 7b )", None),
        (f"- - judge : {NAME}", None),
        (f"an encoder ( {NAME} - like )", None),
        (f"the judge was : {NAME}", None),
        (f"model : {NAME}", None),
        (f"| row 3 | {NAME} |", None),
        (NAME, None),
    ],
)
def test_the_head_of_a_label_tells(words: str, relation: str | None) -> None:
    tokens = words.split()
    told = labelled(tokens, tokens.index(NAME))
    assert (told[0] if told else None) == relation


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("Seeds: UltraChat. Rewriter: Mistral Large.", "Mistral Large", "generated-by"),
        ("Verdicts and grader: Claude 3.5 Sonnet.", "Claude 3.5 Sonnet", "judged-by"),
        ("| Vocoder | HiFi-GAN | frozen |", "HiFi-GAN", "component"),
        ("The glosses are machine translations (NLLB-200).", "NLLB-200", "generated-by"),
    ],
)
def test_a_label_tells_what_a_name_was_for(text: str, name: str, relation: str, known: RegistryWords) -> None:
    assert (name, relation) in {(one.name, one.relation) for one in mentions(text, known, "Data")}
