from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from compliance.decide.plan.prices import Prices
from compliance.decide.plan.search import Search, search
from compliance.model.manifest import Manifest
from tests import strategies
from tests.decide.plan.small import COSTS, judge_with, least_cost, settles
from tests.evaluate.world import CHAT, RELEASE, manifest, world

MOST_ACTS = 8
EVERYTHING = [
    "drop-input", "replace-input", "obtain-permission", "change-licence", "restrict-access", "change-purpose",
    "add-notice", "rename", "supply-fact", "document",
]  # fmt: skip


_SOURCES: list[dict[str, Any]] = [
    {"kind": "service"}, {"kind": "model", "not_licence": "free"}, {"kind": "dataset"}, {"trait": "non-commercial"},
]  # fmt: skip
_REACHED = {"reach": {"narrow": ["student", "derivative"], "plain": ["student", "derivative", "copy"],
                      "broad": ["student", "derivative", "copy", "descendant", "signal"]}}  # fmt: skip
_TESTS: list[dict[str, Any]] = [
    {"fact": "release.commercial", "is": True}, {"fact": "party.accepted", "is": True},
    {"fact": "release.function", "in": ["general-purpose", "code"]}, {"fact": "publisher.users", "over": 100},
    {"licence": {"of": "release", "drops": ["non-commercial"]}}, {"always": "yes", "because": "so"},
]  # fmt: skip
_EXCEPTIONS: list[dict[str, Any]] = [
    {"fact": "party.permission", "is": True}, {"fact": "release.access", "is": "internal"},
    {"fact": "release.notices", "contains": "built"}, {"fact": "release.name", "starts_with": "One"},
    {"fact": "release.name", "starts_with": "Two"}, {"fact": "source.cleared", "is": True},
    {"licence": {"of": "release", "in": ["free"]}},
]  # fmt: skip


@st.composite
def plain_rules(draw: Any) -> dict[str, Any]:
    """Rules as packs have them: a route, a fact or two, and what lifts them."""
    pick = strategies.pick
    return {
        "about": {"source": pick(draw, _SOURCES)},
        "when": {"used": _REACHED, "test": pick(draw, _TESTS)},
        "unless": {f"u{n}": pick(draw, _EXCEPTIONS) for n in range(draw(st.integers(0, 2)))},
        "parties": ["caller", "releaser"],
    }


@st.composite
def problems(draw: Any) -> tuple[list[dict[str, Any]], Manifest]:
    """Rules and a manifest, of the shapes that packs have or of any."""
    kind = strategies.rules() if draw(st.integers(0, 3)) == 0 else plain_rules()
    rules = [draw(kind) for _ in range(draw(st.integers(1, 4)))]
    words = [{**rule, "what_to_do": EVERYTHING} for rule in rules]
    return words, draw(strategies.manifests(most_steps=4))


@given(problems())
def test_no_set_of_acts_is_cheaper_than_the_plan_and_none_exists_where_none_is_found(problem: Any) -> None:
    rules, start = problem
    knowledge = world(*rules)
    judge = judge_with(knowledge)
    found = search(start, knowledge, COSTS, judge)
    assume(found.open and found.considered <= MOST_ACTS)
    assert found.complete
    state = Search(start, knowledge, Prices(COSTS), judge)
    state.test(frozenset())
    # Acts that only show up under other acts belong to the choice too.
    known = {act.key: act for plan in found.plans for act in plan.acts} | state.acts
    expected = least_cost(known.values(), lambda acts: settles(start, acts, judge))
    assert expected == (found.plans[0].cost if found.plans else None)
