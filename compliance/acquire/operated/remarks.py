"""What comments of a script say of the lines beneath them."""

from __future__ import annotations

import re

_NEVER_TRAINED = re.compile(
    r"(?i)\b(?:(?:never|not) (?:[\w-]+ ){0,3}(?:train\w*|tun(?:ed|ing))|"
    r"(?:only|just|solely) (?:used )?(?:for|to) (?:the )?(?:test|evaluat|validat|benchmark|compar)\w*|"
    r"(?:for|outside|external|held[- ]?out|blind) (?:test(?:ing)?|evaluation|benchmark\w*|comparison)|"
    r"(?:test|evaluation|benchmark) only)\b"
)
"""A comment on what is fetched to measure with."""


def only_measured(text: str) -> frozenset[int]:
    """The lines beneath a comment that says of them that nothing is trained on what they name."""
    said, found = False, set[int]()
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.strip()
        if plain.startswith("#"):
            said = _NEVER_TRAINED.search(plain) is not None
        elif not plain:
            said = False
        elif said:
            found.add(number)
    return frozenset(found)
