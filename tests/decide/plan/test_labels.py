from __future__ import annotations

from typing import Any

import pytest

from compliance.decide.plan.labels import Labels
from compliance.model.answered.plan import Act, OpenItem, Put
from tests.evaluate.world import RELEASE, lineage, manifest, world

SEEN = {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student"]}}
ITEM = OpenItem("small/r0", "m", "chat", "bound-party", "T", "Chat", "breach", "terms:one@m")


def giving(licence: str) -> Act:
    """The release under another licence."""
    return Act(licence, "change-licence", "m", "says", Put("release", "m", "license", licence))


def labels(test: dict[str, Any]) -> Labels:
    known = world({"when": {"used": SEEN, "test": test}})
    made = Labels(manifest(releases=[{**RELEASE, "license": "free"}]), known)
    made.add(lineage(made.manifest))
    return made


NC = {"licence": {"of": "release", "drops": ["non-commercial"]}}


@pytest.mark.parametrize(
    ("test", "chosen", "others", "expected"),
    [
        # Of what is asked for both have nothing, or both the same.
        (NC, "free", ["sa", "nc"], {"sa"}),
        (NC, "nc", ["free", "sa"], set()),
        # Which licence it is, is asked: none stands for another.
        ({"licence": {"of": "release", "in": ["free"]}}, "free", ["sa", "nc"], set()),
        ({"licence": {"of": "release", "differs": True}}, "free", ["sa", "nc"], set()),
        # Only whether one is stated is asked.
        ({"licence": {"of": "release", "stated": True}}, "free", ["sa", "nc"], {"sa", "nc"}),
        # What nothing reads stands for itself.
        (NC, "free", ["terms of our own"], set()),
    ],
)
def test_licences_are_one_to_a_rule_that_asks_for_nothing_in_which_they_differ(
    test: dict[str, Any], chosen: str, others: list[str], expected: set[str]
) -> None:
    assert labels(test).alike(giving(chosen), ITEM, [giving(one) for one in others]) == expected


@pytest.mark.parametrize(
    ("test", "expected"), [(NC, {"free", "sa"}), ({"licence": {"of": "release", "in": ["nc"]}}, set())]
)
def test_a_licence_that_comes_to_the_same_as_the_stated_one_moves_nothing(
    test: dict[str, Any], expected: set[str]
) -> None:
    assert labels(test).unmoved(ITEM, [giving("free"), giving("sa"), giving("nc")]) == expected


def test_licences_of_another_release_move_nothing_here() -> None:
    other = Act("o", "change-licence", "n", "says", Put("release", "n", "license", "sa"))
    assert labels(NC).alike(giving("free"), ITEM, [other]) == frozenset()
