"""Members of a list that only give a size or a version: the name that the first member lends them."""

from __future__ import annotations

import re
from collections.abc import Callable

from compliance.model.words.spelling import words
from compliance.patterns import regex

_SIZE = regex(r"(?<![\w.])(?:\d+x)?\d+(?:\.\d+)?[bm](?![\w.])", re.IGNORECASE)
"""A number of parameters that stands for itself in a name: `7b`, `8x7B`, `1.5B`."""
_LETTERS = regex(r"[^\W\d_]+[-_ ]?")


def completed(first: str, part: str, resolves: Callable[[str], bool]) -> str:
    """A member that only gives a size or a version, in the words of the first (`GPT-3.5 and 4`, `Llama-2-7b and 13b`).

    A size takes the place of the first member's size, so that the version before it stays: `Llama-2-7b and 13b` has no
    LLaMA of 13B in it. A version goes behind the word that the first name begins with, never behind a piece of its
    organisation's. What would make no known name stays as it is written.
    """
    if resolves(part) or any(word.isalpha() and len(word) > 1 for word in words(part)):
        return part
    if _SIZE.fullmatch(part):
        given = _SIZE.search(first)
        whole = f"{first[: given.start()]}{part}{first[given.end() :]}" if given else part
    else:
        head = _LETTERS.match(first.rpartition("/")[2])
        whole = f"{head.group()}{part}" if head else part
    return whole if resolves(whole) else part
