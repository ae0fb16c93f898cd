"""The locked packages answer to pyproject.toml, and the shell scripts can be run."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.!+-]+)", re.MULTILINE)


def _project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def _pins(root: Path, lock: str) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for match in PIN.finditer((root / "requirements" / lock).read_text(encoding="utf-8")):
        pins.setdefault(canonicalize_name(match["name"]), set()).add(match["version"])
    return pins


@pytest.mark.parametrize(("lock", "groups"), [("runtime.lock", ["build"]), ("dev.lock", ["build", "dev"])])
def test_the_lock_satisfies_the_declared_dependencies(repo_root: Path, lock: str, groups: list[str]) -> None:
    project, pins = _project(repo_root), _pins(repo_root, lock)
    declared = project["project"]["dependencies"] + [
        line for group in groups for line in project["dependency-groups"][group]
    ]
    unmet = [
        line
        for line in declared
        if not (locked := pins.get(canonicalize_name(Requirement(line).name)))
        or not all(Requirement(line).specifier.contains(version) for version in locked)
    ]
    assert unmet == [], "see 'Dependencies' in CONTRIBUTING.md"


def test_both_locks_pin_the_same_versions(repo_root: Path) -> None:
    runtime, development = _pins(repo_root, "runtime.lock"), _pins(repo_root, "dev.lock")
    assert runtime == {name: development.get(name) for name in runtime}


@pytest.mark.parametrize("lock", ["runtime.lock", "dev.lock"])
def test_every_pin_is_hashed_and_no_index_is_named(repo_root: Path, lock: str) -> None:
    text = (repo_root / "requirements" / lock).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    pins = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    assert all(PIN.match(lines[number]) for number in pins)
    assert all(lines[number + 1].startswith("    --hash=sha256:") for number in pins)
    assert "://" not in text


@pytest.mark.parametrize(("script", "shell"), [("run", "sh"), (".ci/run", "bash")])
def test_a_script_is_executable_and_parses(repo_root: Path, script: str, shell: str) -> None:
    assert os.access(repo_root / script, os.X_OK)
    assert subprocess.run([shell, "-n", script], cwd=repo_root, check=False).returncode == 0


def test_at_the_top_lie_the_files_that_belong_there_and_no_drafts(repo_root: Path) -> None:
    told = subprocess.run(
        ("git", "ls-files"), cwd=repo_root, capture_output=True, text=True, check=False
    ).stdout
    top = {line for line in told.splitlines() if "/" not in line and not line.startswith(".")}
    known = {
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "action.yml",
        "lineage.yaml",
        "pyproject.toml",
        "run",
    }
    assert top <= known
