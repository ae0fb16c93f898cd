"""`compliance registry`: show, find, list, export, add."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.output import check_places, say, write_file
from compliance.errors import Fault, UsageError, listed, printable
from compliance.foreign_files import read_foreign, reason_of

if TYPE_CHECKING:
    from compliance.registry.edges import Edge
    from compliance.registry.listed import Row

app = typer.Typer(
    no_args_is_help=True,
    help="Look up what names mean, and draft records.",
    rich_markup_mode=None,
)

LARGEST_CARD = 5_000_000
"""Bytes up to which a card is read."""


def register(program: typer.Typer) -> None:
    """Add the commands."""
    program.add_typer(app, name="registry")


Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
_SHOW = (
    "Examples: compliance registry show Qwen/Qwen2.5-7B · compliance registry show gpt-4o --kind service · "
    "compliance registry show tatsu-lab/alpaca MIT --json. Exit codes: 0 all known, 1 some not."
)
_FIND = "Examples: compliance registry find alpaca · compliance registry find qwen coder --kind model"
_LIST = "Examples: compliance registry list · compliance registry list --kind dataset --json > datasets.jsonl"
_EXPORT = (
    "Examples: compliance registry export --edges > edges.jsonl · "
    "compliance registry export --edges --output edges.parquet"
)
_ADD = (
    "Examples: compliance registry add README.md --name meadow/grass-7b > my-rules/registry/meadow.yaml · "
    "compliance registry add README.md --name meadow/rows --kind dataset"
)


def _kind(words: tuple[str, ...], value: str | None) -> str | None:
    if value is not None and value not in words:
        raise UsageError(Fault(None, f"--kind {value!r} is none", f"choose one of {listed(words)}"))
    return value


@app.command("show", epilog=_SHOW, short_help="Show what names mean.")
def show(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="Names as a manifest gives them.")],
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="model, dataset, service or licence.")
    ] = None,
    as_json: Json = False,
    rules: RulesFolders = None,
) -> None:
    """Show what is known of each name, from where and how well; nothing is guessed from a word in a name."""
    from compliance.load.packs.knowledge import load_packs
    from compliance.registry.shown import KINDS, Lookup
    from compliance.registry.told import lines

    wanted = _kind(KINDS, kind)
    lookup = Lookup(load_packs(rules or []))
    shown = [lookup.show(name, wanted) for name in names]
    for one in shown:
        for line in [_json(one.as_json())] if as_json else lines(one):
            typer.echo(line)
    raise typer.Exit(int(any(one.id is None for one in shown)))


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


KindListed = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="model, dataset, service, licence or provider."),
]


@app.command("find", epilog=_FIND, short_help="Find records by words.")
def find(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD", help="Parts of names, ids or owners; all must occur.")
    ],
    kind: KindListed = None,
    as_json: Json = False,
    rules: RulesFolders = None,
) -> None:
    """Find records in whose names words occur. A word found in a name says nothing of what other names mean."""
    from compliance.load.packs.knowledge import load_packs
    from compliance.registry.listed import LISTED, found

    wanted = _kind(LISTED, kind)
    _print(found(load_packs(rules or []).registry, words, wanted), as_json)


@app.command("list", epilog=_LIST, short_help="List every record.")
def list_records(kind: KindListed = None, as_json: Json = False, rules: RulesFolders = None) -> None:
    """List every record: kind, id, owner, licence, assurance and first name."""
    from compliance.load.packs.knowledge import load_packs
    from compliance.registry.listed import LISTED, rows

    wanted = _kind(LISTED, kind)
    _print(rows(load_packs(rules or []).registry, wanted), as_json)


def _print(rows: Sequence[Row], as_json: bool) -> None:
    from dataclasses import asdict

    from compliance.registry.told import table

    for line in (_json(asdict(row)) for row in rows) if as_json else table(rows):
        typer.echo(line)
    say(f"{len(rows)} records")


@app.command("export", epilog=_EXPORT, short_help="Export edges between records.")
def export(
    edges: Annotated[bool, typer.Option("--edges", help="What was made from what, an edge a line.")] = False,
    output: Annotated[
        pathlib.Path | None,
        typer.Option("--output", metavar="FILE", help="File to write; Parquet if it ends with .parquet."),
    ] = None,
    rules: RulesFolders = None,
) -> None:
    """Export edges between records as JSON Lines or Parquet; cycles and unknown parents are told."""
    from dataclasses import asdict

    from compliance.load.packs.knowledge import load_packs
    from compliance.registry.edges import cycles, unknown_parents
    from compliance.registry.edges import edges as edges_of

    if not edges:
        raise UsageError(Fault(None, "nothing to export is named", "give --edges"))
    check_places([output] if output else [], rules or ())
    found = edges_of(load_packs(rules or []).registry)
    plain = [asdict(edge) for edge in found]
    if output is not None and output.suffix == ".parquet":
        write_file(output, _parquet(plain))
    elif output is not None:
        write_file(output, "".join(f"{_json(row)}\n" for row in plain).encode())
    else:
        for row in plain:
            typer.echo(_json(row))
    _tell(found, cycles(found), unknown_parents(found))


def _tell(found: Sequence[Edge], around: Sequence[tuple[str, ...]], unknown: Sequence[Edge]) -> None:
    for cycle in around:
        say(f"cycle: {' <- '.join((*cycle, cycle[0]))}")
    names = {edge.parent_name: f"{edge.child_kind} {edge.child}" for edge in reversed(unknown)}
    for name, child in sorted(names.items()):
        say(f"unknown parent: {printable(name)} (of {child})")
    say(f"{len(found)} edges, {len(around)} cycles, {len(names)} unknown parents")


def _parquet(rows: list[dict[str, object]]) -> bytes:
    """The rows as Parquet, where the library for it is installed."""
    import importlib
    import io

    try:
        arrow, parquet = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError:
        fault = Fault(
            None, "Parquet needs pyarrow, which is not installed", "install it, or write a .jsonl file"
        )
        raise UsageError(fault) from None
    stream = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist(rows), stream)
    return stream.getvalue()


@app.command("add", epilog=_ADD, short_help="Draft a record out of a card.")
def add(
    card: Annotated[
        pathlib.Path,
        typer.Argument(metavar="CARD", help="README.md of a model or data set, with front matter."),
    ],
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="ORG/NAME", help="Its name on the hub. [default: the card's heading]"),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="model or dataset. [default: by the card's fields]"),
    ] = None,
    as_of: AsOf = None,
    rules: RulesFolders = None,
) -> None:
    """Draft a record out of a card, as YAML, with what is open as comments; nothing is fetched or written."""
    from compliance.cli.check import day
    from compliance.load.packs.knowledge import load_packs
    from compliance.registry.drafted import draft, kind_of, read_card

    wanted = _kind(("model", "dataset"), kind)
    try:
        text = read_foreign(card, limit=LARGEST_CARD).decode()
    except (OSError, ValueError) as error:
        raise UsageError(Fault(None, f"cannot read {card}: {reason_of(error)}", "give a README.md")) from None
    read = read_card(text, card.name, name, day(as_of).isoformat())
    typer.echo(draft(read, wanted or kind_of(read), load_packs(rules or [])), nl=False)
