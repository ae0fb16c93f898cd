"""The command line: parses arguments, calls the pipeline, prints, exits. No decisions."""

from __future__ import annotations

import io
import sys

import typer

from compliance.cli import (
    check,
    explain,
    export,
    import_,
    init,
    policy,
    registry,
    report,
    rules,
    scan,
    schema,
)
from compliance.errors import ComplianceError
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
scan.register(app)
import_.register(app)
export.register(app)
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
    """Run the command line; a foreseen error is printed to standard error and exits with 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # The same bytes under every locale, and no name that cannot be printed.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except ComplianceError as error:
        print(error, file=sys.stderr)  # noqa: T201
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(1) from None
    except RecursionError:
        print("the input is nested too deeply; simplify it", file=sys.stderr)  # noqa: T201
        raise SystemExit(2) from None
