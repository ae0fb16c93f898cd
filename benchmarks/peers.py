"""What others need to find how every source of a lineage reaches its release; what they find is held against ours.

The work is that of `evaluate.reach`: every entry, followed through the states of its routes. The graph of versions
and states is walked by networkx, by rows in DuckDB, and by a search of its own that asks an expression of CEL for
every step; clingo and Nemo derive it as facts and rules, Cedar by parents of entities, SHACL by a path of properties.
Whichever is not installed is left out.
"""

from __future__ import annotations

import importlib
import importlib.util
import itertools
import json
import time
from collections.abc import Callable, Iterator, Sequence

from benchmarks.measure import cpu
from compliance.evaluate.reaching.reach import ReachTable
from compliance.model.declared.lineage import Lineage
from compliance.model.packs.reach import CLASS_OF, TRANSITIONS, State, follow, start_state

Found = set[tuple[int, str]]
"""Number of an entry, and a class by which it may reach the release."""
_RULES = """
reach(E, N, S) :- entry(E, N, S).
reach(E, M, T) :- reach(E, N, S), move(N, S, M, T).
found(E, S) :- reach(E, N, S), release(N).
#show found/2.
"""
_NEMO = """
reach(?E, ?N, ?S) :- entry(?E, ?N, ?S) .
reach(?E, ?M, ?T) :- reach(?E, ?N, ?S), move(?N, ?S, ?M, ?T) .
found(?E, ?S) :- reach(?E, ?N, ?S), release(?N) .
"""
_STEP = """
create or replace temp table next as
select distinct here.e, move.m as n, move.t as s from here join move on here.n = move.n and here.s = move.s
anti join reach on reach.e = here.e and reach.n = move.m and reach.s = move.t
"""
_CEDAR = "permit(principal, action, resource) when { principal in resource };"
_SHAPE = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <urn:x:> .
x:Shape a sh:NodeShape ; sh:targetClass x:Entry ; sh:property [
  sh:path ( x:at [ sh:zeroOrMorePath x:move ] ) ; sh:not [ sh:in ( {ends} ) ] ] .
"""


def against(lineage: Lineage, times: int, names: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Each peer of these that is installed, and how many times as long it takes.

    Raises `ValueError` where one finds something else.
    """
    target = max(lineage.latest[release.artifact] for release in lineage.releases)
    ours = _ours(lineage, target)
    seconds = cpu(lambda: _ours(lineage, target), times + 2)
    for name in names:
        module, work = PEERS[name]
        if importlib.util.find_spec(module) is None:
            continue
        importlib.import_module(module)
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

    control = clingo.Control()
    control.add("base", [], "\n".join([*_facts(lineage, target), _RULES]))
    control.ground([("base", [])])
    found: Found = set()
    with control.solve(yield_=True) as answers:
        for answer in answers:
            for one in answer.symbols(shown=True):
                number, state = (each.number for each in one.arguments)
                if State(state) in CLASS_OF:
                    found.add((number, CLASS_OF[State(state)]))
    return found


def _nemo(lineage: Lineage, target: int) -> Found:
    import nmo_python

    program = nmo_python.load_string("\n".join([*_facts(lineage, target), _NEMO]))
    engine = nmo_python.NemoEngine(program)
    engine.reason()
    return {
        (number, CLASS_OF[State(state)])
        for number, state in engine.result("found")
        if State(state) in CLASS_OF
    }


def _facts(lineage: Lineage, target: int) -> Iterator[str]:
    """The lineage as facts, one a line, as both engines of rules read them."""
    yield f"release({target}) ."
    yield from (f"entry({n}, {v}, {s}) ." for n, v, s in _entries(lineage))
    yield from (f"move({a}, {s}, {b}, {t}) ." for a, s, b, t in _moves(lineage))


def _duckdb(lineage: Lineage, target: int) -> Found:
    """A frontier of rows that is joined with the moves until nothing new comes."""
    import duckdb

    tables: dict[str, list[tuple[int, ...]]] = {"reach": [*_entries(lineage)], "move": [*_moves(lineage)]}
    with duckdb.connect() as base:
        base.execute("create table reach (e integer, n integer, s integer)")
        base.execute("create table move (n integer, s integer, m integer, t integer)")
        for table, rows in tables.items():
            columns = [list(column) for column in zip(*rows, strict=True)]
            names = ", ".join(f"unnest(${n + 1})" for n in range(len(columns)))
            base.execute(f"insert into {table} select {names}", columns)
        base.execute("create temp table here as select distinct * from reach")
        while base.execute("select count(*) from here").fetchall()[0][0]:
            base.execute(_STEP)
            base.execute("insert into reach select * from next")
            base.execute("create or replace temp table here as select * from next")
        ends = base.execute("select distinct e, s from reach where n = ?", [target]).fetchall()
    return {(number, CLASS_OF[State(state)]) for number, state in ends if State(state) in CLASS_OF}


