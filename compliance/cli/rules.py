"""`compliance rules`: list, show, facts, lint, test."""

from __future__ import annotations

import pathlib

import typer

from compliance.cli.output import say
from compliance.errors import ComplianceError

app = typer.Typer(no_args_is_help=True, help="List, show, lint and test rule packs.", rich_markup_mode=None)
_DIRS = typer.Option([], "--rules", metavar="DIR", help="Further rule packs; repeatable.")


@app.command("list")
def list_rules(
    rules: list[pathlib.Path] = _DIRS,
    family: str | None = typer.Option(
        None, "--family", help="Only rules of this family, e.g. provider-terms:openai."
    ),
) -> None:
    """List every rule with its status and family."""
    from compliance import pipeline

    packs = pipeline.load_packs(rules)
    rows = [(r.id, r.status, r.family or p.pack.family, r.title) for p, r in packs.rules()]
    rows = [row for row in sorted(rows) if family is None or row[2] == family]
    widths = [max((len(row[n]) for row in rows), default=0) for n in range(3)]
    for row in rows:
        typer.echo(
            "  ".join([*(text.ljust(width) for text, width in zip(row, widths, strict=False)), row[3]])
        )
    say(f"{len(rows)} rules")


@app.command("show")
def show(rule: str = typer.Argument(..., help="Id of the rule."), rules: list[pathlib.Path] = _DIRS) -> None:
    """Show a rule; the same as `compliance explain`."""
    from compliance.cli.explain import explain

    explain(rule, rules)


@app.command("facts")
def facts(rules: list[pathlib.Path] = _DIRS) -> None:
    """List every fact that rules may ask, with its question."""
    from compliance import pipeline

    for name, entry in sorted(pipeline.load_packs(rules).facts.items()):
        words = f" ({', '.join(entry.words)})" if entry.words else ""
        typer.echo(f"{name}  [{entry.type}]{words}\n    {entry.question}")


@app.command("lint")
def lint(
    rules: list[pathlib.Path] = _DIRS,
    situations: pathlib.Path | None = typer.Option(
        None, "--situations", help="Folder of situations. [default: tests/rules]"
    ),
) -> None:
    """Check packs, texts and registry: shapes, references, dates, wording, and a situation of every kind per rule."""
    from compliance import situations as trial
    from compliance.lint import lint_packs

    faults = lint_packs(rules, trial.folder(situations))
    for fault in faults:
        typer.echo(str(fault))
    say(f"{len(faults)} faults" if faults else "no faults")
    raise typer.Exit(int(bool(faults)))


@app.command("test")
def test(
    files: list[pathlib.Path] = typer.Argument(
        None, help="Files or folders of situations. [default: tests/rules]"
    ),
    rules: list[pathlib.Path] = _DIRS,
    verbose: bool = typer.Option(False, "--verbose", "-v", help="Name every situation."),
) -> None:
    """Run the situations that stand beside the rules."""
    from compliance import pipeline
    from compliance import situations as trial

    packs = pipeline.load_packs(rules)
    passed = failed = 0
    for path in trial.files(files or [trial.folder(None)]):
        try:
            results = trial.run_file(path, packs)
        except ComplianceError as error:
            typer.echo(str(error))
            failed += 1
            continue
        for result in results:
            passed, failed = passed + (not result.faults), failed + bool(result.faults)
            if verbose and not result.faults:
                typer.echo(f"ok    {result.name}")
            for fault in result.faults:
                typer.echo(f"FAIL  {result.place}: {result.name}: {fault}")
    say(f"{passed} situations as written, {failed} not")
    raise typer.Exit(int(failed > 0 or passed == 0))
