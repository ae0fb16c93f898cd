"""A fact that another stated fact answers is not asked again."""

from __future__ import annotations

import functools
from typing import Any

import pytest

from compliance.evaluate.conditions.facts import Known, as_truth, read
from compliance.evaluate.world import World
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import Truth
from compliance.resolve import resolve
from tests.evaluate.world import AS_OF, manifest


@functools.cache
def _knowledge() -> Knowledge:
    return load_packs()


def _read(name: str, facts: dict[str, Any], publisher: dict[str, Any] | None = None) -> Any:
    artifacts = {"rows": {"kind": "dataset", "facts": facts}, "m": {"kind": "model"}}
    steps = [{"id": "tune", "kind": "train", "inputs": {"data": "rows"}, "outputs": ["m"]}]
    given = manifest(artifacts=artifacts, steps=steps, releases=[{"artifact": "m"}])
    if publisher is not None:
        held = given.publisher.model_copy(update={"facts": {**given.publisher.facts, **publisher}})
        given = given.model_copy(update={"publisher": held})
    lineage = resolve(given, _knowledge().registry)
    world = World(lineage, _knowledge(), AS_OF)
    target = world.target(lineage.releases[0])
    party = lineage.releaser(lineage.releases[0])
    return read(world.context_of(target, lineage.artifacts["rows"], None, {}, "releaser", party), name)


@pytest.mark.parametrize(
    ("name", "facts", "expected"),
    [
        ("source.personal_data_handled", {"personal_data": False}, True),
        ("source.personal_data_handled", {"personal_data": True}, None),
        ("source.personal_data_handled", {"personal_data": "unknown"}, None),
        ("source.personal_data_handled", {}, None),
        ("source.personal_data_handled", {"personal_data": False, "personal_data_handled": False}, False),
        ("source.copyright_basis", {"grant_shown": True}, True),
        ("source.copyright_basis", {"rights_cleared": True}, True),
        ("source.copyright_basis", {"rights_cleared": False}, None),
    ],
)
def test_what_another_fact_says_is_not_asked(name: str, facts: dict[str, Any], expected: bool | None) -> None:
    found = _read(name, facts)
    assert (as_truth(found.value) if isinstance(found, Known) else None) is (
        None if expected is None else Truth.of(expected)
    )


@pytest.mark.parametrize(
    ("name", "publisher", "expected"),
    [
        ("publisher.product_users", {"monthly_users": 5000}, "<= 5000"),
        ("publisher.product_users", {"monthly_users": 100000001}, "<= 100000001"),
        ("publisher.product_users", {"monthly_users": "< 700000000"}, "< 700000000"),
        ("publisher.product_users", {"monthly_users": "> 700000000"}, None),
        ("publisher.product_revenue_month", {"revenue": 2000000}, "<= 2000000"),
        ("publisher.product_revenue_year", {"revenue": 2000000, "product_revenue_year": 7}, 7),
        ("publisher.product_revenue_year", {}, None),
    ],
)
def test_a_part_is_no_more_than_the_whole(name: str, publisher: dict[str, Any], expected: object) -> None:
    found = _read(name, {}, publisher)
    assert (found.value if isinstance(found, Known) else None) == expected
