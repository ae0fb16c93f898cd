"""What is supposed: enacted rules, listed developers, facts, permissions, terms and days, in the small world."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from compliance.decide.supposing import World, suppose
from compliance.evaluate import evaluate
from compliance.model.answered.finding import Finding
from compliance.model.packs.scenario import Change
from tests.evaluate.world import AS_OF, evaluated, lineage, manifest, world

USED = {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student"]}}
BILL: dict[str, Any] = {
    "status": "proposed",
    "when": {"used": USED},
    "clear_because": "Nothing was used; in any case it is not law.",
}
TERMS: dict[str, Any] = {"cites": [{"instrument": "one/terms", "clause": "compete"}], "when": {"used": USED}}


def after(rule: dict[str, Any], *changes: dict[str, Any], party: str = "bound-party") -> Finding | None:
    """The finding about the hosted teacher once the changes are made."""
    start = World(lineage(manifest()), world(rule), AS_OF)
    then = suppose(start, [Change.model_validate(change) for change in changes])
    found = evaluate(then.lineage, then.knowledge, then.as_of).findings
    return next((one for one in found if (one.party, one.source) == (party, "chat")), None)


def test_an_enacted_rule_is_in_force_and_stands_where_it_stood() -> None:
    before, then = after(BILL), after(BILL, {"enact": {"rules": ["small/r0"]}})
    assert before is not None
    assert then is not None
    assert (before.force, then.force) == ("proposed", "in-force")
    assert before.position is then.position


def test_an_enacted_rule_no_longer_says_that_it_is_no_law() -> None:
    never = {**BILL, "when": {"used": {"reach": {"narrow": [], "plain": [], "broad": []}}}}
    then = after(never, {"enact": {"rules": ["small/r0"]}})
    assert then is not None
    assert then.reason.startswith("Nothing was used:")


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-05-01", AS_OF), ("2026-06-01", datetime.date(2026, 6, 1))]
)
def test_a_day_of_coming_into_force_never_lies_before_the_day_asked_for(
    day: str, expected: datetime.date
) -> None:
    start = World(lineage(manifest()), world(BILL), AS_OF)
    change = Change.model_validate({"enact": {"rules": ["small/r0"], "on": day}})
    assert expected == suppose(start, [change]).as_of


def test_a_bill_is_supposed_on_its_first_day_where_an_earlier_one_is_asked_for() -> None:
    later = {**BILL, "cites": [{"instrument": "state/act", "clause": "later"}]}
    start = World(lineage(manifest()), world(later), datetime.date(2020, 1, 1))
    text = start.knowledge.instruments["state/act"].clauses["later"]
    then = suppose(start, [Change.model_validate({"enact": {"rules": ["small/r0"]}})])
    assert text.versions[0].from_ == then.as_of.isoformat()


@pytest.mark.parametrize(
    ("of", "bites"),
    [({}, True), ({"kind": ["service"]}, True), ({"provider": ["one"]}, True), ({"country": ["CN"]}, False)],
)
def test_facts_of_sources_are_stated_for_those_that_are_meant(of: dict[str, Any], bites: bool) -> None:
    rule = {"when": {"used": USED, "cleared": {"fact": "source.cleared", "is": True}}}
    then = after(rule, {"facts": {"values": {"source.cleared": True}, "of": of}})
    assert then is not None
    assert ("breach" if bites else "needs-facts") == then.position.value


@pytest.mark.parametrize(
    ("name", "value", "test"),
    [
        ("release.markets", ["DE"], {"fact": "release.markets", "overlaps": ["EU"]}),
        ("release.flop", 7, {"fact": "release.flop", "over": 5}),
        ("release.commercial", True, {"fact": "release.commercial", "is": True}),
        ("publisher.kind", "university", {"fact": "publisher.kind", "is": "university"}),
        ("publisher.users", 9, {"fact": "publisher.users", "over": 8}),
        ("step.incident", True, {"fact": "step.incident", "is": True}),
        ("step.authorised", True, {"fact": "step.authorised", "is": True}),
    ],
)
def test_facts_of_releases_publisher_and_steps_are_stated(name: str, value: object, test: object) -> None:
    then = after({"when": {"used": USED, "fact": test}}, {"facts": {"values": {name: value}}})
    assert then is not None
    assert then.position.value == "breach"


def test_permission_is_held_by_every_party_and_for_every_call() -> None:
    rule = {"when": {"used": USED}, "unless": {"leave": {"fact": "party.permission", "is": True}}}
    by_call = {"when": {"used": USED}, "unless": {"leave": {"fact": "step.authorised", "is": True}}}
    for one in (rule, by_call):
        before, then = after(one), after(one, {"permission": ["one"]})
        assert (before and before.position.value, then and then.position.value) == ("breach", "clear")


@pytest.mark.parametrize(
    ("change", "expected"),
    [({"ends": "2025-01-15"}, None), ({"ends": "2025-06-01"}, "breach"), ({"begins": "2025-03-01"}, None)],
)
def test_a_clause_ends_or_begins_when_it_is_said_to(change: dict[str, str], expected: str | None) -> None:
    # The calls were made in February 2025.
    moved = {"term": {"instrument": "one/terms", "clause": "compete", **change}}
    then = after(TERMS, moved)
    assert expected == (then and then.position.value)


def test_the_day_alone_may_differ() -> None:
    rule = {
        "cites": [{"instrument": "state/act", "clause": "later"}],
        "time": "as-of",
        "when": {"used": USED},
    }
    assert [
        found.position.value for found in (after(rule), after(rule, {"as_of": "2027-02-01"})) if found
    ] == ["clear", "breach"]


def test_listed_developers_join_those_that_a_rule_names() -> None:
    rule = {
        "about": {"source": {"kind": ["service"], "developer": ["Somebody"]}},
        "when": {"used": USED},
        "parties": ["releaser"],
    }
    listed = {"listed": {"rules": ["small/r0"], "developers": ["one"]}}
    assert after(rule, party="releaser") is None
    assert after(rule, listed, party="releaser") is not None


def test_nothing_that_is_supposed_stays() -> None:
    knowledge, given = world(BILL), manifest()
    first = evaluated(knowledge, given).findings
    suppose(
        World(lineage(given), knowledge, AS_OF), [Change.model_validate({"enact": {"rules": ["small/r0"]}})]
    )
    assert first == evaluated(knowledge, given).findings


def test_a_change_supposes_one_thing() -> None:
    for given in (
        {},
        {"as_of": "2026-01-01", "permission": ["one"]},
        {"term": {"instrument": "a", "clause": "b"}},
    ):
        with pytest.raises(ValueError, match=r"one thing|nothing about the clause"):
            Change.model_validate(given)
