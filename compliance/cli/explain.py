"""`compliance explain`."""

from __future__ import annotations

import difflib
import pathlib

import typer

from compliance.cli.check import day
from compliance.cli.output import columns
from compliance.errors import Fault, UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain", epilog="Example: compliance explain openai/competing-models")(explain)


def explain(
    rule: str = typer.Argument(..., help="Id of the rule, as reports and `rules list` print it."),
    rules: list[pathlib.Path] = typer.Option([], "--rules", metavar="DIR", help="Further rule packs."),
) -> None:
    """Explain a rule: what the text says, its elements under three readings, its limits and its sources."""
    from compliance import pipeline
    from compliance.render.explain import explain_rule, render_explanation

    packs = pipeline.load_packs(rules)
    found = packs.find_rule(rule)
    if found is None:
        close = difflib.get_close_matches(rule, [one.id for _, one in packs.rules()], n=3, cutoff=0.4)
        advice = f"did you mean {', '.join(close)}?" if close else "see `compliance rules list`"
        raise UsageError(Fault(None, f"no rule {rule!r} is loaded", advice))
    sections = explain_rule(
        found[1], found[0], packs.instruments, packs.definitions, facts=packs.facts, as_of=day(None)
    )
    typer.echo(render_explanation(sections, width=columns()), nl=False)
