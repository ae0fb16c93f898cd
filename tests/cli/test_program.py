"""The program, with as much of its commands as is asked for."""

from __future__ import annotations

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
