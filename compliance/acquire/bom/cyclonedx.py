"""CycloneDX 1.5 to 1.7: machine-learning models, the data of their model cards, their ancestors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.roles import ROLES
from compliance.acquire.tree import Placed, line_of, mapping, mappings, texts
from compliance.acquire.unread import MOST_LETTERS
from compliance.model.declared.sighting import Lost, Published, Sighting, Statement
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind
from compliance.model.words.spelling import words

_LINK = re.compile(r"(?P<source>\S+) -> (?P<target>\S+): \S+ \(.*\), as (?P<role>\S+)")
_SUBJECTS: Mapping[str, ArtifactKind] = {"data": "dataset", "service": "service"}
_PURL = re.compile(r"(?i)pkg:huggingface/(?P<rows>datasets/)?(?P<name>[^/@?#]+/[^/@?#]+)")
_LOST = ("quantitativeAnalysis", "considerations")


def read_cyclonedx(tree: object, name: str, prose: ReadProse) -> Found:
    """What a BOM says of models and data sets: the first model is the release, its data and ancestors its upstreams."""
    found, told = Found(), mapping(tree)
    about = mapping(mapping(told.get("metadata")).get("component"))
    making = mappings(told.get("formulation"))
    inner = (
        about,
        *_components(about),
        *_components(told),
        *(one for each in making for one in _components(each)),
    )
    components = [_as_subject(one) for one in inner if one]
    about = dict(components[0]) if about else about
    by_ref = _by_ref(components, name, found)
    subjects = [one for one in components if one.get("type") in ("machine-learning-model", "data")]
    if subjects and about not in subjects and about.get("name"):
        found.titles.append((called(about), Location(name, line_of(about["name"]), 1)))
        found.makes_weights = True
    if not subjects:
        found.lost.append(Lost(Location(name, 1, 1), "names no model and no data set"))
    released = _released(about, subjects)
    out = {id(one) for one in released}
    for component in released:
        if component.get("type") == "machine-learning-model":
            _model(component, by_ref, name, prose, found)
        else:
            _publish(component, "dataset", name, found)
            _made_from(component, name, found)
    _links(told, by_ref, name, found)
    services = [{**one, "type": "service"} for one in mappings(told.get("services"))]
    _without_use([*(one for one in subjects if id(one) not in out and one != about), *services], name, found)
    if making:
        what = "formulation has no place here; of its models and data it is asked what they were for"
        found.lost.append(Lost(Location(name, line_of(making[0]), 1), what))
    # An ancestor or a data set may be named in one place, and told in another.
    licences = {called(one): _licence(one)[0] for one in components}
    found.sightings = [
        one if one.licence else replace(one, licence=licences.get(one.name)) for one in found.sightings
    ]
    return found


def _without_use(rest: Sequence[Mapping[str, Any]], name: str, found: Found) -> None:
    """Models and data that the BOM lists and ties to nothing: what they are for is left to a person."""
    tied = {one.name for one in found.sightings} | {one.into for one in found.sightings}
    for component in rest:
        value = called(component)
        if value and value not in tied:
            kind = _SUBJECTS.get(str(component.get("type")), "model")
            place = Location(name, line_of(component.get("name") or component), 1)
            found.sightings.append(
                Sighting(value, "unknown-use", place, "document", "CycloneDX, components", value, kind,
                         licence=_licence(component)[0])
            )  # fmt: skip


def _components(tree: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Components within, as deep as a document can be read."""
    for one in mappings(tree.get("components")):
        yield one
        yield from _components(one)


def _as_subject(component: Mapping[str, Any]) -> Mapping[str, Any]:
    """A component that lies on a hub of models, or has a model's card, is one, whatever its type says."""
    address = component.get("purl")
    hub = _PURL.match(address) if isinstance(address, str) else None
    if component.get("type") in ("machine-learning-model", "data") or not (hub or "modelCard" in component):
        return component
    if not hub:
        return {**component, "type": "machine-learning-model"}
    kind = "data" if hub["rows"] else "machine-learning-model"
    return {**component, "type": kind, "name": Placed.at(hub["name"], line_of(address)), "group": None}


def _by_ref(components: Sequence[Mapping[str, Any]], name: str, found: Found) -> dict[str, Mapping[str, Any]]:
    """Components by what refers to them; of two with one reference the first stands, and the other is told."""
    made: dict[str, Mapping[str, Any]] = {}
    for one in components:
        key = one.get("bom-ref")
        if isinstance(key, str) and made.setdefault(key, one) != one:
            what = f"{key} refers to two components; which of them is meant is not told"
            found.lost.append(Lost(Location(name, line_of(key), 1), what))
    return made


