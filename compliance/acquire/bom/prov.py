"""W3C PROV-JSON: entities that activities used and wrote, what they derive from, the software that took part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.roles import ROLES
from compliance.acquire.tree import line_of, mapping, mappings, texts
from compliance.model.declared.sighting import Lost, MentionRelation, Published, Sighting, Statement
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

_KINDS: Mapping[str, ArtifactKind] = {
    "model": "model",
    "dataset": "dataset",
    "service": "service",
    "code": "code",
}
_LICENCES = ("lineage:licence", "dcterms:license", "dct:license", "schema:license", "cc:license", "license")
_DERIVES: Mapping[str, tuple[str, str]] = {
    "wasDerivedFrom": ("generatedEntity", "usedEntity"),
    "hadMember": ("collection", "entity"),
    "specializationOf": ("specificEntity", "generalEntity"),
    "wasInfluencedBy": ("influencee", "influencer"),
}
"""Relations between entities: what came of it, and what it came of."""
_ASIDE = frozenset({"evaluate", "evaluation", "test", "benchmark"})


@dataclass(slots=True)
class _Graph:
    """The records of a document, with those of its bundles."""

    entities: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    activities: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    agents: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    wrote: dict[str, list[str]] = field(default_factory=dict)
    """Activity to the entities that it wrote."""
    written: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The same once more, one thing for each activity."""
    informs: dict[str, list[str]] = field(default_factory=dict)
    """Activity to those that went on from it."""
    edges: list[tuple[str, tuple[str, ...], MentionRelation, str, int]] = field(default_factory=list)
    """Entity, what it went into, what it was for, how that is said, and the line."""


def read_prov(tree: object, name: str, prose: ReadProse) -> Found:
    """What a document says: entities that nothing in it writes are upstreams, those that nothing uses releases."""
    found, graph = Found(), _Graph()
    parts = [mapping(tree), *(mapping(one) for one in mapping(mapping(tree).get("bundle")).values())]
    for part in parts:
        _gather(graph.entities, part, "entity")
        _gather(graph.activities, part, "activity")
        _gather(graph.agents, part, "agent")
    for part in parts:
        for one in _records(part, "wasGeneratedBy"):
            graph.wrote.setdefault(_id(one, "activity"), []).append(_id(one, "entity"))
    for part in parts:
        for one in _records(part, "wasInformedBy"):
            graph.informs.setdefault(_id(one, "informant"), []).append(_id(one, "informed"))
    _hand_on(graph)
    for part in parts:
        _used(part, graph, name, found)
        _derived(part, graph)
    _tell(graph, name, found)
    for part in parts:
        _software(part, graph, name, found)
    if not graph.edges:
        found.lost.append(Lost(Location(name, 1, 1), "says of no entity what it was made from"))
    return found


def _gather(known: dict[str, Mapping[str, Any]], part: Mapping[str, Any], kind: str) -> None:
    """Take in what a part says of its things; what two places say of one thing stands together, the first before."""
    for key, told in mapping(part.get(kind)).items():
        for one in mappings(told):
            known[key] = {**one, **known.get(key, {})}


def _records(part: Mapping[str, Any], kind: str) -> Iterator[Mapping[str, Any]]:
    for one in mapping(part.get(kind)).values():
        yield from mappings(one)


def _id(record: Mapping[str, Any], key: str) -> str:
    return next(iter(texts(record.get(f"prov:{key}"))), "")


def _word(value: object) -> str:
    """A text, plain or typed, without the prefix of its vocabulary."""
    told = next(iter(texts(value)), None)
    for one in mappings(value):
        told = told or next(iter(texts(one.get("$"))), None)
    return (told or "").rsplit(":", 1)[-1]


def _written(graph: _Graph, activity: str) -> tuple[str, ...]:
    if activity in graph.wrote and activity not in graph.written:
        graph.written[activity] = tuple(graph.wrote[activity])
    return graph.written.get(activity, ())


class _Handed(str):
    """Something that nobody names, which one activity wrote and another used; by the first."""

    __slots__ = ()


def _hand_on(graph: _Graph) -> None:
    """Between an activity that is told to write nothing and those that went on from it lies something unnamed.

    That a communication is a generation and a use of something is inference 5 of PROV-CONSTRAINTS.
    """
    before: dict[str, list[str]] = {}
    for activity, later in graph.informs.items():
        for one in later:
            before.setdefault(one, []).append(activity)
    ahead = list(graph.wrote)
    reaching = set(ahead)
    while ahead:
        fresh = [one for one in before.get(ahead.pop(), ()) if one not in reaching]
        reaching.update(fresh)
        ahead += fresh
    handing = [one for one in graph.informs if one in reaching and one not in graph.wrote]
    graph.wrote |= {one: [_Handed(f"\0{one}")] for one in handing}
    for activity in handing:
        (handed,) = graph.wrote[activity]
        for one in graph.informs[activity]:
            if written := _written(graph, one):
                graph.edges.append((handed, written, "data", "wasInformedBy", 1))


def _used(part: Mapping[str, Any], graph: _Graph, name: str, found: Found) -> None:
    for one in _records(part, "used"):
        activity, entity = _id(one, "activity"), _id(one, "entity")
        written = _written(graph, activity)
        kind = _word(mapping(graph.activities.get(activity)).get("prov:type"))
        if not entity or not written:
            if kind.lower() not in _ASIDE:
                _left_out(graph, entity, Location(name, line_of(one), 1), found)
            continue
        role = _word(one.get("prov:role"))
        relation: MentionRelation = "none" if kind.lower() in _ASIDE else ROLES.get(role, "data")
        graph.edges.append((entity, written, relation, f"used{f' as {role}' if role else ''}", line_of(one)))


