"""`doctor` says what the program runs with, and what to do where something is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.version import __version__

from .conftest import Run


@pytest.fixture(autouse=True)
def _store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_all_is_well_on_a_machine_that_has_everything(run: Run, project: Path) -> None:
    outcome = run("doctor")
    assert (outcome.code, outcome.err) == (0, ""), outcome.out
    heads = [line[2:15].strip() for line in outcome.out.splitlines()]
    assert heads == [
        "program",
        "packs",
        "texts",
        "settings",
        "cache",
        "pinned texts",
        "PDF",
        "fonts",
        "scripts",
    ]
    assert f"compliance {__version__}" in outcome.out
    assert "no file; fail-on: plain, allow: nothing" in outcome.out


def test_what_is_to_be_done_is_said_and_exits_with_1(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "compliance.toml").write_text('fail-on = "never"\n')
    monkeypatch.setattr("compliance.render.fonts.faces.FOLDER", "fonts/")
    monkeypatch.setattr("compliance.render.fonts.faces.file_of", lambda _: None)
    outcome = run("doctor", "--as-of", "2030-01-01")
    assert outcome.code == 1
    marked = [line[2:15].strip() for line in outcome.out.splitlines() if line.startswith("!")]
    assert marked == ["texts", "settings", "fonts"], outcome.out
    for advice in ("install a newer release", "opens the gate", "packages of fonts"):
        assert advice in outcome.out


def test_packs_that_cannot_be_used_are_told_and_the_rest_is_looked_at(run: Run, project: Path) -> None:
    outcome = run("doctor", "--rules", project / "none")
    assert outcome.code == 1
    assert "there is no folder" in outcome.out
    assert "pinned texts" in outcome.out


def test_a_check_without_a_manifest_says_how_to_start(run: Run, project: Path) -> None:
    (project / "lineage.yaml").unlink()
    outcome = run("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert "there is no lineage.yaml" in outcome.err
    assert "compliance init" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "meant"), [(("chek",), "check"), (("polcy", "list"), "policy"), (("policy", "lst"), "list")]
)
def test_a_misspelt_command_is_met_with_the_right_one(
    run: Run, arguments: tuple[str, ...], meant: str
) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert f"'{meant}'" in outcome.err


def test_no_command_at_all_says_how_to_start(run: Run) -> None:
    outcome = run()
    assert "Start with: compliance init" in outcome.out + outcome.err
