"""Options that several commands share."""

from __future__ import annotations

import pathlib
from typing import Annotated

import typer

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Day for which to answer. [default: today]")
]
RulesFolders = Annotated[
    list[pathlib.Path] | None,
    typer.Option(
        "--rules", metavar="DIR", help="Folder of further rule packs, beside the bundled ones; repeatable."
    ),
]
Manifest = Annotated[
    pathlib.Path | None,
    typer.Argument(metavar="MANIFEST", help="The manifest. [default: lineage.yaml]", show_default=False),
]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="What standard output gets: text, json, markdown, html, pdf, pdf-full, sarif, junit, github, "
        "gitlab, csv, svg or mermaid. "
        "[default: github annotations in GitHub Actions, else text]",
    ),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=PATH",
        help="Also write a full report to a file, e.g. json=report.json; repeatable. All are written, or none.",
    ),
]
Templates = Annotated[
    list[pathlib.Path] | None,
    typer.Option(
        "--template",
        metavar="DIR",
        help="Folder of templates that replace bundled ones, or override their blocks; repeatable.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print the verdict line only.")]
Verbose = Annotated[
    int,
    typer.Option(
        "--verbose",
        "-v",
        count=True,
        show_default=False,
        help="Show every point; twice (-vv): everything, in full.",
    ),
]
PacksFile = Annotated[
    str | None,
    typer.Option(
        "--packs",
        metavar="FILE",
        help="Packs that `rules bundle` wrote, in the place of the bundled ones; `updated` for those that "
        "`rules update` put in effect.",
    ),
]
