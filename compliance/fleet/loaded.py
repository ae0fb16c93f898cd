"""A store's artifacts and edges, with what the registry knows behind them, as arrays that can be evaluated."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compliance.compile.automaton import STATES
from compliance.compile.program import Columns, Pair, Self
from compliance.fleet.drawing import Drawing, distinct, entries_of, how_of, kind_in, types_of, understood
from compliance.fleet.extras import need
from compliance.fleet.identities import Identified, Identities
from compliance.fleet.rows import ARTIFACT_COLUMNS, ArtifactRow
from compliance.fleet.store import Store
from compliance.kernels.graph import Graph, in_circles, ordered
from compliance.model.known.knowledge import Knowledge, Registry
from compliance.registry.edges import Edge, edges

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_Named = tuple[str, bool]
"""An id, and whether it is a data set's: a model may be called the same."""


@dataclass(frozen=True, slots=True)
class Fleet:
    """Everything that is asked about, in arrays by the number of the artifact."""

    graph: Graph
    columns: Columns
    release_kind: Ints
    """Number of each artifact's facts as a release; -1 where it is none."""
    source_kind: Ints
    """Number of each artifact's facts as a source."""
    self_kind: Ints
    """Number of what each release is as its own source; -1 where it is none."""
    edge_number: Ints
    """Number of each edge in the store; below -1 for what the registry knows, -1 is none."""
    known_edges: tuple[tuple[int, int, Edge], ...]
    """Edges that the registry adds: source, target, and where it is documented."""
    unresolved: Ints
    """Artifacts that something is made from, that nobody put out, and whose name means no record."""
    numbers: Ints
    """Number of each artifact in the store; here they are numbered anew, in the same order."""


def load(store: Store, knowledge: Knowledge, as_of: datetime.date, within: str | None = None) -> Fleet:
    """A store as arrays: all of it, or what a table of numbers holds, with everything that stands behind that."""
    while True:
        if within is not None:
            store.behind("scope", f"SELECT n FROM {within}")
        loading = Loading(store, knowledge, as_of, "scope" if within is not None else None)
        loading.behind()
        store.remember({(source, target) for source, target, _ in loading.known}, whole=within is None)
        if not loading.outside:
            return loading.fleet()


_last: list[tuple[Registry, Mapping[tuple[str, str], Sequence[Edge]]]] = []


def known_edges(registry: Registry) -> Mapping[tuple[str, str], Sequence[Edge]]:
    """What stands behind each record of a registry, by kind and id; the last registry's is kept."""
    for one, told in _last:
        if one is registry:
            return told
    found: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges(registry):
        found.setdefault((edge.child_kind, edge.child), []).append(edge)
    _last[:] = [(registry, found)]
    return found


