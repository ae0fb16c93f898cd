"""Each command loads what it needs: the libraries and packages below, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.load.packs.knowledge import load_packs

_PROGRAM = """
import contextlib, io, json, pathlib, sys
target, *arguments = sys.argv[1:]
sys.argv = ["compliance", *arguments]
from compliance.cli import main
with contextlib.suppress(SystemExit):
    main()
pathlib.Path(target).write_text(json.dumps(sorted(sys.modules)))
"""
_TYPER = {"annotated_doc", "shellingham", "typer"}
_PYDANTIC = {"annotated_types", "pydantic", "pydantic_core", "typing_extensions", "typing_inspection"}
_OF_THE_MACHINE = {"_distutils_hack", "_cython_3_1_4", "cython_runtime"}
"""What site-packages and compiled libraries bring along by themselves."""


_SLOW = {"argparse", "asyncio", "dataclasses", "difflib", "inspect", "shutil", "subprocess"}
"""Libraries of Python itself that a check does without."""


def _loaded(root: Path, target: Path, *arguments: str, **environment: str) -> set[str]:
    """The modules that a run in a process of its own has loaded at its end."""
    outcome = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(target), *arguments],
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )
    assert outcome.returncode in (0, 1), outcome.stderr
    return set(json.loads(target.read_text()))


def _libraries(modules: set[str]) -> set[str]:
    tops = {name.partition(".")[0] for name in modules}
    own = {name for name in tops if name.startswith(("_sysconfigdata", "_cython"))} | _OF_THE_MACHINE
    return (
        tops - set(sys.stdlib_module_names) - own - {"__main__", "__mp_main__", "compliance", "sitecustomize"}
    )


def _packages(modules: set[str]) -> set[str]:
    """Packages of the program's own, each by its first word."""
    return {name.split(".")[1] for name in modules if name.startswith("compliance.")}


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is counted is a run that finds compiled packs."""
    load_packs()


def test_help_loads_no_more_than_the_command_line(repo_root: Path, tmp_path: Path) -> None:
    modules = _loaded(repo_root, tmp_path / "modules.json", "--help")
    assert _libraries(modules) <= _TYPER
    assert (
        _packages(modules) & {"evaluate", "load", "model", "pipeline", "render", "resolve", "text"} == set()
    )


def test_completion_loads_no_packs(repo_root: Path, tmp_path: Path) -> None:
    asked = {"_COMPLIANCE_COMPLETE": "complete_bash", "COMP_WORDS": "compliance ch", "COMP_CWORD": "1"}
    modules = _loaded(repo_root, tmp_path / "modules.json", **asked)
    assert _libraries(modules) <= _TYPER | _PYDANTIC
    assert _packages(modules) & {"evaluate", "load", "pipeline", "render", "resolve", "text"} == set()


def test_a_list_of_rules_reads_no_yaml_and_evaluates_nothing(repo_root: Path, tmp_path: Path) -> None:
    modules = _loaded(repo_root, tmp_path / "modules.json", "rules", "list")
    assert _libraries(modules) <= _TYPER | _PYDANTIC
    assert _packages(modules) & {"evaluate", "pipeline", "render", "resolve", "text"} == set()
    assert "compliance.load.packs.checked_packs" not in modules
    assert "compliance.cli.policy.commands" not in modules


def test_a_quiet_check_loads_what_reads_and_decides_and_nothing_else(repo_root: Path, tmp_path: Path) -> None:
    manifest = "examples/quickstart/lineage.yaml"
    modules = _loaded(repo_root, tmp_path / "modules.json", "check", manifest, "--quiet", "--no-config")
    assert _libraries(modules) <= {"yaml"}
    assert modules & _SLOW == set()
    assert _packages(modules) & {"acquire", "decide", "fleet", "lint", "registry", "text"} == set()
    assert "compliance.render.view.report_view" not in modules
    unwanted = {
        "compliance.load.packs.checked_packs", "compliance.load.documents.wording", "compliance.model.answered.plan",
        "compliance.model.known.policy_text", "compliance.model.packs.scenario", "compliance.model.answered.supposed",
    }  # fmt: skip
    assert modules & unwanted == set()


def test_a_quiet_check_that_tells_shares_loads_no_slow_library(repo_root: Path, tmp_path: Path) -> None:
    manifest = "examples/olmo-3/lineage.yaml"
    modules = _loaded(repo_root, tmp_path / "modules.json", "check", manifest, "--quiet", "--no-config")
    assert _libraries(modules) <= {"yaml"}
    assert modules & _SLOW == set()
