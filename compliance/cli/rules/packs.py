"""`compliance rules bundle|update`: packs in one file, to be kept or to be taken over."""

from __future__ import annotations

import hashlib
import pathlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.check import day
from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.output import check_places, say, write_file
from compliance.cli.rules.written import Manifests
from compliance.errors import ComplianceError, Fault, UsageError, printable

if TYPE_CHECKING:
    from compliance.load.updating.updates import Update, Updates

_MOST = 5
"""How many things that are gone are named once more."""
Written = Annotated[
    pathlib.Path, typer.Argument(metavar="OUT", help="The file to write.", show_default=False)
]
Bundle = Annotated[
    pathlib.Path | None,
    typer.Argument(
        metavar="BUNDLE",
        help="A bundle that `rules bundle` wrote, or a folder that holds one with its signature.",
        show_default=False,
    ),
]
Signature = Annotated[
    pathlib.Path | None,
    typer.Option("--signature", metavar="FILE", help="Its signature. [default: BUNDLE.minisig]"),
]
Key = Annotated[
    pathlib.Path | None,
    typer.Option("--key", metavar="FILE", help="The public key of minisign; pinned with the first update."),
]
Back = Annotated[bool, typer.Option("--back", help="Go back to the packs that were in effect before.")]
Older = Annotated[
    bool, typer.Option("--allow-older", help="Also a bundle that is older than what was taken over before.")
]
Replace = Annotated[bool, typer.Option("--replace", help="Also write over a file that is no bundle.")]
Yes = Annotated[bool, typer.Option("--yes", help="Put it in effect, and not only tell what moves.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the group."""
    app.command(
        "bundle",
        short_help="Write all packs into one file.",
        epilog="Example: compliance rules bundle packs-2026-11.zip, and later "
        "compliance check --packs packs-2026-11.zip",
    )(bundle)
    app.command(
        "update",
        short_help="Take over packs that somebody signed.",
        epilog="Examples: compliance rules update packs.zip --key minisign.pub --manifest lineage.yaml · "
        "compliance rules update packs.zip --yes · compliance check --packs updated · "
        "compliance rules update --back. Exit codes: 0 done, or the same packs; 1 something moves and nothing was "
        "put in effect; 2 could not run, or the signature does not hold.",
    )(update)


def bundle(out: Written, replace: Replace = False, rules: RulesFolders = None) -> None:
    """Write all packs into one file, the same to the byte for the same packs, and print the digest of reports.

    An earlier bundle of the same name is replaced; any other file is kept unless --replace is given.
    """
    from compliance import pipeline
    from compliance.load.packs.bundle import bundle_of
    from compliance.load.packs.knowledge import pack_files
    from compliance.model.answered.report import packs_digest

    check_places([out], rules or ())
    if not replace:
        _keep_others(out)
    files, contents = pack_files(rules or [])
    content = bundle_of((shown, held) for (_, shown), held in zip(files, contents, strict=True))
    packs = pipeline.load_packs(bundle=content)
    write_file(out, content)
    typer.echo(f"packs   {packs_digest(packs.used)}")
    typer.echo(f"sha256  {hashlib.sha256(content).hexdigest()}")
    say(f"wrote {len(files)} files into {out}")


def _keep_others(out: pathlib.Path) -> None:
    """Refuse to write over what is no bundle: whoever mistypes a name should lose no manifest.

    Raises:
        UsageError: A file that holds something else lies there.
    """
    from compliance.load.packs.bundle import read_bundle

    if not out.is_file() or not out.stat().st_size:
        return
    try:
        read_bundle(out)
    except ComplianceError:
        fault = Fault(None, f"{out} is there and is no bundle", "name another file, or add --replace")
        raise UsageError(fault) from None


def update(
    bundle: Bundle = None,
    signature: Signature = None,
    key: Key = None,
    manifest: Manifests = None,
    as_of: AsOf = None,
    back: Back = False,
    allow_older: Older = False,
    yes: Yes = False,
) -> None:
    """Take over packs that somebody signed: verify them, tell what moves, and with --yes put them in effect."""
    from compliance.load.updating.updates import Updates, key_of, updates_folder, verified

    updates = Updates(updates_folder())
    if back:
        if bundle is not None:
            raise UsageError(
                Fault(None, "--back takes no bundle", "go back first, or take the bundle over alone")
            )
        before = updates.back()
        say(f"in effect: {before.words}" if before else "in effect: the packs that came with the program")
        return
    if bundle is None:
        if yes or allow_older or key or signature or manifest:
            raise UsageError(Fault(None, "no bundle is named", "give the file of the bundle, or its folder"))
        current = updates.current()
        typer.echo(current.words if current else "no update is in effect")
        return
    path, seen = _bundle_in(bundle), updates.state()
    signed = signature or path.with_name(f"{path.name}.minisig")
    taken = verified(path, signed, updates.pinned(key_of(key) if key else None))
    say(f"verified: {taken.words}")
    _told_of_age(updates, taken, allow_older)
    moved = _told(_in_effect(updates), taken, manifest or [], as_of)
    if yes:
        updates.take(taken, seen)
        say("in effect for `compliance check --packs updated`")
        return
    say(f"{moved} differences; nothing was put in effect, which --yes does" if moved else "the same packs")
    raise typer.Exit(int(moved > 0))


def _in_effect(updates: Updates) -> Update | None:
    """The update in effect, to compare with; a damaged one is told, and the packs of the program stand for it."""
    try:
        return updates.current()
    except ComplianceError as error:
        say(
            f"the update in effect is damaged ({error.faults[0].what}); compared with the packs of the program"
        )
        return None


def _told_of_age(updates: Updates, taken: Update, allowed: bool) -> None:
    """Say that a bundle is an older one, or that nobody can tell. Raises `UsageError` where that is not allowed."""
    from compliance.load.updating.bundle_age import date_of

    older = updates.older(taken)
    if older and not allowed:
        to_do = "to go back to what was in effect, use --back; if this one is meant, give --allow-older"
        raise UsageError(Fault(None, f"the bundle is an older one: {older}", to_do))
    if older:
        say(f"an older bundle: {older}")
    elif not date_of(taken.comment):
        say("no date stands in its comment: whether it is an older one cannot be told")
    elif updates.same_date(taken):
        say("another bundle of that date was taken over: which of the two is older cannot be told")


def _bundle_in(path: pathlib.Path) -> pathlib.Path:
    """The bundle that is meant: a file, or the one that has a signature in a folder. Raises `UsageError`."""
    if not path.is_dir():
        return path
    found = sorted(one.with_suffix("") for one in path.glob("*.minisig"))
    if len(found) != 1:
        what = f"{path} holds {len(found)} signatures"
        raise UsageError(
            Fault(None, what, "name the bundle itself; its signature lies beside it as BUNDLE.minisig")
        )
    return found[0]


def _told(now: Update | None, taken: Update, manifests: list[pathlib.Path], as_of: str | None) -> int:
    """Print what differs from the packs in effect, and which findings move; how many lines those were."""
    from compliance import pipeline
    from compliance.authoring.differences import differences, files_alone, further_folders, moves
    from compliance.model.answered.report import packs_digest

    before = pipeline.load_packs(bundle=now.content if now else None)
    after = pipeline.load_packs(bundle=taken.content)
    lines = [*differences(before, after), *further_folders(before, after)]
    lines += moves(before, after, manifests, day(as_of))
    if not lines and packs_digest(before.used) != packs_digest(after.used):
        lines = list(files_alone(before, after))
        say("nothing that is compared has changed; these files have")
    for line in lines:
        typer.echo(printable(line))
    _told_of_dropped(lines)
    return len(lines)


def _told_of_dropped(lines: Sequence[str]) -> None:
    """Say once more what is gone, however many lines are about what was added."""
    gone = [line.removeprefix("dropped ") for line in lines if line.startswith("dropped ")]
    gone.sort(key=lambda one: not one.startswith("rule "))
    if gone:
        more = f" and {len(gone) - _MOST} more" if len(gone) > _MOST else ""
        say(f"dropped: {printable(', '.join(gone[:_MOST]))}{more}")
