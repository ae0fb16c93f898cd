"""Read catalogues of data sets out of checkouts of their repositories: one entry per data set that they list.

A catalogue is code or prose of others; only facts are taken: names, the licence as it is written there, who published
the set, and where its page is.
"""

from __future__ import annotations

import ast
import csv
import json
import pathlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_HUB = re.compile(r"(?:hf\.co|huggingface\.co)/datasets/([\w.\-]+/[\w.\-]+)")
_CODE_HOST = re.compile(r"github\.com/([\w\-]+)/[\w.\-]+")
_CONSTANT = re.compile(r"Licenses\.(\w+)\.value|(CC_BY_\w+|CC0_\w+)")

_TOLD = re.compile(r"\bCC[ -]BY(?:[ -](?:NC|SA|ND))*(?:[ -]\d\.\d)?\b", re.IGNORECASE)
"""Licences that the text of a card names, which its tag may not."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What one catalogue says of one data set."""

    name: str
    catalogue: str
    """The catalogue with its version, as a record's source names it."""
    licence: str = ""
    publisher: str = ""
    home: str = ""
    hub: str = ""
    """Its name on a hub, with the organisation, where the catalogue gives one."""
    short: str = ""
    """The id by which the catalogue loads it."""

    @property
    def held_by(self) -> str:
        """Who published it: as the catalogue says, or the owner of the repository that its page is."""
        found = _CODE_HOST.search(self.home)
        return self.publisher or (found[1] if found else "")


def constants(path: pathlib.Path) -> dict[str, str]:
    """Texts that a module gives names to at its top level, and members of enumerations as they are written."""
    held: dict[str, str] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
                held[node.targets[0].id] = " ".join(node.value.value.split())
            elif isinstance(node.value, ast.Attribute):
                held[node.targets[0].id] = ast.unparse(node.value)
    return held


def written_licence(text: str) -> str:
    """A licence as it is spoken, where a catalogue writes a member of its own enumeration.

    >>> written_licence("Licenses.CC_BY_NC_4_0.value"), written_licence("CC_BY_4p0"), written_licence("MIT")
    ('CC-BY-NC-4.0', 'CC-BY-4.0', 'MIT')
    """
    found = _CONSTANT.fullmatch(text.strip())
    if not found:
        return text
    member = re.sub(r"(\d)[_p](\d)", r"\1.\2", found[1] or found[2])
    return "" if member in ("UNKNOWN", "OTHERS") else member.replace("_", "-")


def loaders(folder: pathlib.Path, pattern: str, catalogue: str) -> Iterator[Listed]:
    """Sets whose loading scripts carry their name, licence and page as constants."""
    for path in sorted(folder.glob(pattern)):
        held = constants(path)
        if name := held.get("_DATASETNAME"):
            yield Listed(
                held.get("_DISPLAYNAME", name), catalogue, written_licence(held.get("_LICENSE", "")),
                home=held.get("_HOMEPAGE", ""), short=name,
            )  # fmt: skip


def tables(folder: pathlib.Path, catalogue: str) -> Iterator[Listed]:
    """Sets of tables that have a column for the name and one for the licence."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                name = re.sub(r"`_?|_$", "", row.get("Dataset") or "").strip()
                if name:
                    yield Listed(name, catalogue, row.get("License") or "")


def entries(folder: pathlib.Path, catalogue: str) -> Iterator[Listed]:
    """Sets of a catalogue that has one file of fields for each."""
    for path in sorted(folder.glob("*.json")):
        fields: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        provider = fields.get("Provider") or ""
        hub = _HUB.search(fields.get("HF Link") or "")
        yield Listed(
            fields["Name"], catalogue, fields.get("License") or "",
            ", ".join(provider) if isinstance(provider, list) else provider,
            fields.get("Link") or "", hub[1] if hub else "",
        )  # fmt: skip


def cards(path: pathlib.Path, catalogue: str) -> Iterator[Listed]:
    """Sets of a table of cards; the first line of each is its id, as programs load it."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, home = (row["pretty_name"] or row["id"]).strip("'\" "), row["homepage"] or ""
            yield Listed(name, catalogue, row["license"], home=home, short=row["id"])
            for told in _TOLD.findall(row["licensing_information"] or ""):
                yield Listed(name, catalogue, told, home=home, short=row["id"])