def _released(about: Mapping[str, Any], subjects: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What the BOM is about, if it says so; else its models that are no ancestor of others, else its one data set."""
    if about in subjects:
        return [about]
    models = [one for one in subjects if one.get("type") == "machine-learning-model"]
    older = {called(ancestor) for one in models for ancestor in _ancestors(one)}
    return [one for one in models if called(one) not in older] or list(subjects if len(subjects) == 1 else ())


def _links(told: Mapping[str, Any], by_ref: Mapping[str, Mapping[str, Any]], name: str, found: Found) -> None:
    """Links that our own exports keep as properties, since CycloneDX has no word for them."""
    services = {str(one.get("bom-ref")): one for one in mappings(told.get("services"))}
    for entry in mappings(told.get("properties")):
        value = entry.get("value")
        link = (
            _LINK.fullmatch(value) if entry.get("name") == "lineage:link" and isinstance(value, str) else None
        )
        source = {**by_ref, **services}.get(link["source"]) if link else None
        target = by_ref.get(link["target"]) if link else None
        relation = ROLES.get(link["role"]) if link else None
        if source and target and relation:
            kind: ArtifactKind | None = "service" if link and link["source"] in services else None
            place = Location(name, line_of(value), 1)
            how = "CycloneDX, lineage:link"
            found.sightings.append(
                Sighting(called(source), relation, place, "document", how, str(value), kind, called(target),
                         licence=_licence(source)[0])
            )  # fmt: skip


def called(component: Mapping[str, Any]) -> str:
    """A component's name, with its group before it where the two make a hub's name."""
    name, group = str(component.get("name") or ""), component.get("group")
    return f"{group}/{name}" if isinstance(group, str) and group and "/" not in name else name


def _publish(
    component: Mapping[str, Any], kind: Literal["model", "dataset"], name: str, found: Found
) -> None:
    place = Location(name, line_of(component.get("name") or component), 1)
    licence, at = _licence(component)
    publisher = component.get("publisher") or mapping(component.get("supplier")).get("name")
    where = Location(name, at, 1) if licence else None
    found.published.append(
        Published(
            kind, called(component), place, licence, where, publisher=str(publisher) if publisher else None
        )
    )
    if licence and where:
        found.statements.append(
            Statement("licence", called(component), licence, where, f"licences: {licence}")
        )


def _licence(component: Mapping[str, Any]) -> tuple[str | None, int]:
    parts: list[str] = []
    line = 1
    for entry in mappings(component.get("licenses")):
        inner = mapping(entry.get("license"))
        value = entry.get("expression") or inner.get("id") or inner.get("name") or inner.get("url")
        if isinstance(value, str):
            parts.append(str(value))
            line = line_of(value)
    return (" AND ".join(parts) or None), line


def _model(
    component: Mapping[str, Any],
    by_ref: Mapping[str, Mapping[str, Any]],
    name: str,
    prose: ReadProse,
    found: Found,
) -> None:
    into = called(component)
    _publish(component, "model", name, found)
    card = mapping(component.get("modelCard"))
    parameters = mapping(card.get("modelParameters"))
    for data in mappings(parameters.get("datasets")):
        _data(data, by_ref, into, name, found)
    _made_from(component, name, found)
    for ancestor in _ancestors(component):
        for data in mappings(
            mapping(mapping(ancestor.get("modelCard")).get("modelParameters")).get("datasets")
        ):
            # What a base was trained on is in the weights that come of it, too.
            _data(data, by_ref, into, name, found)
    description = component.get("description")
    told = description if isinstance(description, str) else ""
    for mention in prose(told[:MOST_LETTERS], ""):
        if set(words(called(component).rsplit("/", 1)[-1])) <= set(words(mention.name)):
            continue
        place = Location(name, line_of(description), 1)
        found.sightings.append(
            Sighting(mention.name, mention.relation, place, "document", "CycloneDX, description", told[:200],
                     into=into, negated=mention.negated)
        )  # fmt: skip
    for field in _LOST:
        if field in card:
            found.lost.append(
                Lost(Location(name, line_of(card[field]), 1), f"modelCard.{field} has no place here")
            )


def _ancestors(component: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What a component descends from, and what that does."""
    for one in mappings(mapping(component.get("pedigree")).get("ancestors")):
        yield _as_subject(one)
        yield from _ancestors(one)


def _made_from(component: Mapping[str, Any], name: str, found: Found) -> None:
    """Ancestors of a model are its bases, those of rows their sources."""
    rows = component.get("type") == "data"
    for ancestor in _ancestors(component):
        value, place = called(ancestor), Location(name, line_of(ancestor.get("name") or ancestor), 1)
        if not value:
            found.lost.append(Lost(place, f"an ancestor of {called(component)} is not named"))
            continue
        is_rows = rows and ancestor.get("type") != "machine-learning-model"
        found.sightings.append(
            Sighting(value, "data" if is_rows else "generated-by" if rows else "base", place, "document",
                     "CycloneDX, pedigree.ancestors", value, "dataset" if is_rows else "model", called(component),
                     licence=_licence(ancestor)[0])
        )  # fmt: skip


def _data(
    data: Mapping[str, Any], by_ref: Mapping[str, Mapping[str, Any]], into: str, name: str, found: Found
) -> None:
    reference = data.get("ref")
    target = by_ref.get(str(reference), {}) if reference else data
    inner = next(iter(mappings(target.get("data"))), {})
    url = mapping(target.get("contents") or inner.get("contents")).get("url")
    named = called(target) or (hub_name(url) if isinstance(url, str) else None) or (str(url) if url else "")
    if not named:
        found.lost.append(
            Lost(Location(name, line_of(data), 1), f"data set {reference or ''} is not named".strip())
        )
        return
    place = Location(name, line_of(target.get("name") or reference or data), 1)
    found.sightings.append(
        Sighting(hub_name(url) or named if isinstance(url, str) else named, "data", place, "document",
                 "CycloneDX, modelParameters.datasets", named, "dataset", into, licence=_licence(target)[0])
    )  # fmt: skip
    for about in texts(target.get("classification")):
        found.lost.append(
            Lost(Location(name, line_of(about), 1), f"classification {about} has no place here")
        )
