"""A clause carries its numbers and words; a version may give others; records of enforcement say something."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from compliance.model.packs.instrument import (
    LAW_KINDS,
    Asked,
    Clause,
    Enforcement,
    Instrument,
    Limit,
    Territory,
)

CLAUSE: dict[str, Any] = {
    "locator": "4",
    "topic": "branding",
    "norm": "obligation",
    "paraphrase": "The name is shown.",
    "versions": [{"from": "2025-07-11"}, {"from": "2026-01-01", "badge": "Meadow 2.5", "copy": False}],
    "badge": ["Meadow 2", "Made with Meadow"],
    "copy": True,
}
LIMIT: dict[str, Any] = {
    "measure": "monthly-users",
    "of": "product",
    "above": 100_000_000,
    "then": "licence-needed",
}


def test_a_version_without_words_of_its_own_asks_what_the_clause_asks() -> None:
    clause = Clause.model_validate(CLAUSE)
    assert Asked(badge=("Meadow 2", "Made with Meadow"), copy=True) == clause.asked(clause.versions[0])


def test_the_words_of_a_version_take_the_place_of_those_of_the_clause() -> None:
    clause = Clause.model_validate(CLAUSE)
    assert Asked(badge=("Meadow 2.5",), copy=False) == clause.asked(clause.versions[1])


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("notice", "Meadow is licensed to you.", ("Meadow is licensed to you.",)),
        ("name_prefix", ["Meadow", "MEADOW"], ("Meadow", "MEADOW")),
        ("credit_line", "made with Meadow technology", ("made with Meadow technology",)),
    ],
)
def test_words_are_one_or_several_of_which_each_will_do(
    field: str, value: object, read: tuple[str, ...]
) -> None:
    assert read == getattr(Clause.model_validate({**CLAUSE, field: value}), field)


@pytest.mark.parametrize(
    "change",
    [
        {"measure": "annual-revenue"},
        {"measure": "monthly-revenue"},
        {"currency": "USD"},
        {"above": 0},
        {"measure": "users"},
        {"at": "soon"},
        {"of": "anyone"},
    ],
)
def test_a_limit_that_cannot_be_compared_is_refused(change: dict[str, object]) -> None:
    assert Limit.model_validate(LIMIT).at == "any-time"
    with pytest.raises(ValidationError):
        Limit.model_validate({**LIMIT, **change})


@pytest.mark.parametrize("fields", [{}, {"excludes": ["EU"], "only": ["US"]}])
def test_a_territory_says_either_where_it_is_or_where_it_is_not(fields: dict[str, list[str]]) -> None:
    with pytest.raises(ValidationError, match="one of `excludes` and `only`"):
        Territory.model_validate(fields)


@pytest.mark.parametrize("fields", [{}, {"looked_in": "the news"}])
def test_a_record_of_enforcement_holds_an_event_or_the_day_of_a_search(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="none_found_on"):
        Enforcement.model_validate(fields)


def test_an_event_names_its_source_and_how_well_it_is_known() -> None:
    event = {"date": "2025-08-01", "kind": "account-closed", "who": "Meadow", "what": "Closed an account."}
    with pytest.raises(ValidationError) as refused:
        Enforcement.model_validate({"events": [event]})
    assert {"source", "assurance"} == {str(error["loc"][-1]) for error in refused.value.errors()}


def test_kinds_of_law_are_kinds_of_instruments_and_no_contracts() -> None:
    kinds = Instrument.model_json_schema()["properties"]["kind"]["enum"]
    assert set(LAW_KINDS) < set(kinds)
    contracts = {
        "provider-terms",
        "usage-policy",
        "site-terms",
        "model-licence",
        "data-licence",
        "code-licence",
    }
    assert contracts | {"house-rule"} == set(kinds) - set(LAW_KINDS)
