"""`compliance whatif`."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.check import day
from compliance.cli.chosen.manifests import USUAL, one_manifest, usual
from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.others import say_of_others, say_of_substitutes
from compliance.cli.outcome.output import check_places
from compliance.cli.outcome.sheets import SheetFiles, SheetFormat, check_formats, emit
from compliance.errors import Fault, UsageError, nearest

if TYPE_CHECKING:
    from compliance.load.manifest.manifest import LoadedManifest
    from compliance.model.known.knowledge import Knowledge

_EXAMPLES = (
    "Examples: compliance whatif --list · compliance whatif hr-8283 lineage.yaml · compliance whatif lineage.yaml · "
    "compliance whatif my-scenario.yaml lineage.yaml · compliance whatif --exposure CN lineage.yaml. "
    "Exit codes: 0 it was run, whatever it shows; 2 could not run."
)
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SCENARIO…] MANIFEST",
        help="Ids or files of scenarios, all if none is named, then the manifest. [default: lineage.yaml]",
        show_default=False,
    ),
]
ListThem = Annotated[bool, typer.Option("--list", help="List the scenarios.")]
Origins = Annotated[
    list[str] | None,
    typer.Option(
        "--exposure",
        metavar="PLACE",
        help="Instead of scenarios: what the releases hold of developers there, which texts look at that, and what "
        "could stand in; codes or names of countries, joined by commas, or repeated. CN takes in HK and MO.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("whatif", epilog=_EXAMPLES, short_help="Suppose that something were otherwise.")(whatif)


def whatif(
    words: Words = None,
    listing: ListThem = False,
    exposure: Origins = None,
    as_of: AsOf = None,
    format_: SheetFormat = "text",
    report: SheetFiles = None,
    rules: RulesFolders = None,
) -> None:
    """Suppose that a bill were enacted, a developer listed, a fact otherwise: what would change, and what not.

    Nothing that is shown counts for `check`.
    """
    from compliance import pipeline

    files = check_formats(format_, report or ())
    packs = pipeline.load_packs(rules or [])
    if listing:
        _list(packs, rules or [])
        return
    names, place = _parted(words or [], packs, rules or [])
    read = one_manifest(place)
    check_places([path for _, path in files], [read, *map(pathlib.Path, names), *(rules or ())])
    loaded = pipeline.load_manifest(read, packs)
    say_of_others(loaded, packs, day(as_of))
    say_of_substitutes(packs)
    if exposure:
        _exposure(loaded, packs, exposure, as_of, format_, files)
    else:
        _scenarios(loaded, packs, names, rules or [], as_of, format_, files)


def _list(packs: Knowledge, rules: Sequence[pathlib.Path]) -> None:
    from compliance.load.packs.scenarios import load_scenarios
    from compliance.render.view.words import clean

    found = load_scenarios(packs, rules)
    width = max((len(one.id) for one in found), default=0)
    for one in found:
        typer.echo(f"{one.id.ljust(width)}  {clean(one.title)}")


def _parted(
    words: list[str], packs: Knowledge, rules: Sequence[pathlib.Path]
) -> tuple[list[str], pathlib.Path]:
    """Scenarios and manifest: the last word is the manifest, unless it is the id of a scenario and no file."""
    from compliance.load.packs.scenarios import load_scenarios

    if not words:
        return [], usual(USUAL)
    last = pathlib.Path(words[-1])
    # A word that is no file and has no ending is an id, known or mistyped, and the manifest is the usual one.
    ids = {one.id for one in load_scenarios(packs, rules)}
    if not last.exists() and (words[-1] in ids or (not last.suffix and nearest(words[-1], ids))):
        return words, usual(USUAL)
    return words[:-1], last


def _scenarios(
    loaded: LoadedManifest,
    packs: Knowledge,
    names: Sequence[str],
    rules: Sequence[pathlib.Path],
    as_of: str | None,
    format_: str,
    files: Sequence[tuple[str, pathlib.Path]],
) -> None:
    from compliance import pipeline
    from compliance.load.packs.scenarios import chosen, load_scenarios
    from compliance.render.sheet.whatif import whatif_sheet

    scenarios = chosen(names, load_scenarios(packs, rules), packs)
    outcomes = [pipeline.whatif(loaded, packs, day(as_of), one) for one in scenarios]
    sheets = [whatif_sheet(one) for one in outcomes]
    emit(sheets, "compliance/what-if/1", {"outcomes": outcomes}, format_, files)


def _exposure(
    loaded: LoadedManifest,
    packs: Knowledge,
    places: Sequence[str],
    as_of: str | None,
    format_: str,
    files: Sequence[tuple[str, pathlib.Path]],
) -> None:
    from compliance import pipeline
    from compliance.render.sheet.exposure import exposure_sheet

    origins, on = _origins(places), day(as_of)
    found = pipeline.exposure(loaded, packs, on, origins)
    project = loaded.manifest.project
    sheet = exposure_sheet(found, origins, project.title or project.id, on.isoformat())
    values = {"origins": origins, "as_of": on, "exposures": found}
    emit([sheet], "compliance/exposure/1", values, format_, files)


_WITH = {"CN": ("CN", "HK", "MO")}
"""Places that texts on an origin name together."""


def _origins(given: Sequence[str]) -> tuple[str, ...]:
    from compliance.model.words.places import seat

    found: list[str] = []
    for word in (part.strip() for text in given for part in text.split(",")):
        try:
            code = seat(word)
        except ValueError as error:
            what, _, advice = str(error).partition("; ")
            raise UsageError(
                Fault(None, f"--exposure {word!r}: {what}", advice or "give a country, e.g. CN")
            ) from None
        found += _WITH.get(code, (code,))
    return tuple(dict.fromkeys(found))
