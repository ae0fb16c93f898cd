"""Sets whose name tells that they were taken from others are taken for works of others, whatever is said of them."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve

TEXT = """\
artifacts:
  m: {{kind: model}}
  rows: {{kind: {kind}, name: "{name}", license: free, {said}}}
steps: [{{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}]
releases: [{{artifact: m, license: free}}]
"""


def _origin(resolved: Resolve, name: str, said: str, kind: str = "dataset") -> tuple[str, bool]:
    lineage = resolved(TEXT.format(name=name, said=said, kind=kind))
    told = any("it is taken for works of others" in line for line in lineage.warnings)
    return lineage.artifacts["rows"].origin, told


@pytest.mark.parametrize("said", ["origin: people", "origin: own", "origin: third-party"])
@pytest.mark.parametrize(
    "name",
    ["Leaked mails of a ministry", "Recipes scraped from blogs", "Crawled price lists", "Pirated audiobooks",
     "Comic scans", "Movie rips 1990-2010", "Scans of Acme Weekly", "Dump of the Sparrow forum",
     "Tracks ripped from CDs"],
)  # fmt: skip
def test_what_was_copied_from_others_holds_their_works(name: str, said: str, resolved: Resolve) -> None:
    assert _origin(resolved, name, said) == ("web", True)


@pytest.mark.parametrize(
    "name", ["Yelp reviews", "Lyrics of love songs", "BBC recipes", "Novels from Wattpad"]
)
def test_a_strangers_label_on_what_people_wrote_for_a_site_is_not_theirs(
    name: str, resolved: Resolve
) -> None:
    assert _origin(resolved, name, "origin: people") == ("web", True)
    assert _origin(resolved, name, "origin: own", "document") == ("web", True)


@pytest.mark.parametrize(
    "name",
    ["Questions by our staff", "Scans of our delivery notes", "CT scans of volunteers", "Page scans of early prints",
     "Letters of the Ostrava writers", "Wikipedia articles", "Stack Exchange answers", "Film posters we drew",
     "Dumps of the database"],
)  # fmt: skip
def test_nothing_else_is_doubted(name: str, resolved: Resolve) -> None:
    assert _origin(resolved, name, "origin: people") == ("people", False)


def test_rows_of_our_own_that_bear_a_sites_name_are_asked_for_their_making(resolved: Resolve) -> None:
    lineage = resolved(TEXT.format(name="Yelp reviews", said="origin: own", kind="dataset"))
    assert lineage.artifacts["rows"].origin == "own"
    assert lineage.artifacts["rows"].making.state == "open"
