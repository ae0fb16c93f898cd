"""OASIS Data Provenance 1.0, and the Data & Trust Alliance's records that it grew from: source, provenance, use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.acquire.found import Found
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import line_of, mapping, mappings, texts
from compliance.model.declared.sighting import Lost, Published, Sighting, Statement
from compliance.model.shapes.location import Location

_NAMES = ("name", "title")
_ISSUERS = ("legal-name", "name")
_METHODS = ("long-description", "description", "code")
_LOST = ("consents", "classification", "privacy-enhancing", "data-risk-reducing", "processing-excluded",
         "processing-included", "storage-allowed", "storage-forbidden", "intended-purpose", "copyright", "patent",
         "trademark")  # fmt: skip
_ADDRESS = re.compile(r"https?://\S+|[\w.-]+/[\w.-]+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_record(tree: object) -> bool:
    """Whether a document is such a record."""
    told = mapping(tree)
    parts = [mapping(told.get(key)) for key in ("source", "provenance", "use")]
    return all(parts) and bool({"issuer", "name", "title"} & parts[0].keys())


def read_record(tree: object, name: str, prose: ReadProse) -> Found:
    """What a record says of its data set."""
    found, told = Found(), mapping(tree)
    source, provenance, use = (mapping(told.get(key)) for key in ("source", "provenance", "use"))
    named = next((one for key in _NAMES for one in texts(source.get(key))), "")
    issuer = next((one for each in mappings(source.get("issuer")) for key in _ISSUERS for one in texts(each.get(key))),
                  None)  # fmt: skip
    stated = texts(use.get("license"))
    licence = " AND ".join(dict.fromkeys(map(str, stated))) or None
    where = Location(name, line_of(stated[0]), 1) if stated else None
    date = next((one for one in texts(provenance.get("date")) if _DATE.match(one)), None)
    place = Location(name, line_of(named or source), 1)
    found.published.append(
        Published("dataset", str(named), place, licence, where, date[:10] if date else None,
                  "dataset", str(issuer) if issuer else None)
    )  # fmt: skip
    if licence and where:
        found.statements.append(Statement("licence", "", licence, where, f"license: {licence}"))
    for one in _chain(provenance):
        _made_from(one, name, prose, found)
    for key in _LOST:
        if key in use:
            found.lost.append(Lost(Location(name, line_of(use[key]), 1), f"use.{key} has no place here"))
    return found


def _chain(provenance: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The record's provenance and, within it, that of earlier versions, as deep as a document can be read."""
    yield provenance
    for one in mappings(provenance.get("sub-provenance")):
        yield from _chain(one)


def _place(source: Mapping[str, Any]) -> list[str]:
    """The address of a source that is told in several fields, or else its name."""
    return next((told[:1] for key in ("url", "@id", "id", *_NAMES) if (told := texts(source.get(key)))), [])


def _made_from(provenance: Mapping[str, Any], name: str, prose: ReadProse, found: Found) -> None:
    """Records that it comes from by address, and what its method says in words."""
    given = provenance.get("source")
    for value in (*texts(given), *(one for each in mappings(given) for one in _place(each))):
        place = Location(name, line_of(value), 1)
        if _ADDRESS.fullmatch(value):
            how = "Data Provenance, provenance.source"
            found.sightings.append(
                Sighting(str(value), "data", place, "document", how, str(value), "dataset")
            )
        else:
            found.lost.append(Lost(place, f"source {value} is no address"))
    for origin in mappings(provenance.get("origin")):
        label = next((one for key in _ISSUERS for one in texts(origin.get(key))), None)
        if label:
            found.lost.append(
                Lost(Location(name, line_of(label), 1), f"origin {label}: a party, not a data set")
            )
    for method in mappings(provenance.get("generation-method")):
        for text in (one for key in _METHODS for one in texts(method.get(key))):
            for mention in prose(str(text)[:20_000], ""):
                found.sightings.append(
                    Sighting(mention.name, mention.relation, Location(name, line_of(text), 1), "document",
                             "Data Provenance, generation-method", str(text)[:200], negated=mention.negated)
                )  # fmt: skip
