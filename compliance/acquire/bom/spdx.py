"""SPDX 3.0 with its AI and Dataset profiles: packages, what they were trained on and derived from, licences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.prose import ReadProse
from compliance.acquire.tree import line_of, mapping, mappings, texts
from compliance.model.location import Location
from compliance.model.sighting import Lost, MentionRelation, Published, Sighting, Statement

RELATIONS: Mapping[str, MentionRelation] = {
    "trainedOn": "data",
    "finetunedOn": "data",
    "pretrainedOn": "data",
    "testedOn": "evaluated-against",
    "evaluatedOn": "evaluated-against",
    "validatedOn": "evaluated-against",
    "descendantOf": "base",
    "ancestorOf": "base",
    "dependsOn": "component",
    "hasDataFile": "data",
}
"""Relationship type to what the target was for the source; `ancestorOf` runs the other way."""
_KINDS: Mapping[str, Literal["model", "dataset"]] = {
    "ai_AIPackage": "model", "AIPackage": "model", "dataset_DatasetPackage": "dataset", "DatasetPackage": "dataset",
}  # fmt: skip
_LICENCES = frozenset({"hasDeclaredLicense", "hasConcludedLicense"})


def read_spdx(tree: object, name: str, prose: ReadProse) -> Found:
    """What a document says: packages that others are made from are upstreams, the rest releases."""
    found, told = Found(), mapping(tree)
    elements = {str(one.get("spdxId") or one.get("@id")): one for one in mappings(told.get("@graph"))}
    relations = [one for one in elements.values() if str(one.get("type", "")).endswith("Relationship")]
    used: set[str] = set()
    for one in relations:
        used |= _relation(one, relations, elements, name, found)
    roots = {key for one in elements.values() for key in texts(one.get("rootElement"))}
    packages = {key for key, one in elements.items() if _KINDS.get(str(one.get("type")))}
    for key in sorted(roots & packages or packages - used):
        element = elements[key]
        if kind := _KINDS.get(str(element.get("type"))):
            _publish(key, element, kind, relations, elements, name, found)
    if not any(_KINDS.get(str(one.get("type"))) for one in elements.values()):
        found.lost.append(Lost(Location(name, 1, 1), "names no model and no data set"))
    return found


def _called(element: Mapping[str, Any]) -> str:
    address = element.get("software_downloadLocation") or element.get("downloadLocation")
    found = hub_name(address) if isinstance(address, str) else None
    return found or str(element.get("name") or "")


def _relation(
    one: Mapping[str, Any], relations: Sequence[Mapping[str, Any]], elements: Mapping[str, Mapping[str, Any]],
    name: str, found: Found,
) -> set[str]:  # fmt: skip
    """Take one relationship; the ids of the packages that it makes upstreams."""
    word = str(one.get("relationshipType"))
    relation = RELATIONS.get(word)
    source, targets = str(one.get("from")), texts(one.get("to"))
    used: set[str] = set()
    for target in targets if relation else ():
        into, upstream = (target, source) if word == "ancestorOf" else (source, target)
        element, whole = elements.get(upstream, {}), elements.get(into, {})
        kind = _KINDS.get(str(element.get("type"))) or ("dataset" if relation == "data" else None)
        if not _called(element) or (word == "dependsOn" and str(element.get("type")) not in _KINDS):
            continue
        if str(element.get("type")) not in _KINDS and str(whole.get("type")) not in _KINDS:
            _lose(element, word, name, found)
            continue
        used.add(upstream)
        place = Location(name, line_of(element.get("name") or one), 1)
        licence = _licence(upstream, relations, elements)[0]
        found.sightings.append(
            Sighting(_called(element), relation or "none", place, "document", f"SPDX, {word}",
                     _called(element), kind, _called(whole) or None, licence=licence)
        )  # fmt: skip
    return used


def _lose(element: Mapping[str, Any], word: str, name: str, found: Found) -> None:
    line = line_of(element.get("name"))
    found.lost.append(
        Lost(Location(name, line, 1), f"{word} between single files ({_called(element)}) is left out")
    )


def _licence(
    key: str, relations: Sequence[Mapping[str, Any]], elements: Mapping[str, Mapping[str, Any]]
) -> tuple[str | None, int]:
    """The licence that a document gives an element, and the line."""
    licence, at = None, 1
    for one in relations:
        if str(one.get("from")) == key and str(one.get("relationshipType")) in _LICENCES:
            for target in texts(one.get("to")):
                told = elements.get(target, {})
                expression = told.get("simplelicensing_licenseExpression") or told.get("name")
                licence = str(expression or target.rsplit("/", 1)[-1])
                at = line_of(expression or one)
    return licence, at


def _publish(
    key: str, element: Mapping[str, Any], kind: Literal["model", "dataset"], relations: Sequence[Mapping[str, Any]],
    elements: Mapping[str, Mapping[str, Any]], name: str, found: Found,
) -> None:  # fmt: skip
    licence, at = _licence(key, relations, elements)
    place = Location(name, line_of(element.get("name") or element), 1)
    where = Location(name, at, 1) if licence else None
    supplier = elements.get(str(element.get("suppliedBy")), {}).get("name")
    date = element.get("releaseTime")
    found.published.append(
        Published(kind, _called(element), place, licence, where, str(date)[:10] if date else None,
                  publisher=str(supplier) if supplier else None)
    )  # fmt: skip
    if licence and where:
        found.statements.append(Statement("licence", _called(element), licence, where, f"licence: {licence}"))
