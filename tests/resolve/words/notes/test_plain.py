"""A note is plain where no sentence of its words can tell of a machine's or of somebody else's work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.resolve.words.notes.plain import is_plain

PHRASES = (
    "written by our own staff", "recorded in our studio", "in 2023", "work for hire", "drawn by hand", "12 hours",
    "2,000 rows", "10k rows", "by two of our linguists", "in English", "May to July 2023", "on 3 May 2024",
    "2020 to 2022", "from 2021 to 2023", "2022-03", "by people only", "our staff wrote all of it", "made in house",
    "hand-drawn", "von Hand gezeichnet", "von unseren eigenen Mitarbeitern geschrieben", "im Mai 2023",
    "in unserem Studio aufgenommen", "im eigenen Haus gemessen", "von uns selbst", "von 2021 bis 2023",
    "nur von Menschen geschrieben", "wir haben alles selbst fotografiert", "am 3. Mai 2024", "zwei Stunden",

    "labelled by our team", "wir haben die Zeilen von Hand geschrieben", "all rows have been recorded by us",
    "measured by four employees", "durch eigenes Personal", "we drew everything ourselves",
)  # fmt: skip


@pytest.mark.parametrize("note", PHRASES)
def test_who_of_the_house_did_it_by_hand_where_and_when_is_plain(note: str) -> None:
    assert is_plain(note)


@given(
    st.lists(st.sampled_from(PHRASES), min_size=1, max_size=5), st.sampled_from([", ", " ", ". ", "; ", "\n"])
)
def test_plain_phrases_make_plain_notes(phrases: list[str], between: str) -> None:
    assert is_plain(between.join(phrases))
    assert is_plain(f"{between.join(phrases).capitalize()}.")


@pytest.mark.parametrize(
    "more",
    [
        "automatically", "by the model", "by May", "by MAI 1", "by 4.1", "by 4", "for us", "from books", "read aloud",
        "by our assistants", "by our partner", "not", "no", "some", "mostly", "the rest", "80%", "?", "o1", "taken",
        "…", "..", "🤖", "“by hand”", "/ others", "with suggestions", "in our own words", "corrected", "checked",
        "until 2021", "since 2021", "by people", "aus Büchern", "vom Nachbarn", "für uns", "auf Zuruf", "aufgenommen",
        "überarbeitet", "не нами", "手写", "staff's friend", "we may", "rows 1-500", "the first 200", "3.5", "GPT-4",
        "in 1923", "1984", "we have it", "haben wir die", "these",
    ],
)  # fmt: skip
def test_one_word_more_is_plain_no_longer(more: str) -> None:
    assert not is_plain(f"written by our staff {more}")
    assert not is_plain(f"{more} written by our staff")


@given(st.text(max_size=60))
def test_any_text_is_plain_or_not(note: str) -> None:
    assert is_plain(note) in (True, False)


def test_a_long_note_is_read_in_time_that_grows_with_it() -> None:
    assert is_plain("written by our own staff in May 2023, " * 20_000)
    assert not is_plain("2,000 " * 20_000)


@pytest.mark.parametrize(
    "note",
    [
        "drawn by hand by our own staff, 9,000 drawings", "300 photos taken by our own staff in May 2024",
        "2,000 questions and answers, written by our own staff", "von uns geschrieben, 1200 Sätze",
        "400 recordings, recorded in our studio", "3,100 readings, measured in our laboratory",
        "80 clips filmed by us in 2023", "120 photographs, photographed by two of our technicians",
        "200 photos were taken by our team", "600 Zeichnungen, von Hand gezeichnet",
    ],
)  # fmt: skip
def test_how_much_an_act_made_is_plain_beside_it(note: str) -> None:
    assert is_plain(note)


@pytest.mark.parametrize(
    "note",
    [
        "900 drawings, labelled by hand", "900 drawings", "2,000 questions, counted by our own staff",
        "drawn by our own staff, 40 photos", "taken by our own staff", "photos taken from books",
        "written, 500 paintings",
        "1,200 sentences written and labelled by our staff", "recorded by our own staff, 14,000 photos",
        "20 drawings drawn by us, the rest photographed", "photos taken by May", "sentences written by the model",
    ],
)  # fmt: skip
def test_works_of_which_another_act_or_none_is_told_are_not_plain(note: str) -> None:
    assert not is_plain(note)
