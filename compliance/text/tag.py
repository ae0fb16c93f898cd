"""Say what clauses are about: their topics, who is bound, and how far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from compliance.model.clause_text import (
    Bound,
    Evidence,
    Polarity,
    SegmentedText,
    Span,
    Tag,
    TaggedClause,
    TextClause,
    TextNorm,
    Tier,
    Topic,
)
from compliance.text.details import details_of
from compliance.text.norms import Governed, Reading, governing, names_of, reading
from compliance.text.patterns import Pattern, topics

__all__ = ["tag", "tag_clauses"]

_POLARITY: dict[TextNorm, Polarity] = {
    "prohibition": "forbidden", "obligation": "required", "permission": "allowed", "exception": "allowed",
    "definition": "stated", "none": "stated",
}  # fmt: skip
_DEFINITION = re.compile(r"[^\w]{0,3}\"[^\"]{2,80}\" (?:\w+ ){0,3}(?:means?|refers?|includes?)\b")
AT_THE_START = 40
"""How far into an item its topic has to begin, where nothing says whether the item is forbidden."""
_SHADOWED: dict[Topic, Topic] = {"train-any": "train-competing"}
"""A topic that is not named where the narrower one is."""


def tag(text: SegmentedText) -> tuple[TaggedClause, ...]:
    """Return every clause of a text with its topics.

    >>> from compliance.text import segment
    >>> tagged = tag(segment("You may not:\\n\\n* decompile the app;\\n* be late."))
    >>> [(each.topics, each.norm) for each in tagged][1:]
    [(('reverse-engineer',), 'prohibition'), ((), 'none')]
    """
    return tag_clauses(text.clauses)


def tag_clauses(clauses: Sequence[TextClause]) -> tuple[TaggedClause, ...]:
    """Return clauses of one text with their topics."""
    names = names_of(clauses)
    return tuple(_tagged(clause, names) for clause in clauses)


def _tagged(clause: TextClause, names: frozenset[str]) -> TaggedClause:
    read = reading(clause)
    found: dict[Topic, Tag] = {}
    for each in topics():
        if each.triggers.search(read.text):
            best = _best(_hits(each.patterns, read, names, clause))
            if best is not None:
                found[each.topic] = best
    for shadowed, by in _SHADOWED.items():
        if by in found:
            found.pop(shadowed, None)
    tags = tuple(found[topic] for topic in sorted(found))
    norm: TextNorm = tags[0].norm if tags else "none"
    bound: Bound = tags[0].bound if tags else "unknown"
    return TaggedClause(clause, norm, bound, tags, details_of(clause.own))


def _best(hits: Iterable[Tag]) -> Tag | None:
    """Return the first sure tag, or else the first."""
    first: Tag | None = None
    for hit in hits:
        if hit.tier == "confirmed":
            return hit
        first = first or hit
    return first


def _hits(
    patterns: Sequence[Pattern], read: Reading, names: frozenset[str], clause: TextClause
) -> Iterable[Tag]:
    for pattern in patterns:
        for found in pattern.find.finditer(read.text):
            if found.end() <= read.own:
                continue
            if not _admitted(pattern, read):
                break
            governed = governing(read, found.start(), names, clause.path)
            if (made := _made(pattern, governed, read, (found.start(), found.end()), item=bool(clause.lead_ins))) is not None:
                yield made
                break


def _admitted(pattern: Pattern, read: Reading) -> bool:
    """Tell whether the clause has all that a pattern demands and nothing that it bars."""
    if any(bar.search(read.text, read.own) for bar in pattern.barred):
        return False
    return all(demand.search(read.text) for demand in pattern.demanded)


def _made(
    pattern: Pattern, governed: Governed, read: Reading, place: tuple[int, int], *, item: bool
) -> Tag | None:
    """Return the tag, unless the words bind somebody else or nobody, or do not carry a norm of the topic."""
    norm, sure = governed.norm, governed.sure
    if governed.bound == "provider":
        return None
    if _DEFINITION.match(read.own_text):
        norm = "definition"
    elif norm == "none":
        if sure or not item or place[0] > read.own + AT_THE_START:
            return None
        norm = "prohibition"
    if norm not in pattern.norms:
        return None
    start, end = max(place[0], read.own), place[1]
    evidence = Evidence(read.original[start:end], Span(start - read.own, end - read.own))
    tier: Tier = pattern.tier if sure else "review"
    return Tag(pattern.topic, norm, _POLARITY[norm], "user", tier, pattern.id, (evidence,))
