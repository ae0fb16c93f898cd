"""The one table of formats: how each is called, what renders it, and what a file of it ends in.

Renderers are named here and loaded when they are used, so that a check that prints text loads no library of pictures.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from compliance.errors import Fault, UsageError
from compliance.model.answered.report import Report
from compliance.render.runner_commands import GUARDS
from compliance.render.view.verdict import build_verdict
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from compliance.render.view.report_view import View

    Render = Callable[[Report, View, "Setting"], str | bytes]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a renderer may be told beside the report; each takes what it knows of."""

    source: str | None = None
    """How the manifest is called from the root of its repository, if that is known."""
    templates: tuple[Path, ...] = ()
    """Folders of a user's templates."""
    color: bool = False
    width: int = 100
    quiet: bool = False
    verbose: int = 0
    """How much: 0 the answer on one screen, 1 every point, 2 everything."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to print a report."""

    name: str
    suffix: str
    """What the name of such a file ends in."""
    kind: Literal["text", "bytes"]
    templates: bool
    """Whether a user's templates have a say."""
    render: Render


def _call(module: str, function: str, *values: Any, **options: Any) -> Any:
    """Call a renderer by its name; it is loaded here."""
    return getattr(importlib.import_module(f"compliance.render.{module}"), function)(*values, **options)


def _text(report: Report, view: View, setting: Setting) -> str | bytes:
    options = {"color": setting.color, "width": setting.width, "quiet": setting.quiet}
    return str(_call("plain.terminal", "render_terminal", view, verbose=setting.verbose, **options))


def _json(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("machine.json_report", "render_json", report, view))


def _markdown(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("plain.markdown", "render_markdown", view, templates=setting.templates))


def _html(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("html.page", "render_html", report, view, **_templates(setting)))


def _pdf(report: Report, view: View, setting: Setting, *, full: bool = False) -> str | bytes:
    attached = str(_json(report, view, setting))
    if not setting.templates:
        return bytes(_call("pdf.document", "render_pdf", report, view, attached, full=full))
    from compliance.render.template_bounds import laid_out_apart

    return laid_out_apart(
        lambda: bytes(
            _call(
                "pdf.document", "render_pdf", report, view, attached, full=full, templates=setting.templates
            )
        )
    )


def _pdf_full(report: Report, view: View, setting: Setting) -> str | bytes:
    return _pdf(report, view, setting, full=True)


def _sarif(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("machine.sarif", "render_sarif", report, view, setting.source))


def _junit(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("machine.junit", "render_junit", report, view, setting.source))


def _github(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("machine.github", "render_github", report, view, setting.source))


def _gitlab(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("machine.gitlab", "render_gitlab", report, view, setting.source))


def _csv(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("machine.csv_report", "render_csv", view))


def _svg(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("graph.print", "render_svg", report, view))


def _mermaid(report: Report, view: View, setting: Setting) -> str | bytes:
    return str(_call("graph.mermaid", "render_mermaid", report, view))


def _templates(setting: Setting) -> dict[str, Any]:
    return {"templates": setting.templates} if setting.templates else {}


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.name: form
        for form in (
            Format("text", ".txt", "text", False, _text),
            Format("json", ".json", "text", False, _json),
            Format("markdown", ".md", "text", True, _markdown),
            Format("html", ".html", "text", True, _html),
            Format("pdf", ".pdf", "bytes", True, _pdf),
            Format("pdf-full", ".pdf", "bytes", True, _pdf_full),
            Format("sarif", ".sarif", "text", False, _sarif),
            Format("junit", ".xml", "text", False, _junit),
            Format("github", ".txt", "text", False, _github),
            Format("gitlab", ".json", "text", False, _gitlab),
            Format("csv", ".csv", "text", False, _csv),
            Format("svg", ".svg", "text", False, _svg),
            Format("mermaid", ".md", "text", False, _mermaid),
        )
    }
)
"""Every format by its name."""
SHORT = MappingProxyType({"md": "markdown", "txt": "text"})
"""Endings of files by which formats are known as well."""


def format_of(name: str, option: str) -> Format:
    """Return the format of a name. Raises `UsageError`, which names the option, for one that is not known."""
    if (called := SHORT.get(name, name)) in FORMATS:
        return FORMATS[called]
    import difflib

    close = difflib.get_close_matches(name, FORMATS, n=1)
    to_do = f"choose one of {', '.join(FORMATS)}"
    raise UsageError(
        Fault(
            None, f"{option} {name!r} is not known", f"did you mean {close[0]}? {to_do}" if close else to_do
        )
    )


def unset_scripts(report: Report) -> tuple[str, ...]:
    """A sentence for each script of a report that no font on this machine can set in a PDF."""
    return tuple(_call("fonts.scripts", "unset", repr(report)))


def render(form: Format, report: Report, setting: Setting) -> bytes:
    """Return a report in a format, as the bytes of a file."""
    report = _in_order(report)
    if form.name == "text" and setting.quiet and not setting.color:
        line = build_verdict(report).alone
        if line.isascii():  # names that need a frame are known to the view
            return GUARDS[form.name](line).encode()
    from compliance.render.view.report_view import build_view

    view = build_view(report)
    with _bounded(setting):
        made = form.render(report, view, setting)
    if isinstance(made, bytes):
        return made
    return GUARDS[form.name](_framed(form, made, view)).encode(errors="backslashreplace")


def _bounded(setting: Setting) -> contextlib.AbstractContextManager[None]:
    """What bounds the templates of a user, if there are any."""
    if not setting.templates:
        return contextlib.nullcontext()
    from compliance.render.template_bounds import one_report

    return one_report()


def _framed(form: Format, made: str, view: View) -> str:
    """What is for people, with names that are written from right to left in frames of their own."""
    if made.isascii() or form.name not in ("text", "markdown", "html"):
        return made
    from compliance.render.isolates import isolated, isolated_page

    names = view.names
    if form.name == "text":
        pasted = [line.text for question in view.questions.items for line in question.lines]
        return isolated(made, names, pasted)
    from markupsafe import escape as of_page

    from compliance.render.markdown_text import escape as of_markdown

    return isolated_page(made, names, of_markdown if form.name == "markdown" else of_page)


def _in_order(report: Report) -> Report:
    """The report as JSON keeps it, so that a saved one gives the same bytes as the one that was saved."""
    return replace(
        report,
        allowed=tuple(sorted(report.allowed)),
        not_covered=tuple(sorted(report.not_covered, key=lambda item: (item.subject, item.name, item.why))),
        packs=tuple(sorted(report.packs, key=lambda pack: (pack.id, pack.path))),
        warnings=tuple(sorted(report.warnings)),
    )
