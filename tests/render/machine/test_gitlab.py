"""GitLab gets an entry for each cause, with a fingerprint that stays."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from compliance.model.answered.report import Report
from compliance.render.machine.gitlab import render_gitlab
from compliance.render.view.report_view import build_view
from tests.render import factories as make


def _entries(report: Report, source: str | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render_gitlab(report, build_view(report), source))
    return found


def test_there_is_an_entry_for_each_cause() -> None:
    assert [(one["severity"], one["location"]["lines"]["begin"]) for one in _entries(make.olmo_report())] == [
        ("critical", 12),
        ("major", 21),
        ("major", 21),
        ("info", 8),
        ("info", 12),
        ("info", 1),
    ]


def test_an_entry_has_what_gitlab_asks_for() -> None:
    (entry,) = _entries(make.report(make.finding(make.BREACHING)), "sub/lineage.yaml")
    assert sorted(entry) == ["check_name", "description", "fingerprint", "location", "severity"]
    assert (entry["severity"], entry["location"]) == (
        "blocker",
        {"path": "lineage.yaml", "lines": {"begin": 12}},
    )


def test_the_fingerprint_is_that_of_the_cause_alone() -> None:
    one = make.finding(cause="terms:openai@olmo")
    other = replace(one, rule="another/rule", location="lineage.yaml:99:1", title="Another title")
    assert _entries(make.report(one))[0]["fingerprint"] == _entries(make.report(other))[0]["fingerprint"]


@pytest.mark.parametrize(("gate", "expected"), [("plain", ["blocker"]), ("never", ["info"])])
def test_what_was_not_evaluated_is_an_entry(gate: Any, expected: list[str]) -> None:
    releases = (replace(make.report().releases[0], evaluated=False),)
    report = make.report(releases=releases, gate=gate)
    assert [one["severity"] for one in _entries(report)] == expected


def test_it_can_be_printed() -> None:
    text = render_gitlab(make.hostile_report(), build_view(make.hostile_report()))
    assert {character for character in text if not character.isprintable()} == {"\n"}


def test_warnings_stand_beside_what_is_open() -> None:
    report = replace(make.report(make.cleared()), warnings=("further rules are loaded",))
    (entry,) = _entries(report)
    assert (entry["severity"], entry["check_name"]) == ("info", "compliance/warning")
    assert "urther rules are loaded" in entry["description"]
