"""Croissant 0.8 to 1.1 with its RAI and PROV vocabularies: a data set, its licence, its sources, who annotated it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.acquire.bom.usage import read_usage
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.roles import ROLES
from compliance.acquire.tree import Placed, line_of, mapping, mappings, texts
from compliance.acquire.unread import MOST_LETTERS
from compliance.model.declared.sighting import Lost, MentionRelation, Published, Sighting, Statement
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

SOURCES: Mapping[str, MentionRelation] = {
    "isBasedOn": "data",
    "prov:wasDerivedFrom": "data",
    "wasDerivedFrom": "data",
    "rai:machineAnnotationTools": "filtered-by",
    "machineAnnotationTools": "filtered-by",
}
_TOLD = ("description", "rai:dataCollection", "rai:dataPreprocessingProtocol", "rai:dataAnnotationProtocol",
         "rai:dataManipulationProtocol", "rai:dataImputationProtocol", "rai:syntheticDataDescription",
         "rai:machineAnnotationTools")  # fmt: skip
_RAI = "rai:"
MOST_WORDS = 6
"""A longer text says something, and is no name."""
_MADE_FROM = ("isBasedOn", "prov:wasDerivedFrom", "wasDerivedFrom")
_DEEP = 80
"""As deep as a document can be read."""
_HOLDERS = ("@value", "@list", "@set")
"""Keys of JSON-LD that only hold a value."""
_SCHEMA = re.compile(r"^(?:(?:sc|schema):|https?://schema\.org/)(?=[A-Za-z])")
_LICENCE = ("url", "name", "@id", "identifier", "sameAs", "text")
"""Fields by which a thing tells which licence it is."""
_PAGE = re.compile(r"(?i)https?://")
_CHOOSE = re.compile(r"https?://(?:choosealicense\.com|spdx\.org)/licenses/([\w.-]+?)(?:\.html)?/?")
_REMOVED = re.compile(r"(?i)\b(?:remov|filter|moderat|toxic|quality|dedup|screen)\w*")
_MACHINE = re.compile(r"(?i)(?:softwareagent|synthetic|generator)")


def read_croissant(tree: object, name: str, prose: ReadProse) -> Found:
    """What a Croissant file says of its data set."""
    found, told = Found(), mapping(_plain(tree))
    nodes = dict(_nodes(told))
    url = told.get("url")
    named = (hub_name(url) if isinstance(url, str) else None) or next(iter(texts(told.get("name"))), "")
    licence, where = _licence(told, name)
    creator = mapping(told.get("publisher") or told.get("creator")).get("name")
    date = next(iter(texts(told.get("datePublished"))), None)
    found.published.append(
        Published("dataset", str(named), Location(name, line_of(told.get("name") or told), 1), licence, where,
                  str(date)[:10] if date else None, "dataset", str(creator) if creator else None)
    )  # fmt: skip
    if licence and where:
        found.statements.append(Statement("licence", "", licence, where, f"license: {licence}"))
    for part in (told, *_parts(told)):
        _making(part, told, name, found, 0, nodes)
    read_usage(told, name, found)
    _prose(told, name, prose, found)
    for field in told:
        if field.startswith(_RAI) and field not in _TOLD and field not in SOURCES:
            found.lost.append(Lost(Location(name, line_of(told[field]), 1), f"{field} has no place here"))
    return found


def _plain(value: object) -> object:
    """A tree whose keys stand without the prefix of schema.org, however that is written."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    for key in _HOLDERS:
        if key in value and value.keys() <= {key, "@type", "@language"}:
            return _plain(value[key])
    made: dict[str, object] = {}
    for key, one in value.items():
        bare = _SCHEMA.sub("", key)
        # A key that stands twice, once with the prefix, tells two things.
        both = [*_listed(made[bare]), *_listed(_plain(one))] if bare in made else _plain(one)
        made[Placed.at(bare, line_of(key))] = both
    return made


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _nodes(value: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Things by their ids, wherever a document tells of them."""
    for one in mappings(value):
        key = one.get("@id")
        if isinstance(key, str) and len(one) > 1:
            yield key, one
        for each in one.values():
            yield from _nodes(each)


def _parts(told: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Files, record sets and fields, which may tell their own making."""
    for key in ("distribution", "recordSet"):
        for one in mappings(told.get(key)):
            yield one
            yield from mappings(one.get("field"))


def _making(
    one: Mapping[str, Any], told: Mapping[str, Any], name: str, found: Found, depth: int,
    nodes: Mapping[str, Mapping[str, Any]],
) -> None:  # fmt: skip
    """Sources and activities of the data set, and of what it was made from."""
    for field, relation in SOURCES.items():
        for value, licence in _values(one.get(field), nodes):
            if relation == "data" or is_name(value):
                _source(value, field, relation, name, found, licence)
    for activity in mappings(one.get("prov:wasGeneratedBy")):
        _activity(activity, told, name, found)
    for field in _MADE_FROM if depth < _DEEP else ():
        for source in mappings(one.get(field)):
            _making(source, told, name, found, depth + 1, nodes)


def _licence(told: Mapping[str, Any], name: str) -> tuple[str | None, Location | None]:
    value = told.get("license") or told.get("dct:license") or told.get("dcterms:license")
    parts = texts(value)
    for each in mappings(value):
        given = (texts(each.get(key)) for key in _LICENCE)
        parts += next((one for one in given if one), [])
    if not parts:
        return None, None
    read = [found[1] if (found := _CHOOSE.fullmatch(one)) else str(one) for one in parts]
    # Croissant lists alternatives and parts alike; which of the two is meant it does not say.
    return " AND ".join(dict.fromkeys(read)), Location(name, line_of(parts[0]), 1)


def is_name(text: str) -> bool:
    """Whether a text is short enough for a name.

    >>> is_name("Perspective API"), is_name("our own classifier; a compiler for the build category")
    (True, False)
    """
    return len(text.split()) <= MOST_WORDS and ";" not in text


def _values(value: object, nodes: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str | None]]:
    """Names of sources, each with the licence that stands beside it."""
    yield from ((one, None) for one in texts(value))
    for given in mappings(value):
        one = nodes.get(str(given.get("@id")), given) if len(given) == 1 else given
        at = next(iter(texts(one.get("prov:atLocation") or one.get("url"))), None)
        named = next(iter(texts(one.get("name") or one.get("prov:label"))), None)
        # An address of a page says less than the name beside it; one of a hub or a store says more.
        by_name = at is None or (named and is_name(named) and _PAGE.match(at) and not hub_name(at))
        told = (named or next(iter(texts(one.get("@id"))), None)) if by_name else at
        if told:
            yield told, next(iter(texts(one.get("license"))), None)


