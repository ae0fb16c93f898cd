"""A capture of another page, of another language or of a part of the page is no new version of a text."""

from __future__ import annotations

import pytest

from compliance.text import segment
from compliance.text.compare.align import compare

CLAUSE = (
    "\n\nYou must not paint section {n} of the meadow, and you agree to close gate {n} when you leave it."
)
LATER = (
    "\n\nThe keeper of hut {n} may ask you to show your ticket, and you shall show it at the door of hut {n}."
)
DATE = "Last updated: 1 May 2025\n"
TERMS = f"# Terms of use\n\n{DATE}" + "".join(CLAUSE.format(n=n) for n in range(20))
PART = "".join(LATER.format(n=n) for n in range(9))
MARKET = "\n\nFresh ideas for your kitchen every week, with recipes, shopping lists and bright pictures number {n}."
FRENCH = (
    "\n\nVous ne devez pas peindre la section {n} de la prairie et vous fermez le portail {n} en partant."
)


def verdict(old: str, new: str) -> str:
    return compare(segment(old, "markdown"), segment(new, "markdown")).verdict


@pytest.mark.parametrize(
    "other",
    [
        "# Recipes\n" + "".join(MARKET.format(n=n) for n in range(20)),
        "# Conditions\n" + "".join(FRENCH.format(n=n) for n in range(20)),
        "# Sign in\n\nEnter your name and your password to go on to the page that you asked for. "
        + "Be kind. " * 40,
        "# Just a moment\n\nWe check that you are human before you continue to the page. "
        + "Please wait. " * 40,
        "Loading",
        TERMS[:500],
    ],
)
def test_another_page_is_no_version(other: str) -> None:
    assert verdict(TERMS, other) == "artefact"
    assert verdict(other, TERMS) == "artefact"


def test_a_part_that_comes_back_without_a_new_date_was_lost_by_the_capture() -> None:
    found = compare(segment(TERMS, "markdown"), segment(TERMS + PART, "markdown"))
    assert found.verdict == "artefact"
    assert (
        found.reason
        == "9 clauses stand there again, and nothing else changed, not even the date that the text states"
    )
    assert verdict(TERMS + PART, TERMS) == "artefact"


def test_new_clauses_under_a_new_date_are_a_version() -> None:
    dated = TERMS.replace("1 May 2025", "3 June 2026")
    found = compare(segment(TERMS, "markdown"), segment(dated + PART, "markdown"))
    assert (found.verdict, found.dates) == ("other-only", ("2026-06-03",))


def test_few_new_clauses_need_no_date() -> None:
    assert verdict(TERMS, TERMS + LATER.format(n=1)) == "other-only"


def test_new_clauses_of_a_text_without_dates_are_believed() -> None:
    undated = TERMS.replace(DATE, "")
    assert verdict(undated, undated + PART) == "other-only"


def test_few_clauses_put_in_the_middle_are_believed_where_the_text_does_not_break_off() -> None:
    long = TERMS + "".join(
        f"\n\nSection {n} of the meadow rules tells who waters it and when.\n" for n in range(60)
    )
    new = "".join(
        f"\n\nVisitors of gate {n} bring the keeper a small flower of the season.\n" for n in range(9)
    )
    assert verdict(long, TERMS + new + long[len(TERMS) :]) == "other-only"


def test_a_text_that_broke_off_and_goes_on_was_recorded_in_part() -> None:
    rest = "".join(f"\n\nSection {n} of the meadow rules tells who waters it and when.\n" for n in range(60))
    end = "".join(
        f"\n\nVisitors of gate {n} bring the keeper a small flower of the season.\n" for n in range(9)
    )
    whole = f"{TERMS}{rest}\n\nThe keeper may close the gates at night and open them in the morning.\n{end}"
    cut = whole[: whole.index(" and open them")]
    assert verdict(cut, whole) == "artefact"


