"""`compliance recall`."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.check import day
from compliance.cli.chosen.manifests import below
from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.others import say_of_others, say_of_warnings
from compliance.cli.outcome.sheets import SheetFiles, SheetFormat, check_formats, emit
from compliance.cli.report import read_report
from compliance.errors import Fault, UsageError, shown

if TYPE_CHECKING:
    from compliance.decide.recall import Recalled
    from compliance.model.answered.supposed import Touched
    from compliance.model.known.knowledge import Knowledge
    from compliance.model.packs.scenario import Change

_EXAMPLES = (
    "Examples: compliance recall Qwen/Qwen2.5-7B releases/ · compliance recall provider:openai lineage.yaml "
    "--begins openai/services-agreement#competing-models=2026-12-01 · compliance recall tatsu-lab/alpaca releases/ "
    "--licence-now CC-BY-NC-4.0 · compliance recall licence:gemma *.json. "
    "Exit codes: 0 no release is touched, 1 one is, 2 could not run, or nobody knows the upstream."
)
What = Annotated[
    str,
    typer.Argument(
        metavar="UPSTREAM", help="The name of an upstream, or licence:ID, provider:ID, developer:NAME."
    ),
]
Places = Annotated[
    list[pathlib.Path],
    typer.Argument(
        metavar="PLACE",
        help="Manifests, reports saved as JSON, and folders of lineage.yaml and *.lineage.yaml.",
    ),
]
LicenceNow = Annotated[
    str | None,
    typer.Option("--licence-now", metavar="LICENCE", help="Suppose that it stands under this licence."),
]
Begins = Annotated[
    list[str] | None,
    typer.Option(
        "--begins", metavar="TEXT#CLAUSE=DATE", help="Suppose that a clause begins that day; repeatable."
    ),
]
Ends = Annotated[
    list[str] | None,
    typer.Option(
        "--ends", metavar="TEXT#CLAUSE=DATE", help="Suppose that a clause ends that day; repeatable."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("recall", epilog=_EXAMPLES, short_help="Find the releases that an upstream reaches.")(recall)


def recall(
    upstream: What,
    places: Places,
    licence_now: LicenceNow = None,
    begins: Begins = None,
    ends: Ends = None,
    as_of: AsOf = None,
    format_: SheetFormat = "text",
    report: SheetFiles = None,
    rules: RulesFolders = None,
) -> None:
    """Find which releases an upstream reaches whose licence, terms or availability changed, how, and what moves."""
    from compliance import pipeline
    from compliance.render.sheet.compared import recall_sheet

    looked = tuple(_files(places))
    if not looked:
        missing = f"there is no manifest in {', '.join(map(str, places))}"
        raise UsageError(Fault(None, missing, "name manifests, saved reports, or folders of lineage.yaml"))
    files = check_formats(format_, report or (), (*looked, *(rules or ())))
    packs = pipeline.load_packs(rules or [])
    what = _what(upstream)
    if what.developer and any(one.suffix == ".json" for one in looked):
        advice = "name the manifests, or look for the developer's models by name"
        raise UsageError(Fault(None, "saved reports do not tell who developed an artifact", advice))
    changes = [_change(text, "begins") for text in begins or ()] + [
        _change(text, "ends") for text in ends or ()
    ]
    for one in changes:
        if one.term and packs.clause(one.term.instrument, one.term.clause) is None:
            name = f"{one.term.instrument}#{one.term.clause}"
            raise UsageError(Fault(None, f"no clause {name} is loaded", "see `compliance policy show TEXT`"))
    on = day(as_of)
    found = [one for place in looked for one in _touched(place, what, packs, on, changes, licence_now)]
    if not found:
        _refuse_unknown(what, places, packs)
    sheet = recall_sheet(found, upstream, len(looked), _supposed(licence_now, begins or (), ends or ()))
    emit([sheet], "compliance/recall/1", {"upstream": upstream, "touched": found}, format_, files)
    raise typer.Exit(int(bool(found)))


def _touched(
    place: pathlib.Path,
    what: Recalled,
    packs: Knowledge,
    on: datetime.date,
    changes: Sequence[Change],
    licence: str | None,
) -> Iterator[Touched]:
    """What is touched of one manifest or saved report."""
    from dataclasses import replace

    from compliance import pipeline
    from compliance.decide.recall import recalled_in

    if place.suffix == ".json":
        saved = read_report(place)
        say_of_warnings(saved.warnings)
        found = recalled_in(saved, what)
    else:
        setting = pipeline.Setting(pipeline.load_manifest(place, packs), packs, on)
        say_of_others(setting.loaded, packs)
        found = pipeline.recall(setting, what, changes, licence)
    return (replace(one, place=place.as_posix()) for one in found)


def _what(text: str) -> Recalled:
    from compliance.decide.recall import Recalled

    kind, sign, value = text.partition(":")
    if sign and value and kind in ("licence", "provider", "developer"):
        return Recalled(**{kind: value})
    return Recalled(name=text)


def _refuse_unknown(what: Recalled, places: Sequence[pathlib.Path], packs: Knowledge) -> None:
    """Raise `UsageError` for what neither the registry nor anything in the places knows, with what it is like."""
    from compliance import pipeline
    from compliance.registry.near import is_known, near_names

    if is_known(what.kind, what.value, packs):
        return
    names: dict[str, None] = {}
    for place in _files(places):
        if place.suffix == ".json":
            told = read_report(place).artifacts
            known = any(map(what.means_info, told))
            names |= dict.fromkeys(one.name for one in told)
        else:
            held = pipeline.artifacts(pipeline.load_manifest(place, packs), packs)
            known = any(map(what.means, held))
            names |= dict.fromkeys(one.name for one in held)
        if known:
            return
    near = near_names(what.kind, what.value, packs, names if what.kind == "name" else ())
    said = f"neither the manifests nor the registry know the {what.kind} {shown(what.value)}"
    like = f"did you mean {' or '.join(map(shown, near))}?" if near else "see `compliance registry find WORD`"
    raise UsageError(Fault(None, said, like))


def _change(text: str, word: str) -> Change:
    from compliance.model.packs.scenario import Change, TermChanged
    from compliance.model.shapes.shape import check_date

    clause, _, date = text.partition("=")
    instrument, sign, key = clause.partition("#")
    try:
        if not sign or not date:
            raise ValueError("expected TEXT#CLAUSE=DATE")
        term = TermChanged.model_validate({"instrument": instrument, "clause": key, word: check_date(date)})
    except ValueError as error:
        advice = "write e.g. openai/services-agreement#competing-models=2026-12-01"
        raise UsageError(Fault(None, f"--{word} {text!r}: {str(error).splitlines()[0]}", advice)) from None
    return Change(term=term)


def _supposed(licence: str | None, begins: Sequence[str], ends: Sequence[str]) -> str:
    told = [f"it stands under {licence}"] if licence else []
    told += [f"{clause} begins on {date}" for clause, _, date in (text.partition("=") for text in begins)]
    told += [f"{clause} ends on {date}" for clause, _, date in (text.partition("=") for text in ends)]
    return "; ".join(told)


def _files(places: Sequence[pathlib.Path]) -> Iterator[pathlib.Path]:
    for place in places:
        if place.is_dir():
            yield from sorted(below(place))
        elif place.is_file():
            yield place
        else:
            raise UsageError(Fault(None, f"there is no {place}", "give manifests, reports or folders"))
