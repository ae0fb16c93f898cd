"""Crawled rows called by a site are looked at under that site's terms, unless something else says whose they are."""

from __future__ import annotations

import pytest

from compliance.load.packs import load_packs
from compliance.resolve.words.sites import SITES
from tests.resolve.conftest import Resolve

ROWS = """\
artifacts:
  m: {{kind: model}}
  rows: {{kind: dataset, name: "{name}", origin: {origin}{more}}}
steps: [{{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}]
releases: [{{artifact: m, license: free}}]
"""


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Swedish YouTube videos with subtitles", "YouTube"),
        ("threads of reddit", "Reddit"),
        ("Tweets on trains", "Twitter"),
        ("Stack Overflow answers of 2019", "Stack Overflow"),
        ("Articles of the New York Times", "New York Times"),
        ("news sites of the region", None),
        ("pages about tubes", None),
    ],
)
def test_crawled_rows_are_of_the_site_by_which_they_are_called(
    name: str, site: str | None, resolved: Resolve
) -> None:
    found = resolved(ROWS.format(name=name, origin="web", more=""))
    assert found.artifacts["rows"].developer == site
    assert any("taken as where it is from" in line for line in found.warnings) == (site is not None)


@pytest.mark.parametrize(
    ("name", "origin", "more"),
    [
        ("YouTube videos", "third-party", ""),
        ("YouTube videos", "own", ""),
        ("YouTube videos", "web", ", license: CC0-1.0"),
        ("meadow/youtube-videos", "web", ""),
        ("YouTube videos and Reddit threads", "web", ""),
    ],
)
def test_what_else_says_whose_they_are_stands(name: str, origin: str, more: str, resolved: Resolve) -> None:
    assert resolved(ROWS.format(name=name, origin=origin, more=more)).artifacts["rows"].developer is None


def test_a_developer_that_is_stated_stands(resolved: Resolve) -> None:
    found = resolved(ROWS.format(name="Vimeo clips", origin="web", more=", developer: Meadow Films"))
    assert found.artifacts["rows"].developer == "Meadow Films"


def test_several_sites_are_told_apart_by_whoever_lists_them(resolved: Resolve) -> None:
    found = resolved(ROWS.format(name="YouTube videos and Reddit threads", origin="web", more=""))
    assert any("YouTube and Reddit; the terms of none of them" in line for line in found.warnings)


def test_rules_speak_of_every_site() -> None:
    rules = [rule for _, rule in load_packs().rules() if rule.id.startswith("platforms/")]
    known = {name for one in rules for name in (one.about.source.developer if one.about.source else ())}
    assert set(SITES) <= known
