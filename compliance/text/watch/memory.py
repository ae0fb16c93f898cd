"""What a run remembers of changed clauses, so that a page that goes back and forth raises one alarm, not fifty."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from compliance.model.known.policy_text import ClauseChange, DocumentChange, WatchedStep
from compliance.text.compare.canonical import tokens

__all__ = ["EVER", "Memory", "first_told", "joined", "quieted"]

Memory = dict[str, dict[str, str]]
"""By document, the clauses that a change touched and the day of the last such change."""
DAYS = 60
"""For how many days a change of the same words is the same news."""
EVER = 100_000
"""For how many days words that only stand there again are no news."""
ECHO_DAYS = 7
"""For how many days the same change of another document of the collection is."""
ANYWHERE = "*"
AGAIN = "the same words came and went before"


def quieted(
    memory: Memory, path: str, day: datetime.date, change: DocumentChange, days: int = DAYS
) -> DocumentChange:
    """Take away the news that a document, or another one of its collection, already brought; remember the rest."""
    own, shared = memory.setdefault(path, {}), memory.setdefault(ANYWHERE, {})
    fresh = tuple(each for each in change.cited if not _recent(own, each.fingerprint, day, days))
    changes = tuple(_quiet(each, own, day, days) for each in change.changes)
    again = fresh != change.cited or changes != change.changes
    topical = [each for each in changes if each.topics]
    reason = AGAIN if again else ""
    if topical and not fresh and all(_echoes(shared, path, each, day) for each in topical):
        reason = "the same change as in another document of the collection"
        changes = tuple(replace(each, sure=False) for each in changes)
    _remember(own, (each.fingerprint for each in change.cited), day)
    for each in change.changes:
        if each.topics:
            _remember(own, _keys(each), day)
            for key in _keys(each):
                shared.setdefault(key, f"{day.isoformat()} {path}")
    if change.verdict == "artefact" or not reason:
        reason = change.reason
    return replace(change, changes=changes, cited=fresh, reason=reason)


def joined(steps: Sequence[WatchedStep]) -> list[WatchedStep]:
    """Raise a step that only goes back and forth where the same text brings news on the same or the next day.

    The old words left with the one and the new words came with the other.
    """
    found: list[WatchedStep] = []
    ahead: dict[str, WatchedStep] = {}
    for step in reversed(steps):
        later = ahead.get(step.path)
        if step.is_alarm:
            ahead[step.path] = step
        elif later and step.reason == AGAIN and _near(later.date, datetime.date.fromisoformat(step.date), 1):
            step = replace(step, grade="topic", reason=f"{AGAIN}; the text changed on {later.date}")
        found.append(step)
    return found[::-1]


def first_told(memory: Memory, path: str, day: datetime.date, news: Iterable[str]) -> bool:
    """Tell whether a document did not bring this news lately, and remember it."""
    own = memory.setdefault(path, {})
    fresh = [each for each in news if not _recent(own, each, day, DAYS)]
    _remember(own, news, day)
    return bool(fresh)


def _quiet(each: ClauseChange, own: dict[str, str], day: datetime.date, days: int) -> ClauseChange:
    if not each.topics:
        return each
    key = _key(each.new) if each.new else _key(each.old)
    return replace(each, sure=False) if _recent(own, key, day, days) else each


def _echoes(shared: dict[str, str], path: str, each: ClauseChange, day: datetime.date) -> bool:
    told = [shared.get(key, "").partition(" ") for key in _keys(each)]
    return all(there and there != path and _near(when, day, ECHO_DAYS) for when, _, there in told)


def _recent(own: dict[str, str], key: str, day: datetime.date, days: int) -> bool:
    return key in own and _near(own[key], day, days)


def _near(when: str, day: datetime.date, days: int) -> bool:
    return abs((day - datetime.date.fromisoformat(when)).days) <= days


def _remember(own: dict[str, str], keys: Iterable[str], day: datetime.date) -> None:
    for key in keys:
        own[key] = day.isoformat()


def _keys(each: ClauseChange) -> list[str]:
    return [_key(words) for words in (each.old, each.new) if words]


def _key(words: str) -> str:
    return hashlib.sha256(" ".join(tokens(words)).encode()).hexdigest()[:16]
