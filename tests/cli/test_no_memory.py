"""Where memory runs out, the exit code is 2, in whichever library it runs out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from compliance import bounds, cli
from compliance.cli.outcome import ending

resource = pytest.importorskip("resource")
_MB = 1 << 20


@pytest.mark.parametrize("error", [MemoryError(), RecursionError(), KeyError("x")], ids=repr)
def test_an_ending_that_fails_itself_ends_in_2(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    codes: list[int] = []

    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr(ending, "end", fail)
    monkeypatch.setattr("os._exit", codes.append)
    cli.main()
    assert codes == [2]


def test_a_library_that_would_end_the_program_is_not_loaded_without_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bounds.make_room()
    monkeypatch.setattr(bounds, "ROOM", 1 << 62)
    with pytest.raises(MemoryError):
        bounds.make_room()


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
def test_a_plan_without_memory_is_2(repo_root: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (200 * _MB, 200 * _MB))

    arguments = ["plan", "examples/quickstart/lineage.yaml", "--as-of", "2025-11-20"]
    command = [sys.executable, "-m", "compliance", *arguments]
    done = subprocess.run(command, cwd=repo_root, preexec_fn=limit, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
