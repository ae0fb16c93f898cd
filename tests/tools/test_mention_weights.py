"""Weights are made from sentences of our own; the shipped ones from the sentences as they stand."""

from __future__ import annotations

from tools.mention_weights import LETTERS, SENTENCES, labelled, main, train

LINES = [
    *(f"Data :: The {what} were written by {{GPT-4o|g}}." for what in ("answers", "questions", "stories")),
    *(f":: A {what} of {{Mistral-7B|d}}." for what in ("quantization", "fine-tune", "LoRA adapter")),
]


def test_shipped_weights_are_those_of_the_sentences() -> None:
    assert main(["--check"]) == 0


def test_every_mark_is_a_relation_and_stands_in_the_sentences() -> None:
    rows = list(labelled(SENTENCES.read_text(encoding="utf-8").splitlines()))
    assert set(LETTERS.values()) == {row.relation for row in rows}


def test_a_marked_sentence_gives_its_names_with_their_relations() -> None:
    found = labelled(["Data :: {GPT-4o|g} wrote them, but {Claude 3 Opus|j!} did not judge them."])
    expected = [("GPT-4o", "generated-by", False), ("Claude 3 Opus", "judged-by", True)]
    assert expected == [(row.read.name.text, row.relation, row.read.negated) for row in found]


def test_what_is_seen_with_one_relation_speaks_for_it() -> None:
    made = train(list(labelled(LINES)))
    writes, based = made["relations"].index("generated-by"), made["relations"].index("base")
    by = made["weights"]["-1 by"]
    assert by[writes] > by[based]


def test_the_same_sentences_give_the_same_weights() -> None:
    assert train(list(labelled(LINES))) == train(list(labelled(LINES)))
