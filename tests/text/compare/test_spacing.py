"""Spaces that a capture lost or put in are no change of the words."""

from __future__ import annotations

import pytest

from compliance.text import segment
from compliance.text.compare.align import compare
from compliance.text.compare.spacing import respaced, spacing

RULES = (
    "# Rules of the meadow\n\nVisitors must not paint the fences of the lower garden without our permission.\n\n"
    "You may not sell access to the watering service, and you shall close every gate behind you.\n\n"
    "The keeper may end a visit where somebody breaks these rules or disturbs the animals of others.\n\n"
    "Advertising materials for events need approval by the keeper before they are put up anywhere.\n"
)
GLUED = (
    ("must not", "mustnot"), ("lower garden", "lowergarden"), ("every gate", "everygate"),
    ("these rules", "theserules"),
    ("the animals", "theanimals"), ("Advertising materials for", "Advertisingmaterialsfor"),
    ("without our", "withoutour"),
)  # fmt: skip


def rewritten(pairs: tuple[tuple[str, str], ...]) -> str:
    text = RULES
    for old, new in pairs:
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    "other",
    [
        rewritten(GLUED[:1]),
        rewritten(GLUED),
        rewritten((("permission", "permis sion"), ("disturbs", "dis turbs"))),
        rewritten((("permission", "permis-\nsion"), ("watering", "water-\ning"))),
        rewritten((("fences", "ﬀences".replace("ﬀ", "f")), ("anywhere", "any\u00adwhere"))),
    ],
)
def test_other_spaces_are_cosmetic(other: str) -> None:
    for old, new in ((RULES, other), (other, RULES)):
        assert compare(segment(old, "markdown"), segment(new, "markdown")).verdict == "cosmetic"


def test_a_word_of_another_meaning_is_no_other_spacing() -> None:
    other = RULES.replace("must not paint", "may paint")
    assert compare(segment(RULES, "markdown"), segment(other, "markdown")).verdict == "other-only"


def test_parts_that_stand_elsewhere_too_are_words_of_their_own() -> None:
    """A name that stands with other words besides was not cut off from one of them."""
    first, _ = spacing(("of", "meadow", "and", "meadow", "rules"), ("ofmeadow", "rules", "and", "of"))
    assert respaced(("of", "meadow"), *first) == ("of", "meadow")


def test_words_are_written_as_the_other_text_writes_them() -> None:
    told, _ = spacing(("maynot", "re", "sell", "resell"), ("may", "not", "resell"))
    assert respaced(("you", "maynot", "re", "sell", "it"), *told) == ("you", "may", "not", "resell", "it")


@pytest.mark.parametrize("letters", ["a" * 50_000, "ab" * 20_000, "maynot" * 9_000])
def test_letters_without_end_are_no_words_that_lost_their_spaces(letters: str) -> None:
    before = ("you", "may", "not", "resell", "the", "service", "or", "any", "part", "of", "it", "a", "ab")
    glued = ("youmay", "notresell", "theservice", "orany", "partof", "ita")
    ((told, _), _) = spacing((*glued, letters), before)
    assert set(told) == {(one,) for one in glued}
