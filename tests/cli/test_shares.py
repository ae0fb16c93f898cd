from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]


def test_shares_are_told_as_text_and_as_json(run: Run, repo_root: Path) -> None:
    example = repo_root / "examples/shares/lineage.yaml"
    told, data = run("shares", example), json.loads(run("shares", example, "--format", "json").out)
    sources = {row["name"]: row["any_depth"] for row in data["steps"][-1]["sources"]}
    low, high = sources["gpt-4.1"]["low"], sources["gpt-4.1"]["high"]
    assert (told.code, "0.28–0.77 % gpt-4.1" in told.out, 0.0028 < low < high < 0.0077) == (0, True, True)


@pytest.mark.parametrize(
    ("option", "expected"), [("--share", "the only input"), ("--plan", "in a file of costs")]
)
def test_explain_tells_how_numbers_and_plans_came_about(
    run: Run, repo_root: Path, option: str, expected: str
) -> None:
    found = run("explain", option, repo_root / "examples/quickstart/lineage.yaml", "--as-of", "2025-11-20")
    assert (found.code, expected in found.out) == (0, True)


def test_explaining_nothing_is_refused(run: Run) -> None:
    assert run("explain").code == 2
