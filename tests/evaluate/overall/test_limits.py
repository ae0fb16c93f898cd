"""What the answers cannot reach is told once for each kind, and asked nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.evaluate.overall.limits import limits
from compliance.evaluate.world import World
from compliance.model.answered.finding import TEXT_NOT_HELD, Limit
from compliance.model.declared.lineage import BY_NAME, NOT_LOOKED_UP, Making
from tests.evaluate.world import AS_OF, CHAT, evaluated, lineage, manifest, world

FOUNDATION = Making("foundation", "its developer does not disclose what it was trained on")
ALWAYS: dict[str, Any] = {"when": {"op": {"always": "yes", "because": "it holds"}}}


def _world(role: str, making: Making, *, names: tuple[str, ...] = ("base/free",)) -> World:
    bases = {f"base{n}": {"kind": "model", "name": name} for n, name in enumerate(names)}
    step = {"id": "tune", "kind": "finetune", "inputs": {role: list(bases)}, "outputs": ["m"]}
    found = lineage(manifest(artifacts={**bases, "m": {"kind": "model"}}, steps=[step]))
    marked = {
        key: replace(one, making=making) if key in bases else one for key, one in found.artifacts.items()
    }
    return World(replace(found, artifacts=marked), world(ALWAYS), AS_OF)


def test_weights_whose_data_are_not_disclosed_are_a_limit() -> None:
    (limit,) = limits(_world("base", FOUNDATION), ())
    assert (limit.kind, limit.subjects) == ("making", ("base/free",))
    assert limit.sentence == (
        "What base/free was trained on is not disclosed by its developer; nothing is said of it."
    )


def test_a_foundation_that_nobody_looked_up_is_a_limit_that_says_so() -> None:
    (limit,) = limits(_world("base", Making("foundation", NOT_LOOKED_UP)), ())
    assert limit.sentence == (
        "What base/free was trained on was not looked up for the registry; its developer's card or paper may say it."
    )


def test_several_such_weights_are_one_limit() -> None:
    (limit,) = limits(_world("base", FOUNDATION, names=("base/free", "base/nc")), ())
    assert limit.subjects == ("base/free", "base/nc")


@pytest.mark.parametrize(
    ("role", "making"),
    [("base", Making()), ("base", Making("open", "nobody said it")), ("teacher", FOUNDATION)],
    ids=["explained", "a question", "a teacher"],
)
def test_what_is_known_asked_or_not_held_is_no_limit(role: str, making: Making) -> None:
    assert limits(_world(role, making), ()) == ()


def test_texts_that_are_not_held_are_one_limit_and_are_told_with_the_evaluation() -> None:
    of_that_time = {"instrument": "one/terms", "clause": "lost"}
    rule = {**ALWAYS, "cites": [of_that_time], "parties": ["caller"]}
    step = {
        "id": "gen",
        "kind": "generate",
        "inputs": {"teacher": "chat"},
        "outputs": ["rows"],
        "period": "2025-02",
    }
    tune = {
        "id": "tune",
        "kind": "finetune",
        "inputs": {"data": "rows"},
        "outputs": ["m"],
        "period": "2025-03",
    }
    found = evaluated(world(rule), manifest(steps=[step, tune]))
    asked = {fact for one in found.findings for fact in one.missing}
    assert {fact.fact for fact in asked} == {TEXT_NOT_HELD}
    subjects = tuple(sorted(fact.subject for fact in asked))
    assert found.limits == (
        Limit(
            "text",
            subjects,
            f"Texts of that time are not held: {', '.join(subjects)}. What they said is not known.",
        ),
    )


def test_missing_facts_of_other_kinds_are_no_limit() -> None:
    rule = {"when": {"op": {"fact": "source.cleared", "is": True}}}
    found = evaluated(
        world(rule), manifest(artifacts={"chat": CHAT, "rows": {"kind": "dataset"}, "m": {"kind": "model"}})
    )
    assert {fact.fact for one in found.findings for fact in one.missing} == {"source.cleared"}
    assert found.limits == ()


def _recorded(recorded: str, names: tuple[str, ...] = ("base/free",)) -> World:
    found = _world("base", Making(), names=names)
    marked = {
        key: replace(one, recorded=recorded if key.startswith("base") else "")
        for key, one in found.lineage.artifacts.items()
    }
    return World(replace(found.lineage, artifacts=marked), world(ALWAYS), AS_OF)


@pytest.mark.parametrize(
    ("recorded", "told"),
    [("memory", "recorded from memory"), ("secondary", "known from a list or at second hand")],
)
def test_what_the_registry_gave_without_a_card_is_a_limit(recorded: str, told: str) -> None:
    (limit,) = limits(_recorded(recorded), ())
    assert (limit.kind, limit.subjects) == ("record", ("base/free",))
    assert limit.sentence == (
        f"What the registry gave for base/free is {told}: licence and making need its card or licence file before "
        "anything rests on them."
    )


@pytest.mark.parametrize("recorded", ["", "full-text", "quoted"])
def test_what_was_declared_or_read_is_no_limit(recorded: str) -> None:
    assert limits(_recorded(recorded), ()) == ()


def test_more_than_eight_such_records_are_counted() -> None:
    names = tuple(f"base/{n}" for n in range(10))
    (limit,) = limits(_recorded("memory", names), ())
    assert limit.subjects == names
    assert "base/7, 2 more is" in limit.sentence


@pytest.mark.parametrize(
    ("known", "told"),
    [("memory", "is recorded from memory"), (BY_NAME, "is read out of the name of what is made from it")],
)
def test_an_ancestor_that_no_document_was_read_for_is_a_limit(known: str, told: str) -> None:
    (limit,) = limits(_descended(known), ())
    assert (limit.kind, limit.subjects) == ("ancestry", ("base/free",))
    assert limit.sentence == f"That base/free stands behind this {told}; the manifest does not say it."


@pytest.mark.parametrize("known", ["", "full-text", "quoted", "secondary"])
def test_an_ancestor_of_the_manifest_or_of_a_document_is_no_limit(known: str) -> None:
    assert limits(_descended(known), ()) == ()


def _descended(known: str) -> World:
    plain = _recorded("")
    marked = {
        key: replace(one, ancestry_known=known if key.startswith("base") else "")
        for key, one in plain.lineage.artifacts.items()
    }
    return World(replace(plain.lineage, artifacts=marked), world(ALWAYS), AS_OF)
