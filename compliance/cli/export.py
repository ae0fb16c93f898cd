"""`compliance export`."""

from __future__ import annotations

import json
import pathlib
from typing import Annotated

import typer

from compliance.cli.options import AsOf, RulesFolders
from compliance.cli.output import say, write_file
from compliance.errors import Fault, UsageError, listed, printable

FORMATS = ("cyclonedx", "spdx", "prov", "card", "mermaid")
_EXAMPLES = (
    "Examples: compliance export cyclonedx > bom.cdx.json · compliance export card lineage.yaml · "
    "compliance export spdx lineage.yaml --output sbom.spdx3.json. Exit codes: 0 written, 2 could not run."
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", epilog=_EXAMPLES, short_help="Write a manifest in the words of other standards.")(
        export
    )


def export(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="cyclonedx, spdx, prov, card or mermaid.")],
    manifest: Annotated[
        pathlib.Path, typer.Argument(metavar="[manifest]", help="The manifest. [default: lineage.yaml]")
    ] = pathlib.Path("lineage.yaml"),
    output: Annotated[
        pathlib.Path | None,
        typer.Option("--output", metavar="FILE", help="File to write. [default: standard output]"),
    ] = None,
    as_of: AsOf = None,
    rules: RulesFolders = None,
) -> None:
    """Write a manifest as CycloneDX 1.6, SPDX 3.0.1, PROV-JSON, a card's front matter or Mermaid; loss is told."""
    from compliance import pipeline
    from compliance.cli.check import day
    from compliance.export.card import front_matter
    from compliance.export.cyclonedx import cyclonedx
    from compliance.export.mermaid import mermaid
    from compliance.export.prov import prov
    from compliance.export.spdx import spdx

    if format_ not in FORMATS:
        raise UsageError(Fault(None, f"format {format_!r} is not known", f"choose one of {listed(FORMATS)}"))
    loaded = pipeline.load_manifest(manifest, pipeline.load_packs(rules or [])).manifest
    made, lost = (
        spdx(loaded, day(as_of))
        if format_ == "spdx"
        else {"cyclonedx": cyclonedx, "prov": prov, "card": front_matter, "mermaid": mermaid}[format_](loaded)
    )
    for one in lost:
        say(f"lost: {printable(one)}")
    text = made if isinstance(made, str) else json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if output is not None:
        write_file(output, text.encode())
    else:
        typer.echo(text, nl=False)
