"""Tell the verbs of a clause that carry its norm from those that only say more about one of its words."""

from __future__ import annotations

import re

__all__ = ["is_subordinate"]

_RELATIVE = re.compile(
    r"(?<!, )\b(?:that|which|who|whom) (?:[a-z']+ )?(?:may|must|shall|will|can|should|do|does|are|is|could|would)\b"
)
_CLAUSE_BEFORE = re.compile(
    r"(?:\b(?:that|which|who|whom|whose|where|when|whenever|wherever|if|unless|because|so|as|than|how|what|whether|"
    r"while|until|whatever|whoever)(?: \w+)?|(?P<noun>\b[a-z]{3,}))[ ]\Z"
)
_COMPLEMENT = re.compile(
    r"\b(?:agree|agrees|acknowledge|acknowledges|represent|represents|warrant|warrants|understand|understands|confirm|"
    r"confirms|certify|certifies|undertake|undertakes|ensure|covenant|covenants|note|provided|promise|guarantee|"
    r"acknowledging|agreeing|except|condition)"
    r"(?: and \w+)?(?: to us)?,? that(?: \w+)?[ ]\Z"
)
_JOINS = frozenset(
    {
        "and",
        "or",
        "but",
        "then",
        "nor",
        "also",
        "hereby",
        "therefore",
        "however",
        "yet",
        "otherwise",
        "agree",
        "accordingly",
        "consequently",
        "additionally",
        "moreover",
        "furthermore",
        "notwithstanding",
        "thus",
        "hence",
        "instead",
    }
)
"""Words before a subject after which a clause of its own begins."""


def is_subordinate(text: str, start: int, words: str) -> bool:
    """Tell whether a subject and its verb only say more about a word before them.

    >>> is_subordinate("use results that will be used", 4, "results that will")
    True
    >>> said = "you agree that you will not"
    >>> is_subordinate(said, said.index("you will"), "you will not")
    False
    """
    before = text[max(start - 60, 0) : start]
    inner = _RELATIVE.search(words)
    if inner and not _COMPLEMENT.search(before + words[: inner.start() + len("that ")]):
        return True
    found = _CLAUSE_BEFORE.search(before)
    if found is None or _COMPLEMENT.search(before) or before.endswith(", which "):
        return False
    return found.group("noun") is None or (words.startswith("you ") and found.group("noun") not in _JOINS)
