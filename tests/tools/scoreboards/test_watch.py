"""The alarms of the highest grades are right at an event, or where somebody judged them so."""

from __future__ import annotations

from pathlib import Path

import yaml

from compliance.model.known.policy_text import Grade, WatchedStep
from tools.scoreboards.watch import events_of, judged, top_grade

FOLDER = Path(__file__).resolve().parents[3] / "tools" / "scoreboards"


def step(commit: str, grade: Grade, path: str = "Meadow/Terms of Service.md") -> WatchedStep:
    return WatchedStep("meadow", commit.ljust(40, "0"), "2026-01-01", path, grade)


def test_precision_is_over_the_alarms_that_are_judged() -> None:
    steps = [
        step("aa", "cited"),
        step("bb", "topic"),
        step("cc", "topic"),
        step("dd", "topic"),
        step("ee", "new"),
    ]
    told = {(each.commit[:12], each.path): right for each, right in ((steps[1], True), (steps[2], False))}
    found = top_grade(steps, {steps[0].commit}, told)
    assert (found["top_grade"], found["top_grade_judged"], found["top_grade_precision"]) == (4, 3, 0.6667)
    assert [each.split()[1] for each in found["top_grade_wrong"]] == ["cc".ljust(12, "0")]
    assert [each.split()[1] for each in found["top_grade_unjudged"]] == ["dd".ljust(12, "0")]


def test_the_judgements_that_are_kept_can_be_read() -> None:
    told = judged(FOLDER / "watch_judged.yaml")
    assert len(told) > 50
    assert all(len(commit) == 12 and file.endswith(".md") for commit, file in told)
    assert judged(None) == {}


def test_the_last_column_of_a_timeline_names_commits() -> None:
    head = "| date | who | text | what | where |\n|---|---|---|---|---|\n"
    rows = head + "| **2026-01-01** | M | Terms | x | C a1da2dccab |\n"
    assert [(each.date, each.commits) for each in events_of(rows)] == [("2026-01-01", ("a1da2dccab",))]


def test_the_graded_steps_name_two_versions_and_a_verdict() -> None:
    for name, many in (
        ("version_steps.yaml", 40),
        ("version_steps_topical.yaml", 40),
        ("version_steps_third.yaml", 20),
        ("version_steps_fifth.yaml", 20),
        ("version_steps_sixth.yaml", 20),
    ):
        pairs = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))["pairs"]
        assert len(pairs) == many
        assert all(len(each["a"]) == len(each["b"]) == 40 and each["a"] != each["b"] for each in pairs)
        assert all((each["verdict"] == "substantive") == bool(each["topics_changed"]) for each in pairs)
