"""From reach to answers: which rules bite which releases, on which readings, and by which hit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Words = NDArray[np.uint64]


class Verdicts(NamedTuple):
    """What one rule comes to for some releases, a row each."""

    node: Ints
    readings: Ints
    """Truths of the three readings as one number: 9 × narrow + 3 × plain + broad."""
    hit: Ints
    """State by which it bites most; -1 for a rule asked of the release as such."""
    sure: Ints
    """Whether it is settled that it is reached in that state."""
    query: Ints


@dataclass(frozen=True, slots=True)
class Judged:
    """One rule as the kernels read it: for every query and kind of release the hits that it looks at."""

    release_key: Ints
    """By kind of release; the last is that of what is none."""
    tables: dict[int | None, Ints]
    """By query: rows of release keys; sure hits of the three readings, then possible ones."""


class Found(NamedTuple):
    """What a rule comes to by one query, whose bit of the words is given."""

    rule: str
    bit: int
    verdicts: Verdicts


class _Reached(NamedTuple):
    """Where a query reaches, and in which ways."""

    nodes: Ints
    sure: Ints
    may: Ints


def judge(
    rules: Mapping[str, Judged],
    queries: Sequence[int],
    table: Words,
    release_kind: Ints,
    states: int,
    hit_of_state: Sequence[int],
) -> Iterator[Found]:
    """What rules come to by some queries, of which the bits of the words are, in their order."""
    import numpy as np

    anything = np.bitwise_or.reduce(table[:, states:], axis=1)
    releases = np.flatnonzero((release_kind >= 0) & (anything != 0))
    anything = anything[releases]
    for bit, query in enumerate(queries):
        nodes = releases[np.flatnonzero(anything >> np.uint64(bit) & np.uint64(1))]
        if not len(nodes):
            continue
        reached = _Reached(nodes, *hits(table, nodes, bit, states, hit_of_state))
        for rule, one in rules.items():
            if query in one.tables:
                verdicts = _of_query(one, query, bit, reached, table, release_kind, states, hit_of_state)
                if len(verdicts.node):
                    yield Found(rule, bit, verdicts)


def _of_query(
    one: Judged,
    query: int,
    bit: int,
    reached: _Reached,
    table: Words,
    release_kind: Ints,
    states: int,
    hit_of_state: Sequence[int],
) -> Verdicts:
    import numpy as np

    held, sure, may = reached
    rows = one.tables[query][one.release_key[release_kind[held]]]
    readings = np.zeros(len(held), dtype=np.int64)
    best = np.zeros(len(held), dtype=np.int64)
    for n, weight in enumerate((9, 3, 1)):
        yes = sure & rows[:, n]
        maybe = may & rows[:, 3 + n]
        readings += weight * np.where(yes != 0, 2, np.where(maybe != 0, 1, 0))
        # The narrowest reading that bites is what the route is shown for.
        chosen = (best == 0) & ((yes != 0) | (maybe != 0))
        best = np.where(chosen, np.where(yes != 0, yes, maybe), best)
    kept = np.flatnonzero(readings)
    state, settled = _shown_state(table[held[kept]], best[kept], bit, states, hit_of_state)
    return Verdicts(held[kept], readings[kept], state, settled, np.full(len(kept), query))


def hits(table: Words, nodes: Ints, bit: int, states: int, hit_of_state: Sequence[int]) -> tuple[Ints, Ints]:
    """The hits of a query at some nodes as bits: sure ones, and possible ones."""
    import numpy as np

    rows = (table[nodes] >> np.uint64(bit) & np.uint64(1)).astype(np.int64)
    shifts = np.array([1 << hit for hit in hit_of_state], dtype=np.int64)
    sure = np.bitwise_or.reduce(rows[:, :states] * shifts, axis=1)
    return sure, np.bitwise_or.reduce(rows[:, states:] * shifts, axis=1)


def _shown_state(
    rows: Words, wanted: Ints, bit: int, states: int, hit_of_state: Sequence[int]
) -> tuple[Ints, Ints]:
    """For each row a state of a wanted hit that it is in, a settled one where there is any, and whether it is."""
    import numpy as np

    found = np.full(len(rows), -1, dtype=np.int64)
    settled = np.zeros(len(rows), dtype=np.int64)
    for column in range(2 * states):
        state = column % states
        held = (rows[:, column] >> np.uint64(bit) & np.uint64(1)).astype(bool)
        has = (found < 0) & held & (wanted >> hit_of_state[state] & 1).astype(bool)
        found = np.where(has, state, found)
        settled = np.where(has, column < states, settled)
    return found, settled


def of_releases(one: Judged, release_kind: Ints) -> Verdicts:
    """What a rule that is asked of releases as such comes to."""
    import numpy as np

    rows = one.tables[None][one.release_key[release_kind]]
    readings = sum(
        weight * np.where(rows[:, n] != 0, 2, np.where(rows[:, 3 + n] != 0, 1, 0))
        for n, weight in enumerate((9, 3, 1))
    )
    node = np.flatnonzero(readings)
    nothing = np.full(len(node), -1, dtype=np.int64)
    return Verdicts(node, np.asarray(readings)[node], nothing, np.ones(len(node), dtype=np.int64), nothing)


def together(found: Sequence[Verdicts]) -> Verdicts:
    """One row a release: on each reading the most that any query came to, with the hit of the heaviest."""
    import numpy as np

    whole = Verdicts(*(np.concatenate(columns) for columns in zip(*found, strict=True)))
    order = np.lexsort((whole.query, -whole.readings, whole.node))
    whole = Verdicts(*(column[order] for column in whole))
    if not len(whole.node):
        return whole
    firsts = np.flatnonzero(np.concatenate(([True], whole.node[1:] != whole.node[:-1])))
    readings = sum(weight * np.maximum.reduceat(whole.readings // weight % 3, firsts) for weight in (9, 3, 1))
    return Verdicts(whole.node[firsts], np.asarray(readings), *(column[firsts] for column in whole[2:]))
