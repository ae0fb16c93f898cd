"""`compliance import`."""

from __future__ import annotations

import pathlib
from typing import Annotated

import typer

from compliance.cli.options import RulesFolders
from compliance.cli.output import say, write_file
from compliance.errors import Fault, UsageError, printable

_EXAMPLES = (
    "Examples: compliance import README.md > lineage.yaml · compliance import bom.cdx.json --output lineage.yaml · "
    "compliance import axolotl train.yml README.md. Exit codes: 0 written, 2 could not run."
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import", epilog=_EXAMPLES, short_help="Draft a manifest out of foreign documents.")(import_)


def import_(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="[FORMAT] FILE…", help="Documents of one release; their format may stand first."
        ),
    ],
    output: Annotated[
        pathlib.Path | None,
        typer.Option("--output", metavar="FILE", help="File to write. [default: standard output]"),
    ] = None,
    rules: RulesFolders = None,
) -> None:
    """Draft a manifest out of cards, configurations, BOMs, provenance records or headers of weights; loss is told."""
    from compliance import pipeline
    from compliance.intake.documents import KNOWN, import_documents
    from compliance.intake.draft import draft_of
    from compliance.intake.writing import manifest_text

    named = files[0] if files[0] in KNOWN else None
    paths = [pathlib.Path(one) for one in (files[1:] if named else files)]
    if not paths:
        raise UsageError(Fault(None, f"no file of format {named} is named", "name one after the format"))
    scan = import_documents(paths, pipeline.load_packs(rules or []), named)
    for one in scan.lost:
        say(f"{printable(one.place.file)}:{one.place.line}: lost: {printable(one.what)}")
    text = manifest_text(draft_of(scan, paths[0].stem), [f"Imported from {', '.join(map(str, paths))}"])
    if output is not None:
        write_file(output, text.encode())
    else:
        typer.echo(text, nl=False)
