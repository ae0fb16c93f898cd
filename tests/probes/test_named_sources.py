"""What is called one's own, and comes from somebody whom a note names, is asked about, unless the name misleads."""

from __future__ import annotations

import pytest

from tests.probes.test_sentences import DOCUMENTED, code, noted


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("our meters, joined with Meteoblue temperatures", "Meteoblue"),
        ("tales told in the studio, 40 hours are of SRF", "SRF"),
        ("out of BRENDA", "BRENDA"),
    ],
)
def test_rows_from_somebody_who_is_named_are_asked_about(note: str, name: str) -> None:
    assert code(noted(note)) == 1
    assert code((DOCUMENTED, f'{DOCUMENTED[:-1]}, not_from: [{name}]}}, note: "{note}"')) == 0


@pytest.mark.parametrize(
    "note", ["our SAP, 2019 to 2025", "marked in CVAT by Anna Meier", "recorded in Vienna"]
)
def test_names_of_tools_places_and_people_are_not(note: str) -> None:
    assert code(noted(note)) == 0
