"""Notebooks: their code as one module, their text as prose, each line of both at its place in the file."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from compliance.acquire.code import read_python
from compliance.acquire.code.elsewhere import Elsewhere
from compliance.acquire.code.module import Variables
from compliance.acquire.found import Found
from compliance.acquire.operated.shell import read_shell
from compliance.acquire.page.markdown import Page, read_page
from compliance.acquire.prose.upstreams import ReadProse, read_prose
from compliance.acquire.tree import UnreadableError, line_of, mapping, mappings, read_json
from compliance.model.declared.sighting import Lost, Sighting
from compliance.model.shapes.location import Lines, Location

_MAGIC = re.compile(r"^(\s*)[%!?].*$")
_ANSWERED = re.compile(r"""\bmodel=['"]([^'"]{3,100})['"]""")
"""What a reply of an API says of itself where a notebook prints it."""


def read_notebook(
    text: str, name: str, prose: ReadProse, variables: Variables, elsewhere: Elsewhere | None = None
) -> Found:
    """What a notebook does and says; cells run in any order, so all are read as one module."""
    found = Found()
    try:
        tree = read_json(text)
    except UnreadableError as error:
        found.lost.append(Lost(Location(name, 1, 1), f"cannot be read as a notebook: {error}"))
        return found
    code: list[str] = []
    lines: list[int] = []
    for cell in mappings(mapping(tree).get("cells")):
        source = _source(cell.get("source"))
        if cell.get("cell_type") == "markdown":
            _prose(source, name, prose, found)
        elif cell.get("cell_type") == "code":
            for words, line in source:
                code.append(_MAGIC.sub(r"\1pass", words))
                lines.append(line)
                if words.lstrip().startswith("!"):
                    _command(words.lstrip()[1:], Location(name, line, 1), found)
            _outputs(cell.get("outputs"), name, found)
    found.add(read_python("\n".join(code), name, variables, lines, elsewhere))
    return found


def _command(words: str, place: Location, found: Found) -> None:
    """What a line that a notebook hands to the shell names."""
    told = read_shell(words, place.file)
    found.sightings += [replace(one, place=place) for one in told.sightings]


def _source(value: Any) -> list[tuple[str, int]]:
    parts = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    made: list[tuple[str, int]] = []
    for part in parts:
        if isinstance(part, str):
            made += [(words, line_of(part)) for words in part.removesuffix("\n").split("\n")]
    return made


def _prose(source: list[tuple[str, int]], name: str, prose: ReadProse, found: Found) -> None:
    inner = Found()
    page = read_page("\n".join(words for words, _ in source), name)
    titled = Page(Lines(page.lines.text, name), "", 1, page.title, 1, page.paragraphs, page.code)
    read_prose(titled, name, prose, inner)
    for one in inner.sightings:
        line = source[min(one.place.line, len(source)) - 1][1] if source else 1
        # A notebook is part of the work, no document that readers of the release are shown.
        found.sightings.append(
            Sighting(
                one.name,
                one.relation,
                Location(name, line, 1),
                "code",
                one.how,
                one.words,
                into=one.into,
                negated=one.negated,
            )
        )


def _outputs(value: Any, name: str, found: Found) -> None:
    for output in mappings(value):
        told = [mapping(output.get("data")).get("text/plain"), output.get("text")]
        for part in told:
            for words in part if isinstance(part, list) else [part]:
                for one in _ANSWERED.finditer(words) if isinstance(words, str) else ():
                    place = Location(name, line_of(words), 1)
                    found.sightings.append(
                        Sighting(
                            one[1],
                            "generated-by",
                            place,
                            "data",
                            "printed reply of an API",
                            json.dumps(one[0]),
                        )
                    )
