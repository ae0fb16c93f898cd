"""What may rest on memory in the bundled registry, and what may not.

Names, a base, an ancestry or a date that somebody remembers can only add questions or findings. A licence, a making by
people alone and a country clear something: they stand with a source, or are left open and asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from compliance.errors import Fault
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.catalogue import AnyEntry, Kind
from compliance.model.names.records import DatasetEntry, KnownParty, ModelEntry, Provider, Source

RECALLED = "recalled"
ALONE = {"date recalled": "released", "function recalled": "function", "base recalled": "base"}
"""What a source says that gives everything but one field, and which that is."""
MAKING, COUNTRY, BASE = "making by", "country by", "base by"
"""How a source says where that one field was read, while the rest is recalled."""
_KINDS: tuple[Kind, ...] = ("model", "dataset")
_MAY = ("base", "ancestry", "released")
"""Fields that may rest on memory: what they say beside a name only asks or bites."""


def recalled(packs: Knowledge) -> Iterator[Fault]:
    """Fields of bundled records that clear something and that nobody read anywhere."""
    for kind in _KINDS:
        for one in packs.registry.catalogue.all(kind):
            if one.layer == 0:
                yield from (_fault(one.entry.id, what) for what in unread(one.entry))
    for shelf in packs.registry.catalogue.shelves:
        if shelf.layer == 0:
            for name, party in shelf.records.parties.items():
                yield from (_fault(name, "a country") for _ in range(_country_unread(party)))
    for name, provider in packs.registry.providers.items():
        yield from (_fault(name, "a country") for _ in range(_country_unread(provider)))


def unread(entry: AnyEntry) -> Iterator[str]:
    """What a record says that clears something and rests on memory."""
    if not isinstance(entry, ModelEntry | DatasetEntry):
        return
    if entry.assurance == "memory" and (entry.licence or entry.licences):
        yield "a licence"
    by_people = entry.making == "from-scratch-or-people"
    if by_people and _rests(entry.source) and MAKING not in _where(entry.source):
        yield "a making by people alone"


def counted(packs: Knowledge) -> Counter[str]:
    """How many bundled records have each of the fields that may rest on memory resting on it, as `kind field`."""
    found: Counter[str] = Counter()
    for kind in _KINDS:
        for one in packs.registry.catalogue.all(kind):
            if one.layer == 0:
                held = (name for name in _MAY if getattr(one.entry, name, None))
                found.update(f"{kind} {name}" for name in held if _rests(one.entry.source, name))
    return found


def _country_unread(party: KnownParty | Provider) -> bool:
    """Whether a party has a country that nobody read; a provider of no source has its texts for one."""
    return (
        bool(party.country)
        and party.assurance == "memory"
        and _rests(party.source)
        and COUNTRY not in _where(party.source)
    )


def _rests(source: Source | None, field: str = "") -> bool:
    where = _where(source)
    if field == "base" and BASE in where and "base recalled" not in where:
        return False
    for words, alone in ALONE.items():
        where = (
            where if alone == field or (alone == "base" and field != "released") else where.replace(words, "")
        )
    return RECALLED in where


def _where(source: Source | None) -> str:
    return source.where if source is not None else ""


def _fault(name: str, what: str) -> Fault:
    return Fault(None, f"{name}: {what} rests on memory", "name where it was read, or leave it open")
