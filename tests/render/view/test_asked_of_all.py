"""Gaps that differ in their subject are asked together, and the verb goes with how many there are."""

from __future__ import annotations

import pytest

from compliance.model.answered.disclosure import Gap
from compliance.render.view.asked_of_all import asked_of_all


@pytest.mark.parametrize(
    ("question", "one", "several"),
    [
        ("How does {} serve it?", "How does a serve it?", "How do a and b serve it?"),
        ("What is {} meant for?", "What is a meant for?", "What are a and b meant for?"),
        ("When was {} first used?", "When was a first used?", "When were a and b first used?"),
        ("Does {} go on?", "Does a go on?", "Do a and b go on?"),
        ("What is the number of points in {}?", "What is the number of points in a?",
         "What is the number of points in a and b?"),
    ],
)  # fmt: skip
def test_the_verb_goes_with_the_subjects(question: str, one: str, several: str) -> None:
    gaps = [Gap(question.format(name), "", "", name) for name in "ab"]
    assert asked_of_all(gaps[:1]) == asked_of_all([gaps[0], gaps[0]]) == one
    assert asked_of_all(gaps) == several


def test_a_gap_about_nothing_is_asked_as_it_is() -> None:
    assert asked_of_all([Gap("Who answers?", "", "")]) == "Who answers?"
