from __future__ import annotations

from typing import Any, get_args, get_type_hints

import pytest
from pydantic import TypeAdapter

from compliance.model.packs.operator import _KEYS, Op, Selector
from compliance.model.packs.reach import Reach
from compliance.model.packs.rule import Definition, FactEntry
from compliance.render.explain.facts import selector_words
from compliance.render.explain.operators import REACH_PHRASE, describe

OP: TypeAdapter[Op] = TypeAdapter(Op)
CALLER = "the party asked is the one that made the calls or took the licence"
CODE: dict[str, Any] = {"fact": "release.function", "is": "code"}
OPEN: dict[str, Any] = {"fact": "release.access", "in": ["open-weights", "gated"]}
REACH = {"narrow": [], "plain": ["student"], "broad": ["student", "signal"]}

CASES: list[tuple[dict[str, Any], str]] = [
    ({"all": [CODE, OPEN]}, "the release's function is code and the release's access is one of open-weights, gated"),
    ({"any": [CODE, {"all": [OPEN, {"party": ["caller"]}]}]},
     f"the release's function is code or (the release's access is one of open-weights, gated and {CALLER})"),
    ({"all": [CODE, {"not": {"any": [CODE, OPEN]}}]},
     "the release's function is code and (it is not so that (the release's function is code or the release's access "
     "is one of open-weights, gated))"),
    ({"all": [CODE]}, "the release's function is code"),
    ({"not": CODE}, "it is not so that the release's function is code"),
    ({"not": {"party": ["caller"]}}, CALLER.replace("asked is", "asked is not")),
    ({"readings": {"narrow": CODE, "plain": CODE, "broad": OPEN}},
     "narrow: the release's function is code; plain: the release's function is code; "
     "broad: the release's access is one of open-weights, gated"),
    ({"reach": REACH},
     "narrow: no way of reaching the release is enough; plain: the release was trained on content that the source "
     "wrote; broad: the release was trained on content that the source wrote, or the source only labelled, scored or "
     "selected what went into the release"),
    ({"lineage": {"from": {"kind": "model", "developer": "Meta"}, "reach": {"broad": ["derivative"]}}},
     "narrow: no route from a model developed by Meta is enough; plain: no route from a model developed by Meta is "
     "enough; broad: for a model developed by Meta as the source: the release has weights in common with the source"),
    ({"party": ["releaser", "affiliate"]},
     "the party asked is either the one that publishes the release or one that belongs to the publisher's group"),
    ({"licence": {"of": "source", "has": "non-commercial"}},
     "the licence of the source has the trait non-commercial"),
    ({"licence": {"of": "release", "drops": ["share-alike", "attribution"]}},
     "the licence of the release lacks what the source's licence has: one of share-alike, attribution"),
    ({"licence": {"of": "release", "stated": False}}, "a licence of the release is not stated"),
    ({"licence": {"of": "source", "in": ["mit"]}}, "the licence of the source is mit"),
    ({"conflict": "release"}, "statements about the licence of the release disagree"),
    ({"in_force": {"instrument": "x/terms", "clause": "compete", "at": "release"}},
     "the clause compete of x/terms was part of the governing text at the release's date"),
    ({"definition": "x/competes"}, "the definition x/competes holds"),
    ({"always": "unknown", "because": "nobody knows."}, "not known, because nobody knows"),
    ({"always": "yes", "because": "it says so"}, "always, because it says so"),
]  # fmt: skip

COMPARISONS: list[tuple[dict[str, Any], str]] = [
    ({"is": True}, "is yes"),
    ({"is": "own data"}, "is “own data”"),
    ({"contains": "Llama"}, "contains Llama"),
    ({"overlaps": ["us", "cn"]}, "include one of us, cn"),
    ({"within": "us"}, "hold nothing but us"),
    ({"starts_with": "Llama"}, "starts with Llama"),
    ({"over": 700_000_000}, "is over 700,000,000"),
    ({"over": "model.compute", "times": 0.33}, "is over 0.33 times the model's compute"),
    ({"under": 5}, "is under 5"),
    ({"before": "2025-01"}, "is before 2025-01"),
    ({"since": "2025"}, "is on or after 2025"),
    ({"known": False}, "is not known"),
    ({"at": "release.date", "is": 1}, "as of the release's date is 1"),
    ({"at": "2024-07-23", "over": 1}, "as of 2024-07-23 is over 1"),
]


STUDENT = "the release was trained on content that the source wrote"
SIGNAL = "the source only labelled, scored or selected what went into the release"
NO_WAY = "no way of reaching the release is enough"
BROAD_ONLY: dict[str, Any] = {"all": [{"reach": {"narrow": [], "plain": [], "broad": ["signal"]}}, CODE]}
OF_THE_RELEASE: dict[str, Any] = {
    "reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student"]}
}


