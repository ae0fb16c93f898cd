"""Undo what a capture did to the spaces of a text: words written as one, and words cut in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from compliance.text.compare.canonical import EMPTY, spelled

__all__ = ["Spacing", "respaced", "spacing"]

LONGEST = 4
"""How many words may have been written as one."""
MANY = 5
"""From how many such words on the capture is one that glues, and others may be so by the words of the other text."""
SHORTEST = 3
"""How many letters a word at least has that is looked for within a longer one, if it is none of the small ones."""
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


def spacing(words: Sequence[str], others: Sequence[str]) -> Spacing:
    """Return where a text has other spaces than another one, which knows nothing of its spelling.

    >>> spacing(("you", "maynot", "re", "sell"), ("you", "may", "not", "resell"))
    {('maynot',): ('may', 'not'), ('re', 'sell'): ('resell',)}
    """
    mine, known = frozenset(words), frozenset(others)
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    unknown = mine - known
    if unknown:
        found.update(((whole,), run) for whole, run in _written_as_one(others, unknown))
        if len(found) >= MANY:
            found.update(
                ((each,), run) for each in unknown if (run := found.get((each,)) or _cut(each, known))
            )
        found.update((run, (whole,)) for whole, run in _cut_in_two(words, known, unknown))
    return found


def _cut_in_two(
    words: Sequence[str], known: frozenset[str], unknown: frozenset[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield runs that the other text writes as one word, where a part of them stands nowhere else."""
    often = Counter(words)
    runs = Counter(each for each in _written_as_one(words, known) if not unknown.isdisjoint(each[1]))
    for (whole, run), times in runs.items():
        if any(part in unknown and often[part] == times for part in run):
            yield whole, run


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


def _cut(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """Cut a word into words that the other text has, as few as can be; nothing where that is not possible."""

    @lru_cache(maxsize=None)
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


def respaced(words: tuple[str, ...], told: Spacing) -> tuple[str, ...]:
    """Return words with the spaces of the other text.

    >>> respaced(("you", "maynot", "sell"), {("maynot",): ("may", "not")})
    ('you', 'may', 'not', 'sell')
    """
    if not told:
        return words
    starts = {run[0] for run in told}
    if starts.isdisjoint(words):
        return words
    made: list[str] = []
    at = 0
    while at < len(words):
        sizes = range(LONGEST, 0, -1) if words[at] in starts else ()
        run = next((words[at : at + size] for size in sizes if words[at : at + size] in told), None)
        made.extend(told[run] if run else words[at : at + 1])
        at += len(run) if run else 1
    return tuple(made)
