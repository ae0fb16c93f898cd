"""Where the things that faults name stand in the files of packs of one's own."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from compliance.errors import Fault, Location

_ID = re.compile(r"^(?: *- )? *id: *[\"']?([^\s\"'#]+)", re.MULTILINE)


def placed(faults: Iterable[Fault], folders: Sequence[pathlib.Path]) -> list[Fault]:
    """The same faults; those that begin with the id of something in the folders say where it stands."""
    known = {key: place for folder in folders for key, place in _places(folder)}
    return [
        replace(one, location=known.get(one.what.partition(": ")[0].removeprefix("pack ")))
        if one.location is None
        else one
        for one in faults
    ]


def _places(folder: pathlib.Path) -> Iterable[tuple[str, Location]]:
    for file in sorted(folder.rglob("*.yaml")):
        if not file.is_file():
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        line, counted = 1, 0
        for found in _ID.finditer(text):
            start = text.rfind("\n", 0, found.start(1)) + 1
            line, counted = line + text.count("\n", counted, start), start
            yield found.group(1), Location(str(file), line, found.start(1) - start + 1)
