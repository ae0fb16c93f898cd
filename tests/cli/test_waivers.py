"""A waiver annotates a finding and never hides it; it ends on its day."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Outcome, Run

WAIVER = """\
waivers:
  - rule: trial/{rule}
    release: tuned
    reason: {reason}
    statement: Counsel read the text.
    owner: The release board
    expires: {expires}
"""


@pytest.fixture
def waived(run: Run, pack: Callable[[str], Path], project: Path) -> Callable[..., Outcome]:
    """Check a release on which a rule bites, with one waiver beside the manifest."""

    def check(
        *more: str, rule: str = "breach", reason: str = "accepted-risk", expires: str = "2025-12-31"
    ) -> Outcome:
        (project / "waivers.yaml").write_text(WAIVER.format(rule=rule, reason=reason, expires=expires))
        return run("check", "--as-of", "2025-10-01", "--rules", pack("breach"), *more)

    return check


def _finding(outcome: Outcome) -> dict[str, Any]:
    found = [f for f in json.loads(outcome.out)["findings"] if f["rule"] == "trial/breach"]
    assert len(found) == 1
    return dict(found[0])


def test_a_waived_finding_passes_and_stays_in_the_report(waived: Callable[..., Outcome]) -> None:
    outcome = waived("-f", "json")
    finding = _finding(outcome)
    assert outcome.code == 0
    assert (finding["position"], finding["open"], finding["waiver"]["active"]) == ("breach", False, True)
    told = " ".join(waived().out.split())
    assert "A rule of the tests" in told
    assert "The release board" in told


def test_an_expired_waiver_no_longer_counts_and_says_so(waived: Callable[..., Outcome]) -> None:
    outcome = waived("-f", "json", expires="2025-09-30")
    report = json.loads(outcome.out)
    assert outcome.code == 1
    assert _finding(outcome)["open"] is True
    assert [warning for warning in report["warnings"] if "expired on 2025-09-30" in warning]
    assert "expired on 2025-09-30" in waived(expires="2025-09-30").out


def test_a_waiver_counts_on_its_last_day(waived: Callable[..., Outcome]) -> None:
    assert tuple(waived(expires=day).code for day in ("2025-10-01", "2025-10", "2025-09")) == (0, 0, 1)


def test_a_waiver_that_matches_nothing_is_told(waived: Callable[..., Outcome]) -> None:
    outcome = waived("-f", "json", rule="no-such-rule")
    assert outcome.code == 1
    assert [w for w in json.loads(outcome.out)["warnings"] if "matches no open finding" in w]


def test_a_waiver_needs_one_of_the_known_reasons(waived: Callable[..., Outcome]) -> None:
    outcome = waived(reason="counsel-reviewd")
    assert (outcome.code, outcome.out) == (2, "")
    assert "waivers.yaml:4:13: " in outcome.err
    assert "did you mean 'counsel-reviewed'?" in outcome.err


@pytest.mark.parametrize("key", ["reason", "statement", "owner", "expires"])
def test_a_waiver_must_say_who_why_and_until_when(run: Run, project: Path, key: str) -> None:
    lines = WAIVER.format(rule="x", reason="accepted-risk", expires="2026").splitlines(keepends=True)
    (project / "waivers.yaml").write_text("".join(line for line in lines if f" {key}:" not in line))
    outcome = run("check", "--as-of", "2025-10-01")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"'{key}' is required in waivers[0]" in outcome.err


def test_a_waiver_file_that_is_named_must_be_there(run: Run, project: Path) -> None:
    outcome = run("check", "--waivers", "nowhere.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "nowhere.yaml" in outcome.err
