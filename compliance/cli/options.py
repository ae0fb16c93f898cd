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
    typer.Argument(help="The manifest. [default: lineage.yaml]", show_default=False),
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
