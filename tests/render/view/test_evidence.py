"""Clauses of one text are told together where the same is to be said of them."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.answered.finding import ClauseQuote
from compliance.render.view.evidence import clause_line, told_together
from tests.render import factories

DAY = factories.report().as_of


def _told(*changes: dict[str, Any]) -> list[str]:
    lines = [clause_line(factories.clause(**one), DAY) for one in changes]
    return [one.locator for one in told_together(lines)]


def test_places_that_differ_in_nothing_else_are_one_line() -> None:
    two = {
        "locator": "section 2",
        "clause": "resale",
        "paraphrase": "Nobody may sell it on.",
        "fingerprint": None,
    }
    assert _told({}, two, {"locator": "section 9"}) == ["section 3.3 (e), section 2 and section 9"]
    assert _told({}, {}) == ["section 3.3 (e)"]


@pytest.mark.parametrize(
    "apart",
    [
        {"title": "Usage policies"},
        {"version_from": "2024-01-01"},
        {"status": "continuity"},
        {"assurance": "memory"},
        {"verified_on": "2026-01-01"},
        {"quote": ClauseQuote("Words of the text.", "sha256:" + "0b" * 32, "2026-11-20")},
    ],
)
def test_a_place_of_which_something_else_is_to_be_said_has_a_line_of_its_own(apart: dict[str, Any]) -> None:
    assert _told({}, {"locator": "section 2", **apart}) == ["section 3.3 (e)", "section 2"]