def test_a_text_that_ends_within_a_clause_lost_the_dates_of_its_rest_too() -> None:
    rest = "".join(f"\n\nSection {n} of the meadow rules tells who waters it and when.\n" for n in range(60))
    end = "".join(f"\n\nVisitors of gate {n} bring the keeper a flower of the season.\n" for n in range(9))
    dated = "\n\nThese rules were published on 1 May 2024 and replace those of 2 June 2023.\n"
    whole = f"# Terms\n{rest}\n\nThe keeper may close the gates at night and open them in the morning.\n{end}{dated}"
    assert verdict(whole[: whole.index(" and open them")], whole) == "artefact"
    ended = whole[: whole.index("\n\nThe keeper")]
    assert verdict(ended, whole) != "artefact"


NOTICE = (
    "\n\nWe process personal data number {n} to keep the gate, and share information on visits with nobody."
)
GUIDE = "\n\nBe kind at fountain {n} and leave the ducks number {n} alone while they sleep by the water."


@pytest.mark.parametrize(
    "other",
    [
        "# Terms of use\n\nAbout this page\n" + "".join(NOTICE.format(n=n) for n in range(20)),
        "# Community guidelines\n" + "".join(GUIDE.format(n=n) for n in range(20)) + CLAUSE.format(n=1),
        "# Legal centre\n"
        + "".join(f"\n\nRead the rules of garden {n} before you come to see it." for n in range(20)),
        "Conditions d'utilisation\n\n" + "".join(FRENCH.format(n=n) for n in range(30)) + CLAUSE.format(n=2),
    ],
)
def test_a_document_of_another_kind_is_no_version(other: str) -> None:
    assert verdict(TERMS, other) == "artefact"
    assert verdict(other, TERMS) == "artefact"


RULES = "\n\nYou may not {act} in the garden of the keeper, neither by day nor by night."
ACTS = ("sing", "dance", "dig", "camp", "cook", "fish", "swim", "climb", "shout")
END = (
    "\n\n## The end\n\nThese terms are governed by the law of the meadow.\n\n"
    "They are the entire agreement between you and the keeper.\n"
)


def test_a_policy_with_its_own_title_after_the_end_is_news_though_no_date_changed() -> None:
    old = TERMS + END
    new = f"{old}\n## Acceptable use\n" + "".join(RULES.format(act=act) for act in ACTS)
    assert verdict(old, new) == "other-only"
    assert verdict(new, old) == "other-only"


def test_the_end_of_terms_that_comes_back_was_lost() -> None:
    rest = "\n\n## Behaviour\n" + "".join(RULES.format(act=act) for act in ACTS) + END
    assert verdict(TERMS, TERMS + rest) == "artefact"


def test_a_beginning_that_comes_back_was_lost_with_the_date_in_it() -> None:
    begin = f"# Terms of use\n\n{DATE}" + "".join(RULES.format(act=act) for act in ACTS)
    rest = "".join(CLAUSE.format(n=n) for n in range(20))
    assert verdict(rest, begin + rest) == "artefact"


@pytest.mark.parametrize(
    "banner",
    [
        "We and our 31 partners store and access data on your device, such as which gate you came in by.",
        "This site uses cookies to show you flowers that you like. See how to change your settings.",
        'By clicking "Accept all", you agree to the storing of cookies on your device for a better visit.',
        "Your browser is not supported. Please come back with a newer one to see all the flowers of the meadow.",
        "Spring offer for friends of the meadow: forty visits for the price of ten until Monday evening!",
    ],
)
def test_what_a_page_puts_above_a_text_is_cosmetic(banner: str) -> None:
    assert verdict(TERMS, f"{banner}\n\n{TERMS}") == "cosmetic"


def test_a_rule_above_a_text_is_none_of_the_page() -> None:
    assert (
        verdict(TERMS, f"You must now pay ten coins for each visit to the meadow.\n\n{TERMS}") == "other-only"
    )
