"""The program, with as much of its commands as is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from compliance.cli.program import COMMANDS, program


def test_the_list_of_commands_is_that_of_the_whole_program() -> None:
    listed = CliRunner().invoke(program(["--help"]), ["--help"])
    whole = CliRunner().invoke(program([]), ["--help"])
    assert (listed.exit_code, listed.output) == (0, whole.output)
    assert all(f"  {name} " in listed.output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_there_with_its_options_where_it_is_asked_for(name: str) -> None:
    asked = CliRunner().invoke(program([name, "--help"]), [name, "--help"])
    whole = CliRunner().invoke(program([]), [name, "--help"])
    assert (asked.exit_code, asked.output) == (0, whole.output)


def test_to_list_the_commands_takes_nothing_from_them() -> None:
    before = CliRunner().invoke(program([]), ["rules", "list", "--help"]).output
    program(["--help"])
    assert CliRunner().invoke(program([]), ["rules", "list", "--help"]).output == before
    assert "--rules" in before


@pytest.mark.parametrize("group", [(), ("rules",), ("rules", "new"), ("policy",), ("registry",), ("fleet",)])
def test_a_list_of_commands_says_of_each_in_full_what_it_does(group: tuple[str, ...]) -> None:
    listed = CliRunner().invoke(program([]), [*group, "--help"]).output.partition("Commands:\n")[2]
    assert listed
    assert "..." not in listed


def _helps(group: tuple[str, ...] = ()) -> Iterator[str]:
    """What every command says of itself."""
    told = CliRunner().invoke(program([]), [*group, "--help"]).output
    yield told
    for line in told.partition("Commands:\n")[2].partition("\n\n")[0].splitlines():
        yield from _helps((*group, line.split()[0]))


def test_an_example_of_a_help_can_be_typed_as_it_stands() -> None:
    examples = [
        one.strip()
        for told in _helps()
        for listed in re.findall(r"  Examples?: (.*?)(?:\. Exit codes?:|\n\n|\Z)", told, re.DOTALL)
        for one in " ".join(listed.split()).split(" · ")
    ]
    assert len(examples) > len(COMMANDS)
    assert [one for one in examples if not one.startswith("compliance ")] == []
    assert [one for one in examples if "(" in one or "…" in one] == []


@pytest.mark.parametrize(
    "words",
    [(name,) for name in COMMANDS if name not in {"rules", "policy", "registry", "fleet"}]
    + [
        ("rules", "diff"),
        ("rules", "test"),
        ("rules", "new", "rule"),
        ("registry", "show"),
        ("policy", "diff"),
    ],
)
def test_help_names_arguments_without_the_types_behind_them(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(program([]), [*words, "--help"]).output
    assert "Usage:" in shown
    assert not re.search(r"<(?:str|int|path|list\[|int range)", shown)
    assert "{" not in shown.partition("\n")[0]
