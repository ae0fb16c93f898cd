"""`compliance rules mutate|migrate|docs|diff`: for those who write packs."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.check import day
from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.output import check_places, make_folder, say, write_file
from compliance.cli.rules import new as rules_new
from compliance.errors import Fault, UsageError, printable, shown

if TYPE_CHECKING:
    from compliance.model.known.knowledge import Knowledge

Wanted = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID",
        help="Ids of rules and definitions, or their beginnings. [default: all]",
        show_default=False,
    ),
]
Written = Annotated[
    pathlib.Path,
    typer.Argument(metavar="FOLDER", help="Folder in which the pages are written.", show_default=False),
]
Packs = Annotated[
    pathlib.Path,
    typer.Argument(metavar="PACKS", help="Folder that holds rules/ and policies/.", show_default=False),
]
Before = Annotated[
    pathlib.Path,
    typer.Argument(metavar="BEFORE", help="Folder that holds rules/ and policies/.", show_default=False),
]
After = Annotated[
    pathlib.Path, typer.Argument(metavar="AFTER", help="Another, or a later state of it.", show_default=False)
]
Manifests = Annotated[
    list[pathlib.Path] | None,
    typer.Option(
        "--manifest", metavar="FILE", help="Also tell which findings of this manifest move; repeatable."
    ),
]
_BUNDLED = ("rules", "policies")


def register(app: typer.Typer) -> None:
    """Add the commands to the group."""
    app.command(
        "mutate",
        short_help="Break rules and see whether their situations notice.",
        epilog="Examples: compliance rules mutate · compliance rules mutate openai --rules my-rules. "
        "Exit codes: 0 everything is noticed or has a reason, 1 not.",
    )(mutate)
    rules_new.register(app)
    app.command(
        "migrate",
        short_help="Bring packs of an earlier format to the present one.",
        epilog="Examples: compliance rules migrate my-rules · compliance rules migrate my-rules --write. "
        "Exit codes: 0 nothing is left to do, 1 something is.",
    )(migrate)
    app.command(
        "docs",
        short_help="Write a page per rule and text, and an index.",
        epilog="Examples: compliance rules docs build/rules · compliance rules docs --index docs/rules.md --check",
    )(docs)
    app.command(
        "diff",
        short_help="Tell what differs between two sets of packs.",
        epilog="Example: compliance rules diff ../before . --manifest lineage.yaml. Exit codes: 0 the same, 1 not.",
    )(diff)


def mutate(
    wanted: Wanted = None,
    rules: RulesFolders = None,
    anew: Annotated[bool, typer.Option("--anew", help="Take nothing from earlier runs.")] = False,
    record: Annotated[
        pathlib.Path | None,
        typer.Option("--record", metavar="FILE", help="A committed record: only what changed is run anew."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Bring the record up to date.")] = False,
    at_least: Annotated[
        float,
        typer.Option(
            "--at-least", metavar="PERCENT", help="Also fail where fewer faults that can be are noticed."
        ),
    ] = 0,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also name what has a reason.")] = False,
) -> None:
    """Break each rule and definition in every systematic way; what no situation notices is told.

    An element or exception less, a reading swapped, a day or a unit off, a reach class or a party less. Faults that
    cannot be noticed stand under `survives` in a file of situations, with the reason. With a record, only what is not
    in it fails.
    """
    from compliance import pipeline, situations
    from compliance.authoring import kept, mutation_run
    from compliance.authoring import record as recorded

    check_places([record] if record and write else [], rules or ())
    packs = pipeline.load_packs(rules or [])
    bundled = situations.folder(None)
    places = [*([bundled] if bundled.is_dir() else []), *situations.of_packs(rules or [])]
    asked = _known(packs, wanted or ())
    cache = None if anew or record else kept.default_file()
    known = recorded.unnoticed(record) if record and not write else frozenset()
    result = mutation_run.run(packs, places, wanted=asked, cache=cache, recorded=None if anew else record)
    if record and write:
        write_file(record, result.record.encode())
    fresh = tuple(one for one in result.unexplained if one not in known)
    for line in mutation_run.lines(result if verbose else replace(result, unexplained=fresh, explained=())):
        typer.echo(line)
    say(
        f"{result.mutants} faults, {result.killed} noticed, {len(result.unexplained)} not, {len(result.explained)} "
        f"with a reason why nothing can ({result.share:.1f} % of the rest noticed); {result.anew} rules and "
        "definitions run anew"
    )
    raise typer.Exit(int(bool(fresh or result.stale) or result.share < at_least))


def _known(packs: Knowledge, wanted: Sequence[str]) -> Sequence[str]:
    """The names that are wanted; raises `UsageError` where nothing bears one: no faults in nothing is no good sign."""
    from compliance.authoring.mutate import units

    for one in wanted:
        if not any(units(packs, [one])):
            advice = "`compliance rules list` names them"
            raise UsageError(Fault(None, f"no rule or definition is called {shown(one)}", advice))
    return wanted


def migrate(
    folder: Packs,
    write: Annotated[bool, typer.Option("--write", help="Write the files, and not only tell.")] = False,
) -> None:
    """Tell or write what packs of an earlier format are in the present one, line by line.

    Comments and lines that stay the same are left as they are. What a program cannot know is marked TODO, which
    `rules lint` tells.
    """
    from compliance.authoring import migrate as migration

    changed = migration.migrations(folder)
    if write:
        migration.write(changed)
        reasons = migration.reasons(folder)
        migration.write(reasons)
        changed += reasons
    for one in changed:
        for edit in one.edits:
            typer.echo(f"{one.path}:{edit.line}: {edit.why}")
            typer.echo("".join(f"    {line}\n" for line in edit.new), nl=False)
    count = sum(len(one.edits) for one in changed)
    say(f"{count} places are {'written' if write else 'to be changed'}" if count else "nothing to change")
    raise typer.Exit(int(bool(changed) and not write))


def docs(
    folder: Annotated[
        pathlib.Path | None,
        typer.Argument(metavar="FOLDER", help="Folder in which the pages are written.", show_default=False),
    ] = None,
    rules: RulesFolders = None,
    index: Annotated[
        pathlib.Path | None,
        typer.Option("--index", metavar="FILE", help="Write the index alone to this file."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 where something is stale.")
    ] = False,
) -> None:
    """Write a page per rule and per text, and an index by provider, licence and law."""
    from compliance import pipeline
    from compliance.authoring import pages

    if folder is None and index is None:
        raise UsageError(Fault(None, "nowhere to write to", "give a folder, or --index FILE"))
    check_places([index] if index and not check else [], rules or ())
    packs = pipeline.load_packs(rules or [])
    made = [(folder / place, content) for place, content in pages.pages(packs)] if folder else []
    made += [(index, pages.index_page(packs))] if index else []
    stale = [path for path, content in made if not path.is_file() or path.read_bytes() != content.encode()]
    if check:
        for path in stale:
            typer.echo(str(path))
        say(f"{len(stale)} of {len(made)} pages are stale" if stale else f"{len(made)} pages are fresh")
        raise typer.Exit(int(bool(stale)))
    for path, content in made:
        make_folder(path.parent)
        write_file(path, content.encode())
    say(f"wrote {len(made)} pages")


def diff(before: Before, after: After, manifest: Manifests = None, as_of: AsOf = None) -> None:
    """Tell what was added, dropped and changed among rules, definitions, facts, texts and the registry."""
    from compliance import pipeline
    from compliance.authoring.differences import differences, moves
    from compliance.load.packs.folder import parts_of

    held = []
    for root in (before, after):
        # Only a whole set brings the table of relations; a pack of one's own is read beside the bundled ones.
        whole = (root / "policies" / "registry" / "relations.yaml").is_file()
        folders = parts_of(root, _BUNDLED) if whole else []
        held.append(pipeline.load_packs(folders, bundled=False) if folders else pipeline.load_packs([root]))
    told = list(differences(held[0], held[1]))
    moved = list(moves(held[0], held[1], manifest or (), day(as_of)))
    for line in (*told, *moved):
        typer.echo(printable(line))
    say(f"{len(told)} differences")
    raise typer.Exit(int(bool(told or moved)))
