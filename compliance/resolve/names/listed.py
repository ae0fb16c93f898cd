"""Lists of several names in one text, and members that only give a size or a version."""

from __future__ import annotations

import re
from collections.abc import Callable

from compliance.model.words.spelling import words
from compliance.patterns import regex

_SEVERAL = regex(r"\s*(?:[;&+|]|(?<!\d),|,(?!\d))\s*(?:and\s+|or\s+)?|\s+(?:and|or|plus|/)\s+", re.IGNORECASE)
"""What stands between the members of a list; a comma between digits is part of a number."""
_PUT_TOGETHER = regex(
    r"^(?:an?\s+|the\s+)?(?:mix(?:ture)?|blend|combination|union)\s+of\s+|\s(?:plus|[&+])\s", re.IGNORECASE
)
"""Words that say outright that things were put together; titles hold none of them."""
_SHARE = regex(r"^(?:half|\d+(?:\.\d+)?\s*%)(?:\s+of)?\s+", re.IGNORECASE)
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


def members(name: str, kind: str, resolves: Callable[[str], bool]) -> tuple[str, ...]:
    """The names that one text lists, where it lists several and enough of them are known.

    Titles of data sets hold commas of their own: two of theirs must be known, or said to be put together.
    """
    if resolves(name):
        return ()
    told = _PUT_TOGETHER.search(name)
    listed = name[told.end() :] if told and told.start() == 0 else name
    given = [one.strip(" .()") for one in _SEVERAL.split(listed)]
    parts = [part for part in (_SHARE.sub("", one) for one in given) if part]
    outright = told is not None or len([one for one in given if _SHARE.match(one)]) > 1
    parts = [completed(parts[0], one, resolves) if n else one for n, one in enumerate(parts)]
    known = sum(map(resolves, parts))
    several = len(parts) > 1 and known >= (2 if kind == "dataset" and not outright else 1)
    return tuple(dict.fromkeys(parts)) if several else ()
