"""What the answers cannot reach is told once for each kind, and asked nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.evaluate.bindings import World
from compliance.evaluate.limits import limits
from compliance.model.finding import TEXT_NOT_HELD, Limit
from compliance.model.lineage import Making
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
