"""How commands that print sheets say where they go: a format for standard output, and files."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from compliance.cli.outcome.output import FILE_WIDTH, check_places, columns, say, use_color, write_files
from compliance.errors import Fault, UsageError

if TYPE_CHECKING:
    from compliance.render.sheet.blocks import Sheet

FORMATS = ("text", "markdown", "html", "pdf", "json")
SheetFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="What standard output gets: text, markdown, html, pdf or json.",
    ),
]
SheetFiles = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=PATH",
        help="Also write it to a file, e.g. markdown=what-if.md; repeatable.",
    ),
]


def check_formats(
    name: str, files: Sequence[str], read: Sequence[pathlib.Path] = ()
) -> tuple[tuple[str, pathlib.Path], ...]:
    """The files that were asked for, none of which is one that is read.

    Raises `UsageError` for a format that is not known or a place that cannot be written, before anything is run.
    """
    found = []
    for text in files:
        form, sign, target = text.partition("=")
        if not sign or not target:
            what = f"--report {text!r} names no file"
            raise UsageError(Fault(None, what, "write FORMAT=PATH, e.g. markdown=what-if.md"))
        found.append((_known(form, "--report"), pathlib.Path(target)))
    _known(name, "--format")
    if name == "pdf" and sys.stdout.isatty():
        what = "--format pdf is not for a terminal"
        raise UsageError(Fault(None, what, "write --report pdf=what-if.pdf"))
    check_places([path for _, path in found], read)
    return tuple(found)


def _known(name: str, option: str) -> str:
    """The whole name of a format, which may be given by the ending of its files."""
    from compliance.render.formats import SHORT

    called = SHORT.get(name, name)
    if called not in FORMATS:
        raise UsageError(
            Fault(None, f"{option} {name!r} is not known here", f"choose one of {', '.join(FORMATS)}")
        )
    return called


def emit(
    sheets: Sequence[Sheet],
    kind: str,
    values: Mapping[str, Any],
    name: str,
    files: Sequence[tuple[str, pathlib.Path]],
) -> None:
    """Print sheets, and write the files; `values` are what the JSON of `kind` holds."""

    def made(form: str, width: int, color: bool) -> str | bytes:
        if form == "json":
            from compliance.render.sheet.values import as_json

            return as_json(kind, values)
        if form == "markdown":
            from compliance.render.sheet.markdown import as_markdown

            return as_markdown(sheets)
        if form in ("html", "pdf"):
            return _page(sheets, form)
        from compliance.render.sheet.terminal import as_text

        return as_text(sheets, width=width, color=color)

    contents = [(path, _bytes(made(form, FILE_WIDTH, False))) for form, path in files]
    write_files(contents)
    for path, _ in contents:
        say(f"wrote {path}")
    typer.echo(made(_known(name, "--format"), columns(), use_color()), nl=False)


def _page(sheets: Sequence[Sheet], form: str) -> str | bytes:
    from compliance.render.sheet.page import as_page

    if form == "html":
        return as_page(sheets)
    from compliance.render.pdf.document import draw_page

    return draw_page(as_page(sheets))


def _bytes(made: str | bytes) -> bytes:
    return made if isinstance(made, bytes) else made.encode()
