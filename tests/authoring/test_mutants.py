"""Systematic faults of rules: which there are, and that none is made where it could change nothing."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.authoring.changes import changes
from compliance.authoring.mutants import never, rule_mutants
from compliance.authoring.mutate import _at_other_days
from compliance.model.packs.instrument import Clause
from compliance.model.packs.rule import Rule

BASE: dict[str, Any] = {
    "id": "trial/one",
    "title": "t",
    "status": "in-force",
    "norm": "prohibition",
    "about": {"source": {"kind": "dataset"}},
    "when": {"model": {"fact": "release.kind", "is": "model"}},
    "says": "s",
    "consequence": "c",
    "what_to_do": ["w"],
    "does_not_cover": "d",
}


def _rule(**fields: Any) -> Rule:
    return Rule.model_validate({**BASE, **fields})


def _whats(test: dict[str, Any]) -> list[str]:
    return [what for what, _ in changes(_rule(when={"it": test}).when["it"])]


@pytest.mark.parametrize(
    ("test", "whats"),
    [
        ({"fact": "release.commercial", "is": True}, ["release.commercial is false"]),
        (
            {"fact": "publisher.revenue", "over": 1000000},
            ["publisher.revenue over 999999", "publisher.revenue over 1000001"],
        ),
        (
            {"fact": "release.training_flop", "over": 1e26},
            ["release.training_flop over 9.9e+25", "release.training_flop over 1.01e+26"],
        ),
        (
            {"fact": "release.date", "before": "2024-03-01"},
            ["release.date before 2024-02-29", "release.date before 2024-03-02"],
        ),
        ({"fact": "step.role", "in": ["judge", "filter"]}, ["step.role judge dropped", "step.role filter dropped"]),
        ({"fact": "release.date", "before": "0001-01-01"}, ["release.date before 0001-01-02"]),
        ({"fact": "release.date", "since": "9999-12-31"}, ["release.date since 9999-12-30"]),
        ({"party": ["caller", "affiliate"]}, ["party caller dropped", "party affiliate dropped"]),
        (
            {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student", "copy"]}},
            [
                "plain reads as broad", "broad reads as plain",
                "student dropped", "student taken for descendant", "copy dropped", "copy taken for descendant",
            ],
        ),
        (
            {"any": [{"fact": "release.commercial", "is": True}, {"fact": "release.kind", "is": "model"}]},
            ["any: part 1 dropped", "any: part 1: release.commercial is false", "any: part 2 dropped"],
        ),
        ({"party": ["caller"]}, [f"party caller taken for {one}" for one in ("affiliate", "releaser", "recipient")]),
        (
            {"in_force": {"instrument": "a", "clause": "b"}},
            ["clause at release", "clause at as-of"],
        ),
        (
            {"fact": "release.modification_flop", "over": "release.base_flop", "times": 0.5},
            ["release.modification_flop times 1 instead of 0.5"],
        ),
        ({"always": "no", "because": "b"}, []),
    ],
)  # fmt: skip
def test_a_test_is_changed_in_one_place_at_a_time(test: dict[str, Any], whats: list[str]) -> None:
    assert whats == _whats(test)


def test_a_wider_reading_loses_nothing_that_a_narrower_one_says() -> None:
    banned, many = {"fact": "step.ban_evaded", "is": True}, {"fact": "step.limits_evaded", "is": True}
    kinds = {"narrow": ["rewrite"], "plain": ["rewrite", "filter"], "broad": ["rewrite", "filter", "mix"]}
    whats = [
        *_whats({"readings": {way: {"fact": "step.kind", "in": words} for way, words in kinds.items()}}),
        *_whats(
            {
                "readings": {
                    "narrow": banned,
                    "plain": {"any": [banned, many]},
                    "broad": {"any": [banned, many]},
                }
            }
        ),
    ]
    dropped = [what for what in whats if what.endswith("dropped")]

    assert dropped == [
        "plain: step.kind filter dropped",
        "broad: step.kind mix dropped",
        "plain: any: part 2 dropped",
    ]


def test_a_rule_loses_each_part_and_meets_each_other_date() -> None:
    rule = _rule(
        parties=["caller", "releaser"],
        asked_if={"fact": "release.kind", "known": True},
        unless={"allowed": {"fact": "step.authorised", "is": True}},
        cites=[{"instrument": "a", "clause": "b"}],
    )

    assert [mutant.what for mutant in rule_mutants(rule, {})] == [
        "asked_if dropped",
        "when model dropped",
        "unless allowed dropped",
        "unless allowed: step.authorised is false",
        "party caller dropped",
        "party releaser dropped",
        "time release instead of step",
        "time as-of instead of step",
        "clauses a day earlier",
        "clauses a day later",
    ]


def test_the_narrow_reading_is_left_alone_where_another_element_never_holds_on_it() -> None:
    used = {"reach": {"narrow": [], "plain": ["student"], "broad": ["student"]}}
    idle = {"readings": {"narrow": {"always": "no", "because": "b"}, "plain": used, "broad": used}}
    alone = [mutant.what for mutant in rule_mutants(_rule(when={"used": used}), {})]
    beside = [mutant.what for mutant in rule_mutants(_rule(when={"used": used, "idle": idle}), {})]

    assert "when used: narrow reads as plain" in alone
    assert "when used: narrow reads as plain" not in beside


@pytest.mark.parametrize(
    ("test", "impossible"),
    [
        ({"always": "no", "because": "b"}, True),
        ({"always": "unknown", "because": "b"}, False),
        ({"fact": "release.kind", "is": "model"}, False),
        ({"all": [{"fact": "release.kind", "is": "model"}, {"always": "no", "because": "b"}]}, True),
        ({"any": [{"fact": "release.kind", "is": "model"}, {"always": "no", "because": "b"}]}, False),
    ],
)
def test_a_test_that_can_never_hold_is_known_by_its_form(test: dict[str, Any], impossible: bool) -> None:
    assert impossible is never(_rule(when={"it": test}).when["it"], "narrow", {})


def test_a_clause_that_began_or_ends_with_the_calendar_can_be_a_day_off() -> None:
    versions = ({"from": "0001-01-01", "to": "9999-12-31"},)
    clause = Clause.model_validate(
        {"locator": "1", "topic": "t", "norm": "none", "paraphrase": "p", "versions": versions}
    )
    days = [_at_other_days(clause, step).versions[0] for step in (-1, 1)]
    assert [(one.from_, one.to) for one in days] == [
        ("0001-01-01", "9999-12-30"),
        ("0001-01-02", "9999-12-31"),
    ]