def _cel(lineage: Lineage, target: int) -> Found:
    """A search whose every step asks one expression where a relation leads from a state."""
    import cel

    told = (f'state == {int(s)} && relation == "{r}" ? {int(t)} : ' for (s, r), t in TRANSITIONS.items())
    leads = cel.compile("".join(told) + "-1")
    out: dict[int, list[tuple[int, tuple[str, ...]]]] = {}
    for edge in lineage.edges:
        out.setdefault(edge.source, []).extend((edge.target, option) for option in edge.options if option)

    def after(state: int, relations: tuple[str, ...]) -> int:
        for relation in relations:
            state = leads.execute({"state": state, "relation": relation}) if state >= 0 else state
        return state

    found: Found = set()
    for number, node, state in _entries(lineage):
        seen, waiting = {(node, state)}, [(node, state)]
        while waiting:
            here, now = waiting.pop()
            for there, relations in out.get(here, ()):
                then = there, after(now, relations)
                if then[1] >= 0 and then not in seen:
                    seen.add(then)
                    waiting.append(then)
        found |= {(number, CLASS_OF[State(s)]) for n, s in seen if n == target and State(s) in CLASS_OF}
    return found


def _cedar(lineage: Lineage, target: int) -> Found:
    """Every entry asks, of every state in which the release may stand, whether it is among the entry's ancestors."""
    import cedarpy

    def entity(kind: str, name: str) -> dict[str, str]:
        return {"type": kind, "id": name}

    parents: dict[tuple[str, str], set[str]] = {}
    for a, s, b, t in _moves(lineage):
        parents.setdefault(("Node", f"{a}.{s}"), set()).add(f"{b}.{t}")
        parents.setdefault(("Node", f"{b}.{t}"), set())
    asked: dict[int, set[str]] = {}
    for number, node, state in _entries(lineage):
        parents.setdefault(("Entry", str(number)), set()).add(f"{node}.{state}")
        parents.setdefault(("Node", f"{node}.{state}"), set())
        asked.setdefault(number, set())
    entities = [
        {"uid": entity(*key), "attrs": {}, "parents": [entity("Node", name) for name in sorted(names)]}
        for key, names in parents.items()
    ]
    pairs = [(number, state) for number, state in itertools.product(asked, CLASS_OF)]
    requests = [
        {"principal": f'Entry::"{number}"', "action": 'Action::"reach"', "resource": f'Node::"{target}.{int(state)}"'}
        for number, state in pairs
    ]  # fmt: skip
    answers = cedarpy.is_authorized_batch(requests, _CEDAR, json.dumps(entities))
    return {
        (number, CLASS_OF[state])
        for (number, state), answer in zip(pairs, answers, strict=True)
        if answer.allowed
    }


def _shacl(lineage: Lineage, target: int) -> Found:
    """No entry may come to the release: every way in which one does is a result of the validation."""
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    told = rdflib.Namespace("urn:x:")
    for a, s, b, t in _moves(lineage):
        data.add((told[f"{a}.{s}"], told.move, told[f"{b}.{t}"]))
    for number, node, state in _entries(lineage):
        data.add((told[str(number)], rdflib.RDF.type, told.Entry))
        data.add((told[str(number)], told.at, told[f"{node}.{state}"]))
    ends = " ".join(f"<urn:x:{target}.{int(state)}>" for state in CLASS_OF)
    shapes = rdflib.Graph().parse(data=_SHAPE.format(ends=ends), format="turtle")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes)
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    found: Found = set()
    for result in results.subjects(rdflib.RDF.type, shacl.ValidationResult):
        entry, end = (str(results.value(result, key)) for key in (shacl.focusNode, shacl.value))
        state = State(int(end.rpartition(".")[2]))
        found.add((int(entry.rpartition(":")[2]), CLASS_OF[state]))
    return found


PEERS: dict[str, tuple[str, Callable[[Lineage, int], Found]]] = {
    "networkx": ("networkx", _networkx),
    "clingo": ("clingo", _clingo),
    "Nemo": ("nmo_python", _nemo),
    "a DuckDB loop": ("duckdb", _duckdb),
    "CEL": ("cel", _cel),
    "Cedar": ("cedarpy", _cedar),
    "pySHACL": ("pyshacl", _shacl),
}
"""Every peer by its name, with the module that must be there."""
