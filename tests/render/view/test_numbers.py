"""Numbers that decide are told by their limits, those of several findings together."""

from __future__ import annotations

import pytest

from compliance.model.answered.finding import Answered, MissingFact
from compliance.model.packs.truth import Position
from compliance.render.view.numbers import by_number, number_words

USERS = MissingFact("publisher.monthly_users", "publisher", "How many users?", "monthly users")


def _led(*pairs: tuple[str, Position]) -> Answered:
    return Answered(USERS, Position.CLEAR, Position.BREACH, pairs)


LLAMA = _led(("up to 700000000", Position.CLEAR), ("over 700000000", Position.BREACH))
QWEN = _led(("up to 100000000", Position.CLEAR), ("over 100000000", Position.ARGUABLE))


def test_one_limit_parts_two_answers() -> None:
    assert by_number([LLAMA]) == "up to 700 million: clear; over 700 million: likely to breach"


def test_limits_of_several_findings_are_steps_of_one_answer() -> None:
    told = by_number([LLAMA, QWEN])
    assert told == (
        "up to 100 million: clear; up to 700 million: arguable or clear; over 700 million: likely to breach or arguable"
    )


@pytest.mark.parametrize(
    "given",
    [
        [],
        [_led()],
        [LLAMA, _led()],
        [LLAMA, _led(("yes", Position.CLEAR), ("no", Position.BREACH))],
        [_led(("up to 5", Position.CLEAR), ("over 5", Position.CLEAR))],
    ],
)
def test_what_numbers_do_not_tell_whole_is_not_told_by_them(given: list[Answered]) -> None:
    assert by_number(given) == ""


def test_powers_of_ten_are_read_back() -> None:
    compute = _led(("up to 1e+25", Position.CLEAR), ("over 1e+25", Position.BREACH))
    assert by_number([compute]) == "up to 1e25: clear; over 1e25: likely to breach"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1000, "1,000"),
        (20_000_000_000, "20 billion"),
        (1_234_567, "1,234,567"),
        (0.5, "0.5"),
        (3e12, "3 trillion"),
    ],
)
def test_numbers_are_told_as_people_write_them(number: float, words: str) -> None:
    assert number_words(number) == words
