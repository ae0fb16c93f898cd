"""In a step of a workflow nothing that a file, a name or a message says becomes a command."""

from __future__ import annotations

import io
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.cli.outcome.streams import keep_streams, settle_output
from compliance.render.formats import FORMATS
from tests.cli.conftest import CLEAN, Run

EVIL = "x ::error::y ##[error]z\\n::error::title\\r  ::add-mask::k " + "w" * 90 + " ::warning::q"
NAMES = ("::error::a", "b\n::error::c ##[error]d", "  ::stop-commands::e")
OWN = re.compile(r"::(group::|endgroup::|error file|warning file|notice file)")
TEXT = [name for name, form in FORMATS.items() if form.kind == "text"]


def _commands(text: str) -> list[str]:
    """What a runner would take for a command that is not the program's own."""
    lines = re.split(r"[\r\n]+", text)
    return [
        line for line in lines if "##[" in line or (line.lstrip().startswith("::") and not OWN.match(line))
    ]


@pytest.mark.parametrize("form", TEXT)
def test_no_format_carries_a_command_of_a_manifest(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("COLUMNS", "40")
    text = CLEAN
    for old in ("Meadow Lab", "Meadow questions", "CC0-1.0", "meadow/answers"):
        text = text.replace(old, f'"{EVIL}"')
    (project / "lineage.yaml").write_text(text.replace("{id: clean}", f'{{id: clean, title: "{EVIL}"}}'))
    outcome = run("check", "-f", form, "--as-of", "2025-10-01", "-v")
    assert outcome.code == 1
    assert outcome.out
    assert _commands(outcome.out + "\n" + outcome.err) == []


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "--no-config", "-f"], ["explain"], ["policy", "show"], ["policy", "import"], ["report"],
     ["registry", "show"], []],
    ids=" ".join,
)  # fmt: skip
def test_no_message_carries_a_command_of_an_argument(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    name = "\n".join(NAMES)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    outcome = run(*arguments, "--", name) if arguments[-1:] != ["-f"] else run(*arguments, name)
    assert outcome.code == (1 if arguments[:1] == ["registry"] else 2)
    assert outcome.out + outcome.err
    assert _commands(outcome.out + "\n" + outcome.err) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_file_becomes_a_command(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (project / name).write_text(CLEAN)
    outcome = run("check", name, "--as-of", "2025-10-01", "--report", f"json={name}.json")
    assert outcome.code == 0
    assert _commands(outcome.out + "\n" + outcome.err) == []
    (project / name).write_text("lineage: 2")
    outcome = run("check", name)
    assert outcome.code == 2
    assert _commands(outcome.err) == []


def test_a_line_that_is_written_in_pieces_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="ascii"))
    keep_streams()
    for piece in ("a ", "::b", "\n", "::c\n", ""):
        print(piece, end="")
    assert settle_output()
    assert buffer.getvalue() == b"a ::b\n: :c\n"


def test_a_stream_that_is_not_there_fails_when_it_is_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setattr(sys, "stdout", None)
    keep_streams()
    print("x")
    assert not settle_output()
    assert sys.stdout is None


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_what_libraries_say_commands_no_runner(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    buffer = io.BytesIO()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO()))
    stream = io.TextIOWrapper(buffer, encoding="ascii")
    monkeypatch.setattr(sys, name, stream)
    keep_streams()
    logging.StreamHandler(getattr(sys, name)).emit(
        logging.makeLogRecord({"msg": "a\n::error::b ##[error]c", "level": logging.WARNING})
    )
    assert settle_output()
    assert buffer.getvalue() == b"a\n: :error: :b # #[error]c\n"
    assert getattr(sys, name) is stream


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)])
def test_no_file_takes_the_place_of_a_closed_stream(tmp_path: Path, closed: tuple[int, ...]) -> None:
    told = tmp_path / "told"
    program = (
        "import os, sys\nfrom compliance.cli.outcome.streams import keep_streams\n"
        f"for place in {closed}: os.close(place)\n"
        "keep_streams()\n"
        f"found = os.open({str(told)!r}, os.O_CREAT | os.O_WRONLY)\n"
        "os.write(found, str(found > 2).encode())\n"
        "try:\n    os.write(2, b'') if 2 not in "
        f"{closed} else os.write(2, b'x')\nexcept OSError:\n    os.write(found, b' refused')\nos._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, stdin=subprocess.DEVNULL)
    assert told.read_text() == ("True refused" if 2 in closed else "True")
