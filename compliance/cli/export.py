"""`compliance export`."""

from __future__ import annotations

import datetime
import json
import pathlib
from typing import TYPE_CHECKING, Annotated, Any

import typer

from compliance.cli.chosen.manifests import USUAL, usual
from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.others import say_of_warnings
from compliance.cli.outcome.output import check_places, say, write_file
from compliance.errors import Fault, UsageError, listed, printable

if TYPE_CHECKING:
    from compliance.model.declared.manifest import Manifest
    from compliance.model.known.knowledge import Knowledge

FORMATS = ("cyclonedx", "cyclonedx-1.7", "spdx", "prov", "croissant", "card", "in-toto", "mermaid")
_EXAMPLES = (
    "Examples: compliance export cyclonedx > bom.cdx.json · compliance export card lineage.yaml · "
    "compliance export spdx lineage.yaml --output sbom.spdx3.json · "
    "compliance export in-toto lineage.yaml --files release/ > result.intoto.json. "
    "Exit codes: 0 written, 2 could not run."
)
Format = Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")]
ManifestFile = Annotated[pathlib.Path, typer.Argument(metavar="MANIFEST", help="The manifest.")]
Output = Annotated[
    pathlib.Path | None,
    typer.Option("--output", metavar="FILE", help="File to write. [default: standard output]"),
]
Files = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--files",
        metavar="PATH",
        help="Released files that an in-toto statement is about. [default: the manifest's folder]",
    ),
]
ArtifactId = Annotated[
    str | None,
    typer.Option(
        "--artifact",
        metavar="ID",
        help="The data set of which Croissant tells. [default: the released or only one]",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", epilog=_EXAMPLES, short_help="Write a manifest in the words of other standards.")(
        export
    )


def export(
    format_: Format,
    manifest: ManifestFile = USUAL,
    output: Output = None,
    files: Files = None,
    artifact: ArtifactId = None,
    as_of: AsOf = None,
    rules: RulesFolders = None,
) -> None:
    """Write a manifest in the words of another standard; what that has no word for is told.

    CycloneDX 1.6 and 1.7, SPDX 3.0.1, PROV-JSON, Croissant 1.1 with PROV, a card's front matter, Mermaid; and an
    in-toto statement that binds the result of a check to the SHA-256 of the released files.
    """
    from compliance import pipeline
    from compliance.cli.check import day

    if format_ not in FORMATS:
        raise UsageError(Fault(None, f"format {format_!r} is not known", f"choose one of {listed(FORMATS)}"))
    if files is not None and format_ != "in-toto":
        raise UsageError(Fault(None, "--files is for in-toto statements", "leave it out"))
    if artifact is not None and format_ != "croissant":
        raise UsageError(Fault(None, "--artifact is for Croissant", "leave it out"))
    manifest = usual(USUAL) if manifest == USUAL else manifest
    check_places([output] if output else [], [manifest, *(rules or ())])
    packs = pipeline.load_packs(rules or [])
    made: dict[str, Any] | str
    lost: list[str] = []
    if format_ == "in-toto":
        made = _statement(manifest, files, output, day(as_of), packs)
    else:
        made, lost = _written(format_, pipeline.load_manifest(manifest, packs).manifest, day(as_of), artifact)
    for one in lost:
        say(f"lost: {printable(one)}")
    text = made if isinstance(made, str) else json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if output is not None:
        write_file(output, text.encode())
    else:
        typer.echo(text, nl=False)


def _written(
    format_: str, manifest: Manifest, as_of: datetime.date, artifact: str | None
) -> tuple[dict[str, Any] | str, list[str]]:
    """The manifest in a format, and what that has no word for."""
    from compliance.export.card import front_matter
    from compliance.export.croissant import croissant
    from compliance.export.cyclonedx import cyclonedx
    from compliance.export.mermaid import mermaid
    from compliance.export.prov import prov
    from compliance.export.spdx import spdx

    if format_ == "spdx":
        return spdx(manifest, as_of)
    if format_ == "croissant":
        return croissant(manifest, as_of, artifact)
    if format_ == "cyclonedx-1.7":
        return cyclonedx(manifest, "1.7")
    if format_ in ("card", "mermaid"):
        return front_matter(manifest) if format_ == "card" else mermaid(manifest)
    return prov(manifest) if format_ == "prov" else cyclonedx(manifest)


def _statement(
    manifest: pathlib.Path,
    files: pathlib.Path | None,
    output: pathlib.Path | None,
    as_of: datetime.date,
    packs: Knowledge,
) -> dict[str, Any]:
    """The result of a check, bound to the files of the release."""
    from compliance import pipeline
    from compliance.export.digests import digests
    from compliance.export.in_toto import in_toto

    report = pipeline.check(manifest, packs=packs, as_of=as_of)
    say_of_warnings(report.warnings)
    return in_toto(report, digests(files or manifest.parent, [output] if output else []))
