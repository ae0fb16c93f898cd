"""How much there is of what, by files that a program wrote beside rows: `stats.json`, `manifest.json`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.acquire.claims.amounts import COUNTED_THINGS, HOURS, NUMBER_OF, ROWS
from compliance.acquire.tree import line_of, mapping, number
from compliance.model.declared.sighting import Claim
from compliance.model.shapes.location import Location

_FILES = re.compile(
    r"(?i)(?:^|[-_./])(?:stats?|statistics|counts?|manifest|metadata|meta|info|summary|index)\.(?:json|ya?ml)$"
)
"""How files are called that count what lies beside them."""
_ROWS = frozenset({"rows", "examples", "samples", "records", "instances", "pairs", "lines"})
_KEY = re.compile(
    r"(?i)^(?:num(?:ber)?_(?:of_)?|n_|total_(?:num_)?|count_)?(?P<noun>[a-z]+)(?:_(?:count|total))?$"
)
_WHOLE = frozenset({"total", "totals", "all", "overall", "counts", "stats", "statistics", "summary"})
"""Keys below which the counts are those of everything."""
LEAST = 100
"""Fewer are examples, or a number of parts."""


def counts_of(tree: object, name: str) -> Iterator[Claim]:
    """The counts at the top of such a file, or below a key for all of it."""
    top = mapping(tree)
    if not _FILES.search(name):
        return
    yield from _counts(top, name)
    for key, value in top.items():
        if str(key).lower() in _WHOLE:
            yield from _counts(mapping(value), name)


def _counts(told: Mapping[str, Any], name: str) -> Iterator[Claim]:
    for key, value in told.items():
        count, named = number(value), _KEY.match(str(key))
        if named is None or count is None or count < LEAST:
            continue
        place, words, noun = Location(name, line_of(value), 1), f"{key}: {value}", named["noun"].lower()
        if noun in _ROWS:
            yield Claim(ROWS, count, count, place, words, "", "config")
        elif noun == "hours":
            yield Claim(HOURS, count * 0.97, count * 1.03, place, words, "", "config")
        elif noun in COUNTED_THINGS:
            yield Claim(f"{NUMBER_OF}{noun}", count, count, place, words, "", "config")
