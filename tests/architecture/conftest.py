"""The files of the checkout, as the architecture tests see them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def project_files(repo_root: Path) -> list[Path]:
    """Every file that is tracked or about to be, relative to the root."""
    if not (repo_root / ".git").exists():
        pytest.skip("not a git checkout")
    git = ["git", "-c", f"safe.directory={repo_root}", "-C", str(repo_root)]
    listed = subprocess.run(
        [*git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    names = sorted(set(listed.split("\0")) - {""})
    return [Path(name) for name in names if (repo_root / name).is_file()]
