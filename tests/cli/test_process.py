"""What only a process of its own can show: bytes, environment, pipes, and input that could bring it down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from compliance.render import formats

from .conftest import CLEAN


def _run(
    root: Path, arguments: Sequence[str | bytes], cwd: Path, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    inherited = {
        key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))
    }
    return subprocess.run(
        [sys.executable, "-m", "compliance", *arguments],
        cwd=cwd,
        env={**inherited, "PYTHONPATH": str(root), **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )


def _usual(root: Path, form: str) -> list[str]:
    manifest = str(root / "examples/quickstart/lineage.yaml")
    return ["check", manifest, "--as-of", "2026-01-01", "--format", form, "--verbose"]


ENVIRONMENTS: dict[str, Mapping[str, str]] = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "a third hash seed": {"PYTHONHASHSEED": "4242"},
    "another zone": {"TZ": "Pacific/Kiritimati"},
    "the C locale": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "another encoding": {"PYTHONIOENCODING": "ascii"},
    "no color wanted": {"NO_COLOR": "1"},
    "color wanted, but no terminal": {"FORCE_COLOR": "1", "TERM": "xterm-256color"},
    "another width": {"COLUMNS": "40", "LINES": "7"},
    "a build's time": {"SOURCE_DATE_EPOCH": "1700000000"},
    "a workflow": {"GITHUB_ACTIONS": "true"},
    "one processor": {"OMP_NUM_THREADS": "1"},
}
FORMATS = tuple(name for name, form in formats.FORMATS.items() if form.kind == "text")
"""PDFs take too long here; `tools.reliability` draws them in each environment."""


@pytest.fixture(scope="module")
def first(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The reports of one example with a cold cache, in the root."""
    folder = tmp_path_factory.mktemp("first")
    cold = {"XDG_CACHE_HOME": str(folder / "cold"), "PYTHONHASHSEED": "0"}
    return _all(repo_root, repo_root, folder, **cold)


def _all(root: Path, cwd: Path, folder: Path, **environment: str) -> dict[str, bytes]:
    """Every report of text that one run writes, and what it prints."""
    wanted = [f"--report={form}={folder / form}" for form in FORMATS]
    run = _run(root, [*_usual(root, "json"), *wanted], cwd, **environment)
    assert run.returncode == 1, run.stderr
    return {"printed": run.stdout, **{form: (folder / form).read_bytes() for form in FORMATS}}


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_the_same_input_gives_the_same_bytes_everywhere(
    repo_root: Path, tmp_path: Path, first: dict[str, bytes], environment: Mapping[str, str]
) -> None:
    again = _all(repo_root, tmp_path, tmp_path, **environment)
    assert [form for form in first if first[form] != again[form]] == []


def test_a_report_is_utf_8_without_escape_codes(first: dict[str, bytes]) -> None:
    for report in first.values():
        assert sorted({c for c in report.decode("utf-8") if not c.isprintable() and c != "\n"}) == []


def test_a_damaged_or_unwritable_cache_changes_nothing(
    repo_root: Path, tmp_path: Path, first: dict[str, bytes]
) -> None:
    for content in (b"", b"{}", b"\xff"):
        for kept in (tmp_path / "compliance").glob("*.json"):
            kept.write_bytes(content)
        run = _run(repo_root, _usual(repo_root, "json"), tmp_path, XDG_CACHE_HOME=str(tmp_path))
        assert (first["json"], b"") == (run.stdout, run.stderr)
    (tmp_path / "file").write_text("")
    run = _run(repo_root, _usual(repo_root, "json"), tmp_path, XDG_CACHE_HOME=str(tmp_path / "file"))
    assert (first["json"], b"") == (run.stdout, run.stderr)


@pytest.mark.parametrize(
    "name", ["white space.yaml", "Prärie.yaml", "new\nline.yaml", "\x1b[31mred.yaml", "-.yaml", "no suffix"]
)
def test_a_manifest_may_be_called_anything(repo_root: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(CLEAN)
    run = _run(repo_root, ["check", "--as-of", "2025-10-01", "-f", "json", "--", name], tmp_path)
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"\x1b" not in run.stdout
    (tmp_path / name).write_text("lineage: 2")
    run = _run(repo_root, ["check", "--", name], tmp_path)
    assert (run.returncode, run.stdout) == (2, b"")
    assert b"\x1b" not in run.stderr
    assert all(b": " in line for line in run.stderr.splitlines())


def test_a_name_that_is_no_text_can_be_printed(repo_root: Path, tmp_path: Path) -> None:
    name = b"\xff\xfe.yaml"
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(CLEAN)
    for form in ("text", "json"):
        arguments: list[str | bytes] = [
            "check",
            name,
            "--as-of",
            "2025-10-01",
            "-f",
            form,
            "--report",
            f"{form}=report",
        ]
        run = _run(repo_root, arguments, tmp_path)
        assert (run.returncode, run.stderr) == (0, b"wrote report\n")
        assert (tmp_path / "report").read_bytes().decode("utf-8").startswith(run.stdout.decode("utf-8")[:20])


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_levels_bring_nothing_down(repo_root: Path, tmp_path: Path, sign: str) -> None:
    (tmp_path / "lineage.yaml").write_text(sign * 100_000)
    run = _run(repo_root, ["check"], tmp_path)
    assert (run.returncode, run.stdout) == (2, b"")
    assert b"nested more than 64 levels deep" in run.stderr
    assert b"Traceback" not in run.stderr


def test_a_reader_that_leaves_early_sees_no_traceback(repo_root: Path, tmp_path: Path) -> None:
    arguments = [sys.executable, "-m", "compliance", *_usual(repo_root, "json")]
    environment = {**os.environ, "PYTHONPATH": str(repo_root), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        arguments, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 2, "what was not printed is no answer"


def test_quickstart_is_read_from_standard_input_too(repo_root: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "compliance", "check", "/dev/stdin", "--as-of", "2026-01-01", "-f", "json"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(repo_root)}, capture_output=True, check=False,
        input=(repo_root / "examples/quickstart/lineage.yaml").read_bytes(),
    )  # fmt: skip
    assert (run.returncode, json.loads(run.stdout)["project"]) == (1, "quickstart")
