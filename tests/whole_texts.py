"""Whole outputs held against what was kept: the first difference is told, since a picture of all takes minutes."""

from __future__ import annotations

from itertools import zip_longest

_SHOWN = 200


def first_difference(kept: str, fresh: str) -> str:
    """The first line in which two texts differ, of each what can be read at a glance; empty where none does."""
    if kept == fresh:
        return ""
    pairs = enumerate(zip_longest(kept.split("\n"), fresh.split("\n")), 1)
    number, (old, new) = next((number, pair) for number, pair in pairs if pair[0] != pair[1])
    at = next((n for n, (a, b) in enumerate(zip(old or "", new or "", strict=False)) if a != b), 0)
    begin = max(0, at - _SHOWN // 4)
    was, now = (repr(one[begin : begin + _SHOWN]) if one is not None else "no line" for one in (old, new))
    return f"line {number} was {was} and is {now}; if that is meant, run with --update-golden"
