"""Ids and families for drafted records, from the names that are published."""

from __future__ import annotations

import re

from compliance.model.words.spelling import words

_GENERIC = frozenset(
    {
        "base", "large", "small", "mini", "tiny", "medium", "nano", "micro", "big", "xl", "xxl", "xs", "chat",
        "instruct", "it", "pt", "sft", "dpo", "rl", "preview", "beta", "alpha", "hf", "english", "multilingual",
        "model", "en", "ja", "zh",
    }
)  # fmt: skip
_UNITS = frozenset({"b", "m", "k", "t"})


def slug(text: str) -> str:
    """A text as an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


def stem(name: str) -> str:
    """The leading words of a name that its line has in common: without sizes, and without words for variants.

    >>> stem("ruri-v3-reranker-310m"), stem("sarashina2.2-3b-instruct-v0.1"), stem("bge-large-zh")
    ('ruri', 'sarashina2.2', 'bge')
    """
    said = words(name)
    kept: list[str] = []
    for place, word in enumerate(said):
        following = said[place + 1] if place + 1 < len(said) else ""
        if not kept:
            kept.append(word)
        elif word[0].isdigit():
            if following not in _UNITS and len(kept) == 1 and float(word.split(".")[0]) < 100:
                kept.append(word)
            break
        elif word in _GENERIC or word in ("v", "x") or len(kept) > 1:
            break
        else:
            kept.append(word)
    return "-".join(kept) if not (len(kept) == 2 and kept[1][0].isdigit()) else "".join(kept)
