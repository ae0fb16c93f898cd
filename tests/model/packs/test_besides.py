"""Sentences of a rule that are true of some of its texts alone follow the common ones, and are left out elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.packs.besides import prose_of
from compliance.model.packs.reasons import reasons_of
from compliance.model.packs.rule import Rule

READ = {"reach": {"narrow": ["copy"], "plain": ["copy"], "broad": ["copy", "student"]}}


def rule(**more: Any) -> Rule:
    """A rule on two texts."""
    return Rule.model_validate(
        {
            "id": "trial/one",
            "title": "t",
            "status": "in-force",
            "norm": "prohibition",
            "cites": [{"instrument": "a/one", "clause": "c"}, {"instrument": "b/two", "clause": "c"}],
            "about": {"source": {"kind": "dataset"}},
            "when": {"used": READ},
            "says": "All is kept.",
            "consequence": "It ends.",
            "what_to_do": ["w"],
            "does_not_cover": "Tests.",
            **more,
        }
    )


BESIDES = [
    {"of": ["a/one"], "says": "One is named.", "because": {"used": {"broad": "“one”"}}},
    {"of": ["a/one", "b/two"], "does_not_cover": "Hosting."},
    {"of": ["b/two"], "clear_because": "It is kept.", "because": {"used": {"broad": "“two”"}}},
]


@pytest.mark.parametrize(
    ("texts", "says", "uncovered", "clear"),
    [
        ({"a/one"}, "All is kept. One is named.", "Tests. Hosting.", None),
        ({"b/two"}, "All is kept.", "Tests. Hosting.", "It is kept."),
        ({"a/one", "b/two"}, "All is kept. One is named.", "Tests. Hosting.", "It is kept."),
        ({"c/three"}, "All is kept.", "Tests.", None),
        (set(), "All is kept.", "Tests.", None),
    ],
)
def test_what_is_said_of_a_text_is_told_where_it_is_meant(
    texts: set[str], says: str, uncovered: str, clear: str | None
) -> None:
    assert prose_of(rule(besides=BESIDES), texts) == (says, "It ends.", uncovered, clear)


@pytest.mark.parametrize(
    ("texts", "broad"),
    [
        ({"a/one"}, "“use”; “one”"),
        ({"b/two"}, "“use”; “two”"),
        ({"c/three"}, "“use”"),
        (None, "“use”; “one”; “two”"),
    ],
)
def test_words_that_allow_a_reading_are_those_of_the_texts_that_are_meant(
    texts: set[str] | None, broad: str
) -> None:
    told = rule(besides=BESIDES, because={"used": {"broad": "“use”"}})
    assert reasons_of(told, "used", {}, texts).broad == broad


def test_an_entry_names_its_texts() -> None:
    with pytest.raises(ValueError, match="of"):
        rule(besides=[{"of": [], "says": "It is so."}])
