"""Records of the registry as rows, all of them or those in which given words occur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import AnyEntry, Kind
from compliance.model.words.spelling import key

LISTED = ("model", "dataset", "service", "licence", "provider")


@dataclass(frozen=True, slots=True)
class Row:
    """One record: what it is, whose, under which licence, by which names, and how well it is known."""

    kind: str
    id: str
    owner: str
    licence: str | None
    assurance: str
    names: tuple[str, ...]
    own: bool = False


def rows(registry: Registry, kind: str | None = None) -> tuple[Row, ...]:
    """Every record of a kind, or of all, by kind and id."""
    found = [row for one in LISTED if kind in (None, one) for row in _of(one, registry)]
    return tuple(sorted(found, key=lambda row: (LISTED.index(row.kind), row.id, not row.own)))


def found(registry: Registry, wanted: Sequence[str], kind: str | None = None) -> tuple[Row, ...]:
    """Records in whose id, names or owner every one of the words occurs."""
    sought = [key(word).strip() for word in wanted]
    return tuple(row for row in rows(registry, kind) if _holds(row, sought))


def _holds(row: Row, sought: Sequence[str]) -> bool:
    texts = [key(text) for text in (row.id, row.owner, *row.names)]
    return all(any(one in text for text in texts) for one in sought)


def _of(kind: str, registry: Registry) -> Iterator[Row]:
    if kind == "licence":
        for licence in registry.licences.values():
            names = (licence.title, *licence.aliases)
            yield Row(kind, licence.id, "", licence.id, licence.assurance, names)
    elif kind == "provider":
        for provider_id, one in registry.providers.items():
            yield Row(kind, provider_id, one.name, None, one.assurance, one.aliases)
    else:
        yield from _entries(kind, registry)  # type: ignore[arg-type]


def _entries(kind: Kind, registry: Registry) -> Iterator[Row]:
    for located in registry.catalogue.all(kind):
        entry = located.entry
        spans = sorted(getattr(entry, "licences", ()), key=lambda span: str(span.from_))
        licence = spans[-1].licence if spans else getattr(entry, "licence", None)
        names = (*entry.names, *entry.aliases)
        yield Row(kind, entry.id, _owner(entry, registry), licence, entry.assurance, names, located.layer > 0)


def _owner(entry: AnyEntry, registry: Registry) -> str:
    """Name of who develops, publishes or provides it."""
    provider = registry.providers.get(getattr(entry, "provider", ""))
    if provider:
        return provider.name
    party_id = str(getattr(entry, "developer", None) or getattr(entry, "publisher", ""))
    party = registry.catalogue.party(party_id)
    return party.name if party else party_id
