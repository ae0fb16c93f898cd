"""Crawled rows called by a site are looked at under that site's terms, unless something else says whose they are."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.words.names.sites import SITES
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
        ("LinkedIn profiles of engineers", "LinkedIn"),
        ("Tumblr posts", "Tumblr"),
        ("Medium articles on cooking", "Medium"),
        ("Amazon reviews of books", "Amazon"),
        ("GitLab issues of 2023", "GitLab"),
        ("Daily Mail articles", "Daily Mail"),
        ("answers of r/askhistorians", "Reddit"),
        ("r/science", "Reddit"),
        ("Amazon rainforest recordings", None),
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
        ("Vimeo videos", "web", ", license: CC0-1.0"),
        ("Flickr photographs", "web", ", license: CC-BY-2.0"),
        ("meadow/youtube-videos", "web", ""),
    ],
)
def test_what_else_says_whose_they_are_stands(name: str, origin: str, more: str, resolved: Resolve) -> None:
    assert resolved(ROWS.format(name=name, origin=origin, more=more)).artifacts["rows"].developer is None


@pytest.mark.parametrize(
    "name", ["YouTube videos", "lectures on YouTube", "YouTube videos and Reddit threads"]
)
def test_a_licence_of_who_put_films_up_leaves_them_films_of_youtube(name: str, resolved: Resolve) -> None:
    found = resolved(ROWS.format(name=name, origin="web", more=", license: CC-BY-4.0"))
    assert found.artifacts["rows"].developer == "YouTube"


def test_a_developer_that_is_stated_stands(resolved: Resolve) -> None:
    found = resolved(ROWS.format(name="Vimeo clips", origin="web", more=", developer: Meadow Films"))
    assert found.artifacts["rows"].developer == "Meadow Films"


def test_rows_of_several_sites_are_looked_at_as_rows_of_each(resolved: Resolve) -> None:
    found = resolved(ROWS.format(name="YouTube videos and Reddit threads", origin="web", more=""))
    assert {found.artifacts[f"rows#{n}"].developer for n in (1, 2)} == {"YouTube", "Reddit"}
    assert sum("YouTube and Reddit" in line for line in found.warnings) == 1
    assert not any("taken as where it is from" in line for line in found.warnings)


@pytest.mark.parametrize("more", [", license: CC0-1.0", ", developer: Meadow Films"])
def test_rows_of_several_sites_of_which_more_is_said_stay_one_entry(more: str, resolved: Resolve) -> None:
    found = resolved(ROWS.format(name="YouTube videos and Reddit threads", origin="web", more=more))
    assert "rows" in found.artifacts


def test_a_program_that_gathers_them_says_of_no_site(resolved: Resolve) -> None:
    found = resolved(
        """\
artifacts:
  scraper: {kind: code, origin: own}
  both: {kind: dataset, name: YouTube videos and Reddit threads, origin: web}
  m: {kind: model}
steps:
  - {id: gather, kind: collect, inputs: {tool: scraper}, outputs: both}
  - {id: tune, kind: finetune, inputs: {data: both}, outputs: m}
releases: [{artifact: m, license: free}]
"""
    )
    assert {found.artifacts[f"both#{n}"].developer for n in (1, 2)} == {"YouTube", "Reddit"}


def test_what_is_put_together_out_of_listed_rows_stays_one_entry(resolved: Resolve) -> None:
    found = resolved(
        """\
artifacts:
  videos: {kind: dataset, name: YouTube videos, origin: web}
  threads: {kind: dataset, name: Reddit threads, origin: web}
  both: {kind: dataset, name: YouTube videos and Reddit threads, origin: web}
steps: [{id: join, kind: mix, inputs: {data: [videos, threads]}, outputs: both}]
releases: [{artifact: both, license: free}]
"""
    )
    assert {found.artifacts[key].developer for key in ("videos", "threads")} == {"YouTube", "Reddit"}
    assert "both" in found.artifacts


def test_rules_speak_of_every_site() -> None:
    rules = [rule for _, rule in load_packs().rules() if rule.id.startswith("platforms/")]
    known = {name for one in rules for name in (one.about.source.developer if one.about.source else ())}
    assert set(SITES) <= known


_SPELT_OTHERWISE = {
    "Amazon.com", "British Broadcasting Corporation", "Guardian", "Guardian News & Media", "MailOnline", "NYT",
    "The Financial Times", "The New York Times", "Tripadvisor", "X Corp", "arXiv.org", "sourcehut",
}  # fmt: skip
_NO_NAME_OF_ROWS = {"X", "Hearst", "Ziff Davis"}


def test_every_site_of_which_a_rule_speaks_is_heard_in_the_name_of_rows() -> None:
    rules = [rule for _, rule in load_packs().rules() if rule.id.startswith("platforms/")]
    known = {name for one in rules for name in (one.about.source.developer if one.about.source else ())}
    assert known - set(SITES) == _SPELT_OTHERWISE | _NO_NAME_OF_ROWS
