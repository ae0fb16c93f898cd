"""explain, rules and schema: what they print, and what they say when they cannot."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

HELPS = [
    (), ("check",), ("explain",), ("schema",), ("rules",), ("rules", "list"), ("rules", "show"), ("rules", "facts"),
    ("rules", "lint"), ("rules", "test"), ("registry",), ("registry", "show"), ("registry", "find"),
    ("registry", "list"), ("registry", "export"), ("registry", "add"),
]  # fmt: skip

SITUATIONS = """\
situations:
  - name: A release on which it bites
    rule: trial/breach
    shows: breaches
    as_of: "2025-10-01"
    manifest:
      artifacts: {{m: {{kind: model}}}}
      releases: [{{artifact: m}}]
    expect: [{{position: {position}}}]
"""


@pytest.mark.parametrize("command", HELPS, ids=" ".join)
def test_every_command_explains_itself(run: Run, command: tuple[str, ...]) -> None:
    outcome = run(*command, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert "Usage:" in outcome.out
    if command not in ((), ("rules",), ("registry",)):
        assert "Example" in outcome.out
    told = re.sub(r"(\[[A-Z]+\]|\b[A-Z]+)\.\.\.", "", outcome.out)
    assert "..." not in told


@pytest.mark.parametrize("command", [
    *HELPS, ("init",), ("scan",), ("import",), ("export",), ("plan",), ("shares",), ("disclose",), ("recall",),
    ("policy", "list"), ("policy", "import"), ("fleet", "ingest"),
], ids=" ".join)  # fmt: skip
def test_how_a_command_is_used_is_told_without_marks_twice(run: Run, command: tuple[str, ...]) -> None:
    usage = run(*command, "--help").out.partition("\n\n")[0]
    assert [each for each in ("[[", "]]", "{[", "…", "[path]", "[manifest]") if each in usage] == []


def test_explain_and_rules_show_print_the_same(run: Run) -> None:
    one = run("explain", "openai/competing-models", "--as-of", "2026-01-01")
    two = run("rules", "show", "openai/competing-models", "--as-of", "2026-01-01")
    assert (0, one.out) == (two.code, two.out)
    assert "narrow" in one.out


def test_explaining_an_unknown_rule_suggests_near_ones(run: Run) -> None:
    outcome = run("explain", "openai/competing-model")
    assert (outcome.code, outcome.out) == (2, "")
    assert "did you mean openai/competing-models" in outcome.err


def test_explaining_what_is_like_no_rule_points_to_the_list(run: Run) -> None:
    outcome = run("explain", "zzzzzz")
    assert (outcome.code, outcome.err) == (2, "no rule 'zzzzzz' is loaded; see `compliance rules list`\n")


def test_explain_knows_further_packs(run: Run, pack: Callable[[str], Path]) -> None:
    outcome = run("explain", "trial/breach", "--rules", pack("breach"))
    assert (outcome.code, "A rule of the tests" in outcome.out) == (0, True)


@pytest.mark.parametrize("day", ["soon", "2025-02-30"])
def test_explain_refuses_a_day_that_is_none(run: Run, day: str) -> None:
    outcome = run("explain", "openai/competing-models", "--as-of", day)
    assert (outcome.code, outcome.out) == (2, "")


def test_the_list_has_one_line_for_every_rule(run: Run, pack: Callable[[str], Path]) -> None:
    outcome = run("rules", "list", "--rules", pack("breach"))
    ids = [line.split()[0] for line in outcome.out.splitlines()]
    assert f"{len(ids)} rules\n" == outcome.err
    assert ids == sorted(set(ids))
    assert {"trial/breach", "openai/competing-models"} <= set(ids)


def test_the_list_can_be_kept_to_one_family(run: Run, pack: Callable[[str], Path]) -> None:
    outcome = run("rules", "list", "--rules", pack("breach"), "--family", "house-rule:trial")
    assert [line.split()[0] for line in outcome.out.splitlines()] == ["trial/breach"]


def test_a_family_without_rules_is_an_empty_list(run: Run) -> None:
    outcome = run("rules", "list", "--family", "no-such-family")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "0 rules\n")


def test_every_fact_is_listed_with_its_question(run: Run) -> None:
    outcome = run("rules", "facts")
    lines = outcome.out.splitlines()
    assert outcome.code == 0
    assert [line for line in lines if line.startswith("release.function  [word] (general-purpose")]
    assert all(line.endswith("?") for line in lines[1::2])


@pytest.mark.parametrize(("position", "code"), [("breach", 0), ("remote", 1)])
def test_situations_pass_or_fail_with_their_place(
    run: Run, pack: Callable[[str], Path], project: Path, position: str, code: int
) -> None:
    (project / "stories.yaml").write_text(SITUATIONS.format(position=position))
    outcome = run("rules", "test", "stories.yaml", "--rules", pack("breach"), "-v")
    assert outcome.code == code
    assert outcome.err == f"{1 - code} situations as written, {code} not\n"
    begins = "FAIL  stories.yaml:2:5: " if code else "ok    "
    assert outcome.out.startswith(f"{begins}A release on which it bites")


@pytest.mark.parametrize("position", ["breach", "remote"])
def test_what_a_situation_is_called_makes_no_line_and_turns_no_letters(
    run: Run, pack: Callable[[str], Path], project: Path, position: str
) -> None:
    odd = 'name: "Called\\nok    another \u202e"'
    named = re.sub(r"name: A release.*", lambda _: odd, SITUATIONS.format(position=position))
    (project / "stories.yaml").write_text(named, encoding="utf-8")
    outcome = run("rules", "test", "stories.yaml", "--rules", pack("breach"), "-v")
    assert len(outcome.out.splitlines()) == 1
    assert "Called ok another" in outcome.out
    assert "\u202e" not in outcome.out


def test_a_file_of_situations_that_cannot_be_read_could_not_run(run: Run, project: Path) -> None:
    (project / "stories.yaml").write_text("situatons: []\n")
    outcome = run("rules", "test", "stories.yaml")
    assert (outcome.code, "did you mean 'situations'?" in outcome.err) == (2, True)


def test_no_situation_at_all_is_no_success(run: Run, project: Path) -> None:
    (project / "empty").mkdir()
    assert run("rules", "test", "empty").code == 1
    assert run("rules", "test", "nowhere").code == 2


def test_lint_tells_what_a_pack_lacks(run: Run, pack: Callable[[str], Path], project: Path) -> None:
    folder = pack("breach")
    (project / "stories").mkdir()
    (project / "stories" / "one.yaml").write_text(SITUATIONS.format(position="breach"))
    outcome = run("rules", "lint", "--rules", folder, "--situations", "stories")
    about = [line for line in outcome.out.splitlines() if "trial/" in line]
    assert outcome.code == 1
    assert len(about) == 1
    assert "trial/breach: no situation that keeps, turns-on-a-reading, lacks-a-fact;" in about[0]


def test_lint_refuses_a_folder_of_situations_that_is_not_there(run: Run) -> None:
    outcome = run("rules", "lint", "--situations", "nowhere")
    assert (outcome.code, outcome.out) == (2, "")
    assert "nowhere" in outcome.err


def test_schemas_are_listed_and_printed(run: Run) -> None:
    names = run("schema").out.split()
    assert {"manifest", "pack", "policy", "situations", "waivers", "report"} <= set(names)
    outcome = run("schema", "manifest")
    assert (outcome.code, json.loads(outcome.out)["title"]) == (0, "Manifest")


def test_an_unknown_schema_is_refused_with_the_known_ones(run: Run) -> None:
    outcome = run("schema", "manifst")
    assert (outcome.code, outcome.out) == (2, "")
    assert "choose one of manifest, " in outcome.err
