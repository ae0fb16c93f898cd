"""Which facts do not fit what is called one's own."""

from __future__ import annotations

import pytest

from compliance.resolve.others_facts import of_others


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"purchased": True}, "purchased: true"),
        ({"grant_shown": "no"}, "grant_shown: no"),
        ({"allows_training": False, "language": "nl"}, "allows_training: false"),
        ({"main_domains": ["example.org"]}, "main_domains: ['example.org']"),
        ({"purchased": False, "rights_cleared": True, "grant_shown": "unknown"}, ""),
        ({}, ""),
    ],
)
def test_only_answers_that_speak_of_others_are_told(facts: dict[str, object], told: str) -> None:
    assert of_others(facts) == told
