"""`compliance policy`: import, pin, draft; `policy_records`, `policy_texts` and `policy_watch` add the others."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.cli.outcome.output import say
from compliance.cli.policy import records as policy_records
from compliance.cli.policy import texts as policy_texts
from compliance.cli.policy import watch as policy_watch
from compliance.cli.policy.clauses import print_clauses
from compliance.cli.policy.records import unknown_text
from compliance.cli.policy.texts import StoreFolder, Texts, today
from compliance.errors import Fault, UsageError, printable

if TYPE_CHECKING:
    from compliance.model.known.knowledge import Knowledge
    from compliance.text.keep.pin_source import Source

app = typer.Typer(
    no_args_is_help=True,
    help="Texts of terms and licences: recorded, pinned, watched.",
    rich_markup_mode=None,
)
policy_records.register(app)
policy_texts.register(app)
policy_watch.register(app)


def register(program: typer.Typer) -> None:
    """Add the commands."""
    program.add_typer(app, name="policy")


LISTED = 20
"""From how many documents on only their names are printed."""
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files (Markdown, HTML, text, PDF, bill XML), folders, checkouts, git bundles.",
    ),
]
Document = Annotated[
    list[str] | None,
    typer.Option(
        "--document", metavar="PATTERN", help="Documents of a collection, e.g. 'ChatGPT/*'; repeatable."
    ),
]
Commit = Annotated[str, typer.Option("--at", metavar="COMMIT", help="Commit of a collection.")]
Marks = Annotated[bool, typer.Option("--fingerprints", help="Also print each clause's three fingerprints.")]
Parser = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--spacy-model",
        metavar="DIR",
        help="A spaCy pipeline with a parser, kept on this machine: it sets tags to be reviewed where it finds the "
        "provider for a subject. Never needed.",
    ),
]
CapturedOn = Annotated[
    str | None,
    typer.Option(
        "--captured-on", metavar="DATE", help="Day on which the text stood so. [default: the file's date]"
    ),
]
Named = Annotated[
    list[str] | None,
    typer.Option(
        "--instrument", metavar="ID", help="Instrument of policies/ that it is the text of; repeatable."
    ),
]


@app.command(
    "import",
    short_help="Cut texts into clauses and print what each says.",
    epilog="Examples: compliance policy import terms.html · compliance policy import genai.bundle --document "
    "'ChatGPT/*' · compliance policy import terms.pdf --pin",
)
def import_(
    sources: Sources,
    document: Document = None,
    at: Commit = "HEAD",
    pin: Annotated[bool, typer.Option("--pin", help="Also keep the texts in the local store.")] = False,
    tagged_only: Annotated[bool, typer.Option("--tagged", help="Print tagged clauses only.")] = False,
    fingerprints: Marks = False,
    spacy_model: Parser = None,
    store: StoreFolder = None,
    captured_on: CapturedOn = None,
) -> None:
    """Cut texts into clauses and print what each says; files of this machine only, never an address."""
    from compliance.text.keep.pin_source import sources_of
    from compliance.text.tag.parser import load_parser

    parser = load_parser(spacy_model) if spacy_model is not None else None
    found = sources_of(sources, document or (), at, captured_on)
    if len(found) > LISTED and not document:
        for source in found:
            typer.echo(printable(source.name))
        say(f"{len(found)} documents; choose some with --document to read their clauses")
    else:
        for source in found:
            print_clauses(
                source,
                source.segmented(),
                tagged_only=tagged_only,
                fingerprints=fingerprints,
                parser=parser,
            )
    if pin:
        from compliance import pipeline

        _pin(found, store, (), pipeline.load_packs())


@app.command(
    "pin",
    short_help="Keep real texts on this machine, to quote and verify.",
    epilog="Examples: compliance policy pin terms.html --instrument openai/services-agreement --captured-on 2026-01-01 "
    "· compliance policy pin --cited --texts OpenTermsArchive/genai-contrib-versions=genai-contrib.bundle",
)
def pin(
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE", show_default=False)] = None,
    document: Document = None,
    at: Commit = "HEAD",
    instrument: Named = None,
    captured_on: CapturedOn = None,
    cited: Annotated[
        bool, typer.Option("--cited", help="Every capture in which a cited clause stands, out of --texts.")
    ] = False,
    texts: Texts = None,
    rules: RulesFolders = None,
    store: StoreFolder = None,
) -> None:
    """Keep real texts on this machine, by digest, so that reports can quote them and `verify` can check them."""
    from compliance import pipeline
    from compliance.text.keep.pin_source import captured_sources, sources_of

    known = pipeline.load_packs(rules or [])
    for name in instrument or ():
        if name not in known.instruments:
            raise unknown_text(name, list(known.instruments))
    if not sources and not cited:
        raise UsageError(Fault(None, "nothing is named to be pinned", "give files, or --cited with --texts"))
    found = list(sources_of(sources or (), document or (), at, captured_on))
    if cited:
        from compliance.model.known.policy_text import cited_versions

        found += captured_sources(cited_versions(known), texts or ())
    _pin(found, store, instrument or (), known)


def _pin(
    found: Sequence[Source], store: pathlib.Path | None, instruments: Sequence[str], known: Knowledge
) -> None:
    from compliance.model.known.policy_text import cited_versions
    from compliance.text.keep.pin import Store, store_folder
    from compliance.text.keep.pin_quotes import pinned_quotes

    place = Store(store_folder(store))
    day = datetime.date.today().isoformat()  # noqa: DTZ011
    for source in found:
        kept = place.put(
            source.content, name=source.name, origin=source.origin, captured_on=source.captured_on, pinned_on=day,
            instruments=[*source.instruments, *instruments],
        )  # fmt: skip
        typer.echo(f"{kept.digest}  {kept.captured_on}  {printable(kept.name)}  ({printable(kept.origin)})")
    say(f"kept {len(found)} texts in {place.folder}")
    say(f"{len(pinned_quotes(place, cited_versions(known)))} recorded wordings can be quoted from it")


@app.command(
    "draft",
    short_help="Print a rule skeleton for a clause.",
    epilog="Examples: compliance policy draft openai/services-agreement#competing-models · "
    "compliance policy draft terms.md:120 --situations > situations.yaml",
)
def draft(
    clause: Annotated[
        str, typer.Argument(metavar="CLAUSE", help="INSTRUMENT#CLAUSE, or FILE:LINE of a text.")
    ],
    situations: Annotated[
        bool, typer.Option("--situations", help="Print the situations to complete instead.")
    ] = False,
    provider: Annotated[
        str, typer.Option("--provider", help="Provider of a text that is not recorded.")
    ] = "",
    rules: RulesFolders = None,
    as_of: AsOf = None,
    store: StoreFolder = None,
) -> None:
    """Print a rule skeleton for a clause, `status: draft`; it is complete for `rules lint` and never put by itself."""
    from compliance import pipeline
    from compliance.text.draft.clause import drafted
    from compliance.text.draft.rule import rule_yaml, situations_yaml

    made = drafted(clause, pipeline.load_packs(rules or []), store, provider)
    text = situations_yaml(made, today(as_of).isoformat()) if situations else rule_yaml(made)
    typer.echo(text, nl=False)
