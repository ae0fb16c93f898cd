from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compliance.decide.plan.prices import Prices
from compliance.decide.plan.search import Search, search
from compliance.model.answered.plan import Replace
from compliance.model.answered.report import Report
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest, Step
from compliance.model.packs.rule import FactEntry
from compliance.render.planned.pages import plan_sections
from tests import strategies
from tests.decide.plan.small import COSTS, judge_with, least_cost, settles
from tests.evaluate.world import RELEASE, manifest, world

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
    kind = strategies.rules() if draw(st.integers(0, 4)) == 0 else plain_rules()
    rules = [draw(kind) for _ in range(draw(st.integers(1, 4)))]
    words = [{**rule, "what_to_do": EVERYTHING} for rule in rules]
    return words, draw(strategies.manifests(most_steps=4))


@settings(max_examples=40)
@given(problems(), st.booleans())
def test_no_set_of_acts_is_cheaper_than_the_plan_and_none_exists_where_none_is_found(
    problem: Any, covered: bool
) -> None:
    rules, start = problem
    knowledge = world(*rules)
    judge = judge_with(knowledge, covered=covered)
    found = search(start, knowledge, COSTS, judge)
    assume(found.open and found.considered <= MOST_ACTS)
    assert found.complete
    state = Search(start, knowledge, Prices(COSTS), judge)
    state.test(frozenset())
    # Acts that only show up under other acts belong to the choice too.
    known = {act.key: act for plan in found.plans for act in plan.acts} | state.acts
    expected = least_cost(known.values(), lambda acts: settles(start, acts, judge))
    assert expected == (found.plans[0].cost if found.plans else None)


