"""A fact that is a field of a manifest is held as that field holds it, and refused where it cannot be."""

from __future__ import annotations

import pytest

from compliance.model.declared.field_value import HOLDERS, Entry, as_field
from compliance.model.declared.manifest import Publisher, Release, Step


@pytest.mark.parametrize(
    ("holder", "key", "given", "held"),
    [
        (Publisher, "country", "Deutschland", ("DE",)),
        (Publisher, "country", ("DE", "France"), ("DE", "FR")),
        (Publisher, "kind", "company", "company"),
        (Release, "commercial", True, "yes"),
        (Release, "markets", ["EU"], ("EU",)),
        (Release, "date", 2025, "2025"),
        (Step, "authorised", False, "no"),
    ],
)
def test_a_value_is_what_a_manifest_would_make_of_it(
    holder: type[Entry], key: str, given: object, held: object
) -> None:
    assert as_field(holder, key, given) == held


@pytest.mark.parametrize(
    ("holder", "key", "given"),
    [
        (Publisher, "country", ["worldwide"]),
        (Release, "date", "unknown"),
        (Release, "markets", [["DE"]]),
        (Step, "period", "2025-13"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(holder: type[Entry], key: str, given: object) -> None:
    with pytest.raises(ValueError, match=key):
        as_field(holder, key, given)


def test_every_entry_can_be_written_with_one_field() -> None:
    for holder in HOLDERS.values():
        assert as_field(holder, "facts", {}) == {}
