"""`compliance policy` on held texts: verify, diff, drift."""

from __future__ import annotations

import datetime
import json
import pathlib
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.chosen.options import RulesFolders
from compliance.cli.outcome.output import say
from compliance.errors import printable

if TYPE_CHECKING:
    from compliance.model.known.policy_text import DocumentChange, ProofState

Texts = Annotated[
    list[str] | None,
    typer.Option(
        "--texts",
        metavar="COLLECTION=BUNDLE-OR-GIT-DIR",
        help="Where a collection of texts lies; repeatable.",
    ),
]
StoreFolder = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--store", metavar="DIR", help="Folder of pinned texts. [default: $XDG_DATA_HOME/compliance/texts]"
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("verify", short_help="Prove that recorded words stand in their texts.", epilog=_VERIFY)(
        verify
    )
    app.command("diff", short_help="Compare two versions of a text.", epilog=_DIFF)(diff)
    app.command("drift", short_help="Find cited clauses that no longer stand.", epilog=_DRIFT)(drift)


_VERIFY = (
    "Example: compliance policy verify --texts OpenTermsArchive/genai-contrib-versions=genai-contrib.bundle. "
    "Exit codes: 0 nothing that is held fails, 1 a held text lacks the words of a clause."
)
_DIFF = (
    "Examples: compliance policy diff old.md new.md · compliance policy diff 7cb3b87694 HEAD "
    "--texts genai=genai.bundle --document 'ChatGPT/Terms of Service.md'. "
    "Exit codes: 0 no cited clause changed, 1 one did."
)
_DRIFT = (
    "Example: compliance policy drift --texts genai-contrib-versions=genai.bundle. "
    "Exit codes: 0 all stand, 1 some drifted."
)


def today(as_of: str | None) -> datetime.date:
    """The day that `--as-of` names, or today."""
    from compliance.cli.check import day

    return day(as_of)


def verify(
    texts: Texts = None,
    store: StoreFolder = None,
    rules: RulesFolders = None,
    quick: Annotated[
        bool,
        typer.Option("--quick", help="Look for whole sentences and items only, not for every run of words."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Prove that the recorded words of every cited clause stand at their capture or in a pinned text."""
    from compliance.load.packs.knowledge import load_packs
    from compliance.model.known.policy_text import cited_versions
    from compliance.text.keep.ota import collections_of
    from compliance.text.keep.pin import Store, store_folder
    from compliance.text.keep.verify import failed
    from compliance.text.keep.verify import verify as prove

    cited = cited_versions(load_packs(rules or []))
    kept = Store(store_folder(store))
    proofs = prove(cited, collections_of(texts or ()), kept, thorough=not quick)
    if as_json:
        told = [
            {"clause": p.cited.name, "from": p.cited.version.from_, "fingerprint": p.cited.version.fingerprint,
             "state": p.state, "reason": p.reason, "rules": p.cited.rules}
            for p in proofs
        ]  # fmt: skip
        typer.echo(json.dumps({"schema_version": 1, "proofs": told}, ensure_ascii=False, indent=1))
    else:
        for proof in sorted(proofs, key=lambda each: (_STATES.index(each.state), each.cited.name)):
            typer.echo(
                f"{proof.state:<14}  {proof.cited.name} {proof.cited.version.from_}: {printable(proof.reason)}"
            )
    counts = Counter(proof.state for proof in proofs)
    marks = len({p.cited.version.fingerprint for p in proofs if p.state == "proven"})
    say(
        ", ".join(f"{counts[state]} {state}" for state in _STATES)
        + f"; {marks} different fingerprints proven"
    )
    raise typer.Exit(int(bool(failed(proofs))))


_STATES: tuple[ProofState, ...] = ("proven", "not-proven", "no-text", "no-fingerprint")


def diff(
    a: Annotated[str, typer.Argument(metavar="A", help="A file, or a commit with --texts and --document.")],
    b: Annotated[str, typer.Argument(metavar="B")],
    texts: Texts = None,
    document: Annotated[str | None, typer.Option("--document", metavar="PATH")] = None,
    rules: RulesFolders = None,
    silent: Annotated[bool, typer.Option("--silent", help="Also print changes that say the same.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compare two versions of a text: what changed, word by word, and which rules cite it."""
    from compliance.load.packs.knowledge import load_packs
    from compliance.model.known.policy_text import by_fingerprint, cited_versions
    from compliance.text.compare.drift import document_change
    from compliance.text.compare.drift_sources import two_versions
    from compliance.text.keep.verify_lines import Finder

    cited = by_fingerprint(cited_versions(load_packs(rules or [])))
    old, new = two_versions(a, b, texts or (), document)
    change = document_change(old.segmented(), new.segmented(), cited, Finder(cited.keys()))
    if as_json:
        typer.echo(json.dumps({"schema_version": 1, **asdict(change)}, ensure_ascii=False, indent=1))
    else:
        _print_change(change, silent=silent)
    raise typer.Exit(int(bool(change.cited)))


def _print_change(change: DocumentChange, *, silent: bool) -> None:
    from compliance.text.watch.report import word_diff

    about = f" on {', '.join(change.topics)}" if change.topics else ""
    reason = f": {change.reason}" if change.reason else ""
    typer.echo(f"{change.verdict}{about}{reason}; {change.unchanged} clauses unchanged")
    for one in change.cited:
        known = "the new words are recorded" if one.recorded else "the new words are not recorded"
        typer.echo(f"CITED  {one.name} no longer stands; {known}; rules: {', '.join(one.rules) or 'none'}")
    quiet = 0
    for each in change.changes:
        if not (each.loud or each.cited or silent):
            quiet += 1
            continue
        loud = "loud" if each.loud else "silent"
        topics = (
            f" [{', '.join(each.topics)}{'' if each.sure else ', to be reviewed'}]" if each.topics else ""
        )
        typer.echo(
            f"{loud:<6} {each.kind} {each.old_line or '-'}→{each.new_line or '-'}{topics} {word_diff(each.words)}"
        )
        if each.rules:
            typer.echo(f"       cited by {', '.join(each.rules)}")
    if quiet:
        say(f"{quiet} silent changes not shown (--silent)")


def drift(
    texts: Texts = None,
    store: StoreFolder = None,
    rules: RulesFolders = None,
    as_json: AsJson = False,
) -> None:
    """Find the cited clauses that no longer stand in the newest text that is held, and the rules that cite them."""
    from compliance.load.packs.knowledge import load_packs
    from compliance.model.known.policy_text import cited_versions
    from compliance.text.compare.drift_sources import drifted
    from compliance.text.keep.ota import collections_of
    from compliance.text.keep.pin import Store, store_folder
    from compliance.text.watch.report import word_diff

    cited = cited_versions(load_packs(rules or []))
    found, looked = drifted(cited, collections_of(texts or ()), Store(store_folder(store)))
    if as_json:
        told = {"schema_version": 1, "looked_at": looked, "drifted": [asdict(each) for each in found]}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for each in found:
            broken = f"; that capture seems broken: {each.broken}" if each.broken else ""
            typer.echo(
                f"{each.name} (since {each.version_from}) no longer stands in {printable(each.where)}{broken}"
            )
            typer.echo(f"  rules: {', '.join(each.rules) or 'none'}")
            for change in each.changes:
                typer.echo(f"  {change.kind}: {word_diff(change.words)}")
    real = sum(not each.broken for each in found)
    say(f"{looked} clauses looked for, {real} drifted, {len(found) - real} in captures that seem broken")
    raise typer.Exit(int(real > 0))
