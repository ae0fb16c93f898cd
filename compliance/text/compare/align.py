"""Compare two versions of a text: what stayed, moved, changed, came and went, and whether it matters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from compliance.model.clause_text import SegmentedText, TaggedClause, Topic
from compliance.text.compare.canonical import tokens, weight
from compliance.text.read.sentences import sentence_starts
from compliance.text.tag.tagger import tag

__all__ = ["Change", "Comparison", "Verdict", "compare"]

Verdict = Literal["substantive", "other-only", "clause-changed-topic-unchanged", "cosmetic", "artefact"]
ChangeKind = Literal["added", "removed", "changed", "redefined"]
"""`redefined`: the same words, under another definition of a term they use."""

ALIKE = 0.5
"""From which share of common words on two clauses are versions of each other."""
COVERED = 0.9
"""From which share of a clause's runs of words in the other version on the clause is there."""
RUN = 4
"""How many words a run has."""
FEW = 3
"""Up to how many changed words a clause of no topic says the same, if none of them turns it."""
SMALL = 8
"""Under how many words a clause that came or went says nothing by itself."""
COLLAPSE = 0.35
"""Under which share of the words of the other version a capture is broken."""
SHORT_CAPTURE = 60
"""Under how many words a text is no document of its own."""

_POINTER = re.compile(
    r"\b(?:(?:see|visit|check|read|refer to) (?:our|this|the|these|here)|learn more|read more|more information|"
    r"help cent(?:er|re)|(?:questions|contact us)\b.{0,60}@)",
    re.IGNORECASE,
)
_NORM = re.compile(
    r"\b(?:must|shall|may not|cannot|can't|don't|agrees?|prohibited|required|liable)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Change:
    """One clause that is not the same in both versions."""

    kind: ChangeKind
    old: TaggedClause | None
    new: TaggedClause | None
    removed_words: tuple[str, ...]
    added_words: tuple[str, ...]
    topics: tuple[Topic, ...]
    """The topics whose substance the change touches."""
    matters: bool
    """Whether it changes what the text says, on any topic."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome."""

    verdict: Verdict
    topics: tuple[Topic, ...]
    changes: tuple[Change, ...]
    """The changes that matter first, those on a topic before the others."""
    unchanged: int
    reason: str
    """Why a capture is taken for broken; empty otherwise."""


def _under_new_definitions(changes: Sequence[Change], whole: SegmentedText) -> Iterator[Change]:
    """Clauses on a topic whose own words stayed while a term that they use came to mean something else.

    A term counts where it is written as defined; its definition is weighed like a clause on a topic.
    """
    redefined = {
        term: change
        for change in changes
        if change.kind == "changed" and change.old and change.new
        if change.matters or len(change.removed_words) + len(change.added_words) > FEW
        for term in set(change.old.details.defined_terms) & set(change.new.details.defined_terms)
    }
    touched = {change.new.clause.own for change in changes if change.new}
    for each in tag(whole) if redefined else ():
        if not each.topics or each.clause.own in touched:
            continue
        for term, change in redefined.items():
            if re.search(rf"(?<!\w){re.escape(term)}(?!\w)", each.clause.text):
                gone, come = change.removed_words, change.added_words
                yield Change("redefined", each, each, gone, come, each.topics, True)
                break


@dataclass(frozen=True, slots=True)
class _Entry:
    tagged: TaggedClause
    words: tuple[str, ...]
    """Those of its lead-ins and its own."""
    own: tuple[str, ...]


def compare(old: SegmentedText, new: SegmentedText, *, whole: SegmentedText | None = None) -> Comparison:
    """Compare two versions of one text.

    `whole` is the new version with the clauses that are the same in both, where `old` and `new` come without them; a
    changed definition is looked up in it.

    >>> from compliance.text import segment
    >>> before = segment("You may not sell access. You may not train a competing model on output.")
    >>> after = segment("You may not sell access.")
    >>> found = compare(before, after)
    >>> found.verdict, found.topics
    ('substantive', ('train-competing',))
    """
    if reason := _collapse(old, new):
        return Comparison("artefact", (), (), 0, reason)
    before, after = _entries(old), _entries(new)
    left, right = _unequal(before, after)
    unchanged = len(before) - len(left)
    changes = tuple(_changes(left, right, _runs(before), _runs(after)))
    changes += tuple(_under_new_definitions(changes, whole or new))
    ordered = tuple(sorted(changes, key=lambda each: (not each.matters, not each.topics)))
    topics = tuple(sorted({topic for each in changes for topic in each.topics}))
    return Comparison(_verdict(changes, topics), topics, ordered, unchanged, "")


def _verdict(changes: Sequence[Change], topics: Sequence[Topic]) -> Verdict:
    if topics:
        return "substantive"
    if any(each.matters for each in changes):
        return "other-only"
    if any((each.old and each.old.tags) or (each.new and each.new.tags) for each in changes):
        return "clause-changed-topic-unchanged"
    return "cosmetic"


def _collapse(old: SegmentedText, new: SegmentedText) -> str:
    """Return why one of the two is no capture of the same text; nothing where both are."""
    sizes = [sum(len(each.own.split()) for each in text.clauses) for text in (old, new)]
    if max(sizes) < SHORT_CAPTURE:
        return ""
    if min(sizes) < SHORT_CAPTURE and min(sizes) < COLLAPSE * max(sizes):
        return "one of the captures is all but empty"
    if min(sizes) < COLLAPSE * max(sizes):
        words = [Counter(word for each in text.clauses for word in tokens(each.own)) for text in (old, new)]
        smaller, larger = sorted(words, key=lambda each: each.total())
        if (smaller & larger).total() > COVERED * smaller.total():
            return "most of the text is missing from one of the captures"
    foreign = [
        sum(ord(c) > 0x2E80 for c in text.source[:200_000]) / (len(text.source[:200_000]) or 1)
        for text in (old, new)
    ]
    if abs(foreign[0] - foreign[1]) > COLLAPSE:
        return "the captures are in different languages"
    return ""


def _entries(text: SegmentedText) -> list[_Entry]:
    found = []
    for each in tag(text):
        own = tokens(each.clause.own)
        if own:
            lead = tokens(each.clause.lead_ins[-1]) if each.clause.lead_ins else ()
            found.append(_Entry(each, (*lead, *own), own))
    return found


def _unequal(before: Sequence[_Entry], after: Sequence[_Entry]) -> tuple[list[_Entry], list[_Entry]]:
    """Leave out what stands in both, wherever it stands."""
    for key in (lambda each: each.words, lambda each: (each.own, each.tagged.topics, each.tagged.norm)):
        have = Counter(key(each) for each in after)
        left = []
        for each in before:
            if have[key(each)] > 0:
                have[key(each)] -= 1
            else:
                left.append(each)
        had = Counter(key(each) for each in before)
        right = []
        for each in after:
            if had[key(each)] > 0:
                had[key(each)] -= 1
            else:
                right.append(each)
        before, after = left, right
    return list(before), list(after)


def _runs(entries: Iterable[_Entry]) -> frozenset[tuple[str, ...]]:
    """Return all runs of words of a text, across the ends of its clauses."""
    words = [word for each in entries for word in each.own]
    return frozenset(tuple(words[at : at + RUN]) for at in range(max(len(words) - RUN + 1, 1)))


def _is_in(entry: _Entry, runs: frozenset[tuple[str, ...]], share: float = COVERED) -> bool:
    """Tell whether a clause stands in a text, cut in another way."""
    mine = [entry.own[at : at + RUN] for at in range(max(len(entry.own) - RUN + 1, 1))]
    if len(entry.own) < RUN:
        return False
    return sum(each in runs for each in mine) >= share * len(mine)


def _changes(
    left: Sequence[_Entry],
    right: Sequence[_Entry],
    old_runs: frozenset[tuple[str, ...]],
    new_runs: frozenset[tuple[str, ...]],
) -> Iterable[Change]:
    pairs = _pairs(left, right)
    for old, new in pairs:
        if not (_is_in(left[old], new_runs, 1.0) and _is_in(right[new], old_runs, 1.0)):
            yield _changed(left[old], right[new])
    gone = [each for at, each in enumerate(left) if at not in {old for old, _ in pairs}]
    come = [each for at, each in enumerate(right) if at not in {new for _, new in pairs}]
    kept = {topic for each in right for topic in each.tagged.topics if _is_in(each, old_runs)}
    had = {topic for each in left for topic in each.tagged.topics if _is_in(each, new_runs)}
    for each in gone:
        if not _is_in(each, new_runs):
            yield _single("removed", each, kept)
        elif lost := set(each.tagged.topics) - kept - {t for other in right for t in other.tagged.topics}:
            yield _single("removed", each, set(each.tagged.topics) - lost)
    for each in come:
        if not _is_in(each, old_runs):
            yield _single("added", each, had)


def _single(kind: Literal["added", "removed"], entry: _Entry, elsewhere: set[Topic]) -> Change:
    """A clause that came or went; not on a topic whose words stand in the other version, cut in another way."""
    topics = tuple(topic for topic in entry.tagged.topics if topic not in elsewhere)
    pointer = _POINTER.search(entry.tagged.clause.own) and not _NORM.search(entry.tagged.clause.own)
    matters = bool(topics) or (len(entry.own) >= SMALL and not pointer)
    words = entry.own
    if kind == "added":
        return Change(kind, None, entry.tagged, (), words, topics, matters)
    return Change(kind, entry.tagged, None, words, (), topics, matters)


def _changed(old: _Entry, new: _Entry) -> Change:
    """Weigh the difference between two versions of a clause."""
    before, after = Counter(old.words), Counter(new.words)
    gone, come = tuple((before - after).elements()), tuple((after - before).elements())
    differing = set(old.tagged.topics) ^ set(new.tagged.topics)
    turned = weight(gone) != weight(come) or {w for w in gone if weight((w,))} != {
        w for w in come if weight((w,))
    }
    norms = old.tagged.norm != new.tagged.norm
    topics = set(differing)
    if turned or norms or len(gone) + len(come) > FEW:
        both = set(old.tagged.topics) & set(new.tagged.topics)
        topics |= {topic for topic in both if not (differing and _said_alike(old.tagged, new.tagged, topic))}
    matters = bool(topics) or turned or len(gone) + len(come) > 2 * FEW
    return Change("changed", old.tagged, new.tagged, gone, come, tuple(sorted(topics)), matters)


def _said_alike(old: TaggedClause, new: TaggedClause, topic: Topic) -> bool:
    """Tell whether the sentence that speaks of a topic is the same in two versions of a clause."""
    sentences = []
    for each in (old, new):
        place = next(tag.evidence[0].span.start for tag in each.tags if tag.topic == topic)
        starts = [*sentence_starts(each.clause.own), len(each.clause.own)]
        at = bisect_right(starts, place) - 1
        sentences.append(tokens(each.clause.own[starts[at] : starts[min(at + 1, len(starts) - 1)]]))
    return sentences[0] == sentences[1]


def _pairs(left: Sequence[_Entry], right: Sequence[_Entry]) -> list[tuple[int, int]]:
    """Pair clauses that are versions of each other, the most alike first, each once."""
    where: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(right):
        for word in set(each.own):
            where[word].append(at)
    found: list[tuple[float, int, int]] = []
    for at, each in enumerate(left):
        common: Counter[int] = Counter()
        for word in sorted(set(each.own), key=lambda one: len(where.get(one, ())))[:12]:
            common.update(where.get(word, ())[:50])
        for other, _ in common.most_common(8):
            alike = _alike(each.own, right[other].own)
            if alike >= ALIKE:
                found.append((-alike, at, other))
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, old, new in sorted(found):
        if old not in used[0] and new not in used[1]:
            used[0].add(old)
            used[1].add(new)
            pairs.append((old, new))
    return pairs


def _alike(first: Sequence[str], second: Sequence[str]) -> float:
    """Return the share of common words."""
    one, other = Counter(first), Counter(second)
    return 2 * (one & other).total() / (len(first) + len(second))
