"""`compliance check`."""

from __future__ import annotations

import pathlib
from typing import Annotated

import typer

from compliance.cli.annexes import With
from compliance.cli.checking import Request, day, one_of, run
from compliance.cli.chosen.options import (
    AsOf,
    FormatName,
    PacksFile,
    Quiet,
    Reports,
    RulesFolders,
    Templates,
    Verbose,
)

__all__ = ["Allow", "FailOn", "WaiverFile", "check", "day", "one_of", "register"]


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
OnlyNamed = Annotated[
    bool,
    typer.Option(
        "--only-named",
        help="Take further rules and waivers from options alone: neither those that settings name, nor a waivers.yaml "
        "beside the manifest.",
    ),
]
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
    only_named: OnlyNamed = False,
    no_cache: NoCache = False,
    scan: ScanToo = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Check lineage manifests: what stands open, on whose reading, and which facts are missing."""
    asked = Request(
        tuple(manifests or ()), as_of, fail_on, tuple(allow or ()), format_, tuple(report or ()),
        tuple(template or ()), tuple(rules or ()), packs, waivers, since, tuple(with_ or ()), store, config, no_config,
        only_named, no_cache, scan, quiet, verbose,
    )  # fmt: skip
    raise typer.Exit(run(asked))
