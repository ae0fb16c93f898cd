"""Fill the template of the PDF, and find the files that it and its style sheet use, in the template folders only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from compliance.errors import Fault, InputError, UsageError
from compliance.foreign_files import read_foreign, reason_of
from compliance.render.graph.bars import bars_svg
from compliance.render.pdf.content import Paper
from compliance.render.template_bounds import LARGEST
from compliance.render.templating import fill
from compliance.render.ticked import ticked
from compliance.render.view.report_view import View
from compliance.resources import templates_folder

TEMPLATE = "pdf.html.j2"


def folders(templates: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders to look in, those of the user first."""
    return (*(folder.resolve() for folder in templates), templates_folder().resolve())


def find(name: str, within: Sequence[Path]) -> Path | None:
    """Return the first file of this name; never one outside the folders, wherever dots and links lead."""
    for folder in within:
        path = (folder / name).resolve()
        if path.is_relative_to(folder) and path.is_file():
            return path
    return None


def read_text(name: str, within: Sequence[Path]) -> str:
    """Return the text of the first file of this name. Raises `InputError` for one that is no text, or too long."""
    path = find(name, within)
    if path is None:
        raise UsageError(
            Fault(None, f"no template folder has {name}", "put it there, or name another folder")
        )
    try:
        return read_foreign(path, limit=LARGEST).decode()
    except (OSError, ValueError) as error:
        what = f"cannot read {path}: {reason_of(error)}"
        raise InputError(Fault(None, what, "correct it, or leave out --template")) from None


def render_html(paper: Paper, view: View, templates: Sequence[Path]) -> str:
    """Fill the template; a user's template may extend the bundled one.

    Raises:
        InputError: If a template cannot be filled.
    """
    from markupsafe import Markup

    bars = {one.key: Markup(bars_svg(one.bars, name=one.title)) for one in view.annexes}
    return fill(
        TEMPLATE, {"paper": paper, "view": view, "bars": bars}, folders=templates, filters={"ticked": ticked}
    )
