"""The reach automaton as a table of moves between numbered states, with whose step brought a source in.

A state is a reach state together with a word on the entry step: `own` while everything since then was made by one
owner, `others` once it passed from one owner to another.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from compliance.model.packs.reach import CLASS_OF, Reach, State, follow, start_state

WHOSE = ("own", "others")
STATES: tuple[tuple[State, str], ...] = tuple((state, whose) for whose in WHOSE for state in CLASS_OF)
"""Every state that a route can end in, by its number. The state in which models start is none: it is no lineage."""
NUMBER = {state: number for number, state in enumerate(STATES)}
REACHES: tuple[Reach, ...] = tuple(dict.fromkeys(CLASS_OF.values()))
HITS: tuple[tuple[Reach, str], ...] = tuple((reach, whose) for whose in WHOSE for reach in REACHES)
"""What a rule tells apart of a route, by its bit."""
HIT_OF_STATE = tuple(HITS.index((CLASS_OF[state], whose)) for state, whose in STATES)

Relations = tuple[str, ...]


class Passing(NamedTuple):
    """What an edge does to a route: which relations it may be, whether that is settled, and whose hands it leaves."""

    options: tuple[Relations, ...]
    settled: bool
    passes_on: bool | None
    """Whether the two ends have different owners; None where an owner is not known."""


class Move(NamedTuple):
    """From one state to another; only possibly where `settled` is False."""

    before: int
    after: int
    settled: bool


@functools.cache
def moves(passing: Passing) -> tuple[Move, ...]:
    """What an edge makes of a route that has arrived at its source."""
    found: dict[tuple[int, int], bool] = {}
    for options in passing.options:
        for (state, whose), before in NUMBER.items():
            after = follow(state, options) if options else None
            for word in _hands(whose, passing.passes_on) if after is not None else ():
                settled = passing.settled and len(passing.options) == 1
                settled = settled and (passing.passes_on is not None or whose == "others")
                key = (before, NUMBER[after, word])  # type: ignore[index]
                found[key] = found.get(key, False) or settled
    return tuple(Move(*key, settled) for key, settled in sorted(found.items()))


@functools.cache
def entries(passing: Passing, kind: str, own: bool | None) -> tuple[tuple[int, bool], ...]:
    """States in which an artifact of this kind enters by an edge, each with whether that is settled.

    `own` says whether whoever performed the step also owns what it wrote; None where that is not known.
    """
    whose = WHOSE if own is None else (WHOSE[0] if own else WHOSE[1],)
    found: dict[int, bool] = {}
    for options in passing.options:
        after = follow(start_state(kind), options) if options else None
        for word in whose if after is not None else ():
            settled = passing.settled and len(passing.options) == 1 and own is not None
            found[NUMBER[after, word]] = settled  # type: ignore[index]
    return tuple(sorted(found.items()))


def _hands(whose: str, passes_on: bool | None) -> tuple[str, ...]:
    if whose == "others" or passes_on is False:
        return (whose,)
    return ("others",) if passes_on else WHOSE
