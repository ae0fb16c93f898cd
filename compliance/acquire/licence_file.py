"""What licence and citation files say of the release's licence."""

from __future__ import annotations

import re

from compliance.acquire.found import Found
from compliance.acquire.tree import UnreadableError, line_of, mapping, mappings, read_yaml
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Lost, Statement
from compliance.model.shapes.location import Location

_SPDX = re.compile(r"SPDX-License-Identifier:\s*([^\s*]+(?:\s+(?:AND|OR|WITH)\s+\S+)*)")
_TEXTS = (
    ("Apache-2.0", re.compile(r"(?i)apache license,?\s+version 2\.0")),
    ("MIT", re.compile(r"(?i)permission is hereby granted, free of charge, to any person obtaining a copy")),
    ("CC-BY-NC-SA-4.0", re.compile(r"(?i)attribution-noncommercial-sharealike 4\.0")),
    ("CC-BY-NC-ND-4.0", re.compile(r"(?i)attribution-noncommercial-noderivatives 4\.0")),
    ("CC-BY-NC-4.0", re.compile(r"(?i)attribution-noncommercial 4\.0")),
    ("CC-BY-SA-4.0", re.compile(r"(?i)attribution-sharealike 4\.0")),
    ("CC-BY-4.0", re.compile(r"(?i)creative commons attribution 4\.0")),
    ("CC0-1.0", re.compile(r"(?i)cc0 1\.0 universal")),
    ("GPL-3.0-only", re.compile(r"(?i)gnu general public license\s+version 3")),
    ("BSD-3-Clause", re.compile(r"(?i)neither the name of .{0,80}may be used to endorse", re.DOTALL)),
    ("llama3.1", re.compile(r"(?i)llama 3\.1 community license agreement")),
    ("llama3.2", re.compile(r"(?i)llama 3\.2 community license agreement")),
    ("llama3.3", re.compile(r"(?i)llama 3\.3 community license agreement")),
    ("llama3", re.compile(r"(?i)meta llama 3 community license agreement")),
    ("llama2", re.compile(r"(?i)llama 2 community license agreement")),
    ("gemma", re.compile(r"(?i)gemma terms of use")),
)
_SHORT = re.compile(r"(?i)\b(?:cc[ -]|licenses/)(by(?:[ -](?:nc|sa|nd))*)[ /-](\d\.\d)(?!\d)")
_TITLE = re.compile(
    r"(?im)^[\s#*=]*(?P<title>(?=[^\n]*\b(?:licen[cs]e|terms of use)\b)[A-Z][^\n]{5,80}?)[\s#*=]*$"
)
"""A line that is the title of somebody's own terms."""
MOST_TITLE = 400
"""In so many letters a file that begins with a title has it."""
BY_TITLE = ", by its title: "
"""How it is told that only the title of a text says which licence it is."""
MOST_NOTE = 3_000
"""A longer file is the text of a licence, and no note that names one."""


STATING = frozenset(
    {"dataset_infos.json", "model_index.json", "config.json", "datapackage.json", "dataset-metadata.json",
     "metadata.json", "info.json", "codemeta.json", "zenodo.json", ".zenodo.json"}
)  # fmt: skip
"""Files beside the card that state a licence of the release."""


def read_stated(tree: object, name: str) -> Found:
    """What such a file says of the licence: at its top, in a list, or of each configuration of a data set."""
    found, told = Found(), mapping(tree)
    parts = [told, *mappings(told.get("licenses"))]
    if name.rsplit("/", 1)[-1] == "dataset_infos.json":
        parts += [one for one in told.values() if isinstance(one, dict)]
    for part in parts:
        for key in (
            "license",
            "licence",
            *(("name", "id") if part is not told and "features" not in part else ()),
        ):
            licence = mapping(part).get(key)
            if isinstance(licence, str) and licence.strip():
                place = Location(name, line_of(licence), 1)
                found.statements.append(Statement("licence", "", str(licence), place, f"{key}: {licence}"))
                break
    return found


def read_licence_file(file: TextFile) -> Found:
    """Under what a LICENSE file puts the release; one that is not known says nothing, and that is told."""
    found = Found()
    spdx = _SPDX.search(file.text)
    known = next(((name, one) for name, pattern in _TEXTS if (one := pattern.search(file.text))), None)
    if spdx:
        _state(file, spdx[1], spdx.start(), found)
    elif known:
        _state(file, known[0], known[1].start(), found)
    elif short := _named_alone(file.text):
        _state(file, *short, found)
    else:
        if titled := _TITLE.search(file.text[:MOST_TITLE]):
            place = file.place(titled.start("title"))
            words = f"{file.path.name}{BY_TITLE}{titled['title']}"
            found.statements.append(Statement("licence", "", titled["title"], place, words))
        found.lost.append(Lost(Location(file.name, 1, 1), "the text of this licence is not known"))
    return found


def _named_alone(text: str) -> tuple[str, int] | None:
    """The one licence of Creative Commons that a note names in place of a text, in whatever language, and where.

    >>> _named_alone("Released under CC BY-NC 4.0."), _named_alone("CC BY 4.0, parts under CC BY-SA 4.0")
    (('CC-BY-NC-4.0', 15), None)
    """
    if len(text) > MOST_NOTE:
        return None
    found = [(re.sub(r"[ -]+", "-", f"CC-{one[1].upper()}"), one) for one in _SHORT.finditer(text)]
    if len({kind for kind, _ in found}) != 1:
        return None
    kind, last = found[-1]
    return f"{kind}-{last[2]}", text.find(last[0])


def _state(file: TextFile, licence: str, at: int, found: Found) -> None:
    found.statements.append(Statement("licence", "", licence, file.place(at), f"{file.path.name}: {licence}"))


def read_citation(file: TextFile) -> Found:
    """What a CITATION.cff says of the licence."""
    found = Found()
    try:
        tree = mapping(next(iter(read_yaml(file.text)), None))
    except UnreadableError as error:
        found.lost.append(Lost(Location(file.name, 1, 1), f"cannot be read: {error}"))
        return found
    day = tree.get("date-released")
    if day is not None:
        place = Location(file.name, _line_of_key(file.text, "date-released"), 1)
        found.statements.append(Statement("release-day", "", str(day), place, f"date-released: {day}"))
    licence = tree.get("license")
    if isinstance(licence, str):
        place = Location(file.name, line_of(licence), 1)
        found.statements.append(Statement("licence", "", str(licence), place, f"license: {licence}"))
    return found


def _line_of_key(text: str, key: str) -> int:
    """The line on which a key at the top stands."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if line.startswith(f"{key}:")), 1)
