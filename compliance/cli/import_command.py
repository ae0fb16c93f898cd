"""`compliance import`."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.chosen.options import RulesFolders
from compliance.cli.outcome.others import say_of_files, say_of_sight
from compliance.cli.outcome.output import check_places, say, write_file
from compliance.errors import Fault, InputError, UsageError, printable

if TYPE_CHECKING:
    from compliance.intake import Scan
    from compliance.model.known.knowledge import Knowledge

_EXAMPLES = (
    "Examples: compliance import README.md > lineage.yaml · compliance import bom.cdx.json --output lineage.yaml · "
    "compliance import axolotl train.yml README.md · compliance import hf:org/name. "
    "Exit codes: 0 written, 2 could not run."
)
_MOST_TOLD = 40
"""The most losses that a draft tells one by one."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import", epilog=_EXAMPLES, short_help="Draft a manifest out of foreign documents.")(import_)


def import_(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Documents of one release; their format may stand first."),
    ],
    output: Annotated[
        pathlib.Path | None,
        typer.Option("--output", metavar="FILE", help="File to write. [default: standard output]"),
    ] = None,
    offline: Annotated[
        bool,
        typer.Option(
            "--offline", help="Of a hub, read only what its local cache holds; files never need a network."
        ),
    ] = False,
    rules: RulesFolders = None,
) -> None:
    """Draft a manifest out of cards, configurations, BOMs, provenance records or headers of weights; loss is told.

    hf:org/name and hf:datasets/org/name read a hub's cards (HF_ENDPOINT), without a token, and follow its bases.
    """
    from compliance import pipeline
    from compliance.intake.documents import KNOWN
    from compliance.intake.drafting.draft import draft_of
    from compliance.intake.drafting.only_mentioned import only_mentioned
    from compliance.intake.drafting.writing import manifest_text

    if any(one.startswith("hf:") for one in files):
        _write(_of_hub(files, offline, rules or []), output)
        return
    named = files[0] if files[0] in KNOWN else None
    paths = [pathlib.Path(one) for one in (files[1:] if named else files)]
    if not paths:
        raise UsageError(Fault(None, f"no file of format {named} is named", "name one after the format"))
    check_places([output] if output else [], paths)
    scan = _read(paths, pipeline.load_packs(rules or []), named)
    losses = [f"{one.place.file}:{one.place.line}: lost: {one.what}" for one in scan.lost]
    for one in losses:
        say(printable(one))
    for asked in scan.questions:
        say(f"open: {printable(asked.question)} ({printable(asked.because)})")
    head = [f"Imported from {', '.join(map(str, paths))}", *_open(losses), *only_mentioned(scan)]
    _write(manifest_text(draft_of(scan, paths[0].stem), head), output)


def _read(paths: list[pathlib.Path], packs: Knowledge, named: str | None) -> Scan:
    """What documents say; what the registry of a further folder hides of it is said aloud."""
    from compliance.intake.documents import import_documents
    from compliance.intake.told import lines

    scan = import_documents(paths, packs, named)
    if alone := packs.of_bundled_names:
        say_of_sight(lines(scan, None), lines(import_documents(paths, alone, named), None))
    return scan


def _open(losses: list[str]) -> list[str]:
    """What a draft says of what was lost: those who confirm it did not see the import."""
    more = [f"confirm: {len(losses) - _MOST_TOLD:,} more were lost"] if len(losses) > _MOST_TOLD else []
    return [*(f"confirm: {one}" for one in losses[:_MOST_TOLD]), *more]


def _of_hub(names: list[str], offline: bool, rules: list[pathlib.Path]) -> str:
    """The draft of a thing of a hub, with its bases; licences that do not go together are told. Raises `InputError`."""
    from compliance import pipeline
    from compliance.acquire.hub import asked_of, hub_of_environment
    from compliance.intake.drafting.writing import manifest_text
    from compliance.intake.hub.chain import follow, licence_findings
    from compliance.intake.hub.draft import chain_draft

    if len(names) > 1:
        raise UsageError(Fault(None, "one thing of a hub is imported at a time", "name one after hf:"))
    packs, hub = pipeline.load_packs(rules), hub_of_environment(offline=offline)
    if packs.of_bundled_names:
        say_of_files(packs)  # a second walk along the chain would ask the hub everything again
    name, kind, revision = asked_of(names[0])
    chain = follow(name, kind, revision, hub.fetch, packs)
    if not chain.links:
        advice = "look at the name and the network, or import the card as a file"
        if offline:
            advice = "import it once without --offline, where there is a network"
        raise InputError(Fault(None, f"{printable(names[0])}: {chain.missing[0].why}", advice))
    for gone in chain.missing:
        say(f"not followed: {printable(gone.name)}: {gone.why}")
    losses = [
        f"{each.place.file}:{each.place.line}: lost: {each.what}"
        for link in chain.links
        for each in link.scan.lost
    ]
    for one in losses:
        say(printable(one))
    found = list(licence_findings(chain, packs))
    for finding in found:
        say(f"licence {finding.kind}: {printable(finding.words)}")
    head = [f"Imported from {hub.endpoint}, without a token{', from the local cache' if offline else ''}",
            *(f"licence {one.kind}: {one.words}" for one in found), *_open(losses)]  # fmt: skip
    return manifest_text(chain_draft(chain, hub.endpoint), head)


def _write(text: str, output: pathlib.Path | None) -> None:
    from compliance.intake.drafting.editor import editor_line

    text = editor_line(output.parent if output else pathlib.Path()) + text
    if output is not None:
        write_file(output, text.encode())
    else:
        typer.echo(text, nl=False)
