"""`compliance doctor`: what the program runs on and with, and what to do where something is missing."""

from __future__ import annotations

import datetime
import os
import pathlib
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from compliance.cli.chosen.options import AsOf, RulesFolders
from compliance.errors import ComplianceError, printable
from compliance.version import __version__

if TYPE_CHECKING:
    from compliance.model.known.knowledge import Knowledge

STALE = 365
"""Days after which a text is told as not looked at for long."""
OUTDATED = 180
"""Days after which packs in which no text was looked at since are those of an old release."""
_BRINGS = "names in them would be boxes in a PDF: install the program with its extra `fonts`, or Noto fonts"
_EXAMPLES = "Example: compliance doctor. Exit codes: 0 all is well, 1 something is to be done."


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at."""

    what: str
    found: str
    to_do: str = ""
    """Empty where all is well."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor", epilog=_EXAMPLES, short_help="Look over the installation.")(doctor)


def doctor(rules: RulesFolders = None, as_of: AsOf = None) -> None:
    """Look over the installation: versions, packs and their age, folders, PDF, settings; and say what to do."""
    from compliance.cli.check import day

    on = day(as_of)
    looks: tuple[tuple[str, Callable[[], Iterator[Line]]], ...] = (
        ("packs", lambda: _packs(rules or [], on)),
        ("settings", _settings),
        ("cache", _cache),
        ("pinned texts", _store),
        ("PDF", _pdf),
    )
    lines = [Line("program", f"compliance {__version__}, Python {platform.python_version()}, {sys.platform}")]
    for what, look in looks:
        try:
            lines += look()
        except ComplianceError as error:
            lines.append(Line(what, str(error).splitlines()[0], "see the message"))
    for line in lines:
        typer.echo(printable(f"{'!' if line.to_do else ' '} {line.what:<13} {line.found}"))
        if line.to_do:
            typer.echo(printable(f"  {'':<13} → {line.to_do}"))
    raise typer.Exit(int(any(line.to_do for line in lines)))


def _packs(rules: list[pathlib.Path], on: datetime.date) -> Iterator[Line]:
    from compliance import pipeline

    packs = pipeline.load_packs(rules)
    number = sum(1 for _ in packs.rules())
    versions = sorted({pack.pack.version for pack in packs.packs}) or ["no version"]
    dated = " to ".join(dict.fromkeys((versions[0], versions[-1])))
    yield Line(
        "packs", f"{number} rules in {len(packs.packs)} packs ({dated}), {len(packs.instruments)} texts"
    )
    yield _age(packs, on)


def _age(packs: Knowledge, on: datetime.date) -> Line:
    from compliance.model.known.policy_text import age_in_days

    ages = {text.id: age_in_days(text, on) for text in packs.instruments.values()}
    if not ages:
        return Line("texts", "none", "load packs that describe some")
    newest, old = min(ages.values()), sum(age > STALE for age in ages.values())
    found = f"last verified {newest} to {max(ages.values())} days before {on}, {old} more than {STALE} days"
    if old:
        found += " (`compliance policy list` says which)"
    return Line("texts", found, "install a newer release" if newest > OUTDATED else "")


def _settings() -> Iterator[Line]:
    from compliance.config import find_settings, opened

    settings, found = find_settings(pathlib.Path(os.path.realpath(".")))
    wider = opened(settings, found.name, reading=True, words=True) if found else None
    gate = f"fail-on: {settings.fail_on}, allow: {', '.join(settings.allow) or 'nothing'}"
    yield Line("settings", f"{found or 'no file'}; {gate}", wider or "")


def _cache() -> Iterator[Line]:
    named = os.environ.get("XDG_CACHE_HOME")
    try:
        folder = (pathlib.Path(named) if named else pathlib.Path("~/.cache").expanduser()) / "compliance"
    except RuntimeError:
        yield Line("cache", "none: the user has no home", "set XDG_CACHE_HOME, or bear slower starts")
        return
    near = next(each for each in (folder, *folder.parents) if each.exists())
    to_do = (
        "" if os.access(near, os.W_OK) else "make it writable, or set XDG_CACHE_HOME; starts are slower so"
    )
    yield Line("cache", str(folder), to_do)


def _store() -> Iterator[Line]:
    from compliance.text.keep.pin import Store, store_folder

    store = Store(store_folder())
    yield Line("pinned texts", f"{len(store.pins())} in {store.folder}")


def _pdf() -> Iterator[Line]:
    import importlib.metadata

    from compliance.render.fonts.faces import missing_faces
    from compliance.render.fonts.scripts import LETTERS, lacking_scripts
    from compliance.render.pdf.document import drawing_library

    yield Line("PDF", f"WeasyPrint {importlib.metadata.version('weasyprint')}, {drawing_library()}")
    missing = missing_faces()
    if missing:
        yield Line("fonts", f"without {', '.join(missing)}", "install the program's packages of fonts")
    else:
        yield Line("fonts", "IBM Plex, out of packages")
    lacking = ", ".join(name for name, _ in lacking_scripts(LETTERS))
    yield Line(
        "scripts", f"no font for {lacking}; {_BRINGS}" if lacking else "fonts for all that are known to come"
    )
