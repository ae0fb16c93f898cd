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
