"""`compliance policy watch`: what collections recorded, ranked, and what it would mean for manifests."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.output import check_places, say, write_file
from compliance.cli.policy.texts import AsJson, today
from compliance.errors import Fault, UsageError

if TYPE_CHECKING:
    from compliance.model.answered.finding import Finding
    from compliance.model.known.knowledge import Knowledge
    from compliance.text.effects.foreseen import Ask
    from compliance.text.keep.recorded import Recorded

_WATCH = (
    "Examples: compliance policy watch --texts genai-contrib-versions=genai.bundle --since 2026-08-01 "
    "--state watch.json · compliance policy watch --texts genai=https://engine.example/v1 --since 2026-08-01 "
    "--affects lineage.yaml. "
    "Exit codes: 0 no cited clause changed, 1 one did."
)
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--texts",
        metavar="COLLECTION=PLACE",
        help="A bundle, a git folder, or the address of an Open Terms Archive engine; repeatable.",
    ),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="First day to look at.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Last day. [default: today]")]
State = Annotated[
    pathlib.Path | None, typer.Option("--state", metavar="FILE", help="Where to go on from next time.")
]
Affects = Annotated[
    list[pathlib.Path] | None,
    typer.Option("--affects", metavar="MANIFEST", help="Say what a change would mean for it; repeatable."),
]
Report = Annotated[
    pathlib.Path | None, typer.Option("--report", metavar="FILE", help="Also write it there as JSON.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("watch", short_help="Rank recorded changes that matter.", epilog=_WATCH)(watch)


def watch(
    texts: Places = None,
    since: Since = None,
    until: Until = None,
    state: State = None,
    affects: Affects = None,
    as_json: AsJson = False,
    report: Report = None,
    rules: RulesFolders = None,
    as_of: AsOf = None,
) -> None:
    """Go through the recorded changes of collections and rank those that matter; Markdown, or JSON."""
    from dataclasses import replace

    from compliance import pipeline
    from compliance.model.known.policy_text import cited_versions
    from compliance.text.effects.foreseen import foreseen
    from compliance.text.watch.report import as_json as to_json
    from compliance.text.watch.report import as_markdown
    from compliance.text.watch.run import watch as run

    if not texts or since is None:
        what = "watch needs a collection and a first day"
        raise UsageError(Fault(None, what, "give --texts COLLECTION=PLACE and --since DATE"))
    check_places([one for one in (state, report) if one is not None], [*(affects or ()), *(rules or ())])
    begin = _first(since, "--since")
    end = _first(until, "--until") if until else today(as_of)
    known = pipeline.load_packs(rules or [])
    asks = {str(path): _ask(path, known) for path in affects or []}
    found = run(_collections(texts), cited_versions(known), begin, end, state, say)
    found = replace(found, alarms=tuple(foreseen(each, known, asks) for each in found.alarms))
    if report is not None:
        write_file(report, to_json(found).encode())
    typer.echo(to_json(found) if as_json else as_markdown(found), nl=False)
    raise typer.Exit(found.exit_code)


def _collections(texts: list[str]) -> dict[str, Recorded]:
    """Open collections that lie here, and those behind the address of an engine."""
    from compliance.text.keep.engine import Engine, is_address
    from compliance.text.keep.ota import collections_of

    asked = [each for each in texts if is_address(each.partition("=")[2])]
    found: dict[str, Recorded] = dict(collections_of([each for each in texts if each not in asked]))
    for each in asked:
        name, _, address = each.partition("=")
        found[name] = Engine(name, address)
    return found


def _ask(path: pathlib.Path, known: Knowledge) -> Ask:
    """Return what puts one manifest to what is known; it is read once."""
    from compliance import pipeline

    manifest = pipeline.load_manifest(path, known).manifest

    def ask(packs: Knowledge, day: datetime.date) -> Iterable[Finding]:
        return pipeline.evaluate_manifest(manifest, packs, day).findings

    return ask


def _first(text: str, option: str) -> datetime.date:
    from compliance.model.shapes.shape import check_date, first_day, last_day

    try:
        return (last_day if option == "--until" else first_day)(check_date(text))
    except ValueError as error:
        raise UsageError(Fault(None, f"{option} {text!r}: {error}", "write a date like 2026-08-01")) from None
