"""Which warnings tell that an answer rests on others' packs: no report leaves them out."""

from __future__ import annotations

from collections.abc import Iterable

_FURTHER = (
    "registry file of your own",
    "of a further folder",
    "not those that came with the program",
    "opens the gate: ",
    "was not read: the file ",
)
"""What stands in every warning that something rests on packs of others, or on settings that a checkout brought."""


_FIRST = (
    "opens the gate: ",
    "was not read: the file ",
    "not those that came with the program",
    "more would be open or heavier",
)
"""What stands in those that tell it of the whole answer: names that rest on a folder crowd none of them out."""
_OF_ONE_NAME = "; the finding is as good as that "
"""What stands towards the end of those of one name, whatever that name holds."""


def of_further(warnings: Iterable[str]) -> tuple[str, ...]:
    """Those of some warnings that tell what rests on packs of a further folder; of the whole answer first."""
    found = [one for one in warnings if any(words in one for words in _FURTHER)]
    return tuple(sorted(found, key=lambda one: not _is_first(one)))


def _is_first(warning: str) -> bool:
    return any(words in warning for words in _FIRST) and _OF_ONE_NAME not in warning[-60:]


def further_first(warnings: Iterable[str]) -> tuple[str, ...]:
    """The same warnings, with those first that tell what rests on packs of a further folder."""
    given = tuple(warnings)
    first = of_further(given)
    return (*first, *(one for one in given if one not in first)) if first else given