def _source(
    value: str, field: str, relation: MentionRelation, name: str, found: Found, licence: str | None
) -> None:
    place = Location(name, line_of(value), 1)
    kind: ArtifactKind | None = "dataset" if relation == "data" else None
    told = hub_name(value) or str(value)
    found.sightings.append(
        Sighting(told, relation, place, "document", f"Croissant, {field}", str(value), kind, licence=licence)
    )


def _activity(activity: Mapping[str, Any], told: Mapping[str, Any], name: str, found: Found) -> None:
    """Software that took part in an activity: it wrote rows, or it sorted them out, by what the activity is called."""
    described = " ".join(
        str(activity.get(key) or "") for key in ("@id", "prov:description", "description", "prov:label")
    )
    agents = mappings(activity.get("prov:wasAssociatedWith") or activity.get("wasAssociatedWith"))
    known = {
        str(one.get("@id") or one.get("id")): one for one in mappings(told.get("prov:wasAssociatedWith"))
    }
    for agent in agents:
        whole = {**known.get(str(agent.get("@id")), {}), **agent}
        label = whole.get("name") or whole.get("prov:label")
        kinds = " ".join(texts(whole.get("@type")))
        if not isinstance(label, str) or not _MACHINE.search(
            f"{kinds} {' '.join(texts(activity.get('@type')))}"
        ):
            continue
        by_words: MentionRelation = "filtered-by" if _REMOVED.search(described) else "generated-by"
        relation = ROLES.get(str(whole.get("prov:hadRole")), by_words)
        place = Location(name, line_of(label), 1)
        found.sightings.append(
            Sighting(
                str(label), relation, place, "document", "Croissant, prov:wasGeneratedBy", described[:200]
            )
        )


def _prose(told: Mapping[str, Any], name: str, prose: ReadProse, found: Found) -> None:
    for field in _TOLD:
        for value in texts(told.get(field)):
            if field in SOURCES and is_name(value):
                continue  # a name alone says nothing beside what the field makes of it
            for mention in prose(str(value)[:MOST_LETTERS], ""):
                line = value.line if isinstance(value, Placed) else 1
                words = " ".join(value[max(0, mention.start - 100) : mention.end + 100].split())
                found.sightings.append(
                    Sighting(mention.name, mention.relation, Location(name, line, 1), "document",
                             f"Croissant, {field}", words, negated=mention.negated)
                )  # fmt: skip
