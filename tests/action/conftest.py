"""Run the shell steps of action.yml as a runner would, in a temporary folder and with this interpreter."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
CLAUSE = re.compile(r"(?P<left>[\w.-]+) (?P<sign>==|!=) '(?P<right>[^']*)'")
PYTHON = """\
#!/bin/sh
# `python -m venv FOLDER` makes an environment whose pip writes down what it was asked for.
if [ "$1 $2" != "-m venv" ]; then exit 90; fi
mkdir -p "$3/bin"
cp "$TEST_BIN/venv-python" "$3/bin/python"
cp "$TEST_BIN/venv-compliance" "$3/bin/compliance"
"""
VENV_PYTHON = """\
#!/bin/sh
if [ "$1 $2" = "-m pip" ]; then printf '%s\\n' "$*" >>"$TEST_BIN/pip.log"; exit 0; fi
exec '{python}' "$@"
"""
VENV_COMPLIANCE = """\
#!/bin/sh
exec '{python}' -c 'from compliance.cli import main; main()' "$@"
"""


@dataclass
class Job:
    """What one run of the action gave."""

    outputs: dict[str, str] = field(default_factory=dict)
    log: str = ""
    summary: str = ""
    pip: list[str] = field(default_factory=list)
    used: list[dict[str, Any]] = field(default_factory=list)
    """Steps that use other actions, with their values."""
    failed: list[str] = field(default_factory=list)
    code: int = 0
    """Of the last step that failed."""


Act = Callable[..., Job]


@pytest.fixture(scope="session")
def action(repo_root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((repo_root / "action.yml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="session")
def kept_packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where compiled packs are kept, so that one job makes them and the others find them."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def workspace(tmp_path: Path, kept_packs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of somebody's repository."""
    folder = tmp_path / "work space"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept_packs))
    return folder


@pytest.fixture
def act(repo_root: Path, tmp_path: Path, workspace: Path, action: dict[str, Any]) -> Act:
    """Run the action with the given inputs."""
    tools, temp = tmp_path / "tools", tmp_path / "temp"
    for folder in (tools, temp):
        folder.mkdir()
    scripts = {"python": PYTHON, "venv-python": VENV_PYTHON, "venv-compliance": VENV_COMPLIANCE}
    for name, text in scripts.items():
        script = tools / name
        script.write_text(text.replace("{python}", sys.executable))
        script.chmod(script.stat().st_mode | stat.S_IXUSR)

    def run(**inputs: str) -> Job:
        given = {name: spec["default"] for name, spec in action["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        context = {f"inputs.{name}": value for name, value in given.items()}
        context |= {"github.action_path": str(repo_root), "runner.temp": str(temp), "runner.os": "Linux"}
        job = Job()
        for step in action["runs"]["steps"]:
            if _wanted(step.get("if", "true"), context, job):
                _step(step, context, job, workspace, tools)
        job.outputs = {name: _filled(spec["value"], context) for name, spec in action["outputs"].items()}
        log = tools / "pip.log"
        job.pip = log.read_text().splitlines() if log.exists() else []
        return job

    return run


def _filled(text: str, context: dict[str, str]) -> str:
    return EXPRESSION.sub(lambda match: context.get(match[1], ""), str(text))


def _wanted(condition: str, context: dict[str, str], job: Job) -> bool:
    clauses = condition.split(" && ")
    if job.failed and "always()" not in clauses:
        return False
    for clause in clauses:
        if clause in ("always()", "true"):
            continue
        match = CLAUSE.fullmatch(clause)
        assert match, clause
        if (context.get(match["left"], "") == match["right"]) != (match["sign"] == "=="):
            return False
    return True


def _step(step: dict[str, Any], context: dict[str, str], job: Job, workspace: Path, tools: Path) -> None:
    if "uses" in step:
        values = {key: _filled(value, context) for key, value in step.get("with", {}).items()}
        job.used.append({"uses": step["uses"], **values})
        return
    if "sudo" in step["run"]:
        job.used.append({"run": step["run"]})
        return
    assert step["shell"] == "bash"
    outputs, summary = tools / "output", tools / "summary"
    outputs.write_text("")
    summary.touch()
    script = tools / "step.sh"
    script.write_text(step["run"])
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "PYTEST"))},
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": context["github.action_path"],
        "TEST_BIN": str(tools),
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_STEP_SUMMARY": str(summary),
        **{key: _filled(value, context) for key, value in step.get("env", {}).items()},
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=workspace / _filled(step.get("working-directory", "."), context),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    job.log += done.stdout + done.stderr
    job.summary = summary.read_text(encoding="utf-8")
    if done.returncode:
        job.failed.append(step["name"])
        job.code = done.returncode
    for name, value in _pairs(outputs.read_text(encoding="utf-8")):
        context[f"steps.{step.get('id', '')}.outputs.{name}"] = value


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        name, sign, value = line.partition("=")
        assert sign, f"no output in {line!r}"
        yield name, value
