"""Words of makers, of machines and of sites in names, and sentences that say which model wrote something."""

from __future__ import annotations

import pytest

from compliance.resolve.telling_words import at_large, maker_words, site_words


@pytest.mark.parametrize(
    ("name", "word"), [("x_gpt4_y", "gpt"), ("deepseek rows", "deepseek"), ("egpt", ""), ("biographies", "")]
)
def test_words_of_makers_stand_by_themselves(name: str, word: str) -> None:
    assert maker_words(name) == ((word,) if word else ())


@pytest.mark.parametrize(
    "name",
    [
        "Chat logs of our assistant",
        "Replies of the help bot",
        "Machine translations of manuals",
        "Pseudo-labels of calls",
        "AI answers to tickets",
        "Auto-captions of lectures",
        "TTS readings of manuals",
        "Smart replies, accepted",
        "AI feedback on essays",
        "LLM preferences, round 2",
        "Bot ratings of tickets",
        "Synthesized voices of the app",
        "Notes of the meeting assistant",
    ],
)
def test_making_by_some_machine_is_told(name: str) -> None:
    assert [at_large(word) for word in maker_words(name)] == [True]


@pytest.mark.parametrize(
    "name",
    [
        "Robotics logs", "Letters to the assistant editor", "Support tickets", "Human translations of machine manuals",
        "Botany notes", "Replies of our staff", "Captions by volunteers", "Code review comments", "Aircraft labels",
        "Ratings of machines", "Notes of our note-takers", "Synthesised compounds", "Feedback on the AI course",
    ],
)  # fmt: skip
def test_work_of_people_is_not_told_as_a_machines(name: str) -> None:
    assert maker_words(name) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("LinkedIn profiles of engineers", ("LinkedIn",)),
        ("Tweets about our brand", ("Tweets",)),
        ("Competitor price lists", ("Competitor",)),
        ("Medium-sized parcels", ()),
        ("Guardian dogs of the farm", ()),
    ],
)
def test_sites_of_others_are_told(name: str, words: tuple[str, ...]) -> None:
    assert site_words(name) == words
