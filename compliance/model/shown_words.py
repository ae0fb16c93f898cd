"""Whether a notice shows the words that are owed: whole, in any case and spacing, and not as what does not hold."""

from __future__ import annotations

import re

from compliance.patterns import regex

_DENIED = regex(
    r"(?:^|[^\w])(?:not|no|never|without|nothing|\w+n['’]t)(?:\s+[^\s.,;:!?–—()]+){0,3}\s+[\"'“‘«]?$"
)
"""A word that denies what follows a few words later in the same clause."""
_NEAR = 80
"""How much of a text before the words is looked at."""
_GOES_ON = regex(r"[^\W\d_]|[-_.’'][^\W\d_]{2}")
"""More of the same word, or of a compound that begins with it: another name than the one that is owed."""


def shows(text: str, owed: str) -> bool:
    """Whether a text shows the words.

    >>> shows("Built with Llama 3.2", "built with llama"), shows("No longer built with Llama", "built with llama")
    (True, False)
    """
    held, words = " ".join(text.lower().split()), " ".join(owed.lower().split())
    return any(_stands(held, found.start(), found.end()) for found in re.finditer(re.escape(words), held))


def _stands(text: str, start: int, end: int) -> bool:
    begins_within = text[start].isalnum() and text[start - 1 : start].isalnum()
    address = "/" in text[start:end]
    goes_on = text[end - 1].isalnum() and not address and _GOES_ON.match(text, end) is not None
    return not begins_within and not goes_on and _DENIED.search(text[max(0, start - _NEAR) : start]) is None
