"""Which manifests a run is about: files as they are named, folders for every manifest below them."""

from __future__ import annotations

import fnmatch
import os
import pathlib
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn

from compliance.cli.outcome.output import say
from compliance.errors import ComplianceError, Fault, UsageError

USUAL = pathlib.Path("lineage.yaml")
"""The manifest of the folder in which one stands."""
NAMES = ("lineage.yaml", "*.lineage.yaml")
"""What manifests are called, where a folder is named."""
PLACE = "{name}"
"""What stands for a manifest's name in the path of a report."""
TOGETHER = ("text", "markdown", "github", "auto")
"""Formats of which several reports can follow each other on standard output."""


_OF_A_HUB = re.compile(r"(?:hf|https?):.*|[\w.-]+/[\w.-]+")
"""How a thing of a hub is called, which somebody may name in the place of a manifest."""


def usual(path: pathlib.Path) -> pathlib.Path:
    """The manifest that is meant where none is named. Raises `UsageError` where it is not there."""
    if os.path.lexists(path):
        return path
    to_do = (
        "name a manifest, or start with `compliance init`, which drafts one out of a folder; "
        "a small one stands in the sources: examples/quickstart/lineage.yaml"
    )
    raise UsageError(Fault(None, f"there is no {path}", to_do))


def _of_something_else(path: pathlib.Path) -> Fault | None:
    """What to say of a name that is a page's or a hub's, and no manifest's; nothing of any other."""
    if path.suffix.lower() in (".md", ".markdown") and path.is_file():
        return Fault(
            None, f"{path} is a page, and no manifest", f"`compliance import {path}` drafts one of it"
        )
    is_yaml = path.suffix.lower() in (".yaml", ".yml", ".json")
    if _OF_A_HUB.fullmatch(str(path)) and not is_yaml and not os.path.lexists(path):
        to_do = "of a model or data set of a hub, `compliance import hf:ORG/NAME` drafts a manifest"
        return Fault(None, f"there is no file {path}", to_do)
    return None


def gathered(named: Sequence[pathlib.Path]) -> list[pathlib.Path]:
    """Every manifest that is meant, each once; those of a folder in the order of their paths, hidden folders left out.

    Raises `UsageError` for a folder that holds none, and for what can be none.
    """
    found: dict[pathlib.Path, None] = {}
    for path in named:
        if fault := _of_something_else(path):
            raise UsageError(fault)
        if not path.is_dir():
            found[path] = None
            continue
        shown = sorted(below(path))
        if not shown:
            what = f"{path} holds no manifest"
            to_do = f"a manifest is called lineage.yaml, or ends in .lineage.yaml; `compliance init {path}` drafts one"
            raise UsageError(Fault(None, what, to_do))
        found |= dict.fromkeys(shown)
    return list(found)


def below(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    """Manifests below a folder, but for hidden ones. Raises `UsageError` for a folder that cannot be looked into."""

    def refuse(error: OSError) -> NoReturn:
        what = f"cannot look into {error.filename}: {(error.strerror or str(error)).lower()}"
        raise UsageError(Fault(None, what, "let it be read, or name the manifests themselves"))

    for place, inner, files in os.walk(folder, onerror=refuse):
        inner[:] = [name for name in inner if not name.startswith(".")]
        for name in files:
            if any(fnmatch.fnmatchcase(name, one) for one in NAMES):
                found = pathlib.Path(place, name)
                if found.is_file():
                    yield found


def one_manifest(named: pathlib.Path | None) -> pathlib.Path:
    """The one manifest that is meant: a file, or that of a folder, or `lineage.yaml` where nothing is named.

    Raises `UsageError` for a folder that holds none, or several.
    """
    found = gathered([named or usual(USUAL)])
    if len(found) > 1:
        raise UsageError(Fault(None, f"{named} holds {len(found)} manifests", f"name one, e.g. {found[0]}"))
    return found[0]


def report_paths(reports: Sequence[str], manifests: Sequence[pathlib.Path]) -> list[list[str]]:
    """Every `FORMAT=PATH` for each of several manifests; the path has to hold `{name}`.

    Raises `UsageError` where it does not.
    """
    for text in reports:
        if PLACE not in text:
            what = f"--report {text!r} is one file for {len(manifests)} manifests"
            raise UsageError(Fault(None, what, f"write {PLACE} in it, e.g. html=reports/{PLACE}.html"))
    names = [short_name(path) for path in manifests]
    twice = [name for name in names if names.count(name) > 1]
    if reports and twice:
        what = f"two manifests would write reports of the name {twice[0]!r}"
        raise UsageError(Fault(None, what, "check them one after the other"))
    return [[text.replace(PLACE, name) for text in reports] for name in names]


def short_name(path: pathlib.Path) -> str:
    """A manifest's path as a name for files.

    >>> short_name(pathlib.Path("models/a/lineage.yaml")), short_name(pathlib.Path("b.lineage.yaml"))
    ('models-a', 'b')
    """
    text = re.sub(r"(^|[./\\])lineage\.ya?ml$|\.ya?ml$", "", str(path))
    return re.sub(r"[^\w.]+", "-", text).strip("-.") or "lineage"


def check_together(form: str | None, since: pathlib.Path | None) -> None:
    """Refuse what goes with one manifest only: some formats, and an earlier report. Raises `UsageError`."""
    if since is not None:
        raise UsageError(Fault(None, "--since takes one manifest", "name the manifest of that report"))
    if form is not None and form not in TOGETHER:
        what = f"--format {form} takes one manifest"
        raise UsageError(Fault(None, what, f"write --report {form}=reports/{PLACE}.{form}"))


def run_each(manifests: Sequence[pathlib.Path], run: Callable[[pathlib.Path], int]) -> int:
    """Run one check after the other and return the worst exit code; one that cannot be run stops none of the others."""
    codes = []
    for path in manifests:
        try:
            codes.append(run(path))
        except ComplianceError as error:
            say(str(error))
            codes.append(2)
    passed, opened, failed = (codes.count(code) for code in (0, 1, 2))
    say(
        f"{len(codes)} manifests: {passed} with nothing open, {opened} with something open, {failed} could not be run"
    )
    return max(codes)
