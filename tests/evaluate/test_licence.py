"""Tests on licences: what is dropped, what is carried, what contradicts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluate.single import NO, OPEN, TUNE, YES, outcome, words
from tests.evaluate.world import RELEASE, manifest

DROPS = {"licence": {"of": "release", "drops": ["non-commercial"]}}
OF_ROWS: dict[str, Any] = {"about": {"source": {"kind": "dataset", "own": True}}}


@pytest.mark.parametrize(
    ("source", "release", "expected", "asked"),
    [
        ("nc", "free", YES, []),
        ("nc", "nc", NO, []),
        ("free", "free", NO, []),
        ("nc", None, OPEN, ["release.license@m"]),
        ("nc", "free OR nc", OPEN, ["release.license@m"]),
        ("free OR nc", "free", OPEN, ["source.license@rows"]),
        ("free OR nc", "nc", NO, []),
        ("free AND nc", "free", YES, []),
    ],
)
def test_a_licence_that_drops_what_its_source_asks_is_found(
    source: str, release: str | None, expected: tuple[str, ...], asked: list[str]
) -> None:
    artifacts = {"rows": {"kind": "dataset", "license": source}, "m": {"kind": "model"}}
    releases = [
        {**{k: v for k, v in RELEASE.items() if k != "license"}, **({"license": release} if release else {})}
    ]
    found = outcome(DROPS, manifest(artifacts=artifacts, steps=[TUNE], releases=releases), **OF_ROWS)
    assert expected == tuple(found.readings.words().values())
    assert asked == [one.key for one in found.missing]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ({"of": "release", "has": ["permissive"]}, YES),
        ({"of": "release", "has": ["share-alike"]}, NO),
        ({"of": "release", "in": ["free", "sa"]}, YES),
        ({"of": "release", "in": ["nc"]}, NO),
        ({"of": "release", "stated": True}, YES),
        ({"of": "release", "stated": False}, NO),
        ({"of": "source", "stated": True}, NO),
    ],
)
def test_licences_are_tested_by_trait_and_by_name(test: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert expected == words({"licence": test})


@pytest.mark.parametrize(
    ("statement", "about", "expected"),
    [
        ("nc", "this", YES),
        ("free", "this", NO),
        ("Free", "this", NO),
        ("nc", "code", NO),
        ("nc", "weights", YES),
    ],
)
def test_statements_conflict_where_they_name_other_licences_for_the_same_thing(
    statement: str, about: str, expected: tuple[str, ...]
) -> None:
    given_ = manifest(
        releases=[{**RELEASE, "statements": [{"license": statement, "where": "README", "about": about}]}]
    )
    assert expected == words({"conflict": "release"}, given_)
