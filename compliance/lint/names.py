"""Faults of names: two records that claim one, and licences that share theirs."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.errors import Fault
from compliance.model.known.knowledge import Knowledge, Registry
from compliance.model.names.catalogue import Kind
from compliance.model.names.licence_words import Wording, names_of
from compliance.model.names.sized import SIZE
from compliance.resolve.names.overlaps import overlaps


def names_of_two(packs: Knowledge, above: int) -> Iterator[Fault]:
    """Names that two records above a layer both claim, and records that do not say where they were read."""
    told: set[tuple[str, ...]] = set()
    for kind, name, first, second in overlaps(packs.registry, above):
        pair = (kind, *sorted((first, second)))
        if pair not in told:
            told.add(pair)
            yield Fault(
                None, f"{kind} {name!r} is claimed by {first} and by {second}", "let one of them except it"
            )
    kinds: tuple[Kind, ...] = ("model", "dataset", "service")
    for kind in kinds:
        for one in packs.registry.catalogue.all(kind):
            if one.entry.source is None:
                yield Fault(None, f"{kind} {one.entry.id}: does not say where it was read", "add `source`")
            if SIZE in "".join(getattr(one.entry, "base", ())) and not one.entry.sizes:
                yield Fault(None, f"{kind} {one.entry.id}: its base goes by size", "list its `sizes`")


def licence_names(packs: Knowledge) -> Iterator[Fault]:
    """Every name means one licence, and whatever stands for several names licences that there are."""
    for name, ids in _names_of_several(packs.registry):
        yield Fault(
            None, f"licences {', '.join(ids)}: all are named {name!r}", "let one of them have the name"
        )
    held = packs.registry.licences
    sets = [(f"licence {record.id}", record.members) for record in held.values()]
    sets += [
        (f"the name {one.aliases[0]!r}", one.members)
        for words in packs.registry.words
        for one in words.families
    ]
    for what, members in sets:
        for member in members:
            if member not in held:
                yield Fault(
                    None, f"{what}: no licence {member!r} is in the registry", "add it, or correct the name"
                )


def _names_of_several(registry: Registry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names, as they are compared, that more than one licence or set of licences goes by, and those of no letter."""
    key, told = Wording(registry.words).key, dict[str, dict[str, None]]()
    for name, record in names_of(registry.licences.values()):
        told.setdefault(key(name), {})[record.id] = None
    for family in (one for words in registry.words for one in words.families):
        for alias in family.aliases:
            told.setdefault(key(alias), {})[f"one of {', '.join(family.members)}"] = None
    yield from ((name, tuple(ids)) for name, ids in told.items() if len(ids) > 1 or not name)
