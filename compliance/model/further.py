"""Which warnings tell that an answer rests on others' packs: no report leaves them out."""

from __future__ import annotations

from collections.abc import Iterable

_FURTHER = (
    "registry file of your own",
    "of a further folder",
    "not those that came with the program",
    "opens the gate: ",
)
"""What stands in every warning that something rests on packs of others, or on settings that a checkout brought."""


def of_further(warnings: Iterable[str]) -> tuple[str, ...]:
    """Those of some warnings that tell what rests on packs of a further folder."""
    return tuple(one for one in warnings if any(words in one for words in _FURTHER))


def further_first(warnings: Iterable[str]) -> tuple[str, ...]:
    """The same warnings, with those first that tell what rests on packs of a further folder."""
    given = tuple(warnings)
    first = of_further(given)
    return (*first, *(one for one in given if one not in first)) if first else given
