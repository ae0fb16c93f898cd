"""Makings left open by prose that no rule reads, where a few plain words or a place would have closed them."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.declared.lineage import MOST_QUOTED, Making, Noted

_LONGEST = 100
"""How many letters of a sentence a question shows."""


def with_notes(making: Making, notes: Sequence[Noted]) -> Making:
    """A making with what is noted beside a thing, or beside its steps: that may tell of anything, until it is answered.

    What is open for a reason of its own is asked about in better words than these.
    """
    return Making("open", quoted(notes), noted=tuple(notes)) if notes and making.state != "open" else making


def quoted(notes: Sequence[Noted]) -> str:
    """What the first of several notes say, and how many more there are.

    >>> quoted([Noted("warm start", "tune")]), quoted([Noted(str(n)) for n in range(5)]).endswith("; and 2 more notes")
    ('the note of step tune, which no rule reads, says “warm start”', True)
    """
    left = len(notes) - MOST_QUOTED
    more = [f"and {left} more {'note' if left == 1 else 'notes'}"] if left > 0 else []
    return "; ".join([*(one.why for one in notes[:MOST_QUOTED]), *more])


def placed(where: str, said: tuple[str, ...]) -> Making:
    """That a sentence stands where a place should that tells that no model wrote rows of one's own."""
    sentence = Noted(shown(where), placed=True)
    return Making("open", sentence.why, said, noted=(sentence,))


def shown(text: str) -> str:
    """A text in one line, and no more of it than a question holds."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
