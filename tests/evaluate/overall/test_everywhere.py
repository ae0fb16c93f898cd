"""An offer to the whole world asks no law what its place alone would ask; what the facts miss counts all the same."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluate.world import RELEASE, evaluated, manifest, world

IN_KOREA: dict[str, Any] = {
    "all": [{"fact": "release.markets", "known": True}, {"fact": "release.markets", "overlaps": ["KR"]}]
}
LAW: dict[str, Any] = {
    "family": "law:kr",
    "about": {"release": {}},
    "parties": ["releaser"],
    "asked_if": IN_KOREA,
    "when": {
        "reached": {"fact": "publisher.kind", "is": "company"},
        "accepted": {"fact": "party.accepted", "is": True},
    },
}


def _everywhere(markets: list[str], rule: dict[str, Any]) -> list[bool]:
    given = manifest(releases=[{**RELEASE, "markets": markets}])
    return [one.everywhere for one in evaluated(world(rule), given).findings]


def test_a_law_that_waits_for_facts_is_set_apart_where_only_the_whole_world_reaches_it() -> None:
    assert _everywhere(["worldwide"], LAW) == [True]


@pytest.mark.parametrize(
    ("markets", "rule"),
    [
        (["KR"], {}),
        (["worldwide", "KR"], {}),
        (["worldwide"], {"family": "house"}),
        (["worldwide"], {"asked_if": None}),
        (["worldwide"], {"asked_if": {"fact": "release.date", "known": True}}),
        (["worldwide"], {"when": {"always": {"always": "yes", "because": "it holds"}}}),
        (["worldwide"], {"when": {"never": {"fact": "release.commercial", "is": False}}}),
    ],
    ids=[
        "a place that is named", "named beside the world", "no law", "without a trigger", "another trigger", "missed",
        "kept",
    ],
)  # fmt: skip
def test_every_other_finding_counts(markets: list[str], rule: dict[str, Any]) -> None:
    given = {key: value for key, value in {**LAW, **rule}.items() if value is not None}
    assert _everywhere(markets, given) == [False]


def test_an_offer_elsewhere_does_not_put_the_law() -> None:
    assert _everywhere(["JP"], LAW) == []
