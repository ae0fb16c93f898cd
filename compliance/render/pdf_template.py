"""Fill the template of the PDF: a sandbox in which all text is escaped and an unknown name is an error."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from compliance.errors import Fault, UsageError
from compliance.render.pdf_content import Paper
from compliance.render.view import View
from compliance.resources import templates_folder

TEMPLATE = "pdf.html.j2"
_MISTAKES = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What else a mistake in a user's template may raise."""


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
    """Return the text of the first file of this name."""
    path = find(name, within)
    if path is None:
        raise UsageError(
            Fault(None, f"no template folder has {name}", "put it there, or name another folder")
        )
    return path.read_text(encoding="utf-8")


def render_html(paper: Paper, view: View, within: Sequence[Path]) -> str:
    """Fill the template. A user's template may extend the bundled one as `bundled/pdf.html.j2`.

    Raises:
        UsageError: If a template cannot be filled.
    """
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    bundled = jinja2.FileSystemLoader(within[-1])
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.ChoiceLoader(
            [jinja2.FileSystemLoader(list(within)), jinja2.PrefixLoader({"bundled": bundled})]
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        return environment.get_template(TEMPLATE).render(paper=paper, view=view)
    except (jinja2.TemplateError, *_MISTAKES) as error:
        what = f"the PDF template cannot be filled: {type(error).__name__}: {error}"
        raise UsageError(Fault(None, what, "mend the template, or leave it out")) from error
