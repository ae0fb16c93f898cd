"""Settings are found beside the manifest and above it, never beyond the repository; options win over them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import CLEAN, Run

USUAL = ("check", "--as-of", "2025-10-01")


@pytest.mark.parametrize(
    ("name", "head"), [("compliance.toml", ""), ("pyproject.toml", "[tool.compliance]\n")]
)
def test_settings_are_read_from_either_file(
    run: Run, pack: Callable[[str], Path], project: Path, name: str, head: str
) -> None:
    pack("remote")
    (project / name).write_text(f'{head}fail-on = "broad"\nrules = ["pack-remote"]\nformat = "json"\n')
    outcome = run(*USUAL)
    assert (outcome.code, json.loads(outcome.out)["verdict"]["gate"]) == (1, "broad")


def test_an_option_wins_over_a_setting(run: Run, pack: Callable[[str], Path], project: Path) -> None:
    pack("remote")
    (project / "compliance.toml").write_text('fail-on = "broad"\nrules = ["pack-remote"]\n')
    assert (run(*USUAL).code, run(*USUAL, "--fail-on", "plain").code) == (1, 0)


def test_no_config_reads_none(run: Run, project: Path) -> None:
    (project / "compliance.toml").write_text("this is not toml")
    assert (run(*USUAL).code, run(*USUAL, "--no-config").code) == (2, 0)


def test_a_named_settings_file_is_used_instead_of_the_one_found(run: Run, project: Path) -> None:
    (project / "compliance.toml").write_text('format = "text"\n')
    (project / "ci.toml").write_text('format = "json"\n')
    assert json.loads(run(*USUAL, "--config", "ci.toml").out)["project"] == "clean"


def test_settings_name_the_manifest_and_paths_from_their_own_folder(
    run: Run, pack: Callable[[str], Path], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack("breach")
    (project / "lineage.yaml").rename(project / "made-of.yaml")
    (project / "compliance.toml").write_text('manifest = "made-of.yaml"\nrules = ["pack-breach"]\n')
    (project / "deep" / "down").mkdir(parents=True)
    monkeypatch.chdir(project / "deep" / "down")
    outcome = run(*USUAL)
    assert (outcome.code, outcome.err) == (1, "")
    assert "A rule of the tests" in outcome.out


def test_the_search_for_settings_ends_at_the_root_of_the_repository(run: Run, project: Path) -> None:
    (project / "compliance.toml").write_text("broken = [")
    inner = project / "inner"
    (inner / ".git").mkdir(parents=True)
    (inner / "lineage.yaml").write_text(CLEAN)
    assert run(*USUAL, inner / "lineage.yaml").code == 0


def test_every_unknown_or_wrong_setting_is_told_with_the_known_ones(run: Run, project: Path) -> None:
    (project / "compliance.toml").write_text('fail_onn = "plain"\nallow = ["all"]\nformat = "doc"\n')
    outcome = run(*USUAL)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("known settings are manifest, fail-on, allow, rules, waivers, format") == 3
    assert [
        word for word in ("fail_onn", "allow", "format") if f"compliance.toml: {word}" not in outcome.err
    ] == []


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool]\nother = 1\n", "[project]\nname = 'x'\n", ""])
def test_a_pyproject_of_others_is_passed_over(run: Run, project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(text)
    assert run(*USUAL).code == 0


@pytest.mark.parametrize("text", ["[tool]\ncompliance = 3\n", "[tool.compliance]\nallow = 3\n"])
def test_a_setting_of_the_wrong_kind_is_refused(run: Run, project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(text)
    outcome = run(*USUAL)
    assert (outcome.code, outcome.out) == (2, "")
    assert "pyproject.toml: " in outcome.err


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a = \x00"])
def test_a_settings_file_that_cannot_be_read_is_named(run: Run, project: Path, content: bytes) -> None:
    (project / "compliance.toml").write_bytes(content)
    outcome = run(*USUAL)
    assert (outcome.code, outcome.out) == (2, "")
    assert "use --no-config" in outcome.err


OPENED = "opens the gate: it sets fail-on: never and allow: needs-facts"


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "sarif", "junit", "github"])
def test_settings_that_open_the_gate_are_told_in_every_format(run: Run, project: Path, form: str) -> None:
    (project / "compliance.toml").write_text('fail-on = "never"\nallow = ["needs-facts"]\n')
    outcome = run(*USUAL, "-f", form)
    assert outcome.code == 0
    assert OPENED in " ".join(outcome.out.split())


def test_what_options_decide_is_not_told_of_settings(run: Run, project: Path) -> None:
    (project / "compliance.toml").write_text('fail-on = "never"\nallow = ["needs-facts"]\n')
    assert OPENED in run(*USUAL, "-q").err
    assert "it sets allow: needs-facts" in run(*USUAL, "--fail-on", "plain").out
    assert "opens the gate" not in run(*USUAL, "--fail-on", "plain", "--allow", "none").out
    (project / "compliance.toml").write_text('fail-on = "broad"\n')
    assert "opens the gate" not in run(*USUAL).out


@pytest.mark.parametrize(("option", "word"), [("--fail-on", ""), ("--fail-on", " "), ("--allow", "")])
def test_an_option_that_is_empty_lets_no_settings_decide_unseen(
    run: Run, project: Path, option: str, word: str
) -> None:
    (project / "compliance.toml").write_text('fail-on = "never"\nallow = ["needs-facts"]\n')
    outcome = run(*USUAL, option, word)
    assert (outcome.code, outcome.out) == (2, "")
    assert "is not known" in outcome.err


def test_what_settings_allow_can_be_taken_back(run: Run, pack: Callable[[str], Path], project: Path) -> None:
    pack("needs-facts")
    (project / "compliance.toml").write_text('allow = ["needs-facts"]\nrules = ["pack-needs-facts"]\n')
    assert (run(*USUAL).code, run(*USUAL, "--allow", "none").code) == (0, 1)


@pytest.mark.parametrize("key", ["manifest", "waivers", "rules"])
@pytest.mark.parametrize("target", ["../secret.yaml", "/etc/hostname", "link", "a\\u0000b"])
def test_settings_name_nothing_outside_of_the_repository(
    run: Run, project: Path, key: str, target: str
) -> None:
    (project / "link").symlink_to(project.parent)
    value = f'["{target}"]' if key == "rules" else f'"{target}"'
    (project / "compliance.toml").write_text(f"{key} = {value}\n")
    outcome = run(*USUAL)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"compliance.toml: {key}: " in outcome.err
    assert "lies elsewhere" in outcome.err


@pytest.mark.parametrize("position", ["breach", "arguable", "needs-facts"])
def test_a_page_goes_by_the_answers_where_the_gate_is_open(
    run: Run, pack: Callable[[str], Path], position: str
) -> None:
    told = [*USUAL, "--rules", str(pack(position)), "-f", "html"]
    for flags, code in ((["--fail-on", "never"], 0), ([], 1)):
        outcome = run(*told, *flags)
        shown = [one for one in ("passed", "failed") if f'class="verdict {one}"' in outcome.out]
        assert (outcome.code, shown) == (code, ["failed"])
    outcome = run(*USUAL, "-f", "html")
    assert 'class="verdict passed"' in outcome.out
