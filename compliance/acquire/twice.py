"""Keys that a document gives twice: each of their values is read, in one reading after another."""

from __future__ import annotations

from collections import Counter
from typing import Any, Protocol

Twice = list[tuple[str, int]]
"""Keys that stand twice in one mapping with two values, with the line of the second."""
MOST_VALUES = 4
"""How many values of one key are read, where it is given several times."""


class Giving(Protocol):
    """What a reading knows of keys that stand twice."""

    twice: Twice
    keep: int | None
    """The number of the value that is read; the last, where None."""
    given: Counter[tuple[int, str]]
    dropped: list[Any]
    """Values that have no place, kept so that no other part is taken for theirs."""


def give(holder: dict[str, Any], key: str, value: Any, known: Giving) -> None:
    """Give a key its value; where it has another one already, the later one replaces it, up to that to be kept."""
    if key in holder and holder[key] != value:
        known.twice.append((key, getattr(key, "line", 1)))
        if known.keep is not None:
            known.dropped += (holder[key], value)
            known.given[id(holder), key] += 1
            if known.given[id(holder), key] > known.keep:
                return
    holder[key] = value
