"""What must not matter does not: the order of independent steps, ids, unrelated components."""

from __future__ import annotations

import copy
import itertools
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import Position
from tests.evaluate.world import evaluated, world
from tests.strategies import manifest_data, rules

Told = Counter[tuple[Any, ...]]
some_rules = st.lists(rules(), min_size=1, max_size=4)


def told(data: dict[str, Any], knowledge: Knowledge, back: dict[str, str] | None = None) -> Told:
    """What is found, with ids given back their first names."""
    names = back or {}

    def first(text: str) -> str:
        head, mark, tail = text.partition("~")
        return names.get(head, head) + mark + tail

    return Counter(
        (
            f.rule, first(f.release), first(f.source or ""), f.party, f.party_name, f.position, f.low, f.high,
            f.readings, tuple(sorted({m.fact for m in f.missing})),
            tuple(sorted(first(step) for step in f.steps)) if f.routes else (),
        )
        for f in evaluated(knowledge, Manifest.model_validate(data)).findings
    )  # fmt: skip


def read(item: Any) -> list[str]:
    """Ids that one input may be."""
    return item["one_of"] if isinstance(item, dict) else [item]


def renamed(data: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The manifest with other ids for artifacts and steps."""
    new = copy.deepcopy(data)
    new["artifacts"] = {names[key]: artifact for key, artifact in data["artifacts"].items()}
    for step in new["steps"]:
        step["id"] = names[step["id"]]
        step["inputs"] = {
            role: {"one_of": [names[each] for each in read(item)]} if isinstance(item, dict) else names[item]
            for role, item in step["inputs"].items()
        }
        step["outputs"] = [names[item] for item in step["outputs"]]
    for release in new["releases"]:
        release["artifact"] = names[release["artifact"]]
    return new


@given(manifest_data(), some_rules)
def test_other_ids_change_nothing_but_the_names(
    data: dict[str, Any], given_rules: list[dict[str, Any]]
) -> None:
    ids = [*data["artifacts"], *(step["id"] for step in data["steps"])]
    names = {key: f"x{n}" for n, key in enumerate(reversed(ids))}
    knowledge = world(*given_rules)
    back = {new: old for old, new in names.items()}
    assert told(data, knowledge) == told(renamed(data, names), knowledge, back)


def independent(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether neither step touches what the other writes."""

    def reads(step: dict[str, Any]) -> set[str]:
        return {key for item in step["inputs"].values() for key in read(item)}

    def writes(step: dict[str, Any]) -> set[str]:
        return set(step["outputs"])

    return not (writes(one) & (reads(other) | writes(other)) or writes(other) & reads(one))


@given(manifest_data(), some_rules, st.data())
def test_the_order_of_independent_steps_is_irrelevant(
    data: dict[str, Any], given_rules: list[dict[str, Any]], drawn: st.DataObject
) -> None:
    steps = data["steps"]
    for step in steps:
        # Another party is asked about the last thing that it wrote, which is a matter of order.
        step.pop("by", None)
    free = [n for n, pair in enumerate(itertools.pairwise(steps)) if independent(*pair)]
    if not free:
        return
    at = drawn.draw(st.sampled_from(free))
    other = copy.deepcopy(data)
    other["steps"][at], other["steps"][at + 1] = steps[at + 1], steps[at]
    knowledge = world(*given_rules)
    assert told(data, knowledge) == told(other, knowledge)


@given(manifest_data(), some_rules)
def test_a_second_unrelated_component_changes_nothing(
    data: dict[str, Any], given_rules: list[dict[str, Any]]
) -> None:
    names = {key: f"copy-{key}" for key in [*data["artifacts"], *(step["id"] for step in data["steps"])]}
    twin = renamed(data, names)
    both = {
        **data,
        "artifacts": {**data["artifacts"], **twin["artifacts"]},
        "steps": [*data["steps"], *twin["steps"]],
    }
    knowledge = world(*given_rules)
    before, after = told(data, knowledge), told(both, knowledge)
    assert not before - after
    # The copy reaches no release: of its services it is said that they do not, and nothing else.
    assert all(key[2].startswith("copy-") and key[5] is Position.CLEAR for key in after - before)


@given(manifest_data(), some_rules)
def test_the_same_question_has_the_same_answer(
    data: dict[str, Any], given_rules: list[dict[str, Any]]
) -> None:
    given_manifest = Manifest.model_validate(data)
    once, twice = (evaluated(world(*given_rules), given_manifest) for _ in range(2))
    assert once == twice