@pytest.mark.parametrize(("op", "expected"), [
    ({"any": [OF_THE_RELEASE, BROAD_ONLY]},
     f"narrow: {STUDENT}; plain: {STUDENT}; broad: {STUDENT} or ({SIGNAL} and the release's function is code)"),
    ({"any": [BROAD_ONLY, {"all": [BROAD_ONLY, OPEN]}]},
     f"narrow: {NO_WAY}; plain: {NO_WAY}; broad: ({SIGNAL} and the release's function is code) or "
     f"(({SIGNAL} and the release's function is code) and the release's access is one of open-weights, gated)"),
    ({"all": [CODE, {"any": [OF_THE_RELEASE, BROAD_ONLY]}]},
     f"narrow: the release's function is code and {STUDENT}; plain: the release's function is code and {STUDENT}; "
     f"broad: the release's function is code and ({STUDENT} or ({SIGNAL} and the release's function is code))"),
    ({"any": [OF_THE_RELEASE, {"readings": {"narrow": BROAD_ONLY, "plain": CODE, "broad": CODE}}]},
     f"narrow: {STUDENT}; plain: {STUDENT} or the release's function is code; "
     f"broad: {STUDENT} or the release's function is code"),
])  # fmt: skip
def test_a_way_that_no_reading_opens_is_not_told_as_one(op: dict[str, Any], expected: str) -> None:
    assert describe(OP.validate_python(op)) == expected


def test_a_definition_that_no_reading_opens_is_not_told_as_a_way() -> None:
    op = OP.validate_python({"any": [OF_THE_RELEASE, {"definition": "x/labelled"}]})
    definitions = {"x/labelled": Definition.model_validate({"title": "t", "test": BROAD_ONLY, "folds": "f"})}
    assert describe(op, "plain", definitions) == STUDENT
    assert describe(op, "broad", definitions) == f"{STUDENT} or ({SIGNAL} and the release's function is code)"


@pytest.mark.parametrize(("op", "expected"), CASES)
def test_an_operator_is_told_in_words(op: dict[str, Any], expected: str) -> None:
    assert describe(OP.validate_python(op)) == expected


@pytest.mark.parametrize(("comparison", "expected"), COMPARISONS)
def test_a_comparison_is_told_in_words(comparison: dict[str, Any], expected: str) -> None:
    op = OP.validate_python({"fact": "publisher.monthly_users", **comparison})
    assert describe(op) == f"the publisher's monthly users {expected}"


def test_every_operator_has_words() -> None:
    told = {next(key for key in _KEYS if key in op) for op, _ in CASES}
    assert told | {"fact"} == set(_KEYS)
    assert set(REACH_PHRASE) == set(get_args(Reach))


def test_a_negation_swaps_the_readings() -> None:
    op = OP.validate_python({"not": {"readings": {"narrow": CODE, "plain": CODE, "broad": OPEN}}})
    assert describe(op, "narrow") == "it is not so that the release's access is one of open-weights, gated"
    assert describe(op, "broad") == "it is not so that the release's function is code"


def test_a_definition_is_opened_where_it_is_known() -> None:
    known = Definition.model_validate({"title": "t", "test": {"any": [CODE, OPEN]}, "folds": "f"})
    op = OP.validate_python({"all": [{"definition": "x/y"}, CODE]})
    assert describe(op, "plain", {"x/y": known}) == (
        "(the release's function is code or the release's access is one of open-weights, gated) and the release's "
        "function is code"
    )


def test_a_definition_that_names_itself_ends() -> None:
    loop = Definition.model_validate(
        {"title": "t", "test": {"all": [{"definition": "x/y"}, CODE]}, "folds": "f"}
    )
    told = describe(OP.validate_python({"definition": "x/y"}), "plain", {"x/y": loop})
    assert told == "the definition x/y holds and the release's function is code"


def test_a_yes_no_fact_is_told_by_its_question_where_that_is_known() -> None:
    entry = FactEntry(type="yes-no", question="Did {provider} authorise {subject}?")
    op = OP.validate_python({"fact": "step.authorised", "is": True})
    told = describe(op, facts={"step.authorised": entry})
    assert told == "“Did the provider authorise the step?” is answered yes"


def test_every_field_of_a_selector_is_told() -> None:
    for name in Selector.model_fields:
        flag = get_type_hints(Selector)[name] in (bool, bool | None)
        value = True if flag else ("model" if name == "kind" else "zebra")
        told = selector_words(Selector.model_validate({name: value}))
        assert told != "anything", name
