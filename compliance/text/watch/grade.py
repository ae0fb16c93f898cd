"""How much a step of a document matters to whoever maintains the rules."""

from __future__ import annotations

import re
from collections import Counter

from compliance.model.known.policy_text import CitedChange, ClauseChange, DocumentChange, Grade, WatchedStep
from compliance.model.packs.clause_text import SegmentedText, TaggedClause
from compliance.text.compare.canonical import tokens
from compliance.text.compare.drift import Cited, word_changes
from compliance.text.keep.fingerprint import normalise
from compliance.text.keep.recorded import Step
from compliance.text.keep.verify_lines import Finder, searchable
from compliance.text.tag.tagger import tag

__all__ = ["first_record", "graded", "is_agreement", "same_words"]

_NOTICES = re.compile(
    r"privacy|trackers|cookie|data process|imprint|vulnerability|law enforcement|service level|to business notice",
    re.IGNORECASE,
)
MANY = 4
"""From how many topics on a text that lost all it said on them may have been recorded in part."""
SHOWN = 12
"""How many changes of a step are kept."""


def is_agreement(path: str) -> bool:
    """Tell whether a document binds those who use a service; notices on data say what the provider does.

    >>> is_agreement("Example/Terms of Service.md"), is_agreement("Example/Privacy Policy.md")
    (True, False)
    """
    return _NOTICES.search(path.rpartition("/")[2]) is None


def same_words(old: str, new: str) -> bool:
    """Tell whether the lines in which two versions differ hold the same words that count.

    >>> same_words("See [us](https://a.example).", "See [us](https://b.example)."), same_words("You may.", "You can.")
    (True, False)
    """
    before, after = Counter(old.split("\n")), Counter(new.split("\n"))
    return _words(before - after) == _words(after - before)


def _words(lines: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for line, often in lines.items():
        for word in tokens(normalise(line)):
            found[word] += often
    return found


def graded(step: Step, collection: str, change: DocumentChange) -> WatchedStep:
    """Grade what a step changed."""
    loud = [each for each in change.changes if each.loud or each.cited]
    ranked = sorted(loud, key=lambda each: (not each.cited, not each.topics, not each.sure))
    return WatchedStep(
        collection, step.commit, step.when.date().isoformat(), step.path, _grade(change, step.path), change.topics,
        tuple(ranked[:SHOWN]), change.cited, change.reason, change.dates, change.parties,
    )  # fmt: skip


def _grade(change: DocumentChange, path: str) -> Grade:
    if change.verdict == "removed":
        return "gone"
    if change.verdict == "artefact":
        return "review" if change.cited else "broken"
    if change.verdict == "shrunk":
        return "short" if is_agreement(path) else "review"
    if change.cited:
        return _of_cited(change, path)
    if any(map(_is_news, change.changes)):
        return _of_topics(change) if is_agreement(path) else "review"
    if change.topics:
        return "review"
    if change.parties and is_agreement(path):
        return "party"
    return "other" if change.verdict == "other-only" else "cosmetic"


def _is_news(each: ClauseChange) -> bool:
    """Tell whether words of a clause on a topic changed, by sure patterns; a term that means more is to be reviewed."""
    return bool(each.topics) and each.sure and each.kind != "redefined"


def _of_topics(change: DocumentChange) -> Grade:
    """A text that lost what it said on most topics, and says nothing else instead, was rather recorded in part."""
    news = [each for each in change.changes if _is_news(each)]
    lost = {topic for each in news for topic in each.topics}
    return "short" if len(lost) >= MANY and all(each.kind == "removed" for each in news) else "topic"


def _of_cited(change: DocumentChange, path: str) -> Grade:
    """Grade a step after which cited words no longer stand: by what became of them."""
    names = {each.name for each in change.cited}
    touched = [each for each in change.changes if names & set(each.cited)]
    if any(each.loud for each in touched) or any(map(_is_news, change.changes)):
        return "cited" if is_agreement(path) else "review"
    return "restated"


def first_record(
    step: Step, collection: str, text: SegmentedText, finder: Finder, cited: Cited
) -> WatchedStep:
    """Grade a document that was not recorded before: an alarm where it speaks of the topics."""
    stands = finder.find(searchable(text))
    said = [each for each in tag(text) if any(one.tier == "confirmed" for one in each.tags)]
    topics = tuple(sorted({topic for each in said for topic in each.topics}))
    named = {each.name: each for mark in stands for each in cited.get(mark, ())}
    known = tuple(
        CitedChange(name, one.version.from_, one.rules, True) for name, one in sorted(named.items())
    )
    when, reason = step.when.date().isoformat(), "first record of the document"
    grade: Grade = "new" if topics and is_agreement(step.path) else "other"
    return WatchedStep(
        collection,
        step.commit,
        when,
        step.path,
        grade,
        topics,
        tuple(_added(each) for each in said[:SHOWN]),
        known,
        reason,
    )


def _added(each: TaggedClause) -> ClauseChange:
    words = each.clause.text
    return ClauseChange("added", True, each.topics, "", words, 0, each.clause.line, word_changes("", words))