class Loading:
    """Reads a store step by step."""

    def __init__(
        self, store: Store, knowledge: Knowledge, as_of: datetime.date, scope: str | None = None
    ) -> None:
        """The packs and the day are those of the check; `scope` is a table of numbers, for a part of the fleet.

        A part holds everything that stands behind what it holds.
        """
        self.store, self.knowledge = store, knowledge
        self._edges = f"({store.current('edges')})"
        self._all_edges = self._edges
        self._within = f" AND names.n IN (SELECT n FROM {scope})" if scope else ""
        self.outside: set[int] = set()
        """What the registry knows to stand behind a part of the fleet, of which the fleet tells more than is read."""
        if scope:
            self._edges = f"(SELECT * FROM {self._edges} WHERE target IN (SELECT n FROM {scope}))"
        self.identities = Identities(knowledge, as_of)
        self.found: dict[int, Identified] = {}
        self.known: list[tuple[int, int, Edge]] = []

    def fleet(self) -> Fleet:
        """The whole fleet as arrays."""
        np = need("numpy")
        numbers = np.array(sorted(self.found), dtype=np.int64)
        columns = self._identified(numbers)
        what = 'step, role, period, "by"'
        drawn = self.store.columns(
            f"SELECT e, source, target, dense_rank() OVER (ORDER BY {what}) - 1 AS how FROM {self._edges}"
        )
        hows = self.store.all(f"SELECT DISTINCT {what} FROM {self._edges} ORDER BY {what}")
        known = sorted({how_of(one) for _, _, one in self.known}, key=str)
        own = {how: len(hows) + n for n, how in enumerate(known)}
        extra = [(s, t, own[how_of(edge)]) for s, t, edge in self.known]

        def joined(name: str, place: int) -> Ints:
            return np.concatenate([drawn[name], [one[place] for one in extra]]).astype(np.int64)  # type: ignore[no-any-return]

        source, target = (np.searchsorted(numbers, joined(*end)) for end in (("source", 0), ("target", 1)))
        number = np.concatenate([drawn["e"], -2 - np.arange(len(extra))]).astype(np.int64)
        every = [understood(how) for how in (*hows, *known)]
        return self._graph(numbers, columns, Drawing(source, target, joined("how", 2), number, every))

    def behind(self) -> None:
        """Put names to what the registry knows behind the fleet's artifacts, until nothing new stands behind them."""
        self._told = told = known_edges(self.knowledge.registry)
        roles = "step || '|' || string_agg(DISTINCT role, '|' ORDER BY role) AS made"
        by_step = f"SELECT target, {roles} FROM {self._edges} GROUP BY target, step"
        made = f"SELECT target, string_agg(made, ';' ORDER BY made) FROM ({by_step}) GROUP BY target"
        self.made = dict(self.store.all(made))
        waiting = list(self._rows())
        while waiting:
            parents: dict[_Named, str] = {}
            drawn: list[tuple[int, _Named, Edge]] = []
            for n, row, declared in waiting:
                identified = self._identify(n, row, declared)
                for edge in told.get(identified.record, ()) if identified.record else ():
                    kind = edge.parent_kind or kind_in(edge.role)
                    name = edge.parent_name, kind == "dataset"
                    parents.setdefault(name, kind)
                    drawn.append((n, name, edge))
            waiting = list(self._named(parents))
            numbers = self._numbers(parents)
            self.known += [(numbers[name], n, e) for n, name, e in drawn if numbers[name] != n]

    def _identify(self, n: int, row: ArtifactRow, declared: bool) -> Identified:
        found = self.identities.of(row, made=self.made.get(n, ""), declared=declared)
        self.found[n] = found
        return found

    def _rows(self) -> Iterator[tuple[int, ArtifactRow, bool]]:
        facts = ", ".join(f"a.{name}" for name in ARTIFACT_COLUMNS[1:])
        referenced = f"SELECT source, min(parent_kind) AS kind FROM {self._all_edges} GROUP BY source"
        query = (
            f"SELECT names.n, names.id, {facts}, a.n IS NOT NULL AND a.put_out IS DISTINCT FROM 'no', p.kind "
            "FROM names "
            f"LEFT JOIN ({self.store.current('artifacts')}) a ON a.n = names.n "
            f"LEFT JOIN ({referenced}) p ON p.source = names.n "
            f"WHERE (a.n IS NOT NULL OR p.source IS NOT NULL){self._within} ORDER BY names.n"
        )
        for rows in self.store.lines(query):
            for n, key, kind, *rest, declared, parent_kind in rows:
                yield n, ArtifactRow(key, kind or parent_kind or "model", *rest), declared

    def _numbers(self, names: Collection[_Named]) -> dict[_Named, int]:
        if not names:
            return {}
        listed = ", ".join("?" for _ in names)
        query = f"SELECT n, id, data FROM names WHERE id IN ({listed})"
        held = {(key, data): n for n, key, data in self.store.all(query, [key for key, _ in names])}
        found = {one: held.get(one, held.get((one[0], None))) for one in names}
        return {one: n for one, n in found.items() if n is not None}

    def _named(self, parents: dict[_Named, str]) -> Iterator[tuple[int, ArtifactRow, bool]]:
        """Give numbers to parents that have none, and those that were not looked at yet."""
        if not parents:
            return
        missing = sorted(parents.keys() - self._numbers(parents).keys())
        if missing:
            values = ", ".join("(?, ?)" for _ in missing)
            named = f"SELECT id, data FROM (VALUES {values}) AS v(id, data)"
            self.store.name(named, [each for one in missing for each in one])
        fresh = {key: n for key, n in self._numbers(parents).items() if n not in self.found}
        if self._within:
            self.outside |= self._told_elsewhere(list(fresh.values()))
        for key, n in fresh.items():
            yield n, ArtifactRow(key[0], parents[key]), False

    def _told_elsewhere(self, numbers: Sequence[int]) -> set[int]:
        """Those of some artifacts of which the fleet itself says something."""
        if not numbers:
            return set()
        listed = ", ".join(map(str, numbers))
        return {
            n for (n,) in self.store.all(
                f"SELECT n FROM ({self.store.current('artifacts')}) WHERE n IN ({listed}) UNION "
                f"SELECT target FROM {self._all_edges} WHERE target IN ({listed}) UNION "
                f"SELECT source FROM {self._all_edges} WHERE source IN ({listed})"
            )
        }  # fmt: skip

    def _identified(self, numbers: Ints) -> dict[str, Any]:
        np = need("numpy")
        found = [self.found[n] for n in numbers.tolist()]
        columns: dict[str, Any] = {
            name: np.fromiter((one[place] for one in found), np.int64, len(found))
            for place, name in enumerate(
                ("source", "release", "owner", "date", "kind", "of_others", "of_owner")
            )
        }
        columns["record"] = np.fromiter((one.record is not None for one in found), bool, len(found))
        return columns

    def _graph(self, numbers: Ints, columns: dict[str, Any], drawn: Drawing) -> Fleet:
        np = need("numpy")
        order = np.lexsort((drawn.number, drawn.number < 0, drawn.target))
        source, target, how, number = (column[order] for column in drawn[:4])
        circle = in_circles(len(numbers), source, target)
        circling = (circle[source] >= 0) & (circle[source] == circle[target])
        owner, kind = columns["owner"], columns["kind"]
        actors = np.array([self._actor(by) for *_, by in drawn.hows] or [0], dtype=np.int64)
        actor = np.where(actors[how] == -2, owner[target], actors[how]) if len(how) else how
        one, other = owner[source], owner[target]
        passes = np.where((one < 0) | (other < 0), 2, (one != other).astype(np.int64))
        own = np.where((other < 0) | (actor < 0), 2, (actor == other).astype(np.int64))
        same = ((actor >= 0) & (actor == one) & (columns["of_owner"][source] > 0)).astype(np.int64)
        settled = 1 - circling.astype(np.int64)
        types, kinds = types_of(
            self.knowledge, drawn.hows, how, kind[source], kind[target], passes, own, settled
        )
        entry, entry_facts = entries_of(self.identities, drawn.hows, how, columns["date"][target], same)
        pairs, pair = distinct(columns["source"][source], entry)
        order_of = ordered(len(numbers), source, target, circle)
        graph = Graph(len(numbers), source, target, kinds, pair, types, len(STATES), order_of)
        identities = self.identities
        released = np.flatnonzero(columns["release"] >= 0)
        selves, own = distinct(*(columns[name][released] for name in ("source", "release", "of_others")))
        self_kind = np.full(len(numbers), -1, dtype=np.int64)
        self_kind[released] = own
        held = Columns(
            tuple(identities.sources.values), entry_facts, tuple(identities.releases.values),  # type: ignore[arg-type]
            tuple(Pair(*one) for one in pairs.tolist()), tuple(Self(a, b, bool(c)) for a, b, c in selves.tolist()),
        )  # fmt: skip
        referenced = np.zeros(len(numbers), dtype=bool)
        referenced[source] = True
        lost = np.flatnonzero(referenced & (columns["release"] < 0) & ~columns["record"])
        known = tuple(self.known)
        return Fleet(
            graph, held, columns["release"], columns["source"], self_kind, number, known, lost, numbers
        )

    def _actor(self, by: str | None) -> int:
        return -2 if by is None else self.identities.owner(by)[0]
