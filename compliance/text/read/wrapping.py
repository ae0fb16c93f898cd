"""Recognise texts whose lines are wrapped with a blank line after each, as pages made out of PDFs have them."""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["goes_on", "is_spread"]

FEWEST = 12
"""From how many lines that stand alone on a text can be judged."""
SHARE = 0.25
"""From which share of lines that go on in small letters on; texts of paragraphs have next to none."""
NARROW = 40
"""From how many characters on a line is long enough to have been wrapped."""

_ALONE = re.compile(r"(?:(?<=\n)|^)[ \t]*\n(?P<line>[ \t]*[^\s#|*>-][^\n]*)(?=\n[ \t]*(?:\n|\Z))")
_ENDS = (".", ";", ":", "!", "?")


def is_spread(source: str) -> bool:
    r"""Tell whether most lines stand alone between blank lines though they go on with each other.

    >>> words = "The services are offered as they stand, and we answer for nothing\n\nthat others did with them.\n\n"
    >>> is_spread(words * 8), is_spread("A whole paragraph stands on this line.\n\n" * 20)
    (True, False)
    """
    lines: list[str] = [found.group("line").strip() for found in _ALONE.finditer(f"\n{source}")]
    going = sum(goes_on(one, other) and other[0].islower() for one, other in pairwise(lines))
    return len(lines) >= FEWEST and going >= SHARE * len(lines)


def goes_on(line: str, after: str) -> bool:
    """Tell whether a line was cut before the one after it.

    >>> goes_on("You may not reveal the keys of your account to any", "person."), goes_on("Fees", "You pay.")
    (True, False)
    """
    return len(line) >= NARROW and not line.rstrip("*_ ").endswith(_ENDS) and after[:1] not in "#|"
