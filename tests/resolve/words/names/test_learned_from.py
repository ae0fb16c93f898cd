"""Titles, names and facts in words tell what weights and rows were learned and drawn from, and are held against it."""

from __future__ import annotations

import pytest

from compliance.resolve.words.names.known_titles import known_titles
from compliance.resolve.words.names.learned_from import learned_from, works_in
from tests.probes.test_kinds_of_silence import checked, written
from tests.resolve.words.names.test_in_ids import ROWS, TUNE

TITLE = "title: Answers for gardeners"
DRAFTS = "name: Meadow drafts, origin: own"


@pytest.mark.parametrize(
    "title",
    ["Pythia on tweets", "A voice cloned from podcasts", "Pythia reads Reddit", "Learned from patient letters",
     "Pythia, fine-tuned on Harry Potter", "Pythia on customers' mails", "Trained on ImageNet captions",
     "Answers (knowledge distillation)", "The voice of David Attenborough"],
)  # fmt: skip
def test_a_title_says_what_weights_learned_from(title: str) -> None:
    assert checked(written(TUNE, (TITLE, f'title: "{title}"'))) == 1


@pytest.mark.parametrize(
    "title",
    ["Pythia for tweets", "A detector of court rulings", "Trained on our own rows", "Reads handwriting",
     "From seed to harvest", "The voice of Meadow Lab", "A small model from scratch", "Topics of patents"],
)  # fmt: skip
def test_what_a_thing_is_for_is_no_source_of_it(title: str) -> None:
    assert checked(written(TUNE, (TITLE, f'title: "{title}"'))) == 0


def test_what_rows_say_of_people_themselves_is_not_asked_of_the_title() -> None:
    named = ("name: Meadow questions and answers", "name: X-rays of our clinic")
    told = written(TUNE, (TITLE, "title: Learned from X-rays"), named)
    assert checked(told) == checked(written(TUNE, named))


@pytest.mark.parametrize(
    "name", ["pythia-harry-potter", "pythia-pokemon-v2", "pythia-hogwarts-7b", "pythia-kd"]
)
def test_weights_called_after_what_everybody_knows_were_drawn_from_it(name: str) -> None:
    assert checked(written(TUNE, ("pythia-1.4b-answers", name))) == 1


@pytest.mark.parametrize(
    "name",
    ["Pokemon sprites", "Ghibli frames", "Photos of Taylor Swift", "Recordings of David Attenborough",
     "Interviews with Ada Lovelace", "Answers of eleven systems", "Arena battles", "Letters 1850-1910",
     "Parliament recordings", "Speeches of ministers", "Radio archive", "Stock prices", "Suppliers' manuals",
     "Bilingual subtitles", "Wikidata facts", "Chess games"],
)  # fmt: skip
def test_own_rows_are_called_after_what_others_made(name: str) -> None:
    assert checked(written(ROWS, (DRAFTS, f'name: "{name}", origin: own'))) == 1


@pytest.mark.parametrize(
    "name",
    ["Photos of garden plants", "Recordings of Forest Birds", "Photos of Lake Constance", "Photos with Canon Camera",
     "Answers of our experts", "Renderings of chairs", "Letters A to Z", "Chess openings, described by us",
     "Peanuts and other crops", "Time series of pumps"],
)  # fmt: skip
def test_things_and_places_are_nobodys_works(name: str) -> None:
    assert checked(written(ROWS, (DRAFTS, f'name: "{name}", origin: own'))) == 0


@pytest.mark.parametrize(
    ("fact", "said"),
    [("described", "Stack Overflow answers"), ("data_types", "tweets"), ("processing", "rewritten by a chatbot"),
     ("crawl_conduct", "robots.txt ignored"), ("described", "frames of Pokemon")],
)  # fmt: skip
def test_facts_in_words_are_read_as_names_and_notes_are(fact: str, said: str) -> None:
    assert checked(written(ROWS, (DRAFTS, f"{DRAFTS}, facts: {{{fact}: {said}}}"))) == 1


@pytest.mark.parametrize(
    ("fact", "said"), [("described", "questions by our staff"), ("processing", "duplicates removed"),
                       ("crawl_conduct", "none")],
)  # fmt: skip
def test_plain_facts_in_words_tell_nothing(fact: str, said: str) -> None:
    assert checked(written(ROWS, (DRAFTS, f"{DRAFTS}, facts: {{{fact}: {said}}}"))) == 0


@pytest.mark.parametrize(
    ("said", "code"),
    [("{data_characteristics: tweets of 2020}", 1), ("{synthetic_purpose: answers by GPT-4o}", 1),
     ("{synthetic_purpose: none}", 0), ("{data_characteristics: questions on gardens}", 0)],
)  # fmt: skip
def test_facts_of_a_release_tell_what_is_behind_it(said: str, code: int) -> None:
    assert checked(written(TUNE, ("notices: []", f"notices: []\n    facts: {said}"))) == code


def test_titles_are_told_from_plain_words() -> None:
    assert [*known_titles("flux_studio_ghibli"), *known_titles("Marvellous peanuts")] == ["studio ghibli"]
    assert [*learned_from("Pythia, not trained on tweets"), *works_in("our measurements")] == []
