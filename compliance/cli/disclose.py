"""`compliance disclose`."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.check import day, one_of
from compliance.cli.chosen.manifests import one_manifest
from compliance.cli.chosen.options import AsOf, Manifest, RulesFolders
from compliance.cli.outcome.others import say_of_others
from compliance.cli.outcome.output import check_places, say, write_file
from compliance.errors import Fault, UsageError
from compliance.foreign_files import read_foreign, reason_of

if TYPE_CHECKING:
    from compliance.model.answered.disclosure import Draft

_EXAMPLES = (
    "Examples: compliance disclose ab-2013 · compliance disclose eu-summary lineage.yaml --out summary.md · "
    "compliance disclose notice --licence-texts LICENSE-llama --out NOTICE"
)
LARGEST_TEXT = 4 * 1024 * 1024
"""Bytes up to which the text of a licence is read."""
_FORMS = ("ab-2013", "eu-summary", "model-card", "notice", "attribution", "questionnaire", "fact-sheet")
Form = Annotated[str, typer.Argument(metavar="FORM", help=", ".join(_FORMS))]
Releases = Annotated[
    list[str] | None,
    typer.Option("--release", metavar="ID", help="One release only; repeatable. [default: all]"),
]
Out = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Write to a file: Markdown, or a page where its name ends in .pdf or .html. [default: standard output]",
    ),
]
Texts = Annotated[
    list[pathlib.Path] | None,
    typer.Option(
        "--licence-texts",
        metavar="FILE",
        help="Full licence texts to put into a NOTICE to ship, as with --plain; repeatable.",
    ),
]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain", help="Of a notice: only the words to be shown and the texts given, as a file to ship."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("disclose", epilog=_EXAMPLES, short_help="Draft what has to be published, with gaps marked.")(
        disclose
    )


def disclose(
    form: Form,
    manifest: Manifest = None,
    release: Releases = None,
    out: Out = None,
    licence_texts: Texts = None,
    plain: Plain = False,
    as_of: AsOf = None,
    rules: RulesFolders = None,
) -> None:
    """Draft a document for publication: what the manifest says, with its source, and what is missing as questions.

    Nothing is invented. Exits with 0, whether or not anything is missing.
    """
    from compliance import disclosing, planning
    from compliance.load.manifest.manifest import load_manifest
    from compliance.load.packs.knowledge import load_packs

    name = one_of("FORM", form, _FORMS)
    if name != "notice" and (plain or licence_texts):
        what = f"--plain and --licence-texts are for a notice, and {name} is none"
        raise UsageError(Fault(None, what, "leave them out, or write `disclose notice`"))
    read = one_manifest(manifest)
    check_places([out] if out else [], [read, *(licence_texts or ()), *(rules or ())])
    texts = [(path.name, _read(path)) for path in licence_texts or []]
    packs = load_packs(rules or [])
    question = planning.Question(load_manifest(read, packs), packs, day(as_of))
    say_of_others(question.loaded, packs, question.as_of)
    found = disclosing.drafts(question, name, tuple(release or ()))  # type: ignore[arg-type]
    made = _made(found, plain or bool(licence_texts), texts, out)
    missing = sum(one.open for one in found)
    if out is None:
        typer.echo(made, nl=False)
    else:
        write_file(out, made if isinstance(made, bytes) else made.encode())
        say(f"wrote {out}")
    say(f"open questions: {missing}" if missing else "nothing is missing")


def _made(
    drafts: tuple[Draft, ...], plain: bool, texts: list[tuple[str, str]], out: pathlib.Path | None
) -> str | bytes:
    """The drafts as Markdown, as a page or as a file to ship."""
    from compliance.render.disclosed.markdown import render_draft, render_notice

    if plain:
        return "\n\n".join(render_notice(one, texts) for one in drafts)
    form = out.suffix.lower() if out else ""
    if form not in (".pdf", ".html"):
        return "\n".join(render_draft(one) for one in drafts)
    from compliance.render.sheet.disclosed import draft_sheet
    from compliance.render.sheet.page import as_page

    page = as_page([draft_sheet(one) for one in drafts])
    if form == ".html":
        return page
    from compliance.render.pdf.document import draw_page

    return draw_page(page)


def _read(path: pathlib.Path) -> str:
    try:
        return read_foreign(path, limit=LARGEST_TEXT).decode()
    except (OSError, ValueError) as error:
        what = f"cannot read {path} as text: {reason_of(error)}"
        raise UsageError(Fault(None, what, "name a text file in UTF-8")) from None
