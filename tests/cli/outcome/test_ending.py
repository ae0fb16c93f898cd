"""Whatever cannot run, be printed or be foreseen ends in 2; 1 means that something is open, and nothing else."""

from __future__ import annotations

import errno
import os
import pathlib
import subprocess
import sys
from collections.abc import Sequence

import pytest

from compliance import pipeline
from compliance.cli.outcome.ending import TRACEBACK
from compliance.errors import Fault, InputError
from tests.cli.conftest import Run

USUAL = ("check", "lineage.yaml", "--as-of", "2025-10-01", "-q")
FORESEEN = {
    "a fault of the input": (InputError(Fault(None, "the file is odd", "")), "the file is odd"),
    "no memory": (MemoryError(), "not enough memory"),
    "deep nesting": (RecursionError(), "nested too deeply"),
    "too little room for a file": (OSError(errno.EFBIG, "File too large", "x.zip"), "x.zip: file too large"),
    "a full disk": (OSError(errno.ENOSPC, "No space left on device", "x.json"), "x.json: no space left"),
    "a folder that is gone": (OSError(errno.ENOENT, "No such file or directory"), "the current folder"),
    "a stop": (KeyboardInterrupt(), ""),
}
UNFORESEEN = (
    KeyError("x"),
    ValueError("::error::y"),
    AssertionError(),
    OSError(errno.EXDEV, "odd"),
    Exception(),
)


def _failing(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "load_packs", fail)


@pytest.mark.parametrize(("error", "said"), FORESEEN.values(), ids=FORESEEN)
def test_what_could_not_run_is_2_and_says_why(
    run: Run, project: pathlib.Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, said: str
) -> None:
    _failing(error, monkeypatch)
    outcome = run(*USUAL)
    assert outcome.code == (130 if isinstance(error, KeyboardInterrupt) else 2)
    assert outcome.out == ""
    assert said in outcome.err


@pytest.mark.parametrize("error", UNFORESEEN, ids=repr)
def test_an_error_that_nobody_foresaw_is_2_with_its_place_and_no_traceback(
    run: Run, project: pathlib.Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    _failing(error, monkeypatch)
    outcome = run(*USUAL)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"unforeseen error ({type(error).__name__} at checking.py:")
    assert "Traceback" not in outcome.err


def test_the_whole_place_of_an_error_can_be_asked_for(
    run: Run, project: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _failing(KeyError("::error::x"), monkeypatch)
    monkeypatch.setenv(TRACEBACK, "1")
    outcome = run(*USUAL)
    assert "Traceback" in outcome.err
    assert not any(line.lstrip().startswith("::") for line in outcome.err.splitlines())


def test_a_user_without_a_home_is_served_without_a_cache_and_told_to_name_a_store(
    run: Run, project: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless(_: pathlib.Path) -> pathlib.Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pathlib.Path, "expanduser", homeless)
    assert run(*USUAL).code == 0
    outcome = run("policy", "show", "openai/services-agreement")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--store" in outcome.err


def test_a_current_folder_that_is_gone_is_2(
    run: Run, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    for arguments in (["check"], ["check", "lineage.yaml"]):
        outcome = run(*arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.strip()


def _process(root: pathlib.Path, arguments: Sequence[str], ending: str) -> tuple[int, str]:
    """Exit code and standard error of a run whose streams a shell has arranged."""
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {ending}', "sh", sys.executable, "-m", "compliance", *arguments],
        env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, check=False, timeout=60, cwd=root,
    )  # fmt: skip
    return done.returncode, done.stderr.decode()


CLEAN = ("check", "examples/clean/lineage.yaml", "--as-of", "2026-01-01")


@pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    ("arguments", "ending"),
    [((*CLEAN, "-q"), ">/dev/full"), ((*CLEAN, "-q"), ">&-"), (("--version",), ">/dev/full"), (("no",), "2>/dev/full")],
    ids=["full", "closed", "version", "nobody hears"],
)  # fmt: skip
def test_an_answer_that_cannot_be_printed_is_2(
    repo_root: pathlib.Path, arguments: tuple[str, ...], ending: str
) -> None:
    code, told = _process(repo_root, arguments, ending)
    assert code == 2
    assert "Traceback" not in told
    assert ("standard output" in told) == ("2>" not in ending)


def test_an_answer_stands_where_nobody_hears_the_talk(
    repo_root: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    report = tmp_path / "report.json"
    code, _ = _process(repo_root, [*CLEAN, "-q", "--report", f"json={report}"], "2>&-")
    assert (code, report.is_file()) == (0, True)
