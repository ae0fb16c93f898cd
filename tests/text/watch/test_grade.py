"""The highest grades are kept for words on a topic that changed."""

from __future__ import annotations

from typing import Any

from compliance.model.known.policy_text import ClauseChange, DocumentChange
from compliance.text.watch.grade import _grade  # the rule itself, without a collection around it

TERMS = "Meadow/Terms of Service.md"


def change(kind: Any, topic: str, *, sure: bool = True) -> ClauseChange:
    return ClauseChange(kind, True, (topic,), "old words", "new words", 1, 1, (), sure=sure)


def grade(*changes: ClauseChange, path: str = TERMS) -> str:
    topics = tuple(sorted({topic for each in changes for topic in each.topics}))
    return _grade(DocumentChange("substantive", topics, changes, (), 40), path)


def test_new_words_on_a_topic_are_of_the_grade_of_topics() -> None:
    assert grade(change("added", "train-any")) == "topic"
    assert grade(change("added", "train-any"), path="Meadow/Privacy Policy.md") == "review"


def test_a_term_that_means_something_else_is_to_be_reviewed() -> None:
    assert grade(change("redefined", "train-any")) == "review"
    assert grade(change("redefined", "train-any"), change("changed", "compete")) == "topic"


def test_weak_patterns_are_to_be_reviewed() -> None:
    assert grade(change("added", "compete", sure=False)) == "review"


def test_a_text_that_lost_all_that_it_said_on_many_topics_may_be_recorded_in_part() -> None:
    lost = [change("removed", each) for each in ("compete", "resale-access", "train-any", "scrape-automate")]
    assert grade(*lost) == "short"
    assert grade(*lost[:3]) == "topic"
    assert grade(*lost, change("added", "identity-region")) == "topic"
