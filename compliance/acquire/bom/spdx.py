"""SPDX 3.0 with its AI and Dataset profiles: packages, what they were trained on and derived from, licences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import line_of, mapping, mappings, texts
from compliance.model.declared.sighting import Lost, MentionRelation, Published, Sighting, Statement
from compliance.model.shapes.location import Location

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
_UNTOLD = frozenset({"NOASSERTION", "NoAssertionLicense", "expandedlicensing_NoAssertionLicense"})
_LICENCES = frozenset({"hasDeclaredLicense", "hasConcludedLicense"})

_Licensing = Mapping[str, Sequence[Mapping[str, Any]]]
"""Relationships that tell a licence, by what it is the licence of."""


def read_spdx(tree: object, name: str, prose: ReadProse) -> Found:
    """What a document says: packages that others are made from are upstreams, the rest releases."""
    found, told = Found(), mapping(tree)
    elements = _elements(mappings(told.get("@graph")), name, found)
    relations = [one for one in elements.values() if _type(one).endswith("Relationship")]
    licensing: dict[str, list[Mapping[str, Any]]] = {}
    for one in relations:
        for source in _ends(one.get("from")) if _word(one) in _LICENCES else ():
            licensing.setdefault(source, []).append(one)
    used: set[str] = set()
    for one in relations:
        used |= _relation(one, licensing, elements, name, found)
    roots = {key for one in elements.values() for key in texts(one.get("rootElement"))}
    packages = {key: kind for key, one in elements.items() if (kind := _KINDS.get(_type(one)))}
    released = roots & packages.keys() or packages.keys() - used
    for key in (one for one in packages if one in released):
        _publish(key, elements[key], packages[key], licensing, elements, name, found)
    # What went into an upstream is in what was made from that, too.
    mine = {_called(elements[key]) for key in released}
    found.sightings = [one if one.into in mine else replace(one, into=None) for one in found.sightings]
    # A package that nothing ties to the rest may be an upstream all the same; a person is asked what it was for.
    for key in (one for one in packages if one not in released and one not in used):
        value, place = _called(elements[key]), Location(name, line_of(elements[key].get("name")), 1)
        licence = _licence(key, licensing, elements)[0]
        found.sightings.append(
            Sighting(
                value, "unknown-use", place, "document", "SPDX, @graph", value, packages[key], licence=licence
            )
        )
    if not packages:
        found.lost.append(Lost(Location(name, 1, 1), "names no model and no data set"))
    return found


def _type(element: Mapping[str, Any]) -> str:
    """What an element is, by the last part of a word or an address."""
    return next(iter(texts(element.get("type") or element.get("@type"))), "").rsplit("/", 1)[-1]


def _key(element: Mapping[str, Any]) -> str | None:
    return next((one for key in ("spdxId", "@id") for one in texts(element.get(key))), None)


class _Here(str):
    """Stands in a run for the id of an element that has none; no reader sees it, and no order goes by it."""

    __slots__ = ()


def _ends(value: object) -> list[str]:
    """Ids of what a relationship leads to: named, or told on the spot."""
    given = value if isinstance(value, list) else [value]
    return [
        one if isinstance(one, str) else _key(one) or _Here(id(one))
        for one in given
        if isinstance(one, str | dict)
    ]


def _elements(graph: Sequence[dict[str, Any]], name: str, found: Found) -> dict[str, Mapping[str, Any]]:
    """Elements by their ids, with those that relationships tell on the spot; none takes another's place."""
    whole = [*graph, *(one for each in graph for key in ("from", "to") for one in mappings(each.get(key)))]
    made: dict[str, Mapping[str, Any]] = {}
    for one in whole:
        key = _key(one) or _Here(id(one))
        while (other := made.get(key)) is not None and other != one and len(one) > 1:
            if len(other) == 1:
                break
            place = Location(name, line_of(one), 1)
            if key == _key(one):
                found.lost.append(
                    Lost(place, f"{key} is the id of two elements; which of them is meant is not told")
                )
            key = _Here(id(one))
        if key not in made or len(one) > 1:
            made[key] = one
    return made


