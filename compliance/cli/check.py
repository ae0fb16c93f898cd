"""`compliance check`."""

from __future__ import annotations

import datetime
import os
import pathlib
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.options import AsOf, RulesFolders
from compliance.cli.output import say
from compliance.cli.printing import FormatName, Quiet, Reports, Templates, Verbose, plan
from compliance.config import Settings, find_settings, read_settings
from compliance.errors import Fault, UsageError, printable
from compliance.model.shape import check_date, last_day

if TYPE_CHECKING:
    from compliance.model.report import Report


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", epilog=_EXAMPLES, short_help="Check a lineage manifest.")(check)


_EXAMPLES = (
    "Examples: compliance check lineage.yaml · compliance check --as-of 2025-11-20 --fail-on broad · "
    "compliance check --format json > report.json · compliance check --report json=report.json --quiet"
)


Manifest = Annotated[
    pathlib.Path | None,
    typer.Argument(help="The manifest. [default: lineage.yaml]", show_default=False),
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
        help="Let needs-facts and/or not-covered pass; joined by commas, or repeated. [default: neither]",
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
        "--scan", help="Look the manifest's folder over too, and fail on upstreams that it does not declare."
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no settings file.")]


def check(
    manifest: Manifest = None,
    as_of: AsOf = None,
    fail_on: FailOn = None,
    allow: Allow = None,
    format_: FormatName = None,
    report: Reports = None,
    template: Templates = None,
    rules: RulesFolders = None,
    waivers: WaiverFile = None,
    store: StoreFolder = None,
    config: Config = None,
    no_config: NoConfig = False,
    scan: ScanToo = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check a lineage manifest: what stands open, on whose reading, and which facts are missing."""
    settings, base = _settings(manifest, config, no_config)
    path = manifest or base / settings.manifest
    printing = plan(
        format_ or settings.format, report or (), template or (), quiet=quiet, verbose=verbose, read=path
    )
    result = _run(path, as_of, fail_on, allow or [], rules or [], waivers, store, settings, base)
    printing.emit(result)
    missing = _undeclared(path, rules or [], settings, base) if scan else 0
    raise typer.Exit(result.exit_code or int(missing > 0))


def _undeclared(path: pathlib.Path, rules: list[pathlib.Path], settings: Settings, base: pathlib.Path) -> int:
    """Tell what the manifest's folder shows and the manifest does not declare; how much that is."""
    from compliance import pipeline
    from compliance.cli.scan import look_over

    packs = pipeline.load_packs(rules or [base / folder for folder in settings.rules])
    _, compared = look_over(path.parent, path, packs)
    seen = compared.undeclared if compared else ()
    for one in seen:
        place = f"{printable(one.first.place.file)}:{one.first.place.line}"
        say(f"{place}: {printable(one.name)} is seen and not declared ({printable(one.first.how)})")
    if seen:
        say(f"{len(seen)} not declared: `compliance init {path.parent}` adds them")
    return len(seen)


def _settings(
    manifest: pathlib.Path | None, config: pathlib.Path | None, none: bool
) -> tuple[Settings, pathlib.Path]:
    here = pathlib.Path(os.path.realpath(manifest.parent if manifest else pathlib.Path()))
    if none:
        return Settings(), pathlib.Path()
    if config is not None:
        return read_settings(config), config.parent
    settings, found = find_settings(here)
    return settings, found.parent if found else pathlib.Path()


def _run(
    path: pathlib.Path, as_of: str | None, fail_on: str | None, allow: list[str], rules: list[pathlib.Path],
    waivers: pathlib.Path | None, store: pathlib.Path | None, settings: Settings, base: pathlib.Path,
) -> Report:  # fmt: skip
    from compliance import pipeline

    gate = _one_of("--fail-on", fail_on or settings.fail_on, ("narrow", "plain", "broad", "never"))
    given = [word for item in allow for word in item.split(",")] or list(settings.allow)
    allowed = [_one_of("--allow", word, ("needs-facts", "not-covered", "making")) for word in given]
    beside = path.parent / "waivers.yaml"
    chosen = waivers or (
        base / settings.waivers if settings.waivers else beside if beside.is_file() else None
    )
    packs = pipeline.load_packs(rules or [base / folder for folder in settings.rules])
    return pipeline.check(
        path,
        packs=packs,
        as_of=day(as_of),
        waivers=chosen,
        gate=gate,  # type: ignore[arg-type]
        allowed=allowed,
        store=store,
    )


def day(text: str | None) -> datetime.date:
    """The day that `--as-of` names, or today. Raises `UsageError`."""
    if text is None:
        return datetime.date.today()  # noqa: DTZ011
    try:
        return last_day(check_date(text))
    except ValueError as error:
        raise UsageError(Fault(None, f"--as-of {text!r}: {error}", "write a date like 2025-11-20")) from None


def _one_of(option: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise UsageError(Fault(None, f"{option} {value!r} is not known", f"choose one of {', '.join(known)}"))
    return value
