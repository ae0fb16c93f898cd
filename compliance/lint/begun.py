"""Clauses that begin on the day from which their text is held, though the text stood before, unread.

Where one clause of a text has a stretch that is not held, another that begins the day it ends was not shown to be new:
before that day it is undecided, and not absent.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.errors import Fault
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import Instrument

_SURE = ("printed", "assumed")
"""On what a first day rests before which the clause counts as absent though nobody says that it came in then."""


def begun(packs: Knowledge) -> Iterator[Fault]:
    """Every clause that begins where a stretch of the same text ends that nobody read.

    A day that is `recorded` tells that the clause came in then, and before one that may be earlier it is undecided:
    both are no fault.
    """
    for key, instrument in packs.instruments.items():
        yield from _of(key, instrument)


def _of(key: str, instrument: Instrument) -> Iterator[Fault]:
    unread = {
        version.end: version.start
        for clause in instrument.clauses.values()
        for version in clause.versions
        if not version.held
    }
    for name, clause in instrument.clauses.items():
        first = min(clause.versions, key=lambda version: version.start)
        since = unread.get(first.start)
        if since is not None and first.held and first.from_basis in _SURE:
            what = f"{key}: `{name}` begins on {first.start}, and what the text said from {since} on was not read"
            advice = "add a stretch with `held: false`, or `from_basis: recorded` where the clause came in that day"
            yield Fault(None, what, advice)
