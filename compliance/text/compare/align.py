"""Compare two versions of a text: what stayed, moved, changed, came and went, and whether it matters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from compliance.model.packs.clause_text import SegmentedText, TaggedClause, TextClause, Topic
from compliance.text.compare.canonical import tokens
from compliance.text.compare.captures import RUN, Runs, Words, broken, in_part, runs_of, words_of
from compliance.text.compare.dates import new_dates
from compliance.text.compare.parties import new_parties
from compliance.text.compare.renames import Renames, renamed, renames_of
from compliance.text.compare.spacing import Spacing, respaced, spacing
from compliance.text.compare.weigh import Change, Entry, changed, moved, redefined, single
from compliance.text.tag.tagger import tag, tag_clauses

__all__ = ["Change", "Comparison", "Verdict", "compare"]

Verdict = Literal["substantive", "other-only", "clause-changed-topic-unchanged", "cosmetic", "artefact"]

ALIKE = 0.5
"""From which share of common words on two clauses are versions of each other."""
COVERED = 0.9
"""From which share of a clause's runs of words in the other version on the clause is there."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome."""

    verdict: Verdict
    topics: tuple[Topic, ...]
    changes: tuple[Change, ...]
    """The changes that matter first, those on a topic before the others."""
    unchanged: int
    reason: str
    """Why the verdict is what it is."""
    dates: tuple[str, ...] = ()
    """The days that the newer version states for itself and the older one did not: where a version may start."""
    parties: tuple[str, ...] = ()
    """The legal names by which the newer version introduces its publisher, where the older one had others."""


def compare(old: SegmentedText, new: SegmentedText) -> Comparison:
    """Compare two versions of one text.

    >>> from compliance.text import segment
    >>> before = segment("You may not sell access. You may not train a competing model on output.")
    >>> after = segment("You may not sell access.")
    >>> found = compare(before, after)
    >>> found.verdict, found.topics, found.reason
    ('substantive', ('train-competing',), 'train-competing: changed')
    """
    words = (words_of(old), words_of(new))
    spacings = spacing(words[0].all, words[1].all)
    words = (
        _with(words[0], respaced(words[0].all, *spacings[0])),
        _with(words[1], respaced(words[1].all, *spacings[1])),
    )
    if reason := broken(old, new, *words):
        return Comparison("artefact", (), (), 0, reason)
    left, right = _differing(old, new, spacings)
    renames = _renames(left, right, words, old.source)
    left, right = _unequal([_renamed(each, renames) for each in left], right)
    before = _renamed_words(words[0], renames) if renames else words[0]
    names = frozenset(word for both in renames.items() for name in both for word in name)
    titles = frozenset(tokens(title) for text in (old, new) for each in text.clauses for title in each.path)
    found = _changes((left, right), (before.runs, words[1].runs), names, titles)
    changes = moved(tuple(found))
    kinds: Counter[str] = Counter(each.kind for each in changes if each.matters)
    if reason := in_part(old, new, (before, words[1]), kinds):
        return Comparison("artefact", (), (), len(old.clauses), reason)
    changes += tuple(redefined(changes, _tagged(new, changes), Counter(before.all)))
    ordered = tuple(sorted(changes, key=lambda each: (not each.matters, not each.topics)))
    topics = tuple(sorted({topic for each in changes for topic in each.topics}))
    dates, parties = new_dates(old.source, new.source), new_parties(old, new, renames)
    unchanged = len(old.clauses) - sum(each.kind in ("removed", "changed") for each in changes)
    verdict = _verdict(changes, topics, parties)
    reason = _reason(changes, topics, renames, dates, parties)
    return Comparison(verdict, topics, ordered, unchanged, reason, dates, parties)


def _verdict(changes: Sequence[Change], topics: Sequence[Topic], parties: Sequence[str]) -> Verdict:
    if topics:
        return "substantive"
    if any(each.kind == "changed" and each.tagged and _says_otherwise(each) for each in changes):
        return "clause-changed-topic-unchanged"
    if parties or any(each.matters for each in changes):
        return "other-only"
    return "cosmetic"


def _says_otherwise(change: Change) -> bool:
    return bool(change.removed_words or change.added_words)


def _reason(
    changes: Sequence[Change],
    topics: Sequence[Topic],
    renames: Renames,
    dates: Sequence[str],
    parties: Sequence[str],
) -> str:
    """Say on what the verdict rests."""
    told = []
    for topic in topics:
        kinds = dict.fromkeys(each.kind for each in changes if topic in each.topics)
        told.append(f"{topic}: {' and '.join(kinds)}")
    other = sum(each.matters and not each.topics for each in changes)
    told += [f"{other} clauses on other subjects"] if other else []
    told += [f"agreed with {' and '.join(parties)}"] if parties else []
    told += [f"{' '.join(old)} is now {' '.join(new)}" for old, new in list(renames.items())[:4]]
    told += [f"dated {' and '.join(dates)}"] if dates else []
    minor = sum(not each.matters for each in changes)
    told += [f"{minor} clauses differ in words that turn nothing"] if minor else []
    return "; ".join(told) or "the same words, wherever they stand"


def _tagged(new: SegmentedText, changes: Sequence[Change]) -> Iterable[TaggedClause]:
    """The tagged clauses of the newer version, if any definition changed."""
    terms = any(each.old and each.old.details.defined_terms for each in changes if each.kind == "changed")
    return tag(new) if terms else ()


