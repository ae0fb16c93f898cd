"""`compliance policy` on what is recorded: list and show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.output import say
from compliance.cli.policy.texts import StoreFolder, today
from compliance.errors import Fault, UsageError, one_line, printable, shortened

if TYPE_CHECKING:
    from compliance.model.known.knowledge import Knowledge
    from compliance.model.known.policy_text import Quote
    from compliance.model.packs.instrument import Asked, Clause, Enforcement, Instrument

_LIST = (
    "Examples: compliance policy list · compliance policy list openai · compliance policy list --uncited. "
    "Exit code: 0."
)
_SHOW = "Example: compliance policy show openai/services-agreement"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("list", short_help="List every recorded text.", epilog=_LIST)(list_texts)
    app.command("show", short_help="Show one text and the rules that cite it.", epilog=_SHOW)(show)


def list_texts(
    begins: Annotated[str, typer.Argument(metavar="PREFIX", help="Only ids that begin so.")] = "",
    uncited: Annotated[
        bool,
        typer.Option(
            "--uncited", help="Texts and clauses with a norm that no rule cites and that do not say why."
        ),
    ] = False,
    rules: RulesFolders = None,
    as_of: AsOf = None,
) -> None:
    """List every recorded text: assurance, when it was last verified, clauses, and how many have a fingerprint."""
    from compliance.load.packs.knowledge import load_packs
    from compliance.model.known.policy_text import age_in_days

    packs = load_packs(rules or [])
    if uncited:
        _list_uncited(packs, begins)
        return
    texts = [t for t in packs.instruments.values() if t.id.startswith(begins)]
    rows = []
    for text in sorted(texts, key=lambda each: each.id):
        marks = sum(
            version.fingerprint is not None for clause in text.clauses.values() for version in clause.versions
        )
        age = f"{text.verified_on} ({age_in_days(text, today(as_of))} days)"
        clauses = "at sign-up only" if text.shown_at_sign_up_only else f"{len(text.clauses)} clauses"
        rows.append((text.id, text.kind, text.force, text.assurance, age, clauses, f"{marks} marks"))
    _print_table(rows)
    say(f"{len(rows)} texts")


def _list_uncited(packs: Knowledge, begins: str) -> None:
    from compliance.model.known.citing import uncited

    found = [one for one in uncited(packs) if one.instrument.startswith(begins)]
    found.sort(key=lambda one: (one.instrument, one.clause))
    _print_table([(one.name, one.norm or "whole text", one.topic) for one in found])
    texts = sum(not one.clause for one in found)
    say(
        f"{texts} texts and {len(found) - texts} clauses that no rule cites; cite them, or say why in `no_rule`"
    )


def _print_table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in [[one_line(cell) for cell in row] for row in rows]:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def show(
    instrument: Annotated[str, typer.Argument(metavar="INSTRUMENT")],
    rules: RulesFolders = None,
    as_of: AsOf = None,
    store: StoreFolder = None,
) -> None:
    """Show one text: its clauses, their versions, the rules that cite them, and their words where they are pinned."""
    from compliance.load.packs.knowledge import load_packs
    from compliance.model.known.policy_text import age_in_days, cited_versions
    from compliance.text.keep.pin import Store, store_folder
    from compliance.text.keep.pin_quotes import pinned_quotes

    packs = load_packs(rules or [])
    text = packs.instruments.get(instrument)
    if text is None:
        raise unknown_text(instrument, list(packs.instruments))
    cited = [each for each in cited_versions(packs) if each.instrument == text.id]
    quotes = pinned_quotes(Store(store_folder(store)), cited)
    typer.echo(one_line(f"{text.id}: {text.title} ({text.publisher})"))
    address = one_line(text.url or "no address recorded")
    typer.echo(f"  {text.kind}, {text.force}, {text.assurance}; {address}")
    age = age_in_days(text, today(as_of))
    typer.echo(f"  verified on {text.verified_on}, {age} days ago: {one_line(text.evidence)}")
    for line in _about(text):
        typer.echo(f"  {line}")
    for key, clause in text.clauses.items():
        by = next((each.rules for each in cited if each.clause == key), ())
        _show_clause(text, key, clause, by, quotes)


def _about(text: Instrument) -> Iterator[str]:
    if text.shown_at_sign_up_only:
        yield "shown at sign-up only: nobody here has read it"
    yield from (f"{stage.date}: {one_line(stage.what)}" for stage in text.history)
    yield from (f"comes into play: {one_line(each)}" for each in text.triggers)
    yield from _enforced(text.enforcement)
    if text.no_rule:
        yield f"no rule: {one_line(text.no_rule)}"


def _enforced(record: Enforcement | None) -> Iterator[str]:
    """The public record of the text being enforced, in lines."""
    if record is None:
        yield "enforcement: not looked up"
        return
    for event in record.events:
        against = f" against {one_line(event.against)}" if event.against else ""
        end = f" {one_line(event.outcome)}" if event.outcome else ""
        yield f"enforced {event.date}, {event.kind} by {one_line(event.who)}{against}: {one_line(event.what)}{end}"
        yield f"  {event.assurance}: {one_line(event.source)}"
    if record.none_found_on:
        further = "nothing further" if record.events else "none"
        yield f"enforcement: {further} found, looked on {record.none_found_on}"


def _show_clause(
    text: Instrument, key: str, clause: Clause, rules: tuple[str, ...], quotes: dict[str, Quote]
) -> None:
    typer.echo(f"\n#{key}  {one_line(f'{clause.topic}, {clause.norm}, at {clause.locator}')}")
    typer.echo(f"  {one_line(clause.paraphrase)}")
    for version in clause.versions:
        span = f"{version.from_} to {version.to or 'now'}"
        held = (
            f"{version.assurance or text.assurance}, {version.from_basis}"
            if version.held
            else "text not held"
        )
        mark = f", {version.fingerprint[:19]}…" if version.fingerprint else ""
        where = (
            f" in {one_line(version.capture.collection)}@{version.capture.commit[:10]}"
            if version.capture
            else ""
        )
        typer.echo(f"  {span}: {held}{mark}{where}")
        for line in _asks(clause.asked(version)):
            typer.echo(f"    {one_line(line)}")
        quote = quotes.get(version.fingerprint or "")
        if quote:
            typer.echo(
                f"    pinned {quote.digest[:19]}…, captured {quote.captured_on}: “{printable(quote.words)}”"
            )
    why = f"; {one_line(clause.no_rule)}" if clause.no_rule else ""
    typer.echo(f"  cited by {', '.join(rules) if rules else f'no rule{why}'}")


def _asks(asked: Asked) -> Iterator[str]:
    """The numbers and words of a clause, in lines."""
    for limit in asked.limits:
        unit = f" {limit.currency}" if limit.currency else ""
        when = f", counted at {limit.at}" if limit.at != "any-time" else ""
        yield f"limit: {limit.measure} of the {limit.of} above {limit.above:,}{unit}{when}: {limit.then}"
    for name in ("notice", "name_prefix", "badge", "credit_line"):
        yield from (f"{name.replace('_', ' ')}: “{words}”" for words in getattr(asked, name) or ())
    for name in ("copy_", "keep_notices", "mark_changes", "pass_on"):
        if getattr(asked, name):
            yield f"{name.rstrip('_').replace('_', ' ')}: owed"
    if asked.territory:
        places = asked.territory.excludes or asked.territory.only
        yield f"territory: {'not in' if asked.territory.excludes else 'only in'} {', '.join(places)}"


def unknown_text(name: str, known: list[str]) -> UsageError:
    """The error for a text that is not recorded, with the nearest one."""
    from compliance.errors import nearest

    near = nearest(name, known)
    what = f"no text {shortened(name)!r} is loaded"
    return UsageError(Fault(None, what, f"did you mean {near}?" if near else "see `compliance policy list`"))
