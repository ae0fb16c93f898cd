"""The import contracts of pyproject.toml hold."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def _lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache", "--config", root / "pyproject.toml"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_import_contracts_hold(repo_root: Path) -> None:
    outcome = _lint_imports(repo_root)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("evaluate", "compliance.render"),
        ("model", "compliance.load"),
        ("errors", "compliance.model"),
        ("pipeline", "spacy"),
        ("evaluate", "time"),
        ("render/view", "compliance.render.graph"),
        ("render/pdf", "compliance.render.html"),
        ("text/read", "compliance.text.keep"),
    ],
)
def test_an_import_against_the_layers_is_found(
    repo_root: Path, tmp_path: Path, module: str, imported: str
) -> None:
    shutil.copy(repo_root / "pyproject.toml", tmp_path)
    shutil.copytree(repo_root / "compliance", tmp_path / "compliance")
    package = tmp_path / "compliance" / module
    planted = package / "planted.py" if package.is_dir() else package.with_suffix(".py")
    planted.write_text(f"import {imported}\n")
    outcome = _lint_imports(tmp_path)
    assert outcome.returncode == 1
    assert f"-> {imported}" in outcome.stdout
