"""`compliance shares`."""

from __future__ import annotations

from typing import Annotated

import typer

from compliance.cli.check import one_of
from compliance.cli.chosen.manifests import USUAL, usual
from compliance.cli.chosen.options import Manifest, RulesFolders
from compliance.cli.outcome.others import say_of_others
from compliance.cli.outcome.output import columns

_EXAMPLES = (
    "Examples: compliance shares lineage.yaml · compliance shares --explain · compliance shares -f json"
)
Explain = Annotated[bool, typer.Option("--explain", help="Say how every number came about.")]
Format = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text, markdown or json.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    short = "Tell which part of the training data descends from which source."
    app.command("shares", epilog=_EXAMPLES, short_help=short)(shares)


def shares(
    manifest: Manifest = None, explain: Explain = False, format_: Format = "text", rules: RulesFolders = None
) -> None:
    """Tell which part of the data of every training step descends from which source, as far as the manifest says."""
    from compliance import planning
    from compliance.load.manifest.manifest import load_manifest
    from compliance.load.packs.knowledge import load_packs
    from compliance.render.explain.rule import render_explanation
    from compliance.render.planned.markdown import render_sections
    from compliance.render.planned.shares import share_sections, shares_json

    shown = one_of("--format", format_, ("text", "markdown", "json"))
    packs = load_packs(rules or [])
    loaded = load_manifest(manifest or usual(USUAL), packs)
    say_of_others(loaded, packs)
    found = planning.find_shares(loaded, packs)
    sections = share_sections(found, explain=explain)
    if shown == "json":
        text = shares_json(found)
    else:
        text = render_sections(sections) if shown == "markdown" else render_explanation(sections, columns())
    typer.echo(text, nl=False)
