"""Lists of which every item is a single word: there a word is a name though it is written like any other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Hashable, Iterator, Sequence

_WORD = re.compile(r"[\s\-*+•\d.)]*(?P<word>[A-Za-z][\w.+-]*(?:/[\w.-]+)?)\s*")
_COINED = re.compile(r"[A-Za-z\d]+[-_][\w-]*|[a-z]+[A-Z]\w*|[A-Z]\w*[a-z]\w*[A-Z]\w*|\w*\d\w*|[A-Z]{3,}")
"""How a word is written that is no word of a language: with a hyphen, a figure, a capital within."""
LEAST, LEAST_COINED = 4, 2
"""Items at least of such a list, and words among them that are written as names are."""
MOST_OTHERS = 10
"""Of so many items one may say more."""
COINED_SHARE = 6
"""One in so many of its words at least is written as names are; languages and labels are not."""


def of_single_words(items: Sequence[tuple[Hashable | None, str]]) -> frozenset[int]:
    """The numbers of the items that belong to a list of single words.

    Args:
        items: What is told one after the other: to which list an item belongs, None for what is none, and its words.

    >>> of_single_words([(1, "- fen_qa"), (1, "- reeds"), (1, "- swag2"), (1, "- marsh"), (None, "Fen.")])
    frozenset({0, 1, 2, 3})
    >>> of_single_words([(1, "- English"), (1, "- French"), (1, "- German"), (1, "- Dutch")])
    frozenset()
    """
    return frozenset(itertools.chain.from_iterable(_lists(items)))


def _lists(items: Sequence[tuple[Hashable | None, str]]) -> Iterator[list[int]]:
    for of, group in itertools.groupby(range(len(items)), key=lambda at: items[at][0]):
        each = list(group)
        found = [_WORD.fullmatch(items[at][1]) for at in each]
        single = [at for at, one in zip(each, found, strict=True) if one]
        if of is None or len(single) < LEAST or len(each) > len(single) + len(single) // MOST_OTHERS:
            continue
        coined = sum(_COINED.fullmatch(one["word"]) is not None for one in found if one)
        if coined >= LEAST_COINED and coined * COINED_SHARE >= len(each):
            yield single
