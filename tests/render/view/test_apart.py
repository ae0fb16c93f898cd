"""A row's title and position hold of the releases beside them; others are told with what holds of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.model.answered.finding import Finding
from compliance.model.answered.report import Report
from compliance.render.view.cause_table import build_causes
from compliance.render.view.report_view import build_view
from tests.render import factories as make


def _of_releases(*findings: Finding) -> Report:
    first = make.report().releases[0]
    keys = dict.fromkeys(one.release for one in findings)
    releases = tuple(replace(first, id=key, name=key.title()) for key in keys)
    return make.report(*findings, releases=releases)


def _found(release: str, readings: Any = make.BREACHING, title: str = "Passed on", **changes: Any) -> Finding:
    return make.finding(readings, cause="licence:nc@x", release=release, title=title, rule=title, **changes)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([_found("app")], "both releases"),
        ([_found("app", make.ARGUABLE)], "Mirror (App: arguable)"),
        ([_found("app", title="Loaded")], "Mirror (App: under “Loaded”)"),
        ([_found("app", make.ARGUABLE, "Loaded")], "Mirror (App: arguable, under “Loaded”)"),
        ([_found("app", title="Loaded"), _found("app", make.ARGUABLE)], "Mirror (App: under “Loaded”)"),
        ([_found("app", title="Loaded"), _found("cli", title="Loaded")], "Mirror (App and Cli: under “Loaded”)"),
        (
            [_found("app", title="Loaded", source="other", source_name="acme/other")],
            "Mirror (acme/other → App: under “Loaded”)",
        ),
        (
            [_found("app", title="A"), _found("cli", title="B"), _found("web", title="C"), _found("pod", title="D")],
            "Mirror (App: under “A”; Cli: under “B”; 2 more releases otherwise)",
        ),
    ],
)  # fmt: skip
def test_a_release_that_only_another_rule_reaches_is_told_with_that_rule(
    others: list[Finding], expected: str
) -> None:
    (row,) = build_causes(_of_releases(_found("mirror"), *others))
    assert row.where == expected
    assert row.subject == f"gpt-4.1-2025-04-14 → {expected}"


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([_found("app")], ""),
        ([_found("app", title="Loaded")], "both releases, one under another rule"),
        (
            [_found("app", title="Loaded"), _found("cli", title="Loaded")],
            "all releases, 2 under another rule",
        ),
        ([_found("app", make.ARGUABLE, "Loaded")], ""),
        ([_found("app", title="Loaded"), _found("cli", make.ARGUABLE)], ""),
        ([_found("app", title="Loaded", source="other", source_name="acme/other")], ""),
        (
            [_found("mirror", title="Loaded", source="other", source_name="acme/other")],
            "Mirror (1 more otherwise)",
        ),
    ],
)
def test_in_short_releases_are_counted_only_where_they_stand_alike(
    others: list[Finding], expected: str
) -> None:
    (row,) = build_causes(_of_releases(_found("mirror"), *others))
    assert row.in_short == expected


def test_a_source_behind_another_release_alone_is_not_named_behind_this_one() -> None:
    other = _found("app", title="Loaded", source="other", source_name="acme/other")
    (row,) = build_causes(_of_releases(_found("mirror"), other))
    assert row.upstreams == ("gpt-4.1-2025-04-14",)


def test_what_another_rule_finds_in_a_release_that_the_title_reaches_needs_no_telling() -> None:
    (row,) = build_causes(_of_releases(_found("mirror"), _found("mirror", make.ARGUABLE, "Loaded")))
    assert (row.apart, row.findings) == ("", 2)


def test_rows_that_differ_in_what_they_say_of_other_releases_stay_two() -> None:
    def cause(source: str, title: str) -> list[Finding]:
        ones = [_found("mirror"), _found("app", make.ARGUABLE, title)]
        return [replace(one, cause=f"x@{source}", source=source, source_name=source) for one in ones]

    view = build_view(_of_releases(*cause("a", "Loaded"), *cause("b", "Served")))
    assert [row.points for row in view.points] == [1, 1]


OTHER = {"source": "other", "source_name": "acme/other"}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([_found("mirror", **OTHER)], "Mirror"),
        ([_found("mirror", make.ARGUABLE, **OTHER)], "Mirror (acme/other: arguable)"),
        ([_found("mirror", make.ARGUABLE, "Loaded", **OTHER)], "Mirror (acme/other: arguable, under “Loaded”)"),
        ([_found("mirror", title="Loaded", **OTHER), _found("mirror", make.ARGUABLE, **OTHER)],
         "Mirror (acme/other: under “Loaded”)"),
        ([_found("mirror", title="Loaded", **OTHER), _found("mirror", **OTHER)], "Mirror"),
        ([_found("app"), _found("app", title="Loaded", **OTHER)], "both releases (acme/other → App: under “Loaded”)"),
        ([_found("mirror", title=key, source=key, source_name=key) for key in "abcd"],
         "Mirror (a: under “a”; b: under “b”; 2 more sources otherwise)"),
    ],
)  # fmt: skip
def test_a_source_that_only_another_rule_reaches_is_told_with_that_rule(
    others: list[Finding], expected: str
) -> None:
    (row,) = build_causes(_of_releases(_found("mirror"), *others))
    assert row.where == expected


def test_a_source_under_another_rule_is_none_of_those_that_the_row_names() -> None:
    (row,) = build_causes(_of_releases(_found("mirror"), _found("mirror", title="Loaded", **OTHER)))
    assert row.upstreams == ("gpt-4.1-2025-04-14",)
