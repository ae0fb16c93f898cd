"""What a model's card tells of how a named set was made that went into it: that set's to tell, not the model's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.acquire.sentences import sentences
from compliance.model.sighting import Mention

_SPEAKS_OF = re.compile(
    r"\s*(?:(?:This|That|The|These|Those|Their|Its) (?:\w+ )?"
    r"(?:data ?sets?|corpus|corpora|collections?|annotations?|labels)\b|"
    r"(?:It|They) (?:itself )?(?:contains?|consists?|comprises?|includes?|covers?|"
    r"(?:is|was|were|are|has been|have been) (?:\w+ )?"
    r"(?:collected|created|compiled|derived|built|constructed|annotated|generated|extracted|sourced|taken|"
    r"translated|crawled|gathered|drawn))\b)"
)
"""How a sentence begins that goes on about the rows that the one before it names."""
_OURS = re.compile(r"(?i)\b(?:our|own|we|custom|in-?house|internal)\b")
"""Words of the sentence before by which the rows are the work's own."""
Described = tuple[tuple[int, int, str], ...]
"""Stretches of a paragraph, each with the set that it tells of."""


def goes_on(text: str) -> bool:
    """Whether a paragraph begins with a sentence on rows that something before it names."""
    return _SPEAKS_OF.match(text) is not None


def described(text: str, mentions: Sequence[Mention], above: str = "") -> Described:
    """The sentences of a paragraph of a model's card that tell how a set was made that the one before names.

    Args:
        text: The paragraph.
        mentions: The names in it, in their order.
        above: The set that the heading above names.
    """
    found: list[tuple[int, int, str]] = []
    spoken, at = above, 0
    for begin, end in sentences(text):
        told = spoken and _SPEAKS_OF.match(text, begin)
        if told:
            found.append((begin, end, spoken))
        named = ""
        while at < len(mentions) and mentions[at].start < end:
            named = mentions[at].name if mentions[at].kind == "dataset" else named
            at += 1
        if not told:
            spoken = "" if _OURS.search(text, begin, end) else named
    return tuple(found)