STUDENT: dict[str, Any] = {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student"]}}


def rule(test: dict[str, Any], *words: str, **unless: Any) -> dict[str, Any]:
    """A rule on what a service wrote, in the small world."""
    found = {"used": STUDENT, "test": test}
    return {"when": found, "unless": unless, "what_to_do": list(words), "parties": ["caller", "releaser"]}


ALWAYS = {"always": "yes", "because": "so"}


@pytest.mark.parametrize(
    ("given_rule", "expected"),
    [
        (rule(ALWAYS, "watch"), None),
        # Without the rows nothing would be left to train on; what can be left out can be replaced.
        (rule(ALWAYS, "drop-input"), {"replace-input:chat"}),
        (rule(ALWAYS, "replace-input"), {"replace-input:chat"}),
        (rule(ALWAYS, "obtain-permission", permitted={"fact": "party.permission", "is": True}),
         {"obtain-permission:one"}),
        (rule(ALWAYS, "rename", named={"fact": "release.name", "starts_with": "One"}), {"rename:m:One"}),
        (rule(ALWAYS, "add-notice", shown={"fact": "release.notices", "contains": "made with one"}),
         {"add-notice:m:chat"}),
        (rule({"fact": "release.commercial", "is": True}, "change-purpose"), {"change-purpose:m:non-commercial"}),
        (rule(ALWAYS, "restrict-access", inside={"fact": "release.access", "is": "internal"}),
         {"restrict-access:m:internal"}),
        (rule({"fact": "publisher.users", "over": 100}, "supply-fact"),
         {"supply-fact:publisher.users@publisher=<= 100"}),
        (rule({"fact": "party.accepted", "is": True}, "supply-fact"),
         {"supply-fact:party.accepted@publisher:one=no"}),
    ],
)  # fmt: skip
def test_each_word_of_what_to_do_becomes_an_act_that_settles_its_finding(
    given_rule: dict[str, Any], expected: set[str] | None
) -> None:
    knowledge = world(given_rule)
    start = manifest(publisher={"name": "Lab", "kind": "company", "accepted": {"one": "unknown"}})
    found = search(start, knowledge, COSTS, judge_with(knowledge, covered=True))
    assert expected == ({act.key for act in found.plans[0].acts} if found.plans else None)


def named(word: str) -> dict[str, Any]:
    """A rule that asks for a name to begin with a word."""
    return rule(ALWAYS, "rename", named={"fact": "release.name", "starts_with": word})


def test_two_mandatory_first_words_leave_no_plan_and_are_named_as_what_stands_in_the_way() -> None:
    knowledge = world(
        named("One"), named("Two"), rule({"fact": "release.commercial", "is": True}, "change-purpose")
    )
    found = search(manifest(), knowledge, COSTS, judge_with(knowledge, covered=True))
    assert (found.plans, sorted(one.item.rule for one in found.obstacles)) == ((), ["small/r0", "small/r1"])


def test_an_alternative_does_without_what_the_first_plan_mostly_costs() -> None:
    knowledge = world(
        rule(ALWAYS, "replace-input", "obtain-permission", ok={"fact": "party.permission", "is": True})
    )
    found = search(manifest(), knowledge, COSTS, judge_with(knowledge, covered=True), alternatives=3)
    told = [({act.key for act in plan.acts}, plan.cost) for plan in found.plans]
    assert [
        ({"obtain-permission:one"}, 13), ({"replace-input:chat"}, 19), ({"replace-input:rows"}, 19)
    ] == told  # fmt: skip


def test_without_answers_no_plan_rests_on_a_fact() -> None:
    knowledge = world(rule({"fact": "party.accepted", "is": True}, "supply-fact", "replace-input"))
    found = search(manifest(), knowledge, COSTS, judge_with(knowledge, covered=True), answers=False)
    assert [[act.key for act in plan.acts] for plan in found.plans] == [["replace-input:chat"]]


def test_a_proposal_is_put_to_the_rules_that_were_open_and_to_all_once_nothing_is_left_of_these() -> None:
    knowledge = world(
        rule({"fact": "party.accepted", "is": True}, "replace-input", ok={"fact": "party.permission", "is": True}),
        rule({"fact": "release.commercial", "is": False}, "change-purpose"),
    )  # fmt: skip
    judge, asked = judge_with(knowledge, covered=True), list[list[str]]()

    def counting(manifest: Manifest, rules: Collection[str] = ()) -> tuple[Lineage, Report]:
        asked.append(sorted(rules))
        return judge(manifest, rules)

    found = search(manifest(), knowledge, COSTS, counting)
    assert ([[], ["small/r0"], []], bool(found.plans)) == (asked, True)


def test_a_name_that_nothing_covers_does_not_make_every_test_one_of_all_rules() -> None:
    knowledge = world(
        rule({"fact": "party.accepted", "is": True}, "replace-input", ok={"fact": "party.permission", "is": True}),
        rule({"fact": "release.commercial", "is": False}, "change-purpose"),
    )  # fmt: skip
    known = manifest()
    stranger = known.artifacts["chat"].model_copy(update={"name": "nobody-knows-it", "provider": None})
    second = {"id": "more", "kind": "generate", "inputs": {"teacher": "other"}, "outputs": ["rows"]}
    start = known.model_copy(
        update={
            "artifacts": {**known.artifacts, "other": stranger},
            "steps": (Step.model_validate(second), *known.steps),
        }
    )
    judge, asked = judge_with(knowledge), list[list[str]]()

    def counting(manifest: Manifest, rules: Collection[str] = ()) -> tuple[Lineage, Report]:
        asked.append(sorted(rules))
        return judge(manifest, rules)

    found = search(start, knowledge, COSTS, counting)
    assert any(not one.rule for one in found.open)
    assert ["small/r0"] in asked


def test_a_finding_is_as_open_where_its_rule_is_put_alone() -> None:
    knowledge = world(
        rule(ALWAYS, "replace-input"), rule({"fact": "publisher.users", "over": 100}), named("One")
    )
    judge = judge_with(knowledge, covered=True)
    together, apart = judge(manifest())[1], [judge(manifest(), {f"small/r{n}"})[1] for n in range(3)]
    expected = [(one.identity, one.readings, one.missing, together.is_open(one)) for one in together.findings]
    told = [(one.identity, one.readings, one.missing, report.is_open(one)) for report in apart
            for one in report.findings]  # fmt: skip
    assert sorted(expected, key=repr) == sorted(told, key=repr)


def test_what_a_replacement_brings_with_it_is_settled_too() -> None:
    notice = {
        "about": {"source": {"licence": ["free"]}}, "when": {"held": {"reach": {"narrow": ["student"],
        "plain": ["student"], "broad": ["student"]}}}, "what_to_do": ["add-notice"],
        "unless": {"shown": {"fact": "release.notices", "contains": "free"}}, "norm": "obligation",
    }  # fmt: skip
    knowledge = world(rule(ALWAYS, "replace-input"), notice)
    found = search(manifest(), knowledge, COSTS, judge_with(knowledge, covered=True))
    kinds = sorted(act.word for act in found.plans[0].acts)
    assert kinds == ["add-notice", "replace-input"]


def test_an_act_that_is_out_of_the_question_is_not_planned() -> None:
    knowledge = world(
        rule(ALWAYS, "replace-input", "obtain-permission", ok={"fact": "party.permission", "is": True})
    )
    costs = COSTS.model_copy(update={"acts": {"obtain-permission:one": "never"}})
    found = search(manifest(), knowledge, costs, judge_with(knowledge, covered=True))
    assert [act.key for act in found.plans[0].acts] == ["replace-input:chat"]


def test_nothing_open_needs_no_plan() -> None:
    knowledge = world(rule({"fact": "release.commercial", "is": True}, "change-purpose"))
    quiet = manifest(releases=[{**RELEASE, "commercial": False}])
    found = search(quiet, knowledge, COSTS, judge_with(knowledge, covered=True))
    assert (found.open, found.plans, found.complete) == ((), (), True)


def test_a_replacement_is_not_taken_for_something_made_from_what_it_replaces() -> None:
    knowledge = world(rule(ALWAYS, "replace-input"))
    found = search(manifest(), knowledge, COSTS, judge_with(knowledge, covered=True))
    edit = found.plans[0].acts[0].edit
    assert isinstance(edit, Replace)
    assert edit.entry.name == "replacement 1"


def test_what_a_release_does_is_done_no_more() -> None:
    knowledge = world(rule({"fact": "release.hidden", "is": True}, "disclose"))
    facts = {**knowledge.facts, "release.hidden": FactEntry(type="yes-no", question="Hidden?", closed=True)}
    knowledge = replace(knowledge, facts=facts)
    hiding = manifest(releases=[{**RELEASE, "facts": {"hidden": True}}])
    found = search(hiding, knowledge, COSTS, judge_with(knowledge, covered=True))
    assert [act.key for act in found.plans[0].acts] == ["disclose:m:hidden"]


def test_a_search_that_is_ended_names_a_plan_that_is_not_known_to_be_cheapest() -> None:
    shown = {
        "all": [
            {"fact": "release.notices", "contains": "one"},
            {"fact": "release.name", "starts_with": "One"},
        ]
    }
    knowledge = world(rule(ALWAYS, "add-notice", "rename", "replace-input", shown=shown))
    judge = judge_with(knowledge, covered=True)
    ended, whole = (search(manifest(), knowledge, COSTS, judge, rounds=given) for given in (0, 60))
    assert (ended.complete, whole.complete) == (False, True)
    assert ended.bound <= whole.plans[0].cost <= ended.plans[0].cost
    assert settles(manifest(), ended.plans[0].acts, judge)
    fewer = [[act for act in ended.plans[0].acts if act is not left] for left in ended.plans[0].acts]
    assert not any(settles(manifest(), acts, judge) for acts in fewer)
    told = " ".join(line.text for section in plan_sections(ended) for line in section.lines)
    assert "It is not known to be the cheapest" in told


def test_two_answers_to_one_entry_are_one_act() -> None:
    knowledge = world(rule({"fact": "source.cleared", "is": False}, "supply-fact"))
    found = search(manifest(), knowledge, COSTS, judge_with(knowledge, covered=True))
    edits = [repr(act.edit) for plan in found.plans for act in plan.acts]
    assert len(edits) == len(set(edits))


def test_what_others_put_out_is_not_renamed_or_labelled_by_whoever_asks() -> None:
    theirs = manifest(parties={"us": {"name": "Us"}}, asker="us")
    asked = {**rule(ALWAYS, "rename", "obtain-permission", named={"fact": "release.name", "starts_with": "One"},
                    permitted={"fact": "party.permission", "is": True}), "parties": ["recipient"]}  # fmt: skip
    knowledge = world(asked)
    found = search(theirs, knowledge, COSTS, judge_with(knowledge, covered=True))
    assert [act.key for act in found.plans[0].acts] == ["obtain-permission:one"]
