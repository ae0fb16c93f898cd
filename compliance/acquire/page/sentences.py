"""Where sentences of a paragraph begin and end, and the one around a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDS = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bet al)(?<!\bvs)(?<!\bcf)(?<!\bapprox)[.?!](?=\s|$)")
"""Where a sentence ends: not behind what is cut short."""
MOST_SENTENCE = 2_000
"""How far back the beginning of a sentence is looked for."""
SHORT = 240
"""Letters of a sentence that are shown."""
GUESS = "prose"
"""How a name is told to be seen of which no words say what it was for."""
IN_LIST = "prose, in a list of data"
"""How a name is told to be seen that only begins an item of a list of data: it is asked about."""


def sentence_start(text: str, at: int) -> int:
    """Where the sentence around a place begins.

    >>> sentence_start("One. Prose (e.g. here) goes on.", 20)
    4
    """
    first = max(0, at - MOST_SENTENCE)
    return max((one.end() for one in _ENDS.finditer(text, first, at)), default=first)


def sentence_end(text: str, at: int) -> int:
    """Where the sentence around a place ends."""
    ended = _ENDS.search(text, at) if at < len(text) else None
    return ended.end() if ended else len(text)


def sentence(text: str, at: int) -> str:
    """The sentence around a place, on one line and shortened."""
    words = " ".join(text[sentence_start(text, at) : sentence_end(text, at)].split())
    words = re.sub(r"\bhf\.co/(?:datasets/)?", "", words)
    return words if len(words) <= SHORT else words[: SHORT - 1] + "…"


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, in their order."""
    begin = 0
    for one in _ENDS.finditer(text):
        yield begin, one.end()
        begin = one.end()
    if begin < len(text):
        yield begin, len(text)


def squeezed(words: str) -> str:
    """The words of a cue, shown with a sign for the name that they speak of.

    >>> squeezed("tuned  from §name§")
    'tuned from …'
    """
    return " ".join(words.replace("§name§", "…").split())
