"""`compliance check`."""

from __future__ import annotations

import datetime
import os
import pathlib
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.options import AsOf, RulesFolders
from compliance.cli.output import FILE_WIDTH, columns, say, use_color, write_file
from compliance.config import Settings, find_settings, read_settings
from compliance.errors import Fault, UsageError
from compliance.model.shape import check_date, last_day

if TYPE_CHECKING:
    from compliance.model.report import Report

FORMATS = ("text", "json")


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
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="FORMAT", help="text or json on standard output. [default: text]"),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=PATH",
        help="Also write a full report to a file, e.g. json=report.json; repeatable.",
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
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no settings file.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print the verdict line only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print every finding in full.")]


def check(
    manifest: Manifest = None,
    as_of: AsOf = None,
    fail_on: FailOn = None,
    allow: Allow = None,
    format_: Format = None,
    report: Reports = None,
    rules: RulesFolders = None,
    waivers: WaiverFile = None,
    config: Config = None,
    no_config: NoConfig = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check a lineage manifest: what stands open, on whose reading, and which facts are missing."""
    settings, base = _settings(manifest, config, no_config)
    path = manifest or base / settings.manifest
    wanted = [_output(item) for item in report or ()]
    chosen = _one_of("--format", format_ or settings.format, ("auto", *FORMATS))
    result = _run(path, as_of, fail_on, allow or [], rules or [], waivers, settings, base)
    for name, target in wanted:
        text = render(result, name, color=False, width=FILE_WIDTH, quiet=False, verbose=True)
        write_file(target, text.encode(errors="backslashreplace"))
        say(f"wrote {target}")
    name = "text" if chosen == "auto" else chosen
    typer.echo(
        render(result, name, color=use_color(), width=columns(), quiet=quiet, verbose=verbose), nl=False
    )
    raise typer.Exit(result.exit_code)


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
    waivers: pathlib.Path | None, settings: Settings, base: pathlib.Path,
) -> Report:  # fmt: skip
    from compliance import pipeline

    gate = _one_of("--fail-on", fail_on or settings.fail_on, ("narrow", "plain", "broad", "never"))
    given = [word for item in allow for word in item.split(",")] or list(settings.allow)
    allowed = [_one_of("--allow", word, ("needs-facts", "not-covered")) for word in given]
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


def _output(text: str) -> tuple[str, pathlib.Path]:
    name, sign, target = text.partition("=")
    if not sign or not target:
        raise UsageError(
            Fault(None, f"--report {text!r} names no file", "write FORMAT=PATH, e.g. json=report.json")
        )
    return _one_of("--report", name, FORMATS), pathlib.Path(target)


def render(report: Report, name: str, *, color: bool, width: int, quiet: bool, verbose: bool) -> str:
    """A report in one of the formats."""
    from compliance.render.view import build_view

    view = build_view(report)
    if name == "json":
        from compliance.render.json_report import render_json

        return render_json(report, view)
    from compliance.render.terminal import render_terminal

    return render_terminal(view, color=color, width=width, quiet=quiet, verbose=verbose)
