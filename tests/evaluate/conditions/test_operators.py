"""What each operator says, one by one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from compliance.evaluate.conditions.operators import evaluate
from compliance.model.declared.manifest import Manifest
from tests.evaluate.single import GEN, NO, OPEN, TUNE, YES, contexts, outcome, words
from tests.evaluate.world import CHAT, RELEASE, manifest
from tests.strategies import manifests, operators


def always(word: str) -> dict[str, Any]:
    return {"always": word, "because": f"it is {word}"}


@pytest.mark.parametrize(("word", "expected"), [("yes", YES), ("no", NO), ("unknown", OPEN)])
def test_a_constant_is_the_same_on_every_reading_and_says_why(word: str, expected: tuple[str, ...]) -> None:
    assert expected == words(always(word))
    assert outcome(always(word)).sentence == f"it is {word}"
    assert bool(outcome(always(word)).missing) == (word == "unknown")


@pytest.mark.parametrize("first", ["yes", "no", "unknown"])
@pytest.mark.parametrize("second", ["yes", "no", "unknown"])
def test_all_and_any_are_kleenes(first: str, second: str) -> None:
    order = ["no", "unknown", "yes"]
    parts = [always(first), always(second)]
    assert (min(first, second, key=order.index),) * 3 == words({"all": parts})
    assert (max(first, second, key=order.index),) * 3 == words({"any": parts})


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["no", "unknown"], "it is unknown"),
        (["unknown", "no", "no"], "it is unknown"),
        (["no", "no"], "it is no"),
        (["no", "yes"], "it is yes"),
    ],
)
def test_an_alternative_that_is_ruled_out_is_told_only_where_all_are(parts: list[str], expected: str) -> None:
    assert outcome({"any": [always(one) for one in parts]}).sentence == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["yes", "unknown"], "it is unknown"),
        (["yes", "unknown", "yes"], "it is unknown"),
        (["yes", "yes"], "it is yes"),
        (["unknown", "no"], "it is no"),
    ],
)
def test_of_several_conditions_those_that_are_met_are_not_told_beside_one_that_is_open(
    parts: list[str], expected: str
) -> None:
    assert outcome({"all": [always(one) for one in parts]}).sentence == expected


THREE = {"readings": {"narrow": always("no"), "plain": always("unknown"), "broad": always("yes")}}


def test_readings_may_differ_and_not_changes_them_over() -> None:
    assert words(THREE) == ("no", "unknown", "yes")
    assert words({"not": THREE}) == ("no", "unknown", "yes")
    narrow_only = {"readings": {"narrow": always("no"), "plain": always("yes"), "broad": always("yes")}}
    assert words({"not": narrow_only}) == ("no", "no", "yes")


def test_a_wider_reading_says_at_least_what_a_narrower_one_says() -> None:
    upside_down = {"readings": {"narrow": always("yes"), "plain": always("no"), "broad": always("no")}}
    assert words(upside_down) == YES


def test_a_definition_stands_for_its_test() -> None:
    assert words({"definition": "rival"}, manifest(releases=[{**RELEASE, "function": "code"}])) == (
        "no",
        "yes",
        "yes",
    )


SETS = {
    "narrow": ["student"],
    "plain": ["student", "copy"],
    "broad": ["student", "copy", "descendant", "signal"],
}


def steps(*given_: dict[str, Any]) -> Manifest:
    kinds = {"rows": "dataset", "more": "dataset", "mid": "model", "m": "model"}
    artifacts = {"chat": CHAT, **{key: {"kind": kind} for key, kind in kinds.items()}}
    return manifest(artifacts=artifacts, steps=list(given_))


FURTHER = [
    GEN, {**TUNE, "outputs": ["mid"]},
    {"id": "again", "kind": "generate", "inputs": {"teacher": "mid"}, "outputs": ["more"]},
    {"id": "last", "kind": "finetune", "inputs": {"data": "more"}, "outputs": ["m"]},
]  # fmt: skip


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        (steps(GEN, TUNE), YES),
        (steps(GEN, {**TUNE, "kind": "bundle"}), ("no", "yes", "yes")),
        (steps(*FURTHER), ("no", "no", "yes")),
        (steps(GEN, {**TUNE, "kind": "quantise"}), ("no", "no", "yes")),
        (steps(GEN, {**TUNE, "inputs": {"unknown": "rows"}}), OPEN),
    ],
)
def test_reach_says_how_the_source_gets_into_the_release(given_: Manifest, expected: tuple[str, ...]) -> None:
    assert expected == words({"reach": SETS}, given_)


def test_an_unsettled_role_is_asked_of_the_step_that_leaves_it_open() -> None:
    later = steps(GEN, {**TUNE, "inputs": {"unknown": "rows"}})
    assert [one.key for one in outcome({"reach": SETS}, later).missing] == ["step.role@tune"]
    first = steps({**GEN, "inputs": {"unknown": "chat"}}, TUNE)
    assert [one.key for one in outcome({"reach": SETS}, first).missing] == ["step.role@gen"]
    op = {"lineage": {"from": {"kind": "service"}, "reach": SETS}}
    about = {"about": {"release": {}}, "parties": ["releaser"]}
    assert [one.key for one in outcome(op, later, "releaser", **about).missing] == ["step.role@tune"]


def lineage_op(other: bool = False, **who: Any) -> dict[str, Any]:
    return {"lineage": {"from": who, "reach": SETS, "other": other}}


def test_lineage_asks_of_every_artifact_that_reaches_the_release() -> None:
    assert words(lineage_op(kind="service")) == YES
    assert words(lineage_op(kind="service", other=True)) == NO
    assert words(lineage_op(kind="dataset")) == YES
    assert words(lineage_op(provider="nobody")) == NO


def test_lineage_from_an_artifact_whose_licence_is_not_settled_asks_for_the_licence() -> None:
    artifacts = {"chat": CHAT, "rows": {"kind": "dataset", "license": "sa OR nc"}, "m": {"kind": "model"}}
    found = outcome(lineage_op(trait="non-commercial"), manifest(artifacts=artifacts))
    assert tuple(found.readings.words().values()) == OPEN
    assert [one.key for one in found.missing] == ["source.license@rows"]


@given(manifests(most_steps=3), operators())
def test_every_outcome_of_every_operator_keeps_the_order_of_the_readings(
    given_: Manifest, op: dict[str, Any]
) -> None:
    for parsed, context, _ in contexts(op, given_, about={"source": {}}):
        narrow, plain, broad = evaluate(parsed, context).readings
        assert narrow <= plain <= broad


def test_each_of_several_sources_is_said_to_reach_by_its_own_way() -> None:
    known = {"chat": CHAT, "base": {"kind": "model", "license": "MIT"}, "rows": {"kind": "dataset"}}
    tune = {"id": "t", "kind": "finetune", "inputs": {"base": "base", "data": "rows"}, "outputs": "m"}
    gen = {"id": "g", "kind": "generate", "inputs": {"teacher": "chat"}, "outputs": "rows"}
    given_ = manifest(artifacts={**known, "m": {"kind": "model"}}, steps=[gen, tune])
    names = ["derivative", "student"]
    reach = {"narrow": names, "plain": names, "broad": names}
    said = outcome({"lineage": {"from": {"kind": ["model", "service"]}, "reach": reach}}, given_).sentence
    told = {part.split(" ", 1)[1] for part in said.split("; ")}
    assert "shares weights with base" in told
    assert not any("chat" in part for part in told if "shares weights" in part)
