"""What compiled rules come to for a fleet: queries are followed a word at a time, and hits are walked back at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from compliance.compile.automaton import HIT_OF_STATE
from compliance.compile.digest import NOT_COVERED
from compliance.compile.program import CompiledRule, Program
from compliance.fleet.extras import need
from compliance.fleet.loaded import Fleet
from compliance.kernels.evidence import walk_back
from compliance.kernels.graph import Graph
from compliance.kernels.judge import Judged, Verdicts, judge, of_releases, together

Kernel = Callable[[Any, Any], Any]
"""From a graph and the queries of its pairs to the table of what reaches what."""
WORD = 64
"""Queries that are followed at once."""
AS_SUCH = 255
"""In the place of a hit: the rule is asked of the release as such."""


OPEN_CODE = 13
"""Readings of which none can be given: 9 × unknown + 3 × unknown + unknown."""


class Batch(NamedTuple):
    """Rules that are evaluated and written together, with the queries that they need."""

    rules: tuple[CompiledRule, ...]
    queries: tuple[int, ...]


def batches(program: Program, rules: Sequence[CompiledRule], most: int = 100) -> Iterator[Batch]:
    """Rules by the queries that they share, about a word of queries at a time."""
    held: list[CompiledRule] = []
    needed: set[int] = set()
    for rule in sorted(rules, key=lambda one: (min(queries_of(one), default=-1), one.id)):
        more = needed | queries_of(rule)
        if held and (len(more) > WORD or len(held) >= most):
            yield Batch(tuple(held), tuple(sorted(needed)))
            held, more = [], queries_of(rule)
        held.append(rule)
        needed = more
    if held:
        yield Batch(tuple(held), tuple(sorted(needed)))


def queries_of(rule: CompiledRule) -> set[int]:
    """The lineage queries that a rule looks at."""
    return {row.query for row in rule.rows if row.query is not None}


def judged(rule: CompiledRule) -> Judged:
    """A rule as the kernels read it."""
    np = need("numpy")
    keys = max(rule.release_keys, default=0) + 1
    tables: dict[int | None, Any] = {}
    for row in rule.rows:
        table = tables.setdefault(row.query, np.zeros((keys + 1, 6), dtype=np.int64))
        table[row.release_key] = (*row.sure, *row.may)
    # The last row is that of what is no release.
    return Judged(np.array([*rule.release_keys, keys], dtype=np.int64), tables)


def asked_words(fleet: Fleet, program: Program, queries: Sequence[int]) -> Any:
    """For every kind of pair the queries that it belongs to, as bits in the order of `queries`."""
    np = need("numpy")
    words = np.zeros(max(len(fleet.columns.pairs), 1), dtype=np.uint64)
    numbers = {pair: n for n, pair in enumerate(fleet.columns.pairs)}
    for bit, query in enumerate(queries):
        at = np.fromiter((numbers[pair] for pair in program.queries[query]), np.int64)
        words[at] |= np.uint64(1 << bit)
    return words


class Answered(NamedTuple):
    """What one rule came to, by numbers of the store, with the source and the first thing made from it for each hit."""

    rule: CompiledRule
    verdicts: Verdicts
    source: Any
    entry: Any


def answers(fleet: Fleet, program: Program, batch: Batch, kernel: Kernel) -> Iterator[Answered]:
    """What the rules of a batch come to."""
    np = need("numpy")
    found: dict[str, list[Verdicts]] = {}
    states = fleet.graph.states
    forms = {rule.id: judged(rule) for rule in batch.rules}
    for start in range(0, len(batch.queries), WORD):
        queries = batch.queries[start : start + WORD]
        asked = asked_words(fleet, program, queries)
        table = kernel(fleet.graph, asked)
        shown = walk_back(fleet.graph, table, asked)
        for one in judge(forms, queries, table, fleet.release_kind, states, HIT_OF_STATE):
            verdicts = one.verdicts
            # The edge that shows a verdict goes along in the place of the query.
            edges = shown(one.bit, verdicts.node, verdicts.hit, verdicts.sure)
            found.setdefault(one.rule, []).append(verdicts._replace(query=edges))
    for rule in batch.rules:
        if None in forms[rule.id].tables:
            alone = of_releases(forms[rule.id], fleet.release_kind)
            found.setdefault(rule.id, []).append(alone._replace(query=np.full(len(alone.node), -1)))
        if any(rule.selves):
            found.setdefault(rule.id, []).append(_of_selves(fleet, rule))
        if rule.id in found:
            yield _numbered(fleet, rule, together(found[rule.id]))


def of_lost(fleet: Fleet) -> tuple[Graph, Any]:
    """The graph in which what nobody knows is followed, and that as the only query."""
    np = need("numpy")
    lost = np.zeros(fleet.graph.nodes, dtype=bool)
    lost[fleet.unresolved] = True
    pair = np.where(lost[fleet.graph.source], 0, -1)
    return dataclasses.replace(fleet.graph, pair=pair), np.ones(1, dtype=np.uint64)


def not_covered(fleet: Fleet, kernel: Kernel) -> Answered:
    """Releases that something reaches of which nothing is known but its name."""
    np = need("numpy")
    graph, asked = of_lost(fleet)
    states, table = graph.states, kernel(graph, asked)
    node = np.flatnonzero((fleet.release_kind >= 0) & table[:, states:].any(axis=1))
    column = (table[node] != 0).argmax(axis=1) if len(node) else node
    state, sure = column % states, (column < states).astype(np.int64)
    edges = walk_back(graph, table, asked)(0, node, state, sure)
    verdicts = Verdicts(node, np.full(len(node), OPEN_CODE), state, sure, edges)
    return _numbered(fleet, CompiledRule(NOT_COVERED, "releaser", (), ()), verdicts)


def _of_selves(fleet: Fleet, rule: CompiledRule) -> Verdicts:
    """What the rule comes to for releases as their own sources."""
    np = need("numpy")
    codes = np.array([*rule.selves, 0], dtype=np.int64)[fleet.self_kind]
    node = np.flatnonzero(codes)
    nothing = np.full(len(node), -1, dtype=np.int64)
    return Verdicts(node, codes[node], nothing, np.ones(len(node), dtype=np.int64), nothing)


def _numbered(fleet: Fleet, rule: CompiledRule, found: Verdicts) -> Answered:
    np = need("numpy")
    edges, graph = found.query, fleet.graph
    at = np.maximum(edges, 0)
    source = np.where(edges >= 0, fleet.numbers[graph.source[at]], -1) if (edges >= 0).any() else edges
    entry = np.where(edges >= 0, fleet.numbers[graph.target[at]], -1) if (edges >= 0).any() else edges
    return Answered(rule, found._replace(node=fleet.numbers[found.node]), source, entry)


def hits_of(states: Any) -> Any:
    """Hits by the states in which they were found."""
    np = need("numpy")
    return np.array([*HIT_OF_STATE, AS_SUCH], dtype=np.uint8)[states]
