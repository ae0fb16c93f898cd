"""`compliance rules`: list, show, facts, lint, test, and what those who write packs need."""

from __future__ import annotations

import pathlib
from typing import Annotated

import typer

from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.explain import RuleId, explain
from compliance.cli.outcome.output import say
from compliance.cli.rules import packs as rules_packs
from compliance.cli.rules import written as rules_written
from compliance.errors import ComplianceError, Fault, PackError, one_line

app = typer.Typer(no_args_is_help=True, help="List, show, lint and test rule packs.", rich_markup_mode=None)


rules_written.register(app)
rules_packs.register(app)


def register(program: typer.Typer) -> None:
    """Add the commands."""
    program.add_typer(app, name="rules")


Family = Annotated[
    str | None,
    typer.Option("--family", metavar="FAMILY", help="Only rules of this family, e.g. provider-terms:openai."),
]
SituationsFolder = Annotated[
    pathlib.Path | None,
    typer.Option("--situations", metavar="DIR", help="Folder of further situations, beside tests/rules."),
]
SituationFiles = Annotated[
    list[pathlib.Path] | None,
    typer.Argument(
        metavar="FILE",
        help="Files or folders of situations. [default: tests/rules, and situations/ of --rules]",
        show_default=False,
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Name every situation.")]


@app.command(
    "list", epilog="Examples: compliance rules list · compliance rules list --family provider-terms:openai"
)
def list_rules(rules: RulesFolders = None, family: Family = None) -> None:
    """List every rule with its status and family."""
    from compliance.load.packs.knowledge import load_packs

    packs = load_packs(rules or [])
    rows = [(r.id, r.status, r.family or p.pack.family, one_line(r.title)) for p, r in packs.rules()]
    rows = [row for row in sorted(rows) if family is None or row[2] == family]
    widths = [max((len(row[n]) for row in rows), default=0) for n in range(3)]
    for row in rows:
        typer.echo(
            "  ".join([*(text.ljust(width) for text, width in zip(row, widths, strict=False)), row[3]])
        )
    say(f"{len(rows)} rules")


@app.command("show", epilog="Example: compliance rules show openai/competing-models")
def show(rule: RuleId, rules: RulesFolders = None, as_of: AsOf = None) -> None:
    """Show a rule; the same as `compliance explain`."""
    explain(rule, rules, as_of)


@app.command("facts", epilog="Example: compliance rules facts | grep -A1 revenue")
def facts(rules: RulesFolders = None) -> None:
    """List every fact that rules may ask, with its question."""
    from compliance.load.packs.knowledge import load_packs

    for name, entry in sorted(load_packs(rules or []).facts.items()):
        words = f" ({one_line(', '.join(entry.words))})" if entry.words else ""
        typer.echo(f"{name}  [{entry.type}]{words}\n    {one_line(entry.question)}")


@app.command(
    "lint",
    short_help="Check packs, texts and registry.",
    epilog="Examples: compliance rules lint · compliance rules lint --rules my-rules --situations my-situations. "
    "Exit codes: 0 no faults, 1 faults.",
)
def lint(rules: RulesFolders = None, situations: SituationsFolder = None) -> None:
    """Check packs, texts and registry: shapes, references, dates, wording, and a situation of every kind per rule."""
    from compliance import situations as trial
    from compliance.authoring.excused import misplaced
    from compliance.lint import lint_packs
    from compliance.load.packs.knowledge import load_packs

    _check_folders([*(rules or []), *([situations] if situations else [])])
    bundled = trial.folder(None)
    folders = [bundled] if bundled.is_dir() else []
    places = [*folders, *trial.of_packs(rules or []), *([situations] if situations else [])]
    faults = lint_packs(rules or [], places)
    faults = faults or list(misplaced(load_packs(rules or []), places))
    for fault in faults:
        typer.echo(str(fault))
    say(f"{len(faults)} fault{'s' * (len(faults) != 1)}" if faults else "no faults")
    raise typer.Exit(int(bool(faults)))


@app.command(
    "test",
    epilog="Examples: compliance rules test · compliance rules test my-situations --rules my-rules -v. "
    "Exit codes: 0 all as written, 1 some not, 2 a file of them cannot be read.",
)
def test(files: SituationFiles = None, rules: RulesFolders = None, verbose: Verbose = False) -> None:
    """Run the situations that stand beside the rules."""
    from compliance import situations as trial
    from compliance.load.packs.knowledge import load_packs
    from compliance.render.view.words import clean

    packs = load_packs(rules or [])
    passed = failed = unread = 0
    for path in trial.files(files or [trial.folder(None), *trial.of_packs(rules or [])]):
        try:
            results = trial.run_file(path, packs)
        except ComplianceError as error:
            say(str(error))
            unread += 1
            continue
        for result in results:
            passed, failed = passed + (not result.faults), failed + bool(result.faults)
            if verbose and not result.faults:
                typer.echo(f"ok    {clean(result.name)}")
            for fault in result.faults:
                typer.echo(f"FAIL  {result.place}: {clean(result.name)}: {clean(fault)}")
    say(
        f"{passed} situations as written, {failed} not"
        + (f"; {unread} files cannot be read" if unread else "")
    )
    raise typer.Exit(2 if unread else int(failed > 0 or passed == 0))


def _check_folders(folders: list[pathlib.Path]) -> None:
    """Raise `PackError` where one is none: what cannot be looked at has no faults, and is no fault of a pack either."""
    for folder in folders:
        if not folder.is_dir():
            raise PackError(
                Fault(None, f"there is no folder {folder}", "give a folder that holds rule packs")
            )
