"""A licence is a release's: one thing under two licences is judged under each, in whatever order they are listed."""

from __future__ import annotations

import itertools

import pytest

from tests.resolve.expansion.writing_out import lineage

TEXT = """\
artifacts:
  rows: {kind: dataset, name: Rows of others, license: CC-BY-NC-4.0}
  m: {kind: dataset}
steps:
  - {id: mix, kind: mix, inputs: {data: rows}, outputs: m}
releases:
"""
RELEASES = {
    "strict": "  - {id: strict, artifact: m, license: CC-BY-NC-4.0, date: 2025-04-01}\n",
    "free": "  - {id: free, artifact: m, license: MIT, date: 2025-04-01}\n",
    "silent": "  - {id: silent, artifact: m, date: 2025-04-01}\n",
}


@pytest.mark.parametrize("order", list(itertools.permutations(RELEASES)), ids="-".join)
def test_every_release_carries_its_own_licence(order: tuple[str, ...]) -> None:
    made = lineage(TEXT + "".join(RELEASES[name] for name in order))
    stated = {one.key: made.artifacts[one.artifact].licence_text for one in made.releases}
    assert stated == {"strict": "CC-BY-NC-4.0", "free": "MIT", "silent": None}
    assert {made.artifacts[one.artifact].made_here for one in made.releases} == {True}


def test_releases_under_one_licence_share_their_artifact() -> None:
    twice = RELEASES["free"] + RELEASES["free"].replace("id: free", "id: again")
    assert [one.artifact for one in lineage(TEXT + twice).releases] == ["m", "m"]


def test_an_artifact_with_a_licence_of_its_own_keeps_it() -> None:
    text = TEXT.replace("m: {kind: dataset}", "m: {kind: dataset, license: CC0-1.0}")
    made = lineage(text + RELEASES["free"] + RELEASES["strict"])
    assert [one.artifact for one in made.releases] == ["m", "m"]
