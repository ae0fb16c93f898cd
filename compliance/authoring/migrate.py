"""Packs written in an earlier format, brought to the present one: what a program can change, and what is left to do.

Format 1 (until 2026-11-24) had patterns in records of names, no reasons beside readings, and `undisclosed` where
selectors say `unexplained`. Only lines that change are touched; comments and everything else stay as they are written.
"""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from compliance.errors import ComplianceError, Fault, InputError, UsageError
from compliance.foreign_files import read_foreign, reason_of
from compliance.load.documents.yaml_reader import MAX_BYTES, Document, parse_yaml
from compliance.load.packs.folder import check_folder
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.reasons import READINGS, unreasoned
from compliance.model.packs.rule import FORMAT
from compliance.model.shapes.location import Path
from compliance.whole_files import put_files

TODO = "TODO"
"""What is left to a person is marked with it, and `rules lint` tells every mark."""
_FORMAT = re.compile(r"(\bformat['\"]?\s*:\s*)\d+")
_MARK = "\ufeff"
_SELECTORS = (("source",), ("release",), ("from",))
_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line for the reader of YAML too."""
_LITERAL = re.compile(r"[\w ./:+()-]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """One line that reads otherwise in the present format; several where lines are added."""

    line: int
    old: str
    new: tuple[str, ...]
    why: str


def migrated(text: str, name: str) -> tuple[str, list[Edit]]:
    """A document in the present format, and what was changed. Raises `InputError` for one that cannot be read."""
    document = parse_yaml(text, name)
    edits = list(_edits(document, _BREAK.split(text)))
    return _rewritten(text, edits, name), edits


def _rewritten(text: str, edits: list[Edit], name: str) -> str:
    """The text with the edits, every line with the end that it has.

    Raises `InputError` where a line is no place for each of them: two stand in one, an edit changes nothing, or what
    comes of them could not be read.
    """
    of_line = {edit.line: edit for edit in edits}
    lines, ends = _BREAK.split(text), _BREAK.findall(text)
    parts = []
    for number, (line, end) in enumerate(zip(lines, [*ends, ""], strict=True), start=1):
        new = of_line[number].new if number in of_line else (line,)
        parts.append((end or (ends[0] if ends else "\n")).join(new) + end)
    changed = "".join(parts)
    try:
        if len(of_line) < len(edits) or any(one.new == (one.old,) for one in edits):
            raise _OneLineError
        parse_yaml(changed, name)
    except (InputError, _OneLineError):
        first = min(edits, key=lambda one: one.line)
        what = f"{name}: what changes from line {first.line} on does not stand in lines of its own"
        raise InputError(Fault(None, what, "give each key of it one line, without braces, once")) from None
    return changed


class _OneLineError(Exception):
    """A line is no place for an edit."""


def _edits(document: Document, lines: list[str]) -> Iterator[Edit]:
    data = document.data if isinstance(document.data, dict) else {}
    head = data.get("pack")
    if isinstance(head, dict) and "id" in head and _is_earlier(head.get("format", 1)):
        yield from _head(document, lines, head)
    for path, key in _keys(data):
        if key == "undisclosed" and path[-1:] in _SELECTORS:
            yield _renamed(document, lines, (*path, key), "unexplained", "how it was made is what is asked")
        elif key == "developers" and path[:1] == ("providers",):
            yield _renamed(
                document, lines, (*path, key), "aliases", "a provider's names are compared as a whole"
            )
        elif key == "match" and path[:1] in (("models",), ("datasets",), ("services",), ("licences",)):
            yield _named(document, lines, (*path, key))


def _is_earlier(given: object) -> bool:
    """Whether it is the number of an earlier format; what is no such number is for `rules lint` to tell."""
    return isinstance(given, int) and not isinstance(given, bool) and given < FORMAT


def _head(document: Document, lines: list[str], head: dict[str, Any]) -> Iterator[Edit]:
    """The number of the format: in its place where one is given, else before the id."""
    why = f"the pack says in which format it is written ({FORMAT})"
    if "format" in head:
        line = document.marks.of(("pack", "format")).line
        old = lines[line - 1]
        yield Edit(line, old, (_FORMAT.sub(rf"\g<1>{FORMAT}", old, count=1),), why)
        return
    place = document.marks.of(("pack", "id"))
    old = lines[place.line - 1]
    before, rest = old[: place.column - 1], old[place.column - 1 :]
    in_braces = "{" in before
    new = (
        (f"{before}format: {FORMAT}, {rest}",)
        if in_braces
        else (f"{before}format: {FORMAT}", f"{before}{rest}")
    )
    yield Edit(place.line, old, new, why)


def _keys(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every key of a document, with the path that leads to its mapping."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield path, key
            yield from _keys(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _keys(value, (*path, number))


def _renamed(document: Document, lines: list[str], path: Path, name: str, why: str) -> Edit:
    place = document.marks.of(path)
    old = lines[place.line - 1]
    new = old[: place.column - 1] + re.sub(r"^(['\"]?)\w+", rf"\g<1>{name}", old[place.column - 1 :])
    return Edit(place.line, old, (new,), f"`{path[-1]}` is `{name}`: {why}")


def _named(document: Document, lines: list[str], path: Path) -> Edit:
    """A pattern that only spells names becomes these names; any other is left to a person."""
    place = document.marks.of(path)
    old = lines[place.line - 1]
    before = old[: place.column - 1]
    given: Any = document.data
    for part in path:
        given = given[part]
    patterns = given if isinstance(given, list) else [given]
    names = [name for pattern in patterns for name in _spelt(str(pattern))]
    key = "aliases" if path[0] == "licences" else "names"
    why = f"`match` is `{key}`: names are compared as a whole, never searched for"
    if names and all(names) and old.rstrip().endswith((str(given), "]", '"', "'")):
        told = ", ".join(f'"{name}"' for name in names)
        return Edit(place.line, old, (f"{before}{key}: [{told}]",), why)
    return Edit(place.line, old, (f"{before}{key}: [{TODO}]  # was {old.strip().lstrip('- ')}",), why)


def _spelt(pattern: str) -> list[str]:
    """The names that a pattern spells out; an empty one where it is more than names."""
    plain = pattern.removeprefix("^").removesuffix("$").replace(r"\b", "")
    names = [re.sub(r"\\([./+-])", r"\1", name) for name in plain.split("|")]
    return [
        name if _LITERAL.fullmatch(name) and "." not in plain.replace(r"\.", "") else "" for name in names
    ]


def _with_reasons(text: str, shown: str, packs: Knowledge) -> tuple[str, list[Edit]]:
    document, lines = parse_yaml(text, shown), _BREAK.split(text)
    rules = document.data.get("rules", ()) if isinstance(document.data, dict) else ()
    edits = []
    for number, held in enumerate(rules):
        found = packs.find_rule(held.get("id", "")) if isinstance(held, dict) else None
        given = held.get("because") or {} if isinstance(held, dict) else {}
        lacking = (
            [one for one in unreasoned(found[1], packs.definitions) if one[0] not in given] if found else []
        )
        if lacking:
            edits.append(_because(document, lines, number, lacking))
    return _rewritten(text, edits, shown), edits


def _because(document: Document, lines: list[str], number: int, lacking: list[Any]) -> Edit:
    given = document.marks.positions.get(("rules", number, "because"))
    line, column = given or document.marks.positions[("rules", number, "id")]
    old, indent = lines[line - 1], " " * (column - 1)
    rows = [] if given else [f"{indent}because:"]
    for name in dict.fromkeys(name for name, _ in lacking):
        open_ = [group[0] for named, group in lacking if named == name]
        told = ", ".join(f"{one}: {TODO}" for one in READINGS if one in open_)
        rows.append(f"{indent}  {name}: {{{told}}}")
    return Edit(line, old, (old, *rows), "where readings differ, each names the words that allow it")


@dataclass(frozen=True, slots=True)
class Migration:
    """What a file would become."""

    path: pathlib.Path
    text: str
    edits: tuple[Edit, ...]


def migrations(folder: pathlib.Path) -> list[Migration]:
    """Every file of a folder that reads otherwise in the present format.

    Raises `UsageError` where there is no such folder, `InputError` for a file that cannot be read.
    """
    return _each(folder, migrated)


def reasons(folder: pathlib.Path) -> list[Migration]:
    """Every file of a folder with places for the reasons that its rules lack; none where the folder does not load."""
    try:
        packs = load_packs([folder], cache=False)
    except ComplianceError:
        return []
    return _each(folder, lambda text, name: _with_reasons(text, name, packs))


def _each(folder: pathlib.Path, change: Callable[[str, str], tuple[str, list[Edit]]]) -> list[Migration]:
    if not folder.is_dir():
        raise UsageError(Fault(None, f"there is no folder {folder}", "give a folder of packs"))
    check_folder(folder)
    found = []
    for path in sorted(folder.rglob("*.yaml")):
        text = _read(path, folder)
        plain = text.removeprefix(_MARK)  # places are counted from what follows it
        changed, edits = change(plain, str(path))
        if edits:
            found.append(Migration(path, text.removesuffix(plain) + changed, tuple(edits)))
    return found


def _read(path: pathlib.Path, folder: pathlib.Path) -> str:
    try:
        return read_foreign(path, limit=MAX_BYTES, home=folder).decode()
    except (OSError, ValueError) as error:
        what = f"cannot read {path}: {reason_of(error)}"
        raise InputError(Fault(None, what, "give a folder of packs that can be read")) from None


def write(changed: Sequence[Migration]) -> None:
    """Write files as they become, all of them or none. Raises `OSError`."""
    put_files([(one.path, one.text.encode()) for one in changed])
