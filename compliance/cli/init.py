"""`compliance init`."""

from __future__ import annotations

import pathlib
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.others import say_of_warnings
from compliance.cli.outcome.output import say, write_file
from compliance.cli.scan import look_over
from compliance.errors import Fault, InputError, UsageError

if TYPE_CHECKING:
    from compliance.intake import Scan
    from compliance.intake.drafting.interview import Slot
    from compliance.model.known.knowledge import Knowledge

_EXAMPLES = (
    "Examples: compliance init · compliance init release/ --no-input · compliance init release/ && "
    "compliance check release/lineage.yaml. Exit codes: 0 written, or nothing to add; 2 could not run."
)
Folder = Annotated[pathlib.Path, typer.Argument(metavar="FOLDER", help="Folder of the release.")]
NoInput = Annotated[bool, typer.Option("--no-input", help="Ask nothing; what no file tells stays open.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init", epilog=_EXAMPLES, short_help="Draft a manifest of a folder.")(init)


def init(
    path: Folder = pathlib.Path(), no_input: NoInput = False, as_of: AsOf = None, rules: RulesFolders = None
) -> None:
    """Draft lineage.yaml from what a folder holds, ask what no file tells, and add to one that is there.

    What stands in a manifest is never changed: what was seen and is not in it is put after it, and shown.
    """
    from compliance import pipeline

    packs, target = pipeline.load_packs(rules or []), path / "lineage.yaml"
    asks = not no_input and sys.stdin.isatty()
    text, spent = (_added(path, target, packs), 0) if target.is_file() else _drafted(path, packs, asks)
    if asks:
        text = _answered(text, target, packs, as_of, spent)
    if not target.is_file() or target.read_text(encoding="utf-8") != text:
        write_file(target, text.encode())
        say(f"{target} is written; lines that say `confirm:` want a look")
    _first_check(target, packs, as_of)
    say(f"next: compliance check {target}")


def _first_check(target: pathlib.Path, packs: Knowledge, as_of: str | None) -> None:
    """Say in one line how the release stands on what is known so far."""
    from compliance.cli.check import day
    from compliance.pipeline import check
    from compliance.render.view.verdict import build_verdict

    report = check(target, packs=packs, as_of=day(as_of))
    say(build_verdict(report).line)
    say_of_warnings(report.warnings)


def _drafted(path: pathlib.Path, packs: Knowledge, asks: bool) -> tuple[str, int]:
    """A first manifest, and how many questions it took."""
    from compliance.intake.drafting.draft import draft_of
    from compliance.intake.drafting.editor import editor_line
    from compliance.intake.drafting.only_mentioned import only_mentioned
    from compliance.intake.drafting.starter import QUESTIONS, starter
    from compliance.intake.drafting.writing import manifest_text

    seen, _ = look_over(path, None, packs)
    _tell_unread(seen)
    if not seen.upstreams and not any(one.own_card for one in seen.released):
        if not asks:
            advice = "put a card, a configuration or code there, or run it on a terminal to be asked"
            raise UsageError(Fault(None, f"nothing in {path} names a model or a data set", advice))
        return editor_line(path) + starter(_prompt), len(QUESTIONS)
    for one in seen.questions:
        say(f"open: {one.question} ({one.because})")
    return editor_line(path) + manifest_text(draft_of(seen, path.resolve().name), only_mentioned(seen)), 0


def _tell_unread(seen: Scan) -> None:
    from compliance.intake.told import unread

    for line in filter(None, unread(seen)):
        say(line)


def _added(path: pathlib.Path, target: pathlib.Path, packs: Knowledge) -> str:
    from compliance.intake.drafting.merged import difference, merged
    from compliance.load.manifest.manifest import load_manifest

    before = target.read_text(encoding="utf-8")
    seen, compared = look_over(path, target, packs)
    _tell_unread(seen)
    assert compared is not None
    after = merged(before, load_manifest(target, packs).manifest, compared)
    changed = difference(before, after, str(target))
    if changed:
        typer.echo(changed, nl=False)
    else:
        say(f"{target} names everything that is seen here")
    return after


def _answered(text: str, target: pathlib.Path, packs: Knowledge, as_of: str | None, spent: int) -> str:
    """The text with the answers of whoever sits there; nothing given leaves a line as it is."""
    from compliance.cli.check import day
    from compliance.intake.drafting.interview import MOST, slots, unstated
    from compliance.pipeline import check_text

    try:
        report = check_text(text, str(target), packs=packs, as_of=day(as_of))
        asked, known, named = report.questions, packs, unstated(report)
    except InputError:
        # A manifest that uses others can only be checked where it lies; the questions are asked in their usual order.
        asked, known, named = (), None, {}
    waiting = slots(text, asked, MOST - spent, named)
    if waiting:
        say("Press return to leave a question open; it is asked again next time.")
    for one in waiting:
        try:
            text = _put(text, one, known)
        except typer.Abort:
            say("\nStopped; what was answered is kept.")
            break
    return text


def _put(text: str, one: Slot, packs: Knowledge | None) -> str:
    """The text with one answer, which is asked for again while it is not understood."""
    from compliance.intake.drafting.interview import filled, given

    answer = _prompt(one.prompt)
    while answer:
        word = given(one, answer)
        after = filled(text, one, word) if word else ""
        wrong = _fault(after, packs) if word else f"one of {one.choices}"
        if not wrong:
            return after
        answer = _prompt(f"{wrong}; or nothing")
    return text


def _fault(text: str, packs: Knowledge | None) -> str:
    """What a manifest with a new answer cannot be read for; empty if nothing, or if it cannot be told here."""
    from compliance.load.documents.yaml_reader import parse_yaml
    from compliance.load.manifest.manifest import check_manifest

    try:
        if packs:
            check_manifest(parse_yaml(text, "answer"), packs)
    except InputError as error:
        fault = error.faults[0]
        return f"{fault.what}; {fault.what_to_do}".rstrip("; ")
    return ""


def _prompt(question: str) -> str:
    told: str = typer.prompt(question, default="", show_default=False, err=True)
    return told.strip()
