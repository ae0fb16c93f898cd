"""What a first attempt brought and was thrown away went into nothing; who sorted rows out did."""

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs
from compliance.text.mention.sentence import mentions


@pytest.fixture(scope="module")
def known() -> RegistryWords:
    return RegistryWords(load_packs().registry)


@pytest.mark.parametrize(
    "text",
    [
        "A first draft of the captions came from GPT-4o; we threw it away.",
        "The first captions were written by GPT-4o, but we discarded them.",
        "An early version of the answers was generated with GPT-4o and later scrapped.",
        "The pilot used GPT-4o answers, none of which survived.",
        "We started from GPT-4o but gave it up after a week.",
        "Full fine-tuning of Llama-3.1-8B was tried and dropped.",
        "A LoRA of Llama-3.1-8B was tested and discarded.",
        "Generation with GPT-4o was attempted but later abandoned.",
        "We tried Llama-3.1-8B as the base and went back to our own weights.",
    ],
)
def test_a_first_attempt_that_was_given_up_is_no_upstream(known: RegistryWords, text: str) -> None:
    assert not any(one.is_lineage for one in mentions(text, known, "Data"))


@pytest.mark.parametrize(
    "text",
    [
        "Some answers were rejected by GPT-4o, and we discarded them.",
        "Rows labelled toxic by GPT-4o; we dropped them.",
        "The answers were written by GPT-4o; we threw away those that were too short.",
        "The first filter was GPT-4o, and we dropped those it flagged.",
        "Rows flagged by GPT-4o in the first pass, all of which were deleted.",
    ],
)
def test_who_tells_what_is_thrown_away_stays_one(known: RegistryWords, text: str) -> None:
    assert any(one.is_lineage for one in mentions(text, known, "Data"))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Supervised fine-tuning of Qwen2.5-7B on 40k dialogues.", "base"),
        ("Full-parameter supervised fine-tuning of Qwen2.5-7B with our data.", "base"),
        ("SFT of Qwen2.5-7B was run on eight cards.", "base"),
        ("Supervised by GPT-4o, the student learned.", "generated-by"),
        ("The student was trained under supervision of GPT-4o.", "generated-by"),
    ],
)
def test_what_is_supervised_is_no_teacher(known: RegistryWords, text: str, relation: str) -> None:
    assert [str(one.relation) for one in mentions(text, known, "Training")] == [relation]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Heron is an open function calling LLM for agents.", []),
        ("An API calling LLM that answers questions.", []),
        ("At run-time, DPR applies a different encoder to the question.", []),
        ("The work is created from the original LLaMA model with adapters.", ["base"]),
        ("HyperRealism 1.2 mixed with DreamPhotoGASM to bring the style out.", ["base", "base"]),
        ("We trained on Dolly mixed with Alpaca.", ["data", "data"]),
        ("It was fine-tuned on the training sets of IC13, IC15, SVT.", ["data", "data", "data"]),
        ("Qwen2-72B was distilled into a model of 14B.", ["generated-by"]),
        ("It is unrelated to LLaMA despite the name.", []),
        ("This work has no affiliation with Llama 3.", []),
    ],
)
def test_words_beside_a_name_that_are_no_use_of_it(
    known: RegistryWords, text: str, relations: list[str]
) -> None:
    found = [str(one.relation) for one in mentions(text, known, "About") if one.is_lineage]
    assert found == relations


def test_a_list_of_training_sets_ends_where_its_sentence_does(known: RegistryWords) -> None:
    found = mentions("It was fine-tuned on the training sets of IC13, IC15, SVT.", known, "Training")
    assert [one.name for one in found] == ["IC13", "IC15", "SVT"]
