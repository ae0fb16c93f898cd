"""Where the statement about a name begins and ends, and the phrase the name stands in."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.text.mention.patterns import NAME, lexicon

_BRACKETS = {"(": ")", "[": "]"}
_MEMBERS = frozenset({"such", "like", "including", "namely", "e.g", "e.g.", "i.e", "i.e.", "specifically"})
"""How a bracket begins that only says which ones are meant: it belongs to the phrase before it."""
_AND = frozenset({",", "and", "or", "&", "/", "+", "nor"})
_HEADS = frozenset(
    {
        "models",
        "llms",
        "vlms",
        "teachers",
        "checkpoints",
        "datasets",
        "sets",
        "corpora",
        "sources",
        "benchmarks",
        "ones",
        "following",
    }
)
"""Nouns before a colon behind which their members stand: what is said of them is said of these."""
_UNKNOWN = 2
"""Words of a member of a list that nothing knows, at most."""


def begins_another(tokens: Sequence[str], at: int) -> bool:
    """Whether the word at a position begins another statement: a conjunction of clauses, or a verb after `and`."""
    words = lexicon()
    if tokens[at] == ":" and at and tokens[at - 1] in _HEADS and tokens[at + 1 : at + 2] == [NAME]:
        return False
    if tokens[at] in words.stops:
        return True
    return tokens[at] in ("and", ",") and at + 1 < len(tokens) and tokens[at + 1] in words.active


def begin(tokens: Sequence[str], where: int) -> int:
    """The first position of the clause a name stands in; a bracket that only lists members is no clause."""
    for at in range(where - 1, -1, -1):
        if begins_another(tokens, at):
            return at + 1
        if tokens[at] in _BRACKETS and _encloses(tokens, at, where) and not _lists(tokens, at):
            return at + 1
    return 0


def end(tokens: Sequence[str], where: int) -> int:
    """The position after the last word of the clause a name stands in."""
    for at in range(where + 1, len(tokens)):
        if begins_another(tokens, at) or tokens[at] in (".", "!", "?"):
            return at
    return len(tokens)


def after_bracket(tokens: Sequence[str], at: int) -> int:
    """The position behind a bracket that opens here; the same one where none does."""
    closing = _BRACKETS.get(tokens[at]) if at < len(tokens) else None
    if closing is None:
        return at
    return next((n + 1 for n in range(at, len(tokens)) if tokens[n] == closing), at)


def before_list(tokens: Sequence[str], at: int, first: int) -> int:
    """The name two members of a list are joined to at a position; -1 where none is.

    Members that nothing knows may stand between: up to two words.
    """
    if tokens[at] not in _AND:
        return -1
    passed = 0
    for before in range(at - 1, first - 1, -1):
        if tokens[before] == NAME:
            return before
        if tokens[before] not in (*_AND, ")", "]", "`"):
            passed += 1
        if passed > _UNKNOWN or tokens[before] in lexicon().copula | lexicon().links:
            return -1
    return -1


def _encloses(tokens: Sequence[str], at: int, where: int) -> bool:
    return _BRACKETS[tokens[at]] not in tokens[at:where]


def _lists(tokens: Sequence[str], at: int) -> bool:
    return tokens[at + 1] in _MEMBERS or tokens[at + 1] == NAME
