"""A data set and the word that says what it is or which part is meant: `GSM8K train`, `the ROOTS corpus`."""

from __future__ import annotations

import re

from compliance.patterns import regex
from compliance.resolve.names.ordinary import is_coined, tells_whose

_PART = regex(
    r"(?:the )?(?P<set>\S.*?) (?:(?:train|training|test|validation|dev|eval|evaluation)(?: (?:set|split|subset))?"
    r"|data ?sets?|corpus)",
    re.IGNORECASE,
)


def set_alone(name: str) -> str | None:
    """The name of the set without such a word; None where there is none, or what is left may be a word of any text.

    >>> set_alone("GSM8K train"), set_alone("the ROOTS corpus"), set_alone("math dataset"), set_alone("GSM8K")
    ('GSM8K', 'ROOTS', None, None)
    """
    found = _PART.fullmatch(name.strip())
    alone = found["set"] if found else ""
    known = tells_whose(alone) or (is_coined(alone) and not alone.islower())
    return alone if known else None
