"""The hooks run as pre-commit runs them: the entry and its arguments, from the root, without names."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

PROGRAM = [sys.executable, "-c", "from compliance.cli import main; main()"]


@pytest.fixture(scope="module")
def hooks(repo_root: Path) -> dict[str, dict[str, Any]]:
    loaded = yaml.safe_load((repo_root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in loaded}


@pytest.fixture
def project(tmp_path: Path, kept_packs: Path, monkeypatch: pytest.MonkeyPatch, repo_root: Path) -> Path:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept_packs))
    monkeypatch.setenv("PYTHONPATH", str(repo_root))
    return tmp_path / "repository"


def _run(hook: dict[str, Any], project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program, *entry = shlex.split(hook["entry"])
    assert program == "compliance"
    return subprocess.run(
        [*PROGRAM, *entry, *arguments], cwd=project, capture_output=True, text=True, check=False
    )


def test_both_hooks_say_how_to_run_them(hooks: dict[str, dict[str, Any]], repo_root: Path) -> None:
    assert list(hooks) == ["compliance", "compliance-rules"]
    scripts = tomllib.loads((repo_root / "pyproject.toml").read_text())["project"]["scripts"]
    for hook in hooks.values():
        assert {"id", "name", "description", "entry", "language", "files", "pass_filenames"} == set(hook)
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        assert hook["entry"].split()[0] in scripts


@pytest.mark.parametrize(
    ("hook", "name", "wanted"),
    [
        ("compliance", "lineage.yaml", True),
        ("compliance", "models/one/lineage.yml", True),
        ("compliance", "waivers.yaml", True),
        ("compliance", "my-lineage.yaml", False),
        ("compliance", "lineage.yaml.j2", False),
        ("compliance-rules", "rules/openai/terms.yaml", True),
        ("compliance-rules", "tests/rules/openai/terms.yaml", True),
        ("compliance-rules", "tests/cases/one.yaml", False),
    ],
)
def test_a_hook_looks_at_its_files(
    hooks: dict[str, dict[str, Any]], hook: str, name: str, wanted: bool
) -> None:
    assert bool(re.search(hooks[hook]["files"], name)) is wanted


def test_the_check_lets_a_clean_manifest_pass(
    hooks: dict[str, dict[str, Any]], project: Path, repo_root: Path
) -> None:
    shutil.copy(repo_root / "examples/clean/lineage.yaml", project)
    done = _run(hooks["compliance"], project, "--as-of", "2025-11-20")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nothing open")
    assert done.stdout.count("\n") == 1


def test_the_check_stops_a_commit_on_open_findings(
    hooks: dict[str, dict[str, Any]], project: Path, repo_root: Path
) -> None:
    shutil.copy(repo_root / "examples/quickstart/lineage.yaml", project / "made.yaml")
    done = _run(hooks["compliance"], project, "--as-of", "2025-11-20", "made.yaml")
    assert done.returncode == 1
    assert done.stdout.startswith("Open: ")


def test_the_lint_runs_on_packs_of_ones_own(hooks: dict[str, dict[str, Any]], project: Path) -> None:
    (project / "rules").mkdir()
    (project / "rules" / "mine.yaml").write_text("pack: {id: mine}\nrules: []\n")
    done = _run(hooks["compliance-rules"], project, "--rules", "rules")
    assert done.returncode in (1, 2)
    assert "mine.yaml" in done.stdout + done.stderr
