"""How licence expressions and lists are cut into their members: parentheses, separators, versions without a name."""

from __future__ import annotations

import re

from compliance.patterns import regex


def unwrapped(text: str) -> str:
    """The text without parentheses around all of it."""
    text = text.strip()
    while text.startswith("(") and text.endswith(")") and _depths(text)[:-1].count(0) == 0:
        text = text[1:-1].strip()
    return text


def _depths(text: str) -> list[int]:
    """How many parentheses are open after each character."""
    depth, found = 0, []
    for sign in text:
        depth += (sign in "(（") - (sign in ")）")
        found.append(depth)
    return found


def cut(pattern: re.Pattern[str], text: str) -> list[str]:
    """The text cut where the pattern stands outside of parentheses."""
    depths = [0, *_depths(text)]
    parts, start = [], 0
    for found in pattern.finditer(text):
        if depths[found.start()] == 0 and depths[found.end()] == 0:
            parts.append(text[start : found.start()].strip())
            start = found.end()
    return [*parts, text[start:].strip()]


_ADDED = regex(r"(.+?)\s+(?:with|plus|(?:and )?subject to)\s+(.+)")
_LOOSENS = regex(
    r"(?i)\b(?:exceptions?|permissions?|permit\w*|allow\w*|waive\w*|without|no|not|instead|until)\b"
)


def added_to(text: str) -> str | None:
    """What stands before words that add to it, unless they may take away from it. `WITH` of SPDX takes away.

    >>> added_to("CC-BY-NC-4.0 with the terms of Acme"), added_to("GPL-3.0 with a linking exception")
    ('CC-BY-NC-4.0', None)
    """
    added = _ADDED.fullmatch(text)
    return None if added is None or _LOOSENS.search(added.group(2)) else unwrapped(added.group(1))


_VERSION = regex(r"v?\d+(?:\.\d+)*")


def completed(parts: list[str]) -> list[str]:
    """Bare versions of a list with the name that the member before them has: `GPL 2`, `3` are GPL 2 and GPL 3."""
    found: list[str] = []
    stem = ""
    for part in parts:
        first, _, rest = part.partition(" ")
        if found and stem and _VERSION.fullmatch(first):
            part = f"{stem} {first} {rest}"
        else:
            last = [*_VERSION.finditer(part)][-1:]
            stem = part[: last[0].start()].rstrip(" -_") if last else ""
        found.append(part.strip())
    return found
