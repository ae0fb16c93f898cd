"""How the licence of a child stands to that of its parent, counted by relation."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from compliance.evaluate.select import traits_of
from compliance.fleet.store import Store
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.traits import LIMITING
from compliance.resolve.licences.text import LicenceReader

DRIFTS = ("same", "differs", "grants more", "not stated", "parent states none", "parent is not known")
"""The words, in the order of the counts."""


class Drift(NamedTuple):
    """Licences along one kind of relation between a child and its parent."""

    relation: str
    edges: int
    counts: tuple[int, ...]


def along(store: Store, knowledge: Knowledge) -> tuple[Drift, ...]:
    """How the licence of a child stands to that of its parent, by relation."""
    now, reader = store.current("artifacts"), LicenceReader(knowledge.registry)
    rows = store.all(
        "SELECT coalesce(e.relation, e.step || ' ' || e.role), c.licence, p.licence, p.n IS NOT NULL, count(*) "
        f"FROM ({store.current('edges')}) e JOIN ({now}) c ON c.n = e.target "
        f"LEFT JOIN ({now}) p ON p.n = e.source GROUP BY ALL"
    )
    sums: dict[str, Counter[str]] = {}
    for relation, child, parent, known, count in rows:
        sums.setdefault(relation, Counter())[_drifted(child, parent, known, reader, knowledge)] += count
    found = (
        Drift(name, counts.total(), tuple(counts[word] for word in DRIFTS)) for name, counts in sums.items()
    )
    return tuple(sorted(found, key=lambda one: -one.edges))


def _drifted(
    child: str | None, parent: str | None, known: bool, reader: LicenceReader, knowledge: Knowledge
) -> str:
    if not known:
        return "parent is not known"
    ours, theirs = reader.read(child), reader.read(parent)
    if theirs.says == "nothing":
        return "parent states none"
    if ours.says == "nothing":
        return "not stated"
    if child == parent or (ours.alternatives and set(ours.alternatives) == set(theirs.alternatives)):
        return "same"
    held = [traits_of(ids, knowledge.registry) & LIMITING for ids in ours.alternatives]
    lost = [
        (traits_of(ids, knowledge.registry) & LIMITING) - ours_
        for ids in theirs.alternatives
        for ours_ in held
    ]
    return "grants more" if lost and all(lost) else "differs"
