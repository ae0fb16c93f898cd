"""`compliance explain`."""

from __future__ import annotations

import difflib
import pathlib
from typing import Annotated

import typer

from compliance.cli.check import day
from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.output import columns
from compliance.errors import Fault, UsageError

_EXAMPLES = (
    "Examples: compliance explain openai/competing-models · "
    "compliance explain openai/competing-models --as-of 2024-06-01 · compliance explain my/rule --rules my-rules"
)
RuleId = Annotated[
    str | None,
    typer.Argument(
        metavar="RULE", help="Id of the rule, as reports and `rules list` print it.", show_default=False
    ),
]
Plan = Annotated[
    pathlib.Path | None,
    typer.Option("--plan", metavar="MANIFEST", help="Instead: what every change of a plan for it is for."),
]
Share = Annotated[
    pathlib.Path | None,
    typer.Option("--share", metavar="MANIFEST", help="Instead: how its shares of training data came about."),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain", epilog=_EXAMPLES, short_help="Explain a rule and its three readings.")(explain)


def explain(
    rule: RuleId = None,
    rules: RulesFolders = None,
    as_of: AsOf = None,
    plan: Plan = None,
    share: Share = None,
) -> None:
    """Explain a rule: what the text says, its elements under three readings, its limits and its sources."""
    if plan is not None:
        from compliance.cli import plan as planned

        planned.plan(plan, as_of=as_of, rules=rules, explain=True)
    elif share is not None:
        from compliance.cli import shares as shared

        shared.shares(share, rules=rules, explain=True)
    elif rule is None:
        raise UsageError(
            Fault(None, "there is nothing to explain", "name a rule, see `compliance rules list`")
        )
    else:
        _explain_rule(rule, rules, as_of)


def _explain_rule(rule: str, rules: list[pathlib.Path] | None, as_of: str | None) -> None:
    from compliance.load.packs.knowledge import load_packs
    from compliance.render.explain.rule import explain_rule, render_explanation

    on = day(as_of)
    packs = load_packs(rules or [])
    found = packs.find_rule(rule)
    if found is None:
        close = difflib.get_close_matches(rule, [one.id for _, one in packs.rules()], n=3, cutoff=0.4)
        advice = f"did you mean {', '.join(close)}?" if close else "see `compliance rules list`"
        raise UsageError(Fault(None, f"no rule {rule!r} is loaded", advice))
    sections = explain_rule(
        found[1], found[0], packs.instruments, packs.definitions, facts=packs.facts, as_of=on
    )
    typer.echo(render_explanation(sections, width=columns()), nl=False)
