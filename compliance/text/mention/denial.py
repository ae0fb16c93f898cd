"""Whether a sentence denies what it says of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.text.mention.patterns import NAME, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span

REACH = 14
"""Up to how many words before a name a denial still speaks of it."""


def denied(sentence: Span, where: int) -> bool:
    """Whether a denial reaches the name at a position: one before it in its clause, or one bound to it.

    `None of the answers were written by NAME` has one verb of being between denial and name; in `what could not be
    answered was written by NAME` the denial belongs to another verb, and ends there.
    """
    words = lexicon()
    if any(start <= where < end for _, start, end in words.denials(sentence)):
        return True
    tokens = [token.lower_ for token in sentence]
    between = 0
    for at in range(where - 1, max(-1, where - REACH), -1):
        word = tokens[at]
        if word in words.stops or (word in ("and", ",") and tokens[at + 1] in words.active):
            return False
        if word in words.before and tokens[at + 1] not in ("only", "limited", "just", "necessarily"):
            allowed = words.before[word]
            own = 1 if tokens[at - 1 : at] and tokens[at - 1] in words.copula else 0
            return between <= max(allowed, 0 if own else allowed) or NAME in tokens[at + 1 : at + 3]
        if word in words.copula and word not in ("be", "been", "being"):
            between += 1
    return False
