"""Records of one's own that are made from each other: whoever names one of them gets no answer."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.errors import Fault, listed
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.catalogue import Catalogue, Kind
from compliance.model.names.records import Entry, ModelEntry
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.model.names.sized import SIZE, of_size
from compliance.model.names.template import expansions
from compliance.model.words.spelling import split_organisation
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.prepared import lookups

_KINDS: tuple[Kind, ...] = ("model", "dataset")
_Node = tuple[str, tuple[str, ...]]
"""A record, and the names of what it is made from: those of a line may go by the size that is named."""


def rings(packs: Knowledge) -> Iterator[Fault]:
    """Rings of bases and ancestries in which records of one's own stand, each told once."""
    own = dict(_own(packs.registry.catalogue))
    names, done, told = lookups(packs.registry).names, set[_Node](), set[frozenset[str]]()
    for name in (name for entry in own.values() for name in _called(entry)):
        for ring in _found(name, names, done):
            first = next((place for place, one in enumerate(ring) if one in own), None)
            if first is not None and frozenset(ring) not in told:
                told.add(frozenset(ring))
                yield _fault([*ring[first:], *ring[:first]])


def _own(catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    for kind in _KINDS:
        for one in catalogue.all(kind):
            if one.layer:
                yield one.entry.id, one.entry


def _called(entry: Entry) -> Iterator[str]:
    """A name of a record; one of each size where what it is made from goes by that."""
    text = (*entry.names, *entry.aliases)[0]
    by_size = isinstance(entry, ModelEntry) and of_size(entry) is not entry
    organisation = split_organisation(text)[0]
    for one in dict.fromkeys(text.replace(SIZE, size) for size in entry.sizes) if by_size else (text,):
        for bare in expansions(one, entry.slots, 1):
            yield f"{organisation}/{bare}" if organisation else bare


def _found(name: str, names: Names, done: set[_Node]) -> Iterator[tuple[str, ...]]:
    """The ids of records that lead back to themselves behind a name, without what was gone through before."""
    path: dict[_Node, None] = {}
    waiting = [(name, 0)]
    while waiting:
        text, depth = waiting.pop()
        while len(path) > depth:
            done.add(path.popitem()[0])
        record = names.model(text) or names.dataset(text)
        if record is None:
            continue
        node = (record.id, _behind(record))
        if node in path:
            held = list(path)
            yield tuple(key for key, _ in held[held.index(node) :])
        elif node not in done:
            path[node] = None
            waiting += [(one, depth + 1) for one in node[1]]
    done.update(path)


def _behind(record: ModelRecord | DatasetRecord) -> tuple[str, ...]:
    """The names of what a record is made from; a model of a developer's own earlier line has none."""
    steps = record.ancestry.steps if record.ancestry else ()
    return tuple(dict.fromkeys(one for step in steps for given in step.inputs.values() for one in given))


def _fault(ring: list[str]) -> Fault:
    """What is told of a ring: its records in turn, each made from the one behind it."""
    if len(ring) == 1:
        return Fault(None, f"{ring[0]}: is made from itself", "correct what it is made from")
    what = f"{ring[0]}: {len(ring)} records are made from each other in a ring: {listed(ring)}"
    return Fault(
        None, what, "correct what one of them is made from; no manifest that names one can be checked"
    )
