"""Cues are looked for where their words stand, once for a clause; that and the length of a clause change no answer."""

from __future__ import annotations

import itertools
import sys

import pytest

from compliance.model.packs.clause_text import TaggedClause
from compliance.text import segment
from compliance.text.tag import placed
from compliance.text.tag.norms import lowered
from compliance.text.tag.patterns import Cue, beginnings, cues, topics
from compliance.text.tag.tagger import tag

SENTENCES = [
    sentence
    for topic in topics()
    for pattern in topic.patterns
    for sentence in (*pattern.positive, *pattern.negative)
]


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.id)
def test_one_of_its_words_stands_wherever_a_cue_does(cue: Cue) -> None:
    told = [lowered(sentence) for sentence in SENTENCES]
    found = [text for text in told if cue.find.search(text)]
    assert [text for text in found if not cue.words.may_be_in(text, beginnings(text))] == []


def tagged(text: str) -> list[TaggedClause]:
    return [each for each in tag(segment(text, "markdown")) if each.tags]


def test_a_long_clause_is_read_as_a_short_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        f"Meadow may {two[0].lower()}{two[1:-1]}; {one[:-1]}." for one, two in itertools.pairwise(SENTENCES)
    ]
    whole = [tagged(text) for text in texts]
    monkeypatch.setattr(placed, "WHOLE", 0)
    assert [tagged(text) for text in texts] == whole


def _calls(text: str) -> int:
    counted = [0]

    def count(frame: object, event: str, argument: object) -> None:
        counted[0] += event in ("call", "c_call")

    read = segment(text, "text")
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        tag(read, detailed=False)
    finally:
        sys.setprofile(before)
    return counted[0]


def test_many_names_cost_what_few_cost_apiece() -> None:
    """Each acts twice and ends as a plural does, so that it is looked for in small letters."""

    def named(number: int) -> str:
        names = [f"Meadow{chr(97 + n % 26)}{chr(97 + n // 26)}s" for n in range(number)]
        return "\n\n".join(
            f"{name} may use it. {name} will train a model. You may not resell it." for name in names
        )

    _calls(named(5))
    assert _calls(named(200)) / _calls(named(50)) <= 4**1.2
