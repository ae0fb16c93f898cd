"""Edges of a fleet as a few types: what a step makes of an input, whose it is, and what enters by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from compliance.compile.automaton import Passing, entries, moves
from compliance.compile.facts import EntryFacts
from compliance.fleet.extras import need
from compliance.fleet.identities import KINDS, Identities, understood_words
from compliance.kernels.graph import EdgeType
from compliance.model.declared.manifest import Input, Step
from compliance.model.known.knowledge import Knowledge
from compliance.model.shapes.shape import check_period
from compliance.registry.edges import Edge
from compliance.resolve.lineage.ancestry import CONTENT_ROLES
from compliance.resolve.lineage.graph import Graph as Drawn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

How = tuple[str, str, str | None, str | None]
"""A step's kind, the role of what it read, when it happened, and who performed it."""


class Drawing(NamedTuple):
    """Edges between artifacts by their place, with the number in the store and that of their step."""

    source: Ints
    target: Ints
    how: Ints
    number: Ints
    hows: Sequence[How]


def types_of(
    knowledge: Knowledge, hows: Sequence[How], how: Ints, *columns: Ints
) -> tuple[tuple[EdgeType, ...], Ints]:
    """The types of edges, and the number of each edge's.

    `columns` are the kinds of both ends, whether owners differ, whether the owner acted (2: not known), and whether the
    edge is settled.
    """
    combined, numbers = distinct(how, *columns)
    made = []
    for one, source, target, passes, own, settled in combined.tolist():
        step, role, *_ = hows[one]
        options = relation_options(knowledge, step, role, KINDS[source], KINDS[target])
        passing = Passing(options, bool(settled), None if passes == 2 else bool(passes))
        of_own = None if own == 2 else bool(own)
        made.append(EdgeType(tuple(moves(passing)), entries(passing, KINDS[source], of_own)))
    return tuple(made), numbers


def entries_of(
    identities: Identities, hows: Sequence[How], how: Ints, date: Ints, same: Ints
) -> tuple[Ints, tuple[EntryFacts, ...]]:
    """For each edge the number of the facts of its step, and these facts."""
    np = need("numpy")
    combined, numbers = distinct(how, date, same)
    found: dict[EntryFacts, int] = {}
    kinds = []
    for one, day, owned in combined.tolist():
        step, role, period, _ = hows[one]
        on = identities.dates.values[day] if day >= 0 else None
        facts = EntryFacts(step, role, on if isinstance(on, str) else None, period, bool(owned))
        kinds.append(found.setdefault(facts, len(found)))
    return np.array(kinds or [0], dtype=np.int64)[numbers] if len(how) else numbers, tuple(found)


def distinct(*columns: Ints) -> tuple[Ints, Ints]:
    """The combinations that occur, and the number of each row's."""
    np = need("numpy")
    code = np.zeros(len(columns[0]), dtype=np.int64)
    low = [int(column.min()) if len(column) else 0 for column in columns]
    wide = [
        int(column.max()) + 1 - least if len(column) else 1
        for column, least in zip(columns, low, strict=True)
    ]
    for column, least, width in zip(columns, low, wide, strict=True):
        code = code * width + (column - least)
    _, first, numbers = np.unique(code, return_index=True, return_inverse=True)
    return np.stack([column[first] for column in columns], axis=1), numbers.reshape(-1)


def how_of(edge: Edge) -> How:
    """The step of an edge that the registry knows."""
    return edge.step, edge.role, edge.period, edge.by


def understood(how: How) -> How:
    """The step in words that rules know; a word that nobody knows says nothing."""
    step, role, period, by = how
    try:
        period = check_period(period) if period else None
    except ValueError:
        period = None
    step, role = understood_words((step, role))
    return step, role, period, by


def kind_in(role: str) -> str:
    """What is read in a role, where nobody says what it is."""
    return "dataset" if role in CONTENT_ROLES else "model"


def relation_options(
    knowledge: Knowledge, step: str, role: str, source: str, target: str
) -> tuple[tuple[str, ...], ...]:
    """What a step of a kind makes of an input in a role, as the manifests' own graph draws it."""
    drawn = Drawn({"from": source, "to": target}, knowledge.registry.relations)
    drawn.add(Step(id="step", kind=step, inputs={role: (Input(artifact="from"),)}, outputs=("to",)))  # type: ignore[arg-type,dict-item]
    return next((edge.options for edge in drawn.edges if edge.role), ((),))
