"""Where clauses went that left a document: into another document of the same provider."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from compliance.model.known.policy_text import CitedChange, ClauseChange, WatchedStep
from compliance.model.packs.clause_text import SegmentedText, TaggedClause
from compliance.text.compare.canonical import tokens
from compliance.text.compare.drift import differing
from compliance.text.keep.recorded import Recorded
from compliance.text.keep.verify_lines import Finder, searchable
from compliance.text.read.segment import segment
from compliance.text.tag.tagger import tag, tag_clauses
from compliance.text.watch.owner import Owners, siblings

__all__ = ["Moves"]

DAYS = 45
"""For how many days after it left a clause is looked for."""
ALIKE = 0.6
"""From which share of common words on a clause is the one that left."""


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """Another document of the provider: all its clauses, and the tagged ones that came there meanwhile."""

    path: str
    stands: frozenset[str]
    words: tuple[Counter[str], ...]
    came: tuple[TaggedClause, ...]


class Moves:
    """Looks through the other documents of a provider around the day of a step."""

    def __init__(self, archive: Recorded, owners: Owners, finder: Finder) -> None:
        """Take the collection, whose folders are whose, and what finds recorded words."""
        self._archive = archive
        self._owners = owners
        self._finder = finder
        self._commits = archive.commits()
        self._at = {commit: at for at, (commit, _, _) in enumerate(self._commits)}

    def followed(self, step: WatchedStep) -> WatchedStep:
        """Return the step with the places to which its clauses moved."""
        leaving = [each for each in step.changes if each.kind != "added" and each.topics and each.sure]
        if not (leaving or step.cited) or step.commit not in self._at:
            return step
        others = self._elsewhere(step)
        return replace(
            step,
            changes=tuple(self._moved(each, others) if each in leaving else each for each in step.changes),
            cited=tuple(_found(each, others) for each in step.cited),
        )

    def _moved(self, change: ClauseChange, others: Iterable[_Elsewhere]) -> ClauseChange:
        if change.kind == "changed" and set(change.topics) & _topics_of(change.new):
            return change
        words = Counter(tokens(change.old))
        for other in others:
            if any(_alike(words, each) >= ALIKE for each in other.words):
                return replace(change, moved_to=other.path)
        for other in others:
            if any(set(each.topics) & set(change.topics) for each in other.came):
                return replace(change, moved_to=other.path)
        return change

    def _elsewhere(self, step: WatchedStep) -> list[_Elsewhere]:
        before, after = self._around(step.commit)
        folders = siblings(step.path.partition("/")[0], self._owners)
        then, now = self._archive.files(before) if before else {}, self._archive.files(after)
        paths = [path for path in now if path.partition("/")[0] in folders and path != step.path]
        names = [name for path in paths for name in (then.get(path), now[path]) if name]
        texts = {
            name: content.decode("utf-8-sig", errors="replace")
            for name, content in self._archive.read(names).items()
        }
        return [
            self._other(path, texts.get(then.get(path, ""), ""), texts[now[path]])
            for path in paths
            if now[path] in texts
        ]

    def _other(self, path: str, old: str, new: str) -> _Elsewhere:
        before, after = _segmented(old), _segmented(new)
        came = () if old == new else tag_clauses(differing(before, after)[1].clauses)
        words = tuple(Counter(tokens(each.own)) + Counter(_lead(each.lead_ins)) for each in after.clauses)
        stands = frozenset(self._finder.find(searchable(after)))
        return _Elsewhere(path, stands, words, tuple(each for each in came if each.tags))

    def _around(self, commit: str) -> tuple[str, str]:
        """Return the commit before a step and the last one within the days after it."""
        at = self._at[commit]
        end = self._commits[at][2] + DAYS * int(datetime.timedelta(days=1).total_seconds())
        after = at
        while after + 1 < len(self._commits) and self._commits[after + 1][2] <= end:
            after += 1
        return self._commits[at - 1][0] if at else "", self._commits[after][0]


@lru_cache(maxsize=64)
def _segmented(text: str) -> SegmentedText:
    return segment(text, "markdown")


def _lead(lead_ins: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for each in lead_ins for word in tokens(each))


def _topics_of(words: str) -> set[str]:
    return {topic for each in tag(segment(words, "text")) for topic in each.topics}


def _found(each: CitedChange, others: Iterable[_Elsewhere]) -> CitedChange:
    where = next((other.path for other in others if each.fingerprint in other.stands), "")
    return replace(each, moved_to=where)


def _alike(one: Counter[str], other: Mapping[str, int]) -> float:
    both = one.total() + sum(other.values())
    return 2 * sum((one & Counter(other)).values()) / both if both else 0.0
