"""Which releases of a fleet something upstream reaches, and how."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any, NamedTuple

from compliance.compile.automaton import STATES
from compliance.errors import Fault, UsageError
from compliance.fleet.extras import need
from compliance.fleet.loaded import Fleet, load
from compliance.fleet.store import Store
from compliance.kernels.numpy_kernel import reach
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.reach import CLASS_OF


class Recalled(NamedTuple):
    """A release with the ways in which the upstream reaches it."""

    release: str
    sure: tuple[str, ...]
    possible: tuple[str, ...]


def recall(store: Store, knowledge: Knowledge, as_of: datetime.date, upstream: str) -> tuple[Recalled, ...]:
    """Every release that is made, at any remove, from what is named: an id, licence:ID, provider:ID, developer:NAME.

    Raises `UsageError` where nothing in the fleet, or behind it, is that.
    """
    np = need("numpy")
    fleet = load(store, knowledge, as_of)
    named = _named(store, fleet, upstream)
    if not named.any():
        raise UsageError(
            Fault(None, f"nothing in the store is {upstream!r}", "name an artifact, or licence:ID …")
        )
    graph = dataclasses.replace(fleet.graph, pair=np.where(named[fleet.graph.source], 0, -1))
    table = reach(graph, np.ones(1, dtype=np.uint64))
    found = []
    for node in np.flatnonzero((fleet.release_kind >= 0) & table.any(axis=1)).tolist():
        ways = [
            tuple(
                dict.fromkeys(CLASS_OF[STATES[s][0]] for s in range(graph.states) if table[node, offset + s])
            )
            for offset in (0, graph.states)
        ]
        name = str(store.one("SELECT id FROM names WHERE n = ?", [int(fleet.numbers[node])]))
        found.append(Recalled(name, ways[0], tuple(way for way in ways[1] if way not in ways[0])))
    return tuple(sorted(found))


def _named(store: Store, fleet: Fleet, upstream: str) -> Any:
    """Which of the artifacts are meant."""
    np = need("numpy")
    kind, sign, value = upstream.partition(":")
    if not sign or kind not in ("licence", "provider", "developer"):
        return np.isin(fleet.numbers, store.numbers(upstream))
    facts = [one.artifact for one in fleet.columns.sources]
    if kind == "licence":
        means = [
            value in {x for ids in (one.licence_options or (one.licences,)) for x in ids} for one in facts
        ]
    else:
        means = [(getattr(one, kind) or "").lower() == value.lower() for one in facts]
    return np.array(means, dtype=bool)[fleet.source_kind]