def _with(words: Words, told: tuple[str, ...]) -> Words:
    return words if told is words.all else Words(told, runs_of(told))


def _differing(
    old: SegmentedText, new: SegmentedText, spacings: tuple[Sequence[Spacing], Sequence[Spacing]]
) -> tuple[list[Entry], list[Entry]]:
    """Tag the clauses that are not the same in both, and leave out those whose words that count are."""
    common = Counter(map(_key, old.clauses)) & Counter(map(_key, new.clauses))
    return _unequal(_entries(old, common, spacings[0]), _entries(new, common, spacings[1]))


def _key(clause: TextClause) -> tuple[str, tuple[str, ...]]:
    return clause.own, clause.lead_ins


def _entries(
    text: SegmentedText, common: Counter[tuple[str, tuple[str, ...]]], spaces: Sequence[Spacing]
) -> list[Entry]:
    left = Counter(common)
    kept: list[TextClause] = []
    above = 0
    for clause in text.clauses:
        if left[_key(clause)] > 0:
            left[_key(clause)] -= 1
            above = above or clause.line
        else:
            kept.append(clause)
    found = []
    for each in tag_clauses(kept, text.clauses):
        if own := respaced(tokens(each.clause.own), *spaces):
            lead = respaced(tokens(each.clause.lead_ins[-1]), *spaces) if each.clause.lead_ins else ()
            found.append(Entry(each, (*lead, *own), own, each.clause.line < above))
    return found


def _renames(
    left: Sequence[Entry], right: Sequence[Entry], words: tuple[Words, Words], source: str
) -> Renames:
    pairs = [(left[old].own, right[new].own) for old, new in _pairs(left, right)]
    return renames_of(pairs, words[0].all, words[1].all, source)


def _renamed(entry: Entry, renames: Renames) -> Entry:
    return replace(entry, words=renamed(entry.words, renames), own=renamed(entry.own, renames))


def _renamed_words(words: Words, renames: Renames) -> Words:
    return _with(words, renamed(words.all, renames))


def _unequal(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Leave out what stands in both, wherever it stands."""
    keys: tuple[Callable[[Entry], Hashable], ...] = (
        lambda each: each.words,
        lambda each: (each.own, each.tagged.topics, each.tagged.norm),
    )
    for key in keys:
        before, after = _less(before, after, key), _less(after, before, key)
    return list(before), list(after)


def _less(entries: Sequence[Entry], others: Sequence[Entry], key: Callable[[Entry], Hashable]) -> list[Entry]:
    have = Counter(key(each) for each in others)
    left = []
    for each in entries:
        if have[key(each)] > 0:
            have[key(each)] -= 1
        else:
            left.append(each)
    return left


def _is_in(entry: Entry, runs: Runs, share: float = COVERED) -> bool:
    """Tell whether a clause stands in a text, cut in another way."""
    if len(entry.own) < RUN:
        return False
    mine = [entry.own[at : at + RUN] for at in range(len(entry.own) - RUN + 1)]
    return sum(each in runs for each in mine) >= share * len(mine)


def _changes(
    entries: tuple[Sequence[Entry], Sequence[Entry]],
    runs: tuple[Runs, Runs],
    names: Collection[str],
    titles: Collection[tuple[str, ...]],
) -> Iterable[Change]:
    (left, right), (old_runs, new_runs) = entries, runs
    pairs = _pairs(left, right)
    for old, new in pairs:
        if not (_is_in(left[old], new_runs, 1.0) and _is_in(right[new], old_runs, 1.0)):
            yield changed(left[old], right[new], names)
    gone = [each for at, each in enumerate(left) if at not in {old for old, _ in pairs}]
    come = [each for at, each in enumerate(right) if at not in {new for _, new in pairs}]
    kept = {topic for each in right for topic in each.tagged.topics if _is_in(each, old_runs)}
    had = {topic for each in left for topic in each.tagged.topics if _is_in(each, new_runs)}
    for each in gone:
        if not _is_in(each, new_runs):
            yield single("removed", each, kept - _told_anew(each, new_runs), titles)
        elif lost := set(each.tagged.topics) - kept - {t for other in right for t in other.tagged.topics}:
            yield single("removed", each, set(each.tagged.topics) - lost, titles)
    for each in come:
        if not _is_in(each, old_runs):
            yield single("added", each, had - _told_anew(each, old_runs), titles)


def _told_anew(entry: Entry, runs: Runs) -> set[Topic]:
    """The topics of which a clause speaks in words that stand nowhere in the other version."""
    found = set()
    for told in entry.tagged.tags:
        words = tokens(told.evidence[0].words)
        at = next((n for n in range(len(entry.own)) if entry.own[n : n + len(words)] == words), None)
        if at is not None:
            around = entry.own[max(at - RUN + 1, 0) : at + len(words) + RUN - 1]
            if runs_of(around).isdisjoint(runs):
                found.add(told.topic)
    return found


def _pairs(left: Sequence[Entry], right: Sequence[Entry]) -> list[tuple[int, int]]:
    """Pair clauses that are versions of each other, the most alike first, each once."""
    where: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(right):
        for word in set(each.own):
            where[word].append(at)
    found: list[tuple[float, int, int]] = []
    for at, each in enumerate(left):
        common: Counter[int] = Counter()
        for word in sorted(set(each.own), key=lambda one: (len(where.get(one, ())), one))[:12]:
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
