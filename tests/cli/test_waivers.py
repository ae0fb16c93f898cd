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
    assert "expired on 2025-09-30" in " ".join(waived(expires="2025-09-30").out.split())


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


@pytest.mark.parametrize(
    "form", ["text", "markdown", "csv", "gitlab", "github", "junit", "sarif", "svg", "mermaid"]
)
def test_no_format_ends_in_0_beside_a_waiver_and_does_not_say_so(
    waived: Callable[..., Outcome], run: Run, form: str
) -> None:
    assert waived("-q", "--report", "json=saved.json").code == 0
    for outcome in (waived("-f", form), run("report", "saved.json", "-f", form, "--exit-code")):
        assert outcome.code == 0
        assert "waive" in (outcome.out + outcome.err).lower()
        assert "The release board" in " ".join((outcome.out + outcome.err).split())


@pytest.mark.parametrize("expires", ["2025-12-31", "2025-09-30"])
@pytest.mark.parametrize(
    "more", [("--format", "text"), ("--format", "json"), ("--format", "markdown"), ("--licence",)]
)
def test_a_plan_says_what_it_leaves_alone(
    waived: Callable[..., Outcome], run: Run, pack: Callable[[str], Path], more: tuple[str, ...], expires: str
) -> None:
    waived(expires=expires)
    outcome = run("plan", "--as-of", "2025-10-01", "--rules", pack("breach"), *more)
    said = "accepted by a waiver, and open without it: trial/breach for tuned (by The release board until"
    assert outcome.err.count(said) == int(expires > "2025-10")


VARIANTS = "variants:\n  a: {}\n  b: {artifacts: {rows: {kind: dataset, name: Other, license: CC0-1.0, origin: own}}}\n"


@pytest.mark.parametrize(
    ("releases", "more", "nothing_open"),
    [
        (("tuned@a", "tuned@b"), "", True),
        (("tuned@a",), "", False),
        (("tuned",), "", False),
        (("tuned@a", "tuned@b"), "    source: rows\n", False),
    ],
)
def test_a_plan_counts_the_waivers_of_variants_as_a_check_does(
    run: Run,
    pack: Callable[[str], Path],
    project: Path,
    releases: tuple[str, ...],
    more: str,
    nothing_open: bool,
) -> None:
    manifest = project / "lineage.yaml"
    manifest.write_text(manifest.read_text() + VARIANTS)
    one_entry = WAIVER.format(rule="breach", reason="accepted-risk", expires="2025-12-31").partition("\n")[2]
    entries = [one_entry.replace("tuned", release) for release in releases]
    (project / "waivers.yaml").write_text("waivers:\n" + "".join(one + more for one in entries))
    asked = ("--as-of", "2025-10-01", "--rules", pack("breach"))
    assert (run("check", "-q", *asked).code == 0) is nothing_open
    planned = run("plan", "--format", "json", *asked)
    assert ("trial/breach" not in planned.out) is nothing_open


def test_a_plan_counts_a_waiver_under_an_earlier_id_of_its_rule(
    waived: Callable[..., Outcome], run: Run, pack: Callable[[str], Path]
) -> None:
    waived(rule="before")
    folder = pack("breach")
    rule = folder / "rule.yaml"
    rule.write_text(rule.read_text() + "    formerly: [trial/before]\n")
    outcome = run("plan", "--as-of", "2025-10-01", "--rules", folder)
    assert outcome.code == 0
    assert "Nothing is open" in outcome.out
    assert "trial/breach for tuned (by The release board" in outcome.err


@pytest.mark.parametrize("form", ["svg", "mermaid", "text"])
def test_settings_that_open_the_gate_are_told_beside_drawings_and_saved_reports(
    run: Run, pack: Callable[[str], Path], project: Path, form: str
) -> None:
    (project / "compliance.toml").write_text('fail_on = "never"\n')
    more = ("-q",) if form == "text" else ("-f", form)
    asked = ("check", "--as-of", "2025-10-01", "--rules", pack("breach"))
    outcome = run(*asked, *more, "--report", "json=saved.json")
    said = "compliance.toml opens the gate: it sets"
    assert (outcome.code, outcome.err.count(said)) == (0, 1)
    assert run("report", "saved.json", *more).err.count(said) == 1
