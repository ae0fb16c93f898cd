"""What was made from what, as edges between records; parents that nobody knows, and cycles, are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import Kind, Located
from compliance.model.names.records import Ancestry, DatasetEntry, ModelEntry
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.resolve.lineage.ancestry import CONTENT_ROLES
from compliance.resolve.names.lookup import Names


@dataclass(frozen=True, slots=True)
class Edge:
    """One parent of one record, by one step."""

    child_kind: str
    child: str
    parent_kind: str | None
    parent: str | None
    """Id of the parent's record; None for a name that no record means."""
    parent_name: str
    step: str
    role: str
    by: str
    period: str | None
    documented_at: str
    assurance: str
    own: bool


def edges(registry: Registry) -> tuple[Edge, ...]:
    """Every documented step from a parent to a record."""
    names = Names(registry)
    kinds: tuple[Kind, ...] = ("model", "dataset")
    found = [
        edge
        for kind in kinds
        for located in registry.catalogue.all(kind)
        for edge in _behind(kind, located, names, registry)
    ]
    return tuple(sorted(found, key=lambda one: (one.child_kind, one.child)))


def unknown_parents(found: Sequence[Edge]) -> tuple[Edge, ...]:
    """Edges whose parent no record means."""
    return tuple(edge for edge in found if edge.parent is None)


def cycles(found: Sequence[Edge]) -> tuple[tuple[str, ...], ...]:
    """Records that stand behind themselves: each cycle once, beginning with its first id in the alphabet.

    A record whose own line is its parent (a chat model made from the base model of one record) is none.
    """
    parents: dict[str, list[str]] = {}
    for edge in found:
        child, parent = f"{edge.child_kind} {edge.child}", f"{edge.parent_kind} {edge.parent}"
        if edge.parent is not None and child != parent:
            parents.setdefault(child, []).append(parent)
    seen: set[str] = set()
    told: dict[tuple[str, ...], None] = {}
    for start in sorted(parents):
        path = [start]
        waiting = [iter(parents[start])] if start not in seen else []
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                seen.add(path.pop())
            elif following in path:
                told.setdefault(_turned(path[path.index(following) :]))
            elif following not in seen:
                path.append(following)
                waiting.append(iter(parents.get(following, ())))
    return tuple(told)


def _turned(cycle: list[str]) -> tuple[str, ...]:
    first = cycle.index(min(cycle))
    return (*cycle[first:], *cycle[:first])


def _behind(kind: Kind, located: Located, names: Names, registry: Registry) -> Iterator[Edge]:
    ancestry = _ancestry(located, registry)
    for step in ancestry.steps if ancestry else ():
        for role, given in step.inputs.items():
            for name in given:
                parent_kind, parent = _record(role, name, names)
                yield Edge(
                    kind, located.entry.id, parent_kind, parent, name, step.kind, role, step.by, step.period,
                    ancestry.documented_at if ancestry else "", ancestry.assurance if ancestry else "",
                    located.layer > 0,
                )  # fmt: skip


def _ancestry(located: Located, registry: Registry) -> Ancestry | None:
    entry = located.entry
    if isinstance(entry, ModelEntry):
        return ModelRecord.of(entry, registry.catalogue.party(entry.developer)).ancestry
    if isinstance(entry, DatasetEntry):
        return DatasetRecord.of(entry, registry.catalogue.party(entry.publisher)).ancestry
    return None


def _record(role: str, name: str, names: Names) -> tuple[str | None, str | None]:
    """Kind and id of what a parent's name means; what the role takes first is tried first."""
    model, dataset, service = names.model(name), names.dataset(name), names.service(name)
    found = [
        ("model", model.id if model else None),
        ("dataset", dataset.id if dataset else None),
        ("service", (service.id or service.provider) if service else None),
    ]
    if role in CONTENT_ROLES:
        found.insert(0, found.pop(1))
    return next((one for one in found if one[1] is not None), (None, None))
