"""Names that nothing knows and no words tie, by how they are written alone: `AllenNLP`, `CrossNER_AI`, `RT-1-X`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.text.mention.beside import is_part
from compliance.text.mention.shape import is_name

_WORD = re.compile(
    r"(?<![\w/.@#$\\=-])(?P<name>[A-Za-z][\w+-]*(?:\.\d[\w-]*)*[\w+])(?![\w/\\=@(-])(?!\.[a-z\d])(?!://)"
)
_MIXED = re.compile(
    r"[a-z]\w*[A-Z]|[A-Z]\w*[a-z][\w]*[A-Z]|[A-Z]{2,}[a-z]{2,}|^(?=.*[a-zA-Z]{2})[A-Z][\w-]*\d|[A-Z][A-Za-z]*-[A-Z\d]|^[a-z]{3,}-[a-z]+-[a-z\d]*\d"
)
"""A capital or a digit inside, or parts that a hyphen joins and that begin with capitals."""
_CAPITALS = re.compile(r"[A-Z]{4,}(?:-[A-Za-z\d]+)*|[A-Z]{3,}\d+")
_LONG = re.compile(r"[A-Za-z]{3,}")
_ON = re.compile(r" (?:[A-Z][\w-]*|v?\d[\w.-]*\w|\d)(?![\w/=(])")
SHOUTED = 0.5
"""The share of words in capitals above which a paragraph shouts, and they name nothing."""
MOST_CALLED = 4
"""So many words in capitals may be names that stand side by side."""
MOST_MORE = 2


def written(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand that are told by how they are written.

    >>> words = "We compare with AllenNLP and SQUALL, on a TPU in our DataLoader.py."
    >>> [words[start:end] for start, end in written(words)]
    ['AllenNLP', 'SQUALL']
    """
    said = _LONG.findall(text)
    shouts = sum(map(str.isupper, said)) > max(SHOUTED * len(said), MOST_CALLED)
    done = 0
    for one in _WORD.finditer(text):
        if one.start() < done or not _is_written(one["name"], shouts) or is_part(text, one.end()):
            continue
        end = one.end()
        for _ in range(MOST_MORE):
            more = _ON.match(text, end)
            if more is None or not is_name(text[one.start() : more.end()]):
                break
            end = more.end()
        done = end
        yield one.start(), end


def _is_written(word: str, shouts: bool) -> bool:
    if not (_MIXED.search(word) or (not shouts and _CAPITALS.fullmatch(word))):
        return False
    return is_name(word)
