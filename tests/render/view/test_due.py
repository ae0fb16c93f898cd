"""What is due with a release, in one clause."""

from __future__ import annotations

import pytest

from compliance.model.answered.finding import Duty, DutyKind, DutyState
from compliance.render.view.due import also_due, first_due
from tests.render import factories as make


def _duty(kind: DutyKind, words: str, state: DutyState = "missing") -> Duty:
    return Duty(kind, (words,), "lab/base", state)


NOTICE, CREDIT = _duty("notice", "Built with Lark"), _duty("credit", "lab/rows")
NAME, COPY = _duty("name-prefix", "Lark"), _duty("licence-copy", "Lark Licence")


@pytest.mark.parametrize(
    ("owed", "told"),
    [
        ((NOTICE,), "notices are open too"),
        ((CREDIT, NOTICE), "notices are open too"),
        ((COPY,), "licence texts are open too"),
        ((NAME,), "its name is open too"),
        ((COPY, NAME), "licence texts and its name are open too"),
        ((COPY, NAME, CREDIT), "notices, licence texts and its name are open too"),
        ((COPY, _duty("name-prefix", "Lark", "shown")), "licence texts are open too"),
    ],
)
def test_only_the_kinds_that_are_open_are_named(owed: tuple[Duty, ...], told: str) -> None:
    assert also_due([make.finding(duties=owed)]) == told


def test_a_finding_that_lists_nothing_may_be_about_any_of_them() -> None:
    assert also_due([make.finding(duties=(COPY,)), make.finding()]) == (
        "notices, licence texts or its name are open too"
    )


def test_what_has_to_be_done_first_is_told_in_its_words_and_bounded() -> None:
    assert first_due([make.finding(duties=(COPY, NAME))]) == (
        "its name begins with “Lark” and it ships with the text of Lark Licence"
    )
    many = tuple(_duty("notice", f"Word {number}") for number in range(5))
    assert first_due([make.finding(duties=many)]).endswith("and 2 more such things is done")
    assert first_due([make.finding()]) == ""
