"""`compliance check`."""

from __future__ import annotations

import datetime
import os
import pathlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.annexes import With, with_annexes
from compliance.cli.manifests import check_together, gathered, report_paths, run_each
from compliance.cli.options import AsOf, RulesFolders
from compliance.cli.output import say
from compliance.cli.pack_choice import PacksFile, held_packs
from compliance.cli.printing import FormatName, Quiet, Reports, Templates, Verbose, plan
from compliance.errors import Fault, UsageError

if TYPE_CHECKING:
    from compliance.cli.printing import Printing
    from compliance.cli.scan import Beside
    from compliance.config import Settings
    from compliance.model.knowledge import Knowledge
    from compliance.model.report import Report

    _Found = tuple[Settings, pathlib.Path, str]
    """The settings, the folder from which they name files, and what reports call them."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", epilog=_EXAMPLES, short_help="Check lineage manifests.")(check)


_EXAMPLES = (
    "Examples: compliance check lineage.yaml · compliance check --as-of 2025-11-20 --fail-on broad · "
    "compliance check models/ --report html=reports/{name}.html · compliance check --since report.json --quiet"
)


Manifests = Annotated[
    list[pathlib.Path] | None,
    typer.Argument(
        metavar="MANIFEST",
        help="The manifests; of a folder, every lineage.yaml and *.lineage.yaml below it. [default: lineage.yaml]",
        show_default=False,
    ),
]
SinceReport = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--since",
        metavar="REPORT.json",
        help="An earlier JSON report: fail only on what is new or heavier, and tell what is settled.",
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="READING",
        help="Reading that decides the exit code: narrow, plain, broad or never. [default: plain]",
    ),
]
Allow = Annotated[
    list[str] | None,
    typer.Option(
        "--allow",
        metavar="WORDS",
        help="Let needs-facts and/or not-covered pass; joined by commas, or repeated; none, whatever settings allow. "
        "[default: neither]",
    ),
]
WaiverFile = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--waivers", metavar="FILE", help="Accepted risk. [default: waivers.yaml beside the manifest, if any]"
    ),
]
Config = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings file. [default: compliance.toml, or pyproject.toml with [tool.compliance], found upwards as "
        "far as the repository's root]",
    ),
]
StoreFolder = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--store", metavar="DIR", help="Quote cited clauses from the texts that `policy pin` keeps there."
    ),
]
ScanToo = Annotated[
    bool,
    typer.Option(
        "--scan", help="Look each manifest's folder over too, and fail on upstreams that it does not declare."
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no settings file.")]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read every rule and text anew, and keep nothing for the next run.")
]


def check(
    manifests: Manifests = None,
    as_of: AsOf = None,
    fail_on: FailOn = None,
    allow: Allow = None,
    format_: FormatName = None,
    report: Reports = None,
    template: Templates = None,
    rules: RulesFolders = None,
    packs: PacksFile = None,
    waivers: WaiverFile = None,
    since: SinceReport = None,
    with_: With = None,
    store: StoreFolder = None,
    config: Config = None,
    no_config: NoConfig = False,
    no_cache: NoCache = False,
    scan: ScanToo = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Check lineage manifests: what stands open, on whose reading, and which facts are missing."""
    held = held_packs(packs, cache=not no_cache)
    beside = tuple(word.strip() for text in with_ or () for word in text.split(","))
    asked = _Asked(beside, as_of, fail_on, allow or [], rules or [], waivers, since, store, scan, *held)
    named = gathered(manifests or ())
    found = _settings(named[0] if named else None, config, no_config)
    paths = named or [_usual(found[1] / found[0].manifest)]
    several = len(paths) > 1
    if several:
        check_together(format_, since)
    given = report_paths(report or (), paths) if several else [list(report or ())]
    form, templates = format_ or found[0].format, template or ()
    printings = {
        path: plan(form, targets, templates, quiet=quiet, verbose=verbose, read=path)
        for path, targets in zip(paths, given, strict=True)
    }

    def one(path: pathlib.Path) -> int:
        own = _settings(path, config, no_config) if several else found
        return _checked(path, asked, own, printings[path], several=several)

    raise typer.Exit(run_each(paths, one) if several else one(paths[0]))


def _usual(path: pathlib.Path) -> pathlib.Path:
    """The manifest that is meant where none is named. Raises `UsageError` where it is not there."""
    if os.path.lexists(path):
        return path
    to_do = "name a manifest, or start with `compliance init`, which drafts one out of a folder"
    raise UsageError(Fault(None, f"there is no {path}", to_do))


