"""What is heard beside a note is read with it, and is no note."""

from __future__ import annotations

import pickle

from compliance.model.declared.noted import HeardWith, note_alone


def test_lists_of_words_read_both_and_the_note_stands_alone() -> None:
    heard = HeardWith.of("by hand", "A title", "; ")
    assert heard == "by hand; A title"
    assert note_alone(heard) == "by hand"


def test_what_is_heard_without_a_note_is_none() -> None:
    assert note_alone(HeardWith.of(None, "A title", "; ")) is None
    assert note_alone(None) is None
    assert note_alone("by hand") == "by hand"


def test_more_can_be_heard_beside_it_twice() -> None:
    twice = HeardWith.of(HeardWith.of("by hand", "A title", "; "), "another", "; ")
    assert (twice, note_alone(twice)) == ("by hand; A title; another", "by hand")


def test_it_is_kept_whole() -> None:
    assert note_alone(pickle.loads(pickle.dumps(HeardWith.of("by hand", "A title", "; ")))) == "by hand"
