"""MONAI bundles: what `metadata.json` says of data and licence, and the file with the licences of the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.found import Found
from compliance.acquire.prose.licence_words import licence_said
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import line_of, mapping
from compliance.model.declared.sighting import Sighting, Statement
from compliance.model.shapes.location import Location

_OF_BUNDLE = frozenset({"monai_version", "network_data_format"})
"""Fields that every bundle has, and nothing else."""
DATA_LICENCES = re.compile(r"(?i)^data[_-]licen[cs]es?\.txt$")
"""How the file with the licences of the data is called."""
_FROM = re.compile(r"\s+(?:from|at|via)\s+\S*(?:://|\d\.\d{4,}/)\S*$")
"""Behind the name of a set, the place from which it was taken."""
_PACKED = re.compile(r"(?i)\.(?:tar(?:\.\w+)?|tgz|zip|7z)$")
_SET = re.compile(
    r"(?m)^[ \t]*(?:(?:[ivx]+|\d+)[.)]\s+)?(?:[Tt]he )?(?P<name>[A-Z][^\n(]{1,100}?)[ \t]*"
    r"(?:\n[ \t]*|[ \t]\(|:[ \t])<?(?P<address>https?://[^\s()<>]+)"
)
"""A set with its address behind it or beneath it."""
MOST_NAME = 120


def is_bundle(tree: object) -> bool:
    """Whether a document is the metadata of a bundle."""
    return mapping(tree).keys() >= _OF_BUNDLE


def read_bundle(tree: object, name: str, prose: ReadProse) -> Found:
    """The source of the data, and the licence, that the metadata of a bundle tell."""
    found, told = Found(makes_weights=True), mapping(tree)
    licence, source = told.get("license"), told.get("data_source")
    if isinstance(licence, str) and licence.strip():
        place = Location(name, line_of(licence), 1)
        found.statements.append(Statement("licence", "", str(licence), place, f"license: {licence}"))
    if isinstance(source, str) and source.strip():
        words = f"data_source: {source}"
        called = _PACKED.sub("", _FROM.sub("", source.strip()))[:MOST_NAME]
        place = Location(name, line_of(source), 1)
        found.sightings.append(
            Sighting(called, "data", place, "document", "bundle, data_source", words, "dataset")
        )
    return found


def read_data_licences(text: str, name: str) -> Found:
    """The sets of which a bundle's file tells the licences: what it was made from."""
    return Found(sightings=list(_sets(text, name)))


def _sets(text: str, name: str) -> Iterator[Sighting]:
    for one in _SET.finditer(text):
        place = Location(name, text.count("\n", 0, one.start("name")) + 1, 1)
        beneath = re.split(r"\n[ \t]*\n", text[one.start("name") :], maxsplit=1)[0]
        licence = next((said for _, said, _ in licence_said(" ".join(beneath.split()))), None)
        words = " ".join(one[0].split())
        how = "bundle, licences of the data"
        yield Sighting(one["name"], "data", place, "document", how, words, "dataset", licence=licence)
