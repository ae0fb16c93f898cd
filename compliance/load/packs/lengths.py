"""How many members the lists of one rule, text, fact or record may have: a few letters each can be printed everywhere.

A file may hold many rules, clauses and records. What stands within one of them is looked at for every source and
release, and told in every report, so that it takes its length times all of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compliance.errors import FaultCollector
from compliance.load.documents.yaml_reader import MAX_FAULTS, Document
from compliance.model.shapes.location import Path

__all__ = ["MOST_MEMBERS", "long_lists", "refuse_long_lists"]

MOST_MEMBERS = 1_000
"""Members of a list or mapping within one entry; the longest bundled one has 97."""
_ENTRIES = frozenset(
    ("clauses", "datasets", "definitions", "facts", "licences", "models", "parties", "providers", "routes", "rules",
     "services", "substitutes")
)  # fmt: skip
"""Keys at the top of a file that hold its entries, of which there may be many."""


def long_lists(data: object) -> Iterator[Path]:
    """The places of lists and mappings within the entries of a file that have too many members."""
    waiting: list[tuple[Path, dict[str, object] | list[object]]] = (
        [((), data)] if isinstance(data, dict) else []
    )
    while waiting:
        path, one = waiting.pop()
        if len(one) > MOST_MEMBERS and not (len(path) == 1 and path[0] in _ENTRIES):
            yield path
            continue
        inside: Iterable[tuple[str | int, object]] = one.items() if isinstance(one, dict) else enumerate(one)
        waiting += [((*path, key), value) for key, value in inside if isinstance(value, dict | list)]


def refuse_long_lists(document: Document, faults: FaultCollector) -> bool:
    """Collect the places of lists and mappings that have too many members; whether there is any."""
    too_long = sorted(long_lists(document.data), key=str)[:MAX_FAULTS]
    for place in too_long:
        what = f"{'.'.join(map(str, place)) or document.name} has more than {MOST_MEMBERS:,} members"
        faults.report(document.marks.of(place), what, "say it in fewer, or in several entries")
    return bool(too_long)
