"""A wheel built of the tree runs `check` in an environment and a folder of its own, without the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("hatchling")


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel in it, and the files that the wheel holds."""

    python: Path
    home: Path
    names: tuple[str, ...]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the program of the environment in a folder that is no checkout."""
        return self.interpret("-m", "compliance", *arguments)

    def interpret(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the interpreter of the environment, which is told of no other folder."""
        kept = {
            key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COMPLIANCE"))
        }
        told = {**kept, "XDG_CACHE_HOME": str(self.home / "cache"), "GITHUB_ACTIONS": ""}
        command = [str(self.python), *arguments]
        return subprocess.run(
            command, cwd=self.home, env=told, capture_output=True, text=True, check=False, timeout=120
        )


@pytest.fixture(scope="module")
def installed(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and put it into a fresh environment; what it depends on is lent by this one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    made = subprocess.run(
        [sys.executable, "-c", build, str(folder)], cwd=repo_root, capture_output=True, text=True, check=True
    )
    wheel = folder / made.stdout.strip().splitlines()[-1]
    venv.create(folder / "env", with_pip=False)
    scripts = "Scripts" if os.name == "nt" else "bin"
    python = folder / "env" / scripts / ("python.exe" if os.name == "nt" else "python")
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(
        subprocess.run([python, "-c", where], capture_output=True, text=True, check=True).stdout.strip()
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
        names = tuple(archive.namelist())
    # A folder named in a `.pth` lends its packages; an editable install that lies there is not followed.
    (site / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    (home := folder / "home").mkdir()
    text = (repo_root / "examples" / "quickstart" / "lineage.yaml").read_text(encoding="utf-8")
    (home / "lineage.yaml").write_text(text, encoding="utf-8")
    return Installed(python, home, names)


def test_it_is_the_wheel_that_runs(installed: Installed, repo_root: Path) -> None:
    asked = installed.interpret("-c", "import compliance; print(compliance.__file__)")
    assert not Path(asked.stdout.strip()).is_relative_to(repo_root)
    assert str(installed.python.parent.parent) in asked.stdout


def test_check_runs_outside_the_checkout(installed: Installed) -> None:
    ran = installed.run(
        "check", "--as-of", "2025-11-20", "--report", "json=report.json", "--report", "html=r.html"
    )
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (
        1,
        "A fine-tune on Alpaca, of Meadow Lab, as of 2025-11-20",
    )
    report = json.loads((installed.home / "report.json").read_text(encoding="utf-8"))
    assert report["verdict"]["exit_code"] == 1
    assert "</html>" in (installed.home / "r.html").read_text(encoding="utf-8")


def test_it_brings_rules_texts_templates_and_a_command(installed: Installed) -> None:
    assert any(name.endswith("entry_points.txt") for name in installed.names)
    for part in ("rules/openai/", "policies/openai/", "templates/report.html.j2"):
        assert any(part in name for name in installed.names), part


def test_doctor_and_a_list_of_rules_run_too(installed: Installed) -> None:
    assert installed.run("rules", "list").returncode == 0
    assert "packs" in installed.run("doctor").stdout.lower()
