"""Say what clauses are about: their topics, who is bound, and how far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from compliance.model.packs.clause_text import (
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
from compliance.text.tag.details import details_of
from compliance.text.tag.norms import Governed, Reading, governing, lowered, names_of, owing, reading
from compliance.text.tag.patterns import Pattern, TopicPatterns, beginnings, topics
from compliance.text.tag.placed import PlacedCues

__all__ = ["tag", "tag_clauses"]

_POLARITY: dict[TextNorm, Polarity] = {
    "prohibition": "forbidden", "obligation": "required", "permission": "allowed", "exception": "allowed",
    "definition": "stated", "none": "stated",
}  # fmt: skip
_DEFINITION = re.compile(r"[^\w]{0,3}\"([^\"]{2,80})\"\W{1,3}(?:\w+ ){0,3}(?:means?|refers?|includes?)\b")
_EXCEPTION_TERM = re.compile(
    r"\b(?:[A-Z][a-z]{2,20} ){1,3}(?:Exceptions?|Exemptions?|Uses?)\b|\bExceptions?\b"
)
_PART_END = re.compile(r";|[.!?][\"')]? (?=[a-z\"'(])")
"""Where a part of a clause ends: what a pattern bars counts in the part in which it fits."""
_EXCEPTING = re.compile(r"\b(?:except|provided) that\b")
"""Where an exception begins, which bars nothing of what it is taken from."""
TITLE = 3
"""Up to how many words a sentence is the title of the next."""
RUN_IN = 7
"""Up to how many words in capitals are the title of the sentence after them on their line."""
_SMALL = re.compile(r"\b(?!(?:and|or|of|the|to|in|on|for|with|by|our|your|from)\b)[a-z]{2,}")
_HISTORY = re.compile(
    r"^\W{0,3}(?:(?:new )?(?:section|paragraph|clause|article)s? [\d.]{1,6}|"
    r"\d{1,2} \w{3,9} \d{4}\b|\w{3,9} \d{1,2},? \d{4}\b|"
    r"(?:first|second|third) (?:sentence|paragraph))"
    r"[^;]{0,80}\b(?:amended|amendments?|added|adapted|inserted|deleted|renumbered|revised)\b",
    re.IGNORECASE,
)
"""Words that tell how the text itself was changed."""
_OWN_SUBJECT = re.compile(
    r"(?:you|your|we|our|us|the|this|these|it|if|when|for) (?:[\w'-]+ ){0,12}?"
    r"(?:may|will|shall|can|is|are|has|have|was|do|does|must)\b"
)
"""How an item begins that is a sentence of its own, not something that its list forbids."""
MOST_HITS = 6
"""How many places of a clause are tried for a pattern."""
AT_THE_START = 40
"""How far into an item its topic has to begin, where nothing says whether the item is forbidden."""
_SHADOWED: dict[Topic, Topic] = {"train-any": "train-competing"}
"""A topic that is not named where the narrower one is."""
_WIDER = re.compile(
    r"\b(?:any|other)\b[^;.]{0,90}\bmodels?\b[^;.]{0,60}\bor (?:an? |any )?(?:other )?compet|"
    r"\btrain\w*[^;.]{0,40}\bmodels?\b[^;.]{0,30}\bor (?:to )?(?:develop|creat|build|improv|offer)\w* (?:an? |any )?"
    r"(?:\w+ly )?(?:similar|compet\w+) "
)
"""Words that name what is narrower only besides what is wider."""


def tag(text: SegmentedText, *, detailed: bool = True) -> tuple[TaggedClause, ...]:
    r"""Return every clause of a text with its topics, and with what narrows it if `detailed`.

    >>> from compliance.text import segment
    >>> tagged = tag(segment("You may not:\n\n* decompile the app;\n* be late."))
    >>> [(each.topics, each.norm) for each in tagged][1:]
    [(('reverse-engineer',), 'prohibition'), ((), 'none')]
    """
    return tag_clauses(text.clauses, detailed=detailed)


def tag_clauses(
    clauses: Sequence[TextClause], whole: Sequence[TextClause] = (), *, detailed: bool = True
) -> tuple[TaggedClause, ...]:
    """Return clauses of one text with their topics; whose names act in it is read out of the whole text, if given."""
    tagger = _Tagger(names_of(whole or clauses), detailed)
    tagged = [
        tagger.tagged(before, clause, next_one)
        for before, clause, next_one in zip((None, *clauses), clauses, (*clauses[1:], None), strict=False)
    ]
    return tuple(_with_exceptions(tagged))


def _is_aside(clause: TextClause, after: TextClause | None) -> bool:
    """Tell whether a clause is the title of the next one, or tells how the text was changed."""
    words = clause.own.split()
    if clause.kind == "sentence" and not clause.lead_ins and len(words) <= TITLE:
        return True
    if after and after.line == clause.line and after.lead_ins == clause.lead_ins and len(words) <= RUN_IN:
        return clause.own.endswith(".") and not _SMALL.search(clause.own)
    return bool(_HISTORY.match(clause.own))


def _with_exceptions(tagged: Sequence[TaggedClause]) -> Iterable[TaggedClause]:
    """Give what a defined exception lists the topics of the prohibitions that refer to it."""
    uses: dict[str, list[Tag]] = {}
    for each in tagged:
        for found in _EXCEPTION_TERM.finditer(each.clause.own) if each.tags else ():
            uses.setdefault(found.group().lower(), []).extend(t for t in each.tags if t.norm == "prohibition")
    for each in tagged:
        lead = each.clause.lead_ins[-1] if each.clause.lead_ins else ""
        defined = _DEFINITION.match(lowered(lead))
        source = uses.get(defined.group(1)) if defined else None
        yield _as_exception(each, source) if source else each


def _as_exception(each: TaggedClause, source: Iterable[Tag]) -> TaggedClause:
    clause = each.clause
    evidence = (Evidence(clause.own, Span(0, len(clause.own))),)
    tags = {
        tag.topic: Tag(tag.topic, "exception", "allowed", "user", tag.tier, "defined-exception", evidence)
        for tag in source
    }
    ordered = tuple(tags[topic] for topic in sorted(tags))
    return TaggedClause(clause, "exception", "user", ordered, each.details)


class _Tagger:
    """Tags the clauses of one text: words that stand in it again under the same headings are read once."""

    def __init__(self, names: frozenset[str], detailed: bool) -> None:
        self._names = names
        self._detailed = detailed
        self._known: dict[tuple[str, tuple[int, ...], tuple[str, ...]], Mapping[Topic, Tag]] = {}
        self._details: dict[str, Details] = {}

    def tagged(self, before: TextClause | None, clause: TextClause, after: TextClause | None) -> TaggedClause:
        """The clause with its topics, given those around it."""
        found = {} if _is_aside(clause, after) else self._found(clause, before)
        tags = tuple(found[topic] for topic in sorted(found))
        norm: TextNorm = tags[0].norm if tags else "none"
        bound: Bound = tags[0].bound if tags else "unknown"
        return TaggedClause(clause, norm, bound, tags, self._details_of(clause.own))

    def _found(self, clause: TextClause, before: TextClause | None) -> Mapping[Topic, Tag]:
        read = reading(clause, before)
        # Everything that the tags are made of: the words with those that they continue, and the headings over them.
        key = (read.original, (read.own, len(clause.lead_ins) > 0, *read.lead_ends), tuple(clause.path))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _topics_of(read, clause, self._names)
        return found

    def _details_of(self, own: str) -> Details:
        if not self._detailed:
            return Details()
        found = self._details.get(own)
        if found is None:
            found = self._details[own] = details_of(own)
        return found


def _topics_of(read: Reading, clause: TextClause, names: frozenset[str]) -> dict[Topic, Tag]:
    begun = beginnings(read.text)
    placed = PlacedCues(read.text, read.original, begun, names)
    found: dict[Topic, Tag] = {}
    for each in topics():
        if each.triggers.may_be_in(read.text, begun) and each.any.search(read.text, read.own):
            best = _best(_hits(each, read, placed, clause))
            if best is not None:
                found[each.topic] = best
    for shadowed, by in _SHADOWED.items():
        if by in found and not _WIDER.search(read.own_text):
            found.pop(shadowed, None)
    return found


def _best(hits: Iterable[Tag]) -> Tag | None:
    """Return the first sure tag, or else the first."""
    first: Tag | None = None
    for hit in hits:
        if hit.tier == "confirmed":
            return hit
        first = first or hit
    return first


def _hits(topic: TopicPatterns, read: Reading, placed: PlacedCues, clause: TextClause) -> Iterable[Tag]:
    item = bool(clause.lead_ins) and topic.alone
    for pattern in topic.patterns:
        for found in islice(pattern.find.finditer(read.text, read.own), MOST_HITS):
            if not _admitted(pattern, read, found.start(), found.end()):
                continue
            begin = found.end() if pattern.at_end else found.start()
            governed = (
                owing(read, found.start(), found.end())
                if pattern.duty
                else governing(read, placed, begin, found.end(), clause.path)
            )
            if (made := _made(pattern, governed, read, (found.start(), found.end()), item=item)) is not None:
                yield made
                break


def _admitted(pattern: Pattern, read: Reading, start: int, end: int) -> bool:
    """Tell whether the clause has all that a pattern demands, and its part around a place nothing that it bars."""
    if pattern.barred:
        ends = [found.end() for found in _PART_END.finditer(read.text, read.own)]
        begin = max((at for at in ends if at <= start), default=read.own)
        stop = min((at for at in ends if at >= end), default=len(read.text))
        excepted = _EXCEPTING.search(read.text, end, stop)
        stop = excepted.start() if excepted else stop
        if pattern.barred.search(read.text, begin, stop):
            return False
    return all(demand.search(read.text) for demand in pattern.demanded)


def _made(
    pattern: Pattern, governed: Governed, read: Reading, place: tuple[int, int], *, item: bool
) -> Tag | None:
    """Return the tag, unless the words bind somebody else or nobody, or do not carry a norm of the topic."""
    norm, sure = governed.norm, governed.sure
    if governed.bound == "provider":
        return None
    defined = _DEFINITION.match(read.own_text)
    if defined is not None:
        if not any(
            each.alone and each.triggers.may_be_in(defined.group(1), beginnings(defined.group(1)))
            for each in topics()
        ):
            return None
        norm = "definition"
    elif norm == "none":
        if sure or not item or place[0] > read.own + AT_THE_START or _OWN_SUBJECT.match(read.text, read.own):
            return None
        norm = "prohibition"
    if norm not in pattern.norms:
        return None
    start, end = place
    evidence = Evidence(read.original[start:end], Span(start - read.own, end - read.own))
    tier: Tier = pattern.tier if sure else "review"
    return Tag(pattern.topic, norm, _POLARITY[norm], "user", tier, pattern.id, (evidence,))
