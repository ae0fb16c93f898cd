"""`compliance report`."""

from __future__ import annotations

import pathlib
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.chosen.options import FormatName, Quiet, Reports, Templates, Verbose
from compliance.cli.outcome.printing import plan
from compliance.errors import Fault, InputError
from compliance.foreign_files import TooLargeError, read_foreign, reason_of

if TYPE_CHECKING:
    from compliance.model.answered.report import Report

LARGEST = 256 * 1024 * 1024
"""Bytes up to which a saved report is read."""
_EXAMPLES = (
    "Examples: compliance report report.json · compliance report report.json --report html=report.html "
    "--report pdf=report.pdf --quiet · compliance check -f json | compliance report - -f markdown"
)
Saved = Annotated[str, typer.Argument(metavar="REPORT.json", help="A JSON report; - reads standard input.")]
Repeat = Annotated[
    bool,
    typer.Option("--exit-code", help="Exit as the check did that wrote it. [default: 0 once it is read]"),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report", epilog=_EXAMPLES, short_help="Print a saved report in another format.")(report)


def report(
    saved: Saved,
    format_: FormatName = None,
    reports: Reports = None,
    template: Templates = None,
    exit_code: Repeat = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Print a saved JSON report again, in any format, without the manifest and the packs it was made from."""
    path = None if saved == "-" else pathlib.Path(saved)
    printing = plan(format_ or "auto", reports or (), template or (), quiet=quiet, verbose=verbose, read=path)
    result = read_report(path)
    printing.emit(result)
    printing.tell_aloud(result)
    raise typer.Exit(result.exit_code if exit_code else 0)


def _bytes(path: pathlib.Path | None) -> bytes:
    if path is not None:
        return read_foreign(path, limit=LARGEST)
    content = sys.stdin.buffer.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise TooLargeError(LARGEST)
    return content


def read_report(path: pathlib.Path | None) -> Report:
    """The saved report of a file, or of standard input. Raises `InputError` where it is none."""
    from compliance.render.machine.json_reader import load_json_report

    name = str(path) if path else "standard input"
    try:
        text = _bytes(path).decode()
    except (OSError, ValueError) as error:
        what = f"cannot read {name}: {reason_of(error)}"
        raise InputError(Fault(None, what, "name a JSON report")) from None
    return load_json_report(text, name)
