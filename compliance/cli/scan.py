"""`compliance scan`."""

from __future__ import annotations

import json
import pathlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from compliance.cli.chosen.options import RulesFolders
from compliance.cli.outcome.others import say_of_sight
from compliance.cli.outcome.output import say, use_color
from compliance.errors import Fault, UsageError, printable
from compliance.version import __version__

if TYPE_CHECKING:
    from compliance.intake import Scan
    from compliance.intake.against.compared import Compared
    from compliance.model.declared.manifest import Manifest
    from compliance.model.known.knowledge import Knowledge

_EXAMPLES = (
    "Examples: compliance scan · compliance scan release/ --json > scan.json · "
    "compliance scan release/ --sarif > scan.sarif. "
    "Exit codes: 0 everything seen is declared, 1 something is not, 2 could not run."
)
Folder = Annotated[pathlib.Path, typer.Argument(metavar="FOLDER", help="Folder to look over.")]
ManifestFile = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--manifest", metavar="FILE", help="Manifest to compare with. [default: PATH/lineage.yaml, if any]"
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("scan", epilog=_EXAMPLES, short_help="Look a folder over for upstreams.")(scan)


def scan(
    path: Folder = pathlib.Path(),
    manifest: ManifestFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    as_sarif: Annotated[
        bool, typer.Option("--sarif", help="SARIF, with the lines of cards and code.")
    ] = False,
    rules: RulesFolders = None,
) -> None:
    """Look a folder over: upstreams in cards, code, configurations and data, against what is declared."""
    from compliance import pipeline
    from compliance.intake.sarif import sarif
    from compliance.intake.told import as_data, lines

    packs = pipeline.load_packs(rules or [])
    usual = path / "lineage.yaml"
    seen, compared = look_over(path, manifest or (usual if usual.is_file() else None), packs)
    if as_json or as_sarif:
        made = sarif(seen, compared, __version__) if as_sarif else as_data(seen, compared)
        typer.echo(json.dumps(made, ensure_ascii=False, indent=1))
    else:
        for line in lines(seen, compared):
            typer.echo(line)
    raise typer.Exit(int(bool(undeclared(seen, compared))))


def look_over(
    path: pathlib.Path, manifest: pathlib.Path | None, packs: Knowledge
) -> tuple[Scan, Compared | None]:
    """Scan a folder, and compare what is seen with a manifest; what a further folder's registry hides is said.

    Raises `UsageError` where there is no folder.
    """
    from compliance.intake.told import lines
    from compliance.load.manifest.manifest import load_manifest

    if not path.is_dir():
        readable = path.is_file() or str(path).startswith("hf:")
        more = f"; of it alone, `compliance import {path}` drafts a manifest" if readable else ""
        raise UsageError(Fault(None, f"{path} is no folder", f"name the folder of a release{more}"))
    declared = load_manifest(manifest, packs).manifest if manifest else None
    found = _looked_over(path, declared, packs)
    if alone := packs.of_bundled_names:
        say_of_sight(lines(*found), lines(*_looked_over(path, declared, alone)))
    return found


def _looked_over(
    path: pathlib.Path, manifest: Manifest | None, packs: Knowledge
) -> tuple[Scan, Compared | None]:
    from compliance.intake import scan_folder
    from compliance.intake.against.compared import compare
    from compliance.intake.naming.registry_words import RegistryWords

    seen = scan_folder(path, packs, progress if use_color() else None)
    known = RegistryWords(packs.registry)
    return seen, compare(manifest, seen, known) if manifest is not None else None


def undeclared(seen: Scan, compared: Compared | None) -> list[str]:
    """Names of what is seen and not declared: in the manifest, or, where there is none, in a document."""
    if compared is not None:
        return [one.name for one in (*compared.undeclared, *compared.mentioned)]
    return [one.name for one in seen.upstreams if not one.declared]


@dataclass(frozen=True, slots=True)
class Beside:
    """What the folder of a manifest that is checked shows."""

    manifest: pathlib.Path
    seen: Scan
    compared: Compared

    def run(self, source: str | None) -> dict[str, Any]:
        """The scan as a run of SARIF; `source` is how the manifest is called from the root of its repository."""
        from compliance.intake.sarif import sarif_run

        name = source if source is not None else self.manifest.as_posix()
        return sarif_run(self.seen, self.compared, __version__, name.rpartition("/")[0])

    def tell(self) -> int:
        """Say what is seen and not declared; how much that is."""
        found = self.compared.undeclared
        for one in found:
            place = f"{printable(one.first.place.file)}:{one.first.place.line}"
            say(f"{place}: {printable(one.name)} is seen and not declared ({printable(one.first.how)})")
        if found:
            say(f"{len(found)} not declared: `compliance init {self.manifest.parent}` adds them")
        for one in self.compared.mentioned:
            place = f"{printable(one.first.place.file)}:{one.first.place.line}"
            say(
                f"{place}: {printable(one.name)} is mentioned, and no words say what for: declare what it was, "
                "in a step `evaluate` if the work was only compared with it"
            )
        return len(found) + len(self.compared.mentioned)


def beside(manifest: pathlib.Path, packs: Knowledge) -> Beside:
    """Look over the folder in which a manifest lies."""
    seen, compared = look_over(manifest.parent, manifest, packs)
    assert compared is not None
    return Beside(manifest, seen, compared)


def progress(count: int, of: int) -> None:
    """Tell on a terminal how far the reading has come, every hundred files."""
    if count % 100 == 0 and count < of:
        say(f"{count} of {of} files read")
