"""What is read of the arguments of `check` without typer is what typer makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.cli import arguments, check
from compliance.cli.arguments import check_asked
from compliance.cli.checking import Request
from compliance.cli.program import program

WORDS = [*arguments._FLAGS, *arguments._COUNTED, *arguments._VALUED]
VALUES = [
    "a.yaml",
    "2025-11-20",
    "json=a.json",
    "plain",
    "x=y=z",
    "--",
    "-",
    "",
    "--help",
    "-fjson",
    "-qv",
    "--as-of=2025",
]


def _of_typer(given_: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> Request | None:
    """What typer calls the command with; None for a mistake or a call for help."""
    seen: list[Request] = []

    def run(asked: Request) -> int:
        seen.append(asked)
        return 0

    with monkeypatch.context() as patched:
        patched.setattr(check, "run", run)
        try:
            program(["check"])(["check", *given_], standalone_mode=False)
        except (Exception, SystemExit):  # noqa: BLE001 - whatever typer makes of a mistake
            return None
    return seen[0] if seen else None


@pytest.fixture(scope="module")
def patching() -> Any:
    with pytest.MonkeyPatch.context() as patched:
        yield patched


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(VALUES)), max_size=6))
def test_what_is_read_is_what_typer_reads(patching: pytest.MonkeyPatch, words: list[str]) -> None:
    read = check_asked(words)
    if read is not None:
        assert _of_typer(words, patching) == read


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.yaml", "b"],
        ["-q", "--as-of", "2025-11-20", "--no-config", "--only-named", "a.yaml"],
        ["--allow=needs-facts", "--allow", "making", "-vv", "-v"],
        ["-f", "json", "--report", "html=a.html", "--report=json=b.json", "--rules", "r", "--rules=s"],
        ["--since=a.json", "--store", "s", "--config", "c", "--waivers", "w", "--template", "t", "--scan"],
    ],
)
def test_usual_arguments_are_read_without_typer(words: list[str], patching: pytest.MonkeyPatch) -> None:
    assert _of_typer(words, patching) == check_asked(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--as-of"],
        ["--as-of", "-q"],
        ["-qv"],
        ["-fjson"],
        ["--"],
        ["--verbos"],
        [""],
        ["--rules="],
    ],
)
def test_anything_else_is_left_to_typer(words: list[str]) -> None:
    assert check_asked(words) is None


def test_every_option_of_the_command_is_known() -> None:
    command = typer.main.get_command(program(["check"]))
    found = command.commands["check"].params  # type: ignore[attr-defined]
    options = {word for one in found for word in one.opts if word.startswith("-")} - {"--help"}
    assert options == set(WORDS) - {"-vv"}
