"""`compliance fleet`: ingest, check, explain, report, recall."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.others import say_of_files
from compliance.cli.outcome.output import say

if TYPE_CHECKING:
    from compliance.model.known.knowledge import Knowledge

app = typer.Typer(
    no_args_is_help=True,
    help="Ask every rule of every release of a hub.",
    rich_markup_mode=None,
)


def register(program: typer.Typer) -> None:
    """Add the commands."""
    program.add_typer(app, name="fleet")


StorePath = Annotated[pathlib.Path, typer.Argument(metavar="STORE", help="The file that holds the fleet.")]
Places = Annotated[
    list[pathlib.Path],
    typer.Argument(
        metavar="PLACE",
        help="Hub dumps and rows (.jsonl, .csv, .parquet), and folders of lineage.yaml and *.lineage.yaml.",
    ),
]
Kernel = Annotated[
    str,
    typer.Option(
        "--kernel", metavar="KERNEL", help="What follows the lineage: numpy, numba, duckdb or spark."
    ),
]
_INGEST = "Examples: compliance fleet ingest hub.fleet models.jsonl datasets.jsonl"
_CHECK = "Examples: compliance fleet check hub.fleet --as-of 2025-11-20"
_EXPLAIN = "Examples: compliance fleet explain hub.fleet meadow/tuned-7b"


def _packs(rules: list[pathlib.Path] | None) -> Knowledge:
    """The packs to ask; what positions rest on is not told of each, so that files of others are named."""
    from compliance.load.packs.knowledge import load_packs

    packs = load_packs(rules or [])
    say_of_files(packs)
    return packs


@app.command("ingest", epilog=_INGEST, short_help="Take artifacts and edges in.")
def ingest(store: StorePath, places: Places, rules: RulesFolders = None) -> None:
    """Take artifacts and what they were made from into a store; each place whole, or not at all."""
    from compliance.fleet.ingest import ingest as take_in
    from compliance.fleet.store import Store

    held = Store(store)
    packs = _packs(rules)
    for place in places:
        version = take_in(held, place, packs, say)
        count, edges = held.counts()
        typer.echo(f"{place}: version {version}; {count:,} artifacts and {edges:,} edges now")


@app.command("check", epilog=_CHECK, short_help="Ask every rule of every release.")
def check(
    store: StorePath,
    as_of: AsOf = None,
    kernel: Kernel = "numpy",
    master: Annotated[
        str, typer.Option("--master", metavar="URL", help="The Spark that --kernel spark runs on.")
    ] = "local[*]",
    rules: RulesFolders = None,
) -> None:
    """Ask every rule of every release; what was finished before a run was stopped is not asked again."""
    from compliance.cli.check import day
    from compliance.fleet.check import check as ask
    from compliance.fleet.kernel import kernel_of
    from compliance.fleet.store import Store

    following = kernel_of(kernel, master)
    done = ask(Store(store, existing=True), _packs(rules), day(as_of), following, say)
    typer.echo(
        f"{done.rules} rules asked of all, {done.again} of {done.changed:,} artifacts that a change can reach; "
        f"{done.written:,} positions written"
    )


@app.command(
    "explain", epilog=_EXPLAIN, short_help="Show what stands open for one release, and how it comes."
)
def explain(
    store: StorePath,
    release: Annotated[str, typer.Argument(metavar="RELEASE", help="Its id.")],
    rule: Annotated[str | None, typer.Option("--rule", metavar="RULE", help="Only this rule.")] = None,
    as_of: AsOf = None,
    rules: RulesFolders = None,
) -> None:
    """Show what every rule comes to for one release, with the route by which each hit comes in."""
    from compliance.cli.check import day
    from compliance.fleet.explain import explained
    from compliance.fleet.standing import checked_day
    from compliance.fleet.store import Store

    held = Store(store, existing=True)
    when = checked_day(held, None if as_of is None else day(as_of), day(None))
    for line in explained(held, _packs(rules), when, release, rule):
        typer.echo(line)


_REPORT = "Examples: compliance fleet report hub.fleet --html fleet.html --positions positions.parquet"


@app.command("report", epilog=_REPORT, short_help="Write an overview, and the positions as a table.")
def report(
    store: StorePath,
    html: Annotated[pathlib.Path | None, typer.Option("--html", metavar="FILE", help="Write a page.")] = None,
    positions: Annotated[
        pathlib.Path | None,
        typer.Option(
            "--positions", metavar="FILE", help="Write every position with its evidence: .parquet or .csv."
        ),
    ] = None,
    as_of: AsOf = None,
    rules: RulesFolders = None,
) -> None:
    """Tell what the last check came to; as a page, and every position with its source as a table."""
    from compliance.cli.check import day
    from compliance.cli.outcome.output import check_places, write_file
    from compliance.fleet.overview import overview
    from compliance.fleet.page import page
    from compliance.fleet.standing import checked_day
    from compliance.fleet.store import Store
    from compliance.fleet.told import lines

    check_places([one for one in (html, positions) if one is not None], rules or ())
    held = Store(store, existing=True)
    when = checked_day(held, None if as_of is None else day(as_of), day(None))
    found = overview(held, _packs(rules), when)
    for line in lines(found):
        typer.echo(line)
    if html is not None:
        write_file(html, page(found).encode())
    if positions is not None:
        held.export(positions)


_RECALL = "Examples: compliance fleet recall hub.fleet tatsu-lab/alpaca · compliance fleet recall hub.fleet licence:mit"


@app.command("recall", epilog=_RECALL, short_help="Find the releases that an upstream reaches.")
def recall(
    store: StorePath,
    upstream: Annotated[
        str, typer.Argument(metavar="UPSTREAM", help="An id, or licence:ID, provider:ID, developer:NAME.")
    ],
    as_of: AsOf = None,
    rules: RulesFolders = None,
) -> None:
    """Find every release that something upstream reaches, at any remove, and in which ways; exit 1 if there are any."""
    from compliance.cli.check import day
    from compliance.fleet.recall import recall as reached
    from compliance.fleet.store import Store

    found = reached(Store(store, existing=True), _packs(rules), day(as_of), upstream)
    for one in found:
        ways = [*one.sure, *(f"{way} (not settled)" for way in one.possible)]
        typer.echo(f"{one.release}: {', '.join(ways)}")
    typer.echo(f"{len(found):,} release{'' if len(found) == 1 else 's'}")
    if found:
        raise typer.Exit(1)
