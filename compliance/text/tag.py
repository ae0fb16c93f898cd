"""Say what clauses are about: their topics, who is bound, and how far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.model.clause_text import (
    Bound,
    Details,
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
        if any(bar.search(read.text, read.own) for bar in pattern.barred):
            continue
        if not all(demand.search(read.text) for demand in pattern.demanded):
            continue
        for found in pattern.find.finditer(read.text):
            if found.end() <= read.own:
                continue
            governed = governing(read, found.start(), names, clause.path)
            if (made := _made(pattern, governed, read, (found.start(), found.end()))) is not None:
                yield made
                break


def _made(pattern: Pattern, governed: Governed, read: Reading, place: tuple[int, int]) -> Tag | None:
    """Return the tag, unless the words bind somebody else or nobody."""
    norm = governed.norm
    if governed.bound == "provider" or (norm == "none" and governed.sure):
        return None
    if read.own_text.startswith(('"', "'")) and " means " in read.own_text[:80]:
        norm = "definition"
    sure = governed.sure
    if norm == "none":
        norm, sure = "prohibition", False
    if pattern.norm is not None and norm == "permission":
        return None
    if pattern.norm is not None and norm == "prohibition" and not governed.sure:
        norm = pattern.norm
    start, end = max(place[0], read.own), place[1]
    words = read.original[start:end]
    tier: Tier = pattern.tier if sure else "review"
    evidence = Evidence(words, Span(start - read.own, end - read.own))
    return Tag(pattern.topic, norm, _POLARITY[norm], "user", tier, pattern.id, (evidence,))


__all__ += ["Details"]
