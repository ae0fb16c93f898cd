"""Clauses that begin where a stretch of their text ends that nobody read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.lint.begun import begun
from compliance.load.packs.knowledge import load_packs
from compliance.model.packs.instrument import Instrument, Version

TEXT = "meta/fair-nc-research"


def _told(first_days: list[dict[str, object]]) -> list[str]:
    """What is told where one clause of a text was not read until 2024-10-18, and another has the given versions."""
    packs = load_packs()
    text = packs.instruments[TEXT]
    clauses = dict(text.clauses)
    clauses["credit"] = clauses["credit"].model_copy(
        update={"versions": tuple(Version.model_validate(one) for one in first_days)}
    )
    changed: Instrument = text.model_copy(update={"clauses": clauses})
    return [fault.what for fault in begun(replace(packs, instruments={TEXT: changed}))]


def test_no_bundled_clause_begins_where_its_text_was_only_not_read() -> None:
    assert list(begun(load_packs())) == []


@pytest.mark.parametrize("basis", ["printed", "assumed"])
def test_a_first_day_that_is_only_that_of_the_text_read_is_told(basis: str) -> None:
    [told] = _told([{"from": "2024-10-18", "from_basis": basis}])
    assert "`credit` begins on 2024-10-18" in told
    assert "from 2024-01-01 on" in told


@pytest.mark.parametrize(
    "versions",
    [
        [{"from": "2024", "to": "2024-10-18", "held": False}, {"from": "2024-10-18"}],
        [{"from": "2024-10-18", "from_basis": "recorded"}],
        [{"from": "2024-10-18", "from_basis": "earliest-capture"}],
        [{"from": "2025-02-01", "from_basis": "printed"}],
    ],
)
def test_a_clause_that_came_in_or_is_undecided_before_is_none(versions: list[dict[str, object]]) -> None:
    assert _told(versions) == []
