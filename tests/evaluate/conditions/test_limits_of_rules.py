"""A number that is missing is asked with the limits that decide."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.packs.truth import Position
from tests.evaluate.world import finding, manifest

OVER = {"fact": "publisher.users", "over": 700}


def _led(**when: Any) -> tuple[tuple[str, Position], ...]:
    one = finding({"when": when}, manifest())
    assert one is not None
    [answer] = one.answers
    return answer.by_value


def test_a_limit_parts_what_is_clear_from_what_is_not() -> None:
    assert _led(many=OVER) == (("up to 700", Position.CLEAR), ("over 700", Position.BREACH))


def test_a_factor_is_part_of_the_limit() -> None:
    assert _led(many={**OVER, "times": 10})[-1] == ("over 7000", Position.BREACH)


def test_several_limits_are_steps() -> None:
    by_reading = {
        "readings": {
            "narrow": {"fact": "publisher.users", "over": 1000},
            "plain": OVER,
            "broad": {"fact": "publisher.users", "over": 10},
        }
    }
    assert _led(many=by_reading) == (
        ("up to 10", Position.CLEAR),
        ("up to 700", Position.REMOTE),
        ("up to 1000", Position.ARGUABLE),
        ("over 1000", Position.BREACH),
    )


def test_a_limit_of_another_case_makes_no_difference() -> None:
    elsewhere = {
        "all": [{"fact": "publisher.kind", "is": "university"}, {"fact": "publisher.users", "over": 5}]
    }
    one = finding({"when": {"many": {"any": [OVER, elsewhere]}}}, manifest())
    assert one is not None
    told = {answer.missing.fact: [words for words, _ in answer.by_value] for answer in one.answers}
    assert told == {"publisher.users": ["up to 700", "over 700"]}


@pytest.mark.parametrize(
    "test", [{"fact": "publisher.users", "under": 700}, {"not": {"fact": "publisher.users", "under": 7}}]
)
def test_what_is_compared_otherwise_is_not_told_by_limits(test: dict[str, Any]) -> None:
    assert _led(many=test) == ()
