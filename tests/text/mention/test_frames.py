"""The verb that governs a name tells what it was for, wherever in the clause the name stands."""

from __future__ import annotations

import pytest

from compliance.text.mention.clauses import begin, end
from compliance.text.mention.frames import forms, governed
from compliance.text.mention.patterns import NAME


def words(text: str) -> list[str]:
    return text.replace("NAME", NAME).split()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NAME ( small , quick ) writes every reply", "generated-by"),
        ("the replies were drafted by NAME", "generated-by"),
        ("we asked NAME to summarise each page", "generated-by"),
        ("NAME grades each attempt", "judged-by"),
        ("pages were screened using NAME", "filtered-by"),
        ("we used NAME as a judge to discard weak rows", "filtered-by"),
        ("we used NAME as the teacher", "generated-by"),
        ("we fine-tuned NAME", "base"),
        ("we translated the OTHER instruction-tuning dataset into Thai using NAME", "generated-by"),
        ("our toolkit supports fine-tuning NAME", "none"),
        ("here is the code for fine-tuning NAME", "none"),
        ("it outperforms open models such as NAME on six tasks", "compared-with"),
        ("it beats encoders ( e.g. NAME and Other Thing ) by far", "compared-with"),
        ("NAME was slower than ours", "compared-with"),
        ("based on the NAME architecture , it reads images", "inspired-by"),
        ("Published work reports a fine-tuned NAME", None),
        ("conversations are stored for NAME", None),
        ("NAME scored 45 on the test", None),
    ],
)
def test_a_frame_gives_a_name_its_relation(text: str, wanted: str | None) -> None:
    tokens = words(text)
    told = governed(tokens, tokens.index(NAME))
    assert wanted == (told[0] if told else None)


def test_a_list_with_members_that_nothing_knows_is_one_phrase() -> None:
    tokens = words("it surpasses NAME , Unheard Of , and NAME")
    assert [told[0] for at, word in enumerate(tokens) if word == NAME and (told := governed(tokens, at))] == [
        ("compared-with")
    ] * 2


def test_a_clause_ends_where_another_statement_begins() -> None:
    tokens = words("it follows NAME but NAME wrote the rows ; we kept all")
    first, second = (at for at, word in enumerate(tokens) if word == NAME)
    assert (begin(tokens, first), end(tokens, first)) == (0, 3)
    assert (begin(tokens, second), end(tokens, second)) == (4, 8)


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [("generate", "generating"), ("rely", "relied"), ("filter", "filtered"), ("survey", "surveyed")],
)
def test_regular_verbs_have_their_forms(verb: str, wanted: str) -> None:
    assert wanted in forms(verb)
