"""`compliance compare`."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.check import day
from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.others import say_of_warnings, warnings_of_others
from compliance.cli.outcome.sheets import SheetFiles, SheetFormat, check_formats, emit
from compliance.cli.report import read_report
from compliance.errors import Fault, UsageError

if TYPE_CHECKING:
    from compliance.model.answered.report import Report
    from compliance.model.answered.supposed import Comparison
    from compliance.model.known.knowledge import Knowledge

_EXAMPLES = (
    "Examples: compliance compare old/lineage.yaml lineage.yaml · compliance compare lineage.yaml --then 2027-01-01 · "
    "compliance compare lineage.yaml --then-rules my-rules · compliance compare saved.json lineage.yaml --exit-code · "
    "compliance compare variants.yaml. Exit codes: 0 compared; with --exit-code 1 where an answer "
    "stands worse; 2 could not run."
)
First = Annotated[pathlib.Path, typer.Argument(metavar="A", help="A manifest, or a report saved as JSON.")]
Second = Annotated[
    pathlib.Path | None,
    typer.Argument(
        metavar="B",
        help="Another. [default: A, on another day or with other packs]",
        show_default=False,
    ),
]
Then = Annotated[
    str | None,
    typer.Option("--then", metavar="DATE", help="Day for which B is answered. [default: that of A]"),
]
ThenRules = Annotated[
    list[pathlib.Path] | None,
    typer.Option("--then-rules", metavar="DIR", help="Further packs for B only; repeatable."),
]
ThenPacks = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--then-packs",
        metavar="PATH",
        help="Packs for B instead of the bundled ones: a file of `rules bundle`, or a folder, such as a checkout, "
        "with `rules` and `policies`.",
    ),
]
WorseFails = Annotated[
    bool, typer.Option("--exit-code", help="Exit 1 where an answer stands worse than before.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("compare", epilog=_EXAMPLES, short_help="Compare two results: what moved, and why.")(compare)


def compare(
    a: First,
    b: Second = None,
    as_of: AsOf = None,
    then: Then = None,
    rules: RulesFolders = None,
    then_rules: ThenRules = None,
    then_packs: ThenPacks = None,
    format_: SheetFormat = "text",
    report: SheetFiles = None,
    exit_code: WorseFails = False,
) -> None:
    """Compare manifests, days, packs or saved reports; of one manifest with variants, the variants.

    Says what moved, and whether the manifest, the packs or the day moved it.
    """
    from compliance.render.sheet.compared import comparison_sheet

    read = [
        a,
        *([b] if b else []),
        *(rules or ()),
        *(then_rules or ()),
        *([then_packs] if then_packs else []),
    ]
    files = check_formats(format_, report or (), read)
    other = then or then_rules or then_packs
    if b is None and not other:
        _variants(a, as_of, rules or [], format_, files)
        return
    if _saved(a) or (b is not None and _saved(b)):
        if other or as_of:
            what = "a saved report keeps its day and packs"
            raise UsageError(Fault(None, what, "leave out dates and packs, or name manifests only"))
        found = _of_reports(a, b or a, rules or [])
    else:
        found = _of_manifests(a, b or a, (as_of, then), rules or [], then_rules or [], then_packs)
    emit([comparison_sheet(found)], "compliance/comparison/1", {"comparison": found}, format_, files)
    raise typer.Exit(int(exit_code and bool(found.worse)))


def _saved(path: pathlib.Path) -> bool:
    return path.suffix == ".json"


def _of_manifests(
    a: pathlib.Path,
    b: pathlib.Path,
    days: tuple[str | None, str | None],
    rules: Sequence[pathlib.Path],
    then_rules: Sequence[pathlib.Path],
    then_packs: pathlib.Path | None,
) -> Comparison:
    from compliance import pipeline

    packs = pipeline.load_packs(rules)
    others = packs
    if then_packs is not None and not then_packs.is_dir():
        others = pipeline.load_packs(then_rules, bundle=then_packs)
    elif then_packs is not None:
        from compliance.load.packs.folder import parts_of

        # One that is not there is for the reader of packs to tell.
        named = ("rules", "policies")
        parts_of(then_packs, named)
        others = pipeline.load_packs([*(then_packs / one for one in named), *then_rules], bundled=False)
    elif then_rules:
        others = pipeline.load_packs([*rules, *then_rules])
    on = day(days[0])
    first = pipeline.Setting(pipeline.load_manifest(a, packs), packs, on)
    second = pipeline.Setting(
        first.loaded if a == b and others is packs else pipeline.load_manifest(b, others),
        others,
        day(days[1], "--then") if days[1] else on,
    )
    # A whole set of packs in a folder of its own stands instead of the bundled ones; it is no further one.
    whole = then_packs is not None and then_packs.is_dir()
    looked = (first,) if whole else (first, second)
    say_of_warnings(*(warnings_of_others(one.loaded, one.knowledge, one.as_of) for one in looked))
    return pipeline.compare(first, second)


def _of_reports(a: pathlib.Path, b: pathlib.Path, rules: Sequence[pathlib.Path]) -> Comparison:
    from compliance import pipeline
    from compliance.decide.compare import compare as compared

    packs = None if _saved(a) and _saved(b) else pipeline.load_packs(rules)
    first = _report(a, packs, None)
    second = _report(b, packs, first)
    say_of_warnings(first.warnings, second.warnings)
    return compared(first, second)


def _report(path: pathlib.Path, packs: Knowledge | None, other: Report | None) -> Report:
    """A saved report; of a manifest one for the day of the other, or for today."""
    from compliance import pipeline

    if _saved(path):
        return read_report(path)
    return pipeline.check(path, packs=packs, as_of=other.as_of if other else day(None))


def _variants(
    path: pathlib.Path,
    as_of: str | None,
    rules: Sequence[pathlib.Path],
    format_: str,
    files: Sequence[tuple[str, pathlib.Path]],
) -> None:
    from compliance import pipeline
    from compliance.decide.variants import variants_of
    from compliance.render.sheet.compared import variants_sheet

    packs = pipeline.load_packs(rules)
    loaded = pipeline.load_manifest(path, packs)
    names = tuple(loaded.manifest.variants)
    if len(names) < 2:
        what = f"{path} is one result, and has no variants to compare"
        raise UsageError(
            Fault(None, what, "name a second manifest or report, or give --then or --then-rules")
        )
    report = pipeline.check_loaded(loaded, packs, day(as_of))
    say_of_warnings(report.warnings)
    rows = variants_of(report, names)
    sheet = variants_sheet(rows, names, report.title, report.as_of.isoformat())
    emit([sheet], "compliance/variants/1", {"variants": names, "answers": rows}, format_, files)
