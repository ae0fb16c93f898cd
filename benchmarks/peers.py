"""What others need to find how every source of a lineage reaches its release; what they find is held against ours.

The work is that of `evaluate.reach`: every entry, followed through the states of its routes. networkx walks the graph
of versions and states, clingo derives it from the same moves as facts. Whichever is not installed is left out.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Iterator, Sequence

from benchmarks.measure import cpu
from compliance.evaluate.reach import ReachTable
from compliance.model.lineage import Lineage
from compliance.model.reach import CLASS_OF, State, follow, start_state

Found = set[tuple[int, str]]
"""Number of an entry, and a class by which it may reach the release."""
_RULES = """
reach(E, N, S) :- entry(E, N, S).
reach(E, M, T) :- reach(E, N, S), move(N, S, M, T).
found(E, S) :- reach(E, N, S), release(N).
#show found/2.
"""


def against(
    lineage: Lineage, times: int, names: Sequence[str] = ("networkx", "clingo")
) -> Iterator[tuple[str, float]]:
    """Each peer that is installed, and how many times as long it takes. Raises `ValueError` where findings differ."""
    target = max(lineage.latest[release.artifact] for release in lineage.releases)
    ours = _ours(lineage, target)
    seconds = cpu(lambda: _ours(lineage, target), times + 2)
    peers: dict[str, Callable[[Lineage, int], Found]] = {"networkx": _networkx, "clingo": _clingo}
    for name, work in peers.items():
        if name not in names or importlib.util.find_spec(name) is None:
            continue
        begun = time.process_time()
        if work(lineage, target) != ours:
            raise ValueError(f"{name} finds other routes")
        yield name, (time.process_time() - begun) / seconds


def _ours(lineage: Lineage, target: int) -> Found:
    table = ReachTable.of(lineage)
    numbers = (number for entries in table.entries.values() for number in entries)
    return {(number, reach) for number in numbers for reach in table.classes(number, target)}


def _moves(lineage: Lineage) -> Iterator[tuple[int, int, int, int]]:
    for edge in lineage.edges:
        for option in edge.options:
            for state in State if option else ():
                after = follow(state, option)
                if after is not None:
                    yield edge.source, int(state), edge.target, int(after)


def _entries(lineage: Lineage) -> Iterator[tuple[int, int, int]]:
    for number, edge in enumerate(lineage.edges):
        source = lineage.versions[edge.source][0]
        if not edge.carries and source != lineage.versions[edge.target][0]:
            for option in edge.options:
                after = follow(start_state(lineage.artifacts[source].kind), option) if option else None
                if after is not None:
                    yield number, edge.target, int(after)


def _networkx(lineage: Lineage, target: int) -> Found:
    import networkx

    graph = networkx.DiGraph()
    graph.add_edges_from(((a, s), (b, t)) for a, s, b, t in _moves(lineage))
    found: Found = set()
    for number, node, state in _entries(lineage):
        reached = {(node, state)} | (
            networkx.descendants(graph, (node, state)) if (node, state) in graph else set()
        )
        found |= {(number, CLASS_OF[State(s)]) for n, s in reached if n == target and State(s) in CLASS_OF}
    return found


def _clingo(lineage: Lineage, target: int) -> Found:
    import clingo

    facts = [f"release({target})."]
    facts += [f"entry({n},{v},{s})." for n, v, s in _entries(lineage)]
    facts += [f"move({a},{s},{b},{t})." for a, s, b, t in _moves(lineage)]
    control = clingo.Control()
    control.add("base", [], "\n".join([*facts, _RULES]))
    control.ground([("base", [])])
    found: Found = set()
    with control.solve(yield_=True) as answers:
        for answer in answers:
            for one in answer.symbols(shown=True):
                number, state = (each.number for each in one.arguments)
                if State(state) in CLASS_OF:
                    found.add((number, CLASS_OF[State(state)]))
    return found
