"""Undo what a capture did to the spaces of a text: words written as one, and words cut in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from compliance.text.compare.canonical import EMPTY, spelled

__all__ = ["Spacing", "respaced", "spacing"]

LONGEST = 4
"""How many words may have been written as one."""
MANY = 5
"""From how many such words on the capture is one that glues, and others may be so by the words of the other text."""
SHORTEST = 3
"""How many letters a word at least has that is looked for within a longer one, if it is none of the small ones."""
LETTERS = 48
"""From how many letters on a run is no line of words that lost its spaces, but something else without any."""
MOST = 5_000
"""How many words of their own two captures of one text may have before they are no longer of one text."""
_SMALL = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "or",
        "is",
        "by",
        "as",
        "on",
        "at",
        "we",
        "us",
        "it",
        "be",
        "no",
        "if",
    }
)

Spacing = Mapping[tuple[str, ...], tuple[str, ...]]
"""Runs of words of a text, and the run that the other text writes instead."""


def spacing(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[Spacing, ...], tuple[Spacing, ...]]:
    """Return what has to be respaced in each of two texts, one after the other, so that both have the same spaces.

    >>> first, second = spacing(("you", "may", "not", "resell"), ("you", "maynot", "re", "sell"))
    >>> respaced(("maynot",), *second), respaced(("resell",), *first)
    (('may', 'not'), ('re', 'sell'))
    """
    glued = _glued(before, after), _glued(after, before)
    before, after = respaced(tuple(before), glued[0]), respaced(tuple(after), glued[1])
    cut = _cut_in_two(before, after)
    return (glued[0], cut), (glued[1], _cut_in_two(after, respaced(before, cut)))


def _glued(words: Sequence[str], others: Sequence[str]) -> Spacing:
    """Words that only one text has, and that the other one writes as several."""
    known = frozenset(others)
    unknown = frozenset(words) - known
    found: dict[tuple[str, ...], tuple[str, ...]]
    found = {(whole,): run for whole, run in _written_as_one(others, unknown)} if unknown else {}
    if len(found) >= MANY and len(unknown) <= MOST:
        found |= {(each,): run for each in unknown if (run := found.get((each,)) or _parts(each, known))}
    return found


def _cut_in_two(words: Sequence[str], others: Sequence[str]) -> Spacing:
    """Runs that the other text writes as one word, where a part of them stands nowhere else."""
    known = frozenset(others)
    unknown = frozenset(words) - known
    if not unknown:
        return {}
    often = Counter(words)
    runs = Counter(each for each in _written_as_one(words, known) if not unknown.isdisjoint(each[1]))
    return {
        run: (whole,)
        for (whole, run), times in runs.items()
        if any(part in unknown and often[part] == times for part in run)
    }


def _written_as_one(words: Sequence[str], wanted: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    longest = max(map(len, wanted), default=0)
    for at in range(len(words) - 1):
        whole = words[at]
        for end in range(at + 1, min(at + LONGEST, len(words))):
            whole += words[end]
            if len(whole) > longest:
                break
            written = whole if whole in wanted else whole.replace("iz", "is")
            if written in wanted:
                yield written, tuple(words[at : end + 1])


def _parts(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """Cut a word into words that the other text has, as few as can be; nothing where that is not possible."""
    if len(word) > LETTERS:
        return ()

    @cache
    def rest(start: int) -> tuple[str, ...] | None:
        if start == len(word):
            return ()
        best: tuple[str, ...] | None = None
        for end in range(len(word), start, -1):
            part = spelled(word[start:end])
            if part in _SMALL or (end - start >= SHORTEST and part in known):
                after = rest(end)
                if after is not None and (best is None or len(after) + 1 < len(best)):
                    best = (part, *after)
        return best

    found = rest(0) or ()
    return tuple(each for each in found if each not in EMPTY) if len(found) <= LONGEST + 2 else ()


def respaced(words: tuple[str, ...], *told: Spacing) -> tuple[str, ...]:
    """Return words with other spaces.

    >>> respaced(("you", "maynot", "sell"), {("maynot",): ("may", "not")})
    ('you', 'may', 'not', 'sell')
    """
    for each in told:
        starts = {run[0] for run in each}
        if not starts.isdisjoint(words):
            words = tuple(_rewritten(words, each, starts))
    return words


def _rewritten(words: tuple[str, ...], told: Spacing, starts: set[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        sizes = range(LONGEST, 0, -1) if words[at] in starts else ()
        run = next((words[at : at + size] for size in sizes if words[at : at + size] in told), None)
        yield from told[run] if run else words[at : at + 1]
        at += len(run) if run else 1