def _called(element: Mapping[str, Any]) -> str:
    address = element.get("software_downloadLocation") or element.get("downloadLocation")
    found = hub_name(address) if isinstance(address, str) else None
    return found or str(element.get("name") or "")


def _relation(
    one: Mapping[str, Any], licensing: _Licensing, elements: Mapping[str, Mapping[str, Any]],
    name: str, found: Found,
) -> set[str]:  # fmt: skip
    """Take one relationship; the ids of the packages that it makes upstreams."""
    word = _word(one)
    relation = RELATIONS.get(word)
    source, targets = next(iter(_ends(one.get("from"))), ""), _ends(one.get("to"))
    used: set[str] = set()
    for target in targets if relation else ():
        into, upstream = (target, source) if word == "ancestorOf" else (source, target)
        element, whole = elements.get(upstream, {}), elements.get(into, {})
        kind = _KINDS.get(_type(element)) or ("dataset" if relation == "data" else None)
        use = "data" if relation == "base" and kind == "dataset" else relation
        value = _called(element) or (hub_name(upstream) or upstream if upstream not in elements else "")
        if word == "dependsOn" and _type(element) not in _KINDS:
            continue
        if _type(element) not in _KINDS and _type(whole) not in _KINDS:
            _lose(element, word, name, found)
            continue
        used.add(upstream)
        place = Location(name, line_of(element.get("name") or one), 1)
        if not value or upstream == into:
            thing = _called(whole) or ("something" if isinstance(into, _Here) else into)
            found.lost.append(Lost(place, f"{word} names nothing else that {thing} was made from"))
            continue
        licence = _licence(upstream, licensing, elements)[0]
        found.sightings.append(
            Sighting(value, use or "none", place, "document", f"SPDX, {word}",
                     value, kind, _called(whole) or None, licence=licence)
        )  # fmt: skip
    if (
        relation is None
        and word not in _LICENCES
        and any(_type(elements.get(key, {})) in _KINDS for key in targets)
    ):
        # The package itself is asked about, as one that nothing ties to the rest.
        found.lost.append(Lost(Location(name, line_of(one), 1), f"relationship {word} has no place here"))
    return used


def _word(relationship: Mapping[str, Any]) -> str:
    return str(relationship.get("relationshipType")).rsplit("/", 1)[-1]


def _lose(element: Mapping[str, Any], word: str, name: str, found: Found) -> None:
    line = line_of(element.get("name"))
    found.lost.append(
        Lost(Location(name, line, 1), f"{word} between single files ({_called(element)}) is left out")
    )


def _licence(
    key: str, licensing: _Licensing, elements: Mapping[str, Mapping[str, Any]]
) -> tuple[str | None, int]:
    """The licence that a document gives an element, and the line."""
    stated: dict[str, int] = {}
    for one in licensing.get(key, ()):
        for target in _ends(one.get("to")):
            told = elements.get(target, {})
            expression = told.get("simplelicensing_licenseExpression") or told.get("name")
            named = "a licence without a name" if isinstance(target, _Here) else target.rsplit("/", 1)[-1]
            stated.setdefault(str(expression or named), line_of(expression or one))
    # What is declared and what is concluded may differ; neither takes the other's place.
    told = {one: line for one, line in stated.items() if one not in _UNTOLD} or stated
    return " AND ".join(told) or None, next(iter(told.values()), 1)


def _publish(
    key: str, element: Mapping[str, Any], kind: Literal["model", "dataset"], licensing: _Licensing,
    elements: Mapping[str, Mapping[str, Any]], name: str, found: Found,
) -> None:  # fmt: skip
    licence, at = _licence(key, licensing, elements)
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