def _left_out(graph: _Graph, entity: str, place: Location, found: Found) -> None:
    """What was used and went into nothing that is told: a person is asked what it was for."""
    value = _called(graph, entity)
    if value:
        kind = _kind(graph, entity) or "dataset"
        licence = _licence(mapping(graph.entities.get(entity)))[0]
        found.sightings.append(
            Sighting(value, "unknown-use", place, "document", "PROV-JSON, used", value, kind, licence=licence)
        )


def _derived(part: Mapping[str, Any], graph: _Graph) -> None:
    each = {id(targets): targets for _, targets, *_ in graph.edges}
    wrote = {key: frozenset(targets) for key, targets in each.items()}
    told: dict[str, list[frozenset[str]]] = {}
    for source, targets, *_ in graph.edges:
        told.setdefault(source, []).append(wrote[id(targets)])
    for kind, (into, of) in _DERIVES.items():
        for one in _records(part, kind):
            source, target = _id(one, of), _id(one, into)
            of_things = kind == "wasDerivedFrom" or {source, target} <= graph.entities.keys()
            if (
                source
                and target
                and source != target
                and of_things
                and not any(target in one for one in told.get(source, ()))
            ):
                models = {_kind(graph, source), _kind(graph, target)} == {"model"}
                graph.edges.append((source, (target,), "base" if models else "data", kind, line_of(one)))


def _kind(graph: _Graph, entity: str) -> ArtifactKind | None:
    return _KINDS.get(_word(mapping(graph.entities.get(entity)).get("prov:type")).lower())


def _called(graph: _Graph, entity: str) -> str:
    told = mapping(graph.entities.get(entity))
    label = next(iter(texts(told.get("prov:label"))), None) or _word(told.get("prov:label"))
    return hub_name(label) or label or entity.split(":", 1)[-1]


def _tell(graph: _Graph, name: str, found: Found) -> None:
    each = {id(targets): targets for _, targets, *_ in graph.edges}
    made = dict.fromkeys(target for targets in each.values() for target in targets)
    used = {source for source, _, relation, *_ in graph.edges if relation != "none"}
    ends = dict.fromkeys(one for one in made if one not in used)
    ringed = _in_rings(graph)
    for entity in ends:
        _publish(graph, entity, name, found)
    for source, targets, relation, how, line in graph.edges:
        if isinstance(source, _Handed):
            continue
        into = _called(graph, targets[0]) if targets[0] in ends else None
        about = mapping(graph.entities.get(source))
        place = Location(name, line_of(about, line), 1)
        kind = _kind(graph, source) or ("dataset" if relation == "data" else None)
        found.sightings.append(
            Sighting(_called(graph, source), relation, place, "document", f"PROV-JSON, {how}",
                     _called(graph, source), kind, into, if_known=source in made and source not in ringed,
                     licence=_licence(mapping(graph.entities.get(source)))[0])
        )  # fmt: skip
    for entity in sorted(one for one in made if one in used and not isinstance(one, _Handed)):
        place = Location(name, line_of(mapping(graph.entities.get(entity))), 1)
        what = f"{_called(graph, entity)} is made on the way; what it was made from is told instead"
        if entity in ringed:
            what = f"{_called(graph, entity)} is told to be made from itself, or from one that is"
        found.lost.append(Lost(place, what))


def _in_rings(graph: _Graph) -> set[str]:
    """Entities that are made from themselves by way of others, or from such a one alone."""
    sources: dict[str, set[str]] = {}
    after: dict[str, list[str]] = {}
    # What one activity wrote is one node between, so that the work is in proportion to the records.
    for source, targets, *_ in graph.edges:
        between = f"\0{id(targets)}"
        if between not in after:
            for target in targets:
                sources.setdefault(target, set()).add(between)
            after[between] = list(targets)
        sources.setdefault(between, set()).add(source)
        after.setdefault(source, []).append(between)
    ahead = [one for one in after if one not in sources]
    while ahead:
        one = ahead.pop()
        for target in after.pop(one, ()):
            sources[target].discard(one)
            if not sources[target]:
                ahead.append(target)
    return {one for one, left in sources.items() if left}


def _publish(graph: _Graph, entity: str, name: str, found: Found) -> None:
    about = mapping(graph.entities.get(entity))
    kind: Literal["model", "dataset"] = "model" if _kind(graph, entity) == "model" else "dataset"
    place = Location(name, line_of(about), 1)
    licence, at = _licence(about)
    where = Location(name, at, 1) if licence else None
    found.published.append(Published(kind, _called(graph, entity), place, licence, where))
    if licence and where:
        words = f"licence: {licence}"
        found.statements.append(Statement("licence", _called(graph, entity), licence, where, words))


def _licence(about: Mapping[str, Any]) -> tuple[str | None, int]:
    """The licence that a document gives an entity, and the line."""
    stated = next((one for key in _LICENCES for one in texts(about.get(key))), None)
    return (str(stated), line_of(stated)) if stated else (None, 1)


def _software(part: Mapping[str, Any], graph: _Graph, name: str, found: Found) -> None:
    """Software that took part in what wrote something; only a name that is known makes it an upstream."""
    for one in _records(part, "wasAssociatedWith"):
        agent = mapping(graph.agents.get(_id(one, "agent")))
        if _word(agent.get("prov:type")) != "SoftwareAgent" or not graph.wrote.get(_id(one, "activity")):
            continue
        label = next(iter(texts(agent.get("prov:label"))), None) or _word(agent.get("prov:label"))
        if label:
            place = Location(name, line_of(agent), 1)
            how = "PROV-JSON, wasAssociatedWith"
            found.sightings.append(Sighting(str(label), "generated-by", place, "document", how, str(label)))
