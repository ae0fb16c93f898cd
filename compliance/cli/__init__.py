"""The command line: parses arguments, calls the pipeline, prints, exits. No decisions."""

from __future__ import annotations

import typer

from compliance.cli import (
    check,
    disclose,
    explain,
    import_,
    init,
    plan,
    policy,
    registry,
    report,
    rules,
    scan,
    schema,
)
from compliance.cli.ending import end
from compliance.version import __version__

app = typer.Typer(
    name="compliance",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Check how a model or data set was made against the terms, licences and laws that may bind its release.\n\n"
    "Start with: compliance check lineage.yaml",
    epilog="Exit codes: 0 evaluated and nothing open, 1 open findings, 2 could not run.",
)
init.register(app)
check.register(app)
report.register(app)
explain.register(app)
plan.register(app)
disclose.register(app)
scan.register(app)
import_.register(app)
app.add_typer(rules.app, name="rules")
app.add_typer(policy.app, name="policy")
app.add_typer(registry.app, name="registry")
schema.register(app)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"compliance {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Options of the program itself."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    end(app)
