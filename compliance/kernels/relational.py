"""Reach and verdicts as relations: one definition, which DuckDB runs on one machine and Spark on many.

A row says that a query reaches a node in a state, surely or possibly. Every round follows the rows that were new over
one more edge, until nothing is new; circles need nothing of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

Table = Any
"""A relation of ibis, whichever engine holds it."""
Kept = Callable[[str, Table], Table]
"""Works a relation out, keeps it under a name, and gives it back."""


class Tables(NamedTuple):
    """A fleet and its compiled rules as relations."""

    edges: Table
    """source, target, kind, pair"""
    entries: Table
    """kind, state, sure: states in which an edge's own source enters by it."""
    moves: Table
    """kind, before, after, sure"""
    queries: Table
    """pair, query: kinds of source and step that a query follows."""
    hits: Table
    """state, hit: what rules tell apart of states."""
    releases: Table
    """node, release_kind"""
    keys: Table
    """rule, release_kind, release_key: releases that are alike to a rule."""
    rulings: Table
    """rule, query, release_key, hit, and for each reading (narrow, plain, broad) its truth if the hit is sure."""


def reach(tables: Tables, keep: Kept) -> Table:
    """Rows (node, query, state, sure): the greatest `sure` for each."""
    entering = (
        tables.edges.join(tables.queries, "pair")
        .join(tables.entries, "kind")
        .select("query", "state", "sure", node="target")
    )
    front = keep("front_0", _greatest(entering))
    held = front
    number = 0
    while front.count().execute():
        number += 1
        front = keep(f"front_{number}", _new(_following(front, tables), held))
        held = keep(f"held_{number}", held.union(front))
    return _greatest(held)


def _following(front: Table, tables: Tables) -> Table:
    """What the rows of a front come to over one more edge."""
    import ibis

    over = front.rename(source="node", before="state", held="sure")
    steps = tables.edges.select("source", "target", "kind").join(tables.moves, "kind")
    found = over.join(steps, ["source", "before"])
    return _greatest(
        found.select("query", node="target", state="after", sure=ibis.least(found.held, found.sure))
    )


def _new(found: Table, held: Table) -> Table:
    """Rows that are not held yet, or only as possible."""
    known = _greatest(held).rename(known="sure")
    joined = found.left_join(known, ["node", "query", "state"])
    fresh = joined.filter(joined.known.isnull() | (joined.known < joined.sure))
    return fresh.select("node", "query", "state", "sure")


def _greatest(rows: Table) -> Table:
    return rows.group_by(["node", "query", "state"]).agg(sure=rows.sure.max())


def verdicts(reached: Table, tables: Tables) -> Table:
    """Rows (rule, node, narrow, plain, broad): on each reading the most that any hit comes to."""
    import ibis

    at = reached.join(tables.hits, "state").join(tables.releases, "node")
    keyed = at.join(tables.keys, "release_kind")
    found = keyed.join(tables.rulings, ["rule", "query", "release_key", "hit"])
    most = found.sure + 1
    told = found.select(
        "rule", "node",
        **{name: ibis.least(found[name], most) for name in ("narrow", "plain", "broad")},
    )  # fmt: skip
    whole = told.group_by(["rule", "node"]).agg(
        narrow=told.narrow.max(), plain=told.plain.max(), broad=told.broad.max()
    )
    return whole.filter(whole.broad > 0)