def _beside(path: pathlib.Path, packs: Knowledge) -> Beside:
    """What the manifest's folder shows."""
    from compliance.cli.scan import beside

    return beside(path, packs)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the options say of every manifest of a run."""

    with_: tuple[str, ...]

    as_of: str | None
    fail_on: str | None
    allow: list[str]
    rules: list[pathlib.Path]
    waivers: pathlib.Path | None
    since: pathlib.Path | None
    store: pathlib.Path | None
    scan: bool
    packs: Callable[..., Knowledge]
    """Loads packs of folders; manifests under the same settings are checked against the same packs, loaded once."""
    told: list[str]
    """What every report has to say of the packs."""

    def folders(self, settings: Settings, base: pathlib.Path) -> list[pathlib.Path]:
        """The folders of further packs: those of the options, else those that settings name."""
        return self.rules or [base / each for each in settings.rules]


def _checked(path: pathlib.Path, asked: _Asked, own: _Found, printing: Printing, *, several: bool) -> int:
    """Check one manifest and print its report; its exit code."""
    from compliance.config import opened

    settings, base, name = own
    told = opened(settings, name, reading=asked.fail_on is None, words=not asked.allow)
    of_run = [*asked.told, *([told] if told else [])]
    result = _run(path, asked, settings, base, of_run, printing.answers_tried)
    if asked.since is not None:
        result = _compared(result, asked.since)
    if several:
        typer.echo(f"{path}:" if printing.quiet else f"\n{path}\n")
    seen = _beside(path, asked.packs(*asked.folders(settings, base))) if asked.scan else None
    printing.emit(result, seen.run if seen else None)
    if told and printing.quiet:
        say(told)
    missing = seen.tell() if seen else 0
    return result.exit_code or int(missing > 0)


def _compared(report: Report, since: pathlib.Path) -> Report:
    """The report beside the earlier one that the option names."""
    from compliance import pipeline
    from compliance.cli.report import read_report

    return pipeline.compared(report, read_report(since), str(since))


def _settings(manifest: pathlib.Path | None, config: pathlib.Path | None, none: bool) -> _Found:
    """The settings, the folder from which they name files, and what reports call them."""
    from compliance.config import Settings, find_settings, read_settings

    here = pathlib.Path(os.path.realpath(manifest.parent if manifest else pathlib.Path()))
    if none:
        return Settings(), pathlib.Path(), ""
    if config is not None:
        return read_settings(config), config.parent, config.name
    settings, found = find_settings(here)
    return settings, found.parent if found else pathlib.Path(), found.name if found else ""


def _run(
    path: pathlib.Path,
    asked: _Asked,
    settings: Settings,
    base: pathlib.Path,
    told: list[str],
    tried: int | None,
) -> Report:
    from compliance import pipeline

    gate = one_of("--fail-on", asked.fail_on or settings.fail_on, ("narrow", "plain", "broad", "never"))
    given = [word for item in asked.allow for word in item.split(",")] or list(settings.allow)
    if given == ["none"]:
        given = []  # what settings allow is taken back
    allowed = [one_of("--allow", word, ("needs-facts", "not-covered", "making")) for word in given]
    beside = path.parent / "waivers.yaml"
    chosen = asked.waivers or (
        base / settings.waivers if settings.waivers else beside if beside.is_file() else None
    )
    packs = asked.packs(*asked.folders(settings, base))
    report = pipeline.check(
        path,
        packs=packs,
        as_of=day(asked.as_of),
        waivers=chosen,
        gate=gate,  # type: ignore[arg-type]
        allowed=allowed,
        store=asked.store,
        told=told,
        tried=tried,
    )
    return with_annexes(report, path, packs, asked.with_, chosen) if asked.with_ else report


def day(text: str | None) -> datetime.date:
    """The day that `--as-of` names, or today. Raises `UsageError`."""
    if text is None:
        return datetime.date.today()  # noqa: DTZ011
    from compliance.model.shape import check_date, last_day

    try:
        return last_day(check_date(text))
    except ValueError as error:
        raise UsageError(Fault(None, f"--as-of {text!r}: {error}", "write a date like 2025-11-20")) from None


def one_of(option: str, value: str, known: tuple[str, ...]) -> str:
    """The value, which is one of the known words. Raises `UsageError`."""
    if value not in known:
        raise UsageError(Fault(None, f"{option} {value!r} is not known", f"choose one of {', '.join(known)}"))
    return value
