"""One list of what stands in the place of an answer: in manifests, lines to paste, places and imports."""

from __future__ import annotations

import pytest

from compliance.acquire.names import is_placeholder as read_in_code
from compliance.model.declared.stated import Documentation
from compliance.model.words.placeholder import FILL_IN, is_placeholder, stands_for_an_answer

_PRINTED = (FILL_IN, "fill in", "<true|false>", "…", "...", "[…]", "TODO")
_OPEN = (
    *_PRINTED,
    "todo: ask Ada",
    "???",
    "tbd",
    "n/a",
    "-",
    "[your name]",
    "${BASE}",
    " ",
    "not stated",
    "change me",
)
_ANSWERS = (
    "unknown", "< 700000000", "between 2 and 5", "todo-lists", "C++ questions", "Ответы", "[sic] corpus, 2nd",
)  # fmt: skip


@pytest.mark.parametrize("value", _OPEN)
def test_an_open_place_is_no_answer_to_anybody(value: str) -> None:
    assert stands_for_an_answer(value)
    assert read_in_code(value)
    assert not Documentation(where=value).names_a_place


@pytest.mark.parametrize("value", _ANSWERS)
def test_what_says_something_is_an_answer(value: str) -> None:
    assert not stands_for_an_answer(value)
    assert not is_placeholder(value)


@pytest.mark.parametrize("value", _OPEN)
def test_what_a_line_to_paste_prints_is_part_of_the_list(value: str) -> None:
    assert is_placeholder(value) is (value in _PRINTED)


def test_an_open_place_within_a_value_is_found_where_it_may_stand() -> None:
    assert stands_for_an_answer("acme/<rows>")
    assert not stands_for_an_answer("acme/<rows>", within=False)
    assert not stands_for_an_answer("Ada <ada@acme.org>")


@pytest.mark.parametrize(
    "where", ["trust us", "Trust me!", "our word", "everybody knows", "yes", "by us", "we checked"]
)
def test_an_assurance_is_no_place(where: str) -> None:
    assert not Documentation(where=where).names_a_place


@pytest.mark.parametrize(
    "where", ["our data sheet", "card", "README", "paper, table 2", "U.S. Census page", "Trust Center"]
)
def test_a_place_is_one(where: str) -> None:
    assert Documentation(where=where).names_a_place
