"""What `check` and `report` share: which formats go where, all rendered before any of them is written."""

from __future__ import annotations

import os
import pathlib
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from compliance.cli.outcome.others import say_of_passed, say_of_warnings
from compliance.cli.outcome.output import FILE_WIDTH, check_places, columns, put, say, use_color, write_files
from compliance.errors import ComplianceError, Fault, UsageError, printable
from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.model.answered.report import Report
    from compliance.render.formats import Format

Run = Callable[[str | None], dict[str, Any]]
"""Makes a run of SARIF, told how the manifest is called from the root of its repository."""

FIRST_QUESTIONS = 3
"""How many questions the first screen of a terminal prints."""

_DRAWINGS = ("svg", "mermaid")
_TELL_SINCE = ("text", "json", "markdown", "html", "pdf", "pdf-full")
"""Formats that name the earlier report with which one is compared."""


@dataclass(frozen=True, slots=True)
class Printing:
    """What was asked for, checked before anything is evaluated."""

    shown: Format
    files: tuple[tuple[Format, pathlib.Path], ...]
    templates: tuple[pathlib.Path, ...]
    quiet: bool
    verbose: int

    @property
    def tells_no_warnings(self) -> bool:
        """Whether what is printed holds no warnings: a verdict line alone, or a drawing."""
        return self.quiet or self.shown.name in _DRAWINGS

    def tell_aloud(self, report: Report, said: Sequence[str] = ()) -> None:
        """Say on standard error on what an exit code of 0 may rest, where what was printed does not tell.

        Args:
            report: The report.
            said: Warnings that were said before.
        """
        if self.tells_no_warnings:
            say_of_warnings(one for one in report.warnings if one not in said)
        if self.shown.name in _DRAWINGS:
            say_of_passed(report)  # a verdict line counts them
        if self.quiet or self.shown.name not in _TELL_SINCE:
            _say_since(report)

    @property
    def answers_tried(self) -> int | None:
        """Of how many questions the answers have to be tried out for what is printed; None means of all."""
        if self.files or self.verbose or self.shown.name != "text":
            return None
        return 0 if self.quiet else FIRST_QUESTIONS

    def annotate(self, error: ComplianceError) -> None:
        """Print where a manifest is at fault as annotations, where annotations are what is printed."""
        if self.shown.name == "github" and not self.quiet:
            from compliance.render.machine.github import render_faults

            put(render_faults(error.faults, in_repository).encode())

    def emit(self, report: Report, beside: Run | None = None) -> None:
        """Render everything, then write the files, then print; where rendering fails, nothing is written.

        Args:
            report: The report.
            beside: A further run that SARIF gets, given how the manifest is called from the root of its repository.
        """
        from compliance.render.formats import Setting, render

        source = in_repository(report.manifest)
        full = Setting(source, self.templates, width=FILE_WIDTH, verbose=2)
        made = [
            (path, _joined(form, render(form, report, full), beside, source)) for form, path in self.files
        ]
        width = FILE_WIDTH if self.quiet else columns()  # a verdict line alone is never wrapped
        seen = Setting(
            source, self.templates, color=use_color(), width=width, quiet=self.quiet, verbose=self.verbose
        )
        content = _joined(self.shown, render(self.shown, report, seen), beside, source)
        write_files(made)
        if any(
            form.name in ("html", "pdf", "pdf-full", "svg")
            for form in (self.shown, *(one for one, _ in self.files))
        ):
            from compliance.render.formats import unset_scripts

            for told in unset_scripts(report):
                say(f"warning: {told}")
        for path, _ in made:
            say(f"wrote {printable(str(path))}")
        put(content)


def _say_since(report: Report) -> None:
    """Say with which earlier report one is compared, since then what stood open before fails nothing."""
    if report.since is not None:
        from compliance.render.view.since import since_words

        say(since_words(report)[0])


def plan(
    name: str,
    reports: Sequence[str],
    templates: Sequence[pathlib.Path],
    *,
    quiet: bool,
    verbose: int,
    read: pathlib.Path | None,
) -> Printing:
    """Check what was asked for.

    Args:
        name: The format of standard output; `auto` chooses one.
        reports: Every `FORMAT=PATH`.
        templates: Folders of templates.
        quiet: Whether to print the verdict line only.
        verbose: How much to print: 0 the first screen, 1 every point, 2 everything.
        read: The file that is read, which none may replace.

    Raises:
        UsageError: If something is not known, or cannot be written.
    """
    from compliance.render.formats import format_of

    shown = format_of(_automatic(quiet) if name == "auto" else name, "--format")
    if shown.kind == "bytes" and sys.stdout.isatty():
        what = f"--format {shown.name} is not for a terminal"
        raise UsageError(Fault(None, what, f"write --report {shown.name}=report{shown.suffix}"))
    files = tuple(_file(text) for text in reports)
    check_places([path for _, path in files], [read] if read is not None else [])
    if templates:
        from compliance.render.templating import check_folders

        check_folders(templates)
    return Printing(shown, files, tuple(templates), quiet, verbose)


def _automatic(quiet: bool) -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" and not quiet else "text"


def _file(text: str) -> tuple[Format, pathlib.Path]:
    from compliance.render.formats import format_of

    name, sign, target = text.partition("=")
    if not sign or not target:
        what = f"--report {text!r} names no file"
        raise UsageError(Fault(None, what, "write FORMAT=PATH, e.g. json=report.json"))
    return format_of(name, "--report"), pathlib.Path(target)


def _joined(form: Format, content: bytes, beside: Run | None, source: str | None) -> bytes:
    """A rendered report; of SARIF, with the further run after its own."""
    if beside is None or form.name != "sarif":
        return content
    import json

    log = json.loads(content)
    log["runs"].append(beside(source))
    return (json.dumps(log, indent=2) + "\n").encode()


def in_repository(manifest: str) -> str | None:
    """How the manifest is called from the root of its repository, where links lead to; None where that is not known."""
    try:
        real = pathlib.Path(manifest).resolve()
        roots = [folder for folder in real.parents if (folder / ".git").exists()] if real.is_file() else []
    except (OSError, RuntimeError, ValueError):
        return None
    return real.relative_to(roots[0]).as_posix() if roots else None
