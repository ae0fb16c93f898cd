"""What changed between two versions of a document, word by word, and which rules cite what changed."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from compliance.model.known.policy_text import (
    CitedChange,
    CitedVersion,
    ClauseChange,
    DocumentChange,
    WordChange,
)
from compliance.model.packs.clause_text import SegmentedText, TaggedClause, TextClause
from compliance.text.compare.align import Change, compare
from compliance.text.keep.fingerprint import Stand, normalise
from compliance.text.keep.verify_lines import Finder, searchable

__all__ = ["Cited", "document_change", "word_changes"]

Cited = Mapping[str, tuple[CitedVersion, ...]]
"""Cited clause versions by their fingerprint."""
DIFFED = 400
"""Up to how many words, without those that both begin or end with, wordings are compared word by word."""
SHRUNK = 0.5
"""Under which share of the larger version's words the two are compared whole, for the collapse guard."""


def document_change(old: SegmentedText, new: SegmentedText, cited: Cited, finder: Finder) -> DocumentChange:
    """Align two versions of a document; the cited clauses are those whose recorded words the finder finds."""
    stood, stands = finder.find(searchable(old)), finder.find(searchable(new))
    found = compare(old, new)
    gone = {mark: stand for mark, stand in stood.items() if mark not in stands}
    changes = tuple(_change(each, gone, cited) for each in found.changes)
    return DocumentChange(
        found.verdict, found.topics, changes, cited_changes(gone, stands, cited),
        found.unchanged, found.reason, found.dates, found.parties,
    )  # fmt: skip


def cited_changes(gone: Iterable[str], stands: Iterable[str], cited: Cited) -> tuple[CitedChange, ...]:
    """Name the clauses whose words are gone, unless the same words stand for the clause under another version."""
    now = {each.name for mark in stands for each in cited.get(mark, ())}
    found: dict[str, CitedChange] = {}
    for mark in gone:
        for each in cited.get(mark, ()):
            found.setdefault(
                each.name, CitedChange(each.name, each.version.from_, each.rules, each.name in now, mark)
            )
    return tuple(found[name] for name in sorted(found))


def differing(old: SegmentedText, new: SegmentedText) -> tuple[SegmentedText, SegmentedText]:
    """Leave out the clauses that both have, unless one version is so short that it may be a broken capture."""
    sizes = [sum(len(each.own) for each in text.clauses) for text in (old, new)]
    if min(sizes) < SHRUNK * max(sizes):
        return old, new
    common = Counter(map(_key, old.clauses)) & Counter(map(_key, new.clauses))
    return _without(old, common), _without(new, common)


def _key(clause: TextClause) -> tuple[str, tuple[str, ...]]:
    return clause.own, clause.lead_ins


def _without(text: SegmentedText, common: Counter[tuple[str, tuple[str, ...]]]) -> SegmentedText:
    left = Counter(common)
    kept = []
    for clause in text.clauses:
        key = _key(clause)
        if left[key]:
            left[key] -= 1
        else:
            kept.append(clause)
    return replace(text, clauses=tuple(kept))


def _change(change: Change, gone: Mapping[str, Stand], cited: Cited) -> ClauseChange:
    old, new = (_words(side) for side in (change.old, change.new))
    touched = _touched(change.old, gone, cited)
    return ClauseChange(
        kind=change.kind, loud=change.matters, topics=change.topics, old=old, new=new,
        old_line=change.old.clause.line if change.old else 0, new_line=change.new.clause.line if change.new else 0,
        words=word_changes(old, new), cited=tuple(dict.fromkeys(each.name for each in touched)),
        rules=tuple(sorted({rule for each in touched for rule in each.rules})), sure=_sure(change),
    )  # fmt: skip


def _words(side: TaggedClause | None) -> str:
    return side.clause.text if side else ""


def _sure(change: Change) -> bool:
    """Tell whether a topic that the change touches was found by a sure pattern in either version."""
    tags = [
        tag for side in (change.old, change.new) if side for tag in side.tags if tag.topic in change.topics
    ]
    return any(tag.tier == "confirmed" for tag in tags)


def _touched(side: TaggedClause | None, gone: Mapping[str, Stand], cited: Cited) -> list[CitedVersion]:
    if side is None or not gone:
        return []
    own = normalise(side.clause.own)
    marks = [mark for mark, stand in gone.items() if own in stand.words or stand.words in own]
    return [each for mark in marks for each in cited.get(mark, ())]


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the words of two wordings as runs that stayed, went and came.

    >>> [(each.kind, each.words) for each in word_changes("You may sell it.", "You may not sell it.")]
    [('equal', 'You may'), ('added', 'not'), ('equal', 'sell it.')]
    """
    before, after = old.split(), new.split()
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    middle = (before[start : len(before) - end], after[start : len(after) - end])
    found = [*_run("equal", before[:start]), *_between(*middle), *_run("equal", before[len(before) - end :])]
    return tuple(found)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words both begin with."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _between(before: Sequence[str], after: Sequence[str]) -> Iterator[WordChange]:
    if max(len(before), len(after)) > DIFFED:
        yield from (*_run("removed", before), *_run("added", after))
        return
    for kind, start, end, begin, stop in difflib.SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            yield from _run("equal", before[start:end])
        else:
            yield from (*_run("removed", before[start:end]), *_run("added", after[begin:stop]))


def _run(kind: str, words: Sequence[str]) -> Iterator[WordChange]:
    if words:
        yield WordChange(kind, " ".join(words))  # type: ignore[arg-type]
