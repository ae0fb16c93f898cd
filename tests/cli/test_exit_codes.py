"""0 = evaluated and nothing open, 1 = something open, 2 = could not run; the same in every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

FORMATS = ("text", "json")
POSITIONS = ("breach", "arguable", "remote", "needs-facts")
FAILING = {
    "narrow": {"breach", "needs-facts"},
    "plain": {"breach", "arguable", "needs-facts"},
    "broad": set(POSITIONS),
    "never": set(),
}

Packs = Callable[[str], Path]


@pytest.mark.parametrize("form", FORMATS)
def test_a_clean_release_exits_with_0(run: Run, project: Path, form: str) -> None:
    outcome = run("check", "--as-of", "2025-10-01", "--format", form)
    assert (outcome.code, outcome.err) == (0, "")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("gate", FAILING)
@pytest.mark.parametrize("position", POSITIONS)
def test_the_gate_decides_which_positions_fail(
    run: Run, pack: Packs, form: str, gate: str, position: str
) -> None:
    outcome = run("check", "--rules", pack(position), "--fail-on", gate, "-f", form, "--as-of", "2025-10-01")
    assert outcome.code == int(position in FAILING[gate])
    if form == "json":
        found = [f for f in json.loads(outcome.out)["findings"] if f["rule"] == f"trial/{position}"]
        assert [position] == [finding["position"] for finding in found]


@pytest.mark.parametrize("form", FORMATS)
def test_a_manifest_that_cannot_be_used_exits_with_2(run: Run, project: Path, form: str) -> None:
    (project / "lineage.yaml").write_text("lineage: 2\n")
    outcome = run("check", "-f", form)
    assert (outcome.code, outcome.out) == (2, "")
    assert "lineage.yaml:1:" in outcome.err


@pytest.mark.parametrize("words", [["--allow", "needs-facts"], ["--allow", "not-covered,needs-facts"]])
def test_allowed_open_facts_do_not_fail(run: Run, pack: Packs, words: list[str]) -> None:
    outcome = run("check", "--rules", pack("needs-facts"), *words, "--as-of", "2025-10-01")
    assert outcome.code == 0
    assert "How much" in outcome.out or "revenue" in outcome.out


def test_allowing_open_facts_lets_no_breach_pass(run: Run, pack: Packs) -> None:
    assert run("check", "--rules", pack("breach"), "--allow", "needs-facts").code == 1


def test_what_no_pack_speaks_of_fails_unless_it_is_allowed(run: Run, project: Path) -> None:
    text = (project / "lineage.yaml").read_text()
    (project / "lineage.yaml").write_text(text.replace("CC0-1.0, origin: own", "Zebra Licence 9"))
    usual = ["check", "--as-of", "2025-10-01"]
    assert run(*usual, "--allow", "needs-facts").code == 1
    assert run(*usual, "--allow", "needs-facts", "--allow", "not-covered").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--fail-on", "sometimes"],
        ["--allow", "everything"],
        ["--allow", "needs-facts,"],
        ["--format", "yaml"],
        ["--report", "json"],
        ["--report", "json="],
        ["--report", "yaml=out"],
        ["--as-of", "yesterday"],
        ["--as-of", "2025-02-30"],
        ["--as-of", "2025-01-01/2025-02-01"],
        ["--as-of", ""],
        ["--as-of", "0000"],
        ["--as-of", "２０２５-01-01"],
        ["--no-such-option"],
        ["one.yaml", "two.yaml"],
    ],
    ids=" ".join,
)
def test_an_argument_that_makes_no_sense_exits_with_2_and_says_so(
    run: Run, project: Path, arguments: list[str]
) -> None:
    outcome = run("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.strip()
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("day", ["2025", "2025-10", "2025-10-01", "9999", "9999-12-31", "0001-01-01"])
def test_any_day_month_or_year_can_be_asked_for(run: Run, project: Path, day: str) -> None:
    outcome = run("check", "--as-of", day, "-f", "json")
    assert outcome.code in (0, 1)
    assert json.loads(outcome.out)["as_of"].startswith(day[:4])


def test_no_command_prints_the_help(run: Run) -> None:
    outcome = run()
    assert outcome.code == 2
    assert "Usage:" in outcome.out + outcome.err


def test_the_version_is_told(run: Run) -> None:
    outcome = run("--version")
    assert (outcome.code, outcome.out[:11]) == (0, "compliance ")
