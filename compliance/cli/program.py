"""The program as typer sees it, with no more of its commands than the arguments ask for."""

from __future__ import annotations

import copy
import importlib
from collections.abc import Callable, Sequence
from typing import Any

import typer
import typer.core

from compliance.version import __version__

COMMANDS = (
    "init", "check", "report", "explain", "whatif", "plan", "shares", "compare", "recall", "fleet", "disclose", "scan",
    "import", "export", "rules", "policy", "registry", "schema", "doctor",
)  # fmt: skip
"""Every command, in the order of the help; each is a module beside this one that can `register` itself."""
_MODULES = {"import": "import_command", "policy": "policy.commands", "rules": "rules.commands"}
"""Modules that have not the name of their command: because they cannot, or with a package of their own."""


def program(arguments: Sequence[str]) -> typer.Typer:
    """The program; where the arguments begin with a command, no other one is loaded."""
    app = typer.Typer(
        name="compliance",
        no_args_is_help=True,
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help="Check how a model or data set was made against the terms, licences and laws that may bind its release."
        "\n\nStart with: compliance init, which drafts a manifest, then compliance check. "
        "A small one stands in the sources: examples/quickstart/lineage.yaml",
        epilog="Exit codes: 0 evaluated and nothing open, 1 open findings, 2 could not run.",
    )
    app.callback()(options)
    for name in [name for name in COMMANDS if name in arguments[:1]] or COMMANDS:
        importlib.import_module(f"compliance.cli.{_MODULES.get(name, name)}").register(app)
    if list(arguments) == ["--help"]:
        _only_listed(app)
    return app


def _name_arguments_plainly() -> None:
    """Help says MANIFEST; typer would put braces around it and the Python type of the function's argument behind it."""
    argument: Any = typer.core.TyperArgument
    pieces = argument.get_usage_pieces
    argument.display_type_rich = lambda *_, **__: None
    argument.get_usage_pieces = lambda self, ctx: [
        piece.replace("{", "").replace("}", "") for piece in pieces(self, ctx)
    ]


_name_arguments_plainly()


def _only_listed(app: typer.Typer) -> None:
    """The commands without their options, which the list of commands does not tell and typer takes long to read."""
    for command in app.registered_commands:
        command.callback = _told(command.callback)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            # Its commands belong to the module that registers it, and stay there.
            group.typer_instance = copy.copy(group.typer_instance)
            group.typer_instance.registered_commands = []


def _told(callback: Callable[..., object] | None) -> Callable[[], None]:
    def command() -> None:
        """Is listed and never called."""

    command.__name__, command.__doc__ = getattr(callback, "__name__", ""), callback.__doc__
    return command


def _version(value: bool) -> None:
    if value:
        typer.echo(f"compliance {__version__}")
        raise typer.Exit


def options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Options of the program itself."""
