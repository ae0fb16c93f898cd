"""What an answer brings in turn is told in words that need no glossary."""

from __future__ import annotations

import pytest

from compliance.model.answered.report import Brought, Question
from compliance.model.packs.truth import Position
from compliance.render.view.brought import brought_in_short
from tests.render import factories as make

UNREAD = "org/model: no loaded text or rule speaks of it"


@pytest.mark.parametrize(
    ("brings", "told"),
    [
        ([((), UNREAD, Position.NOT_COVERED)], "no rule is loaded for it"),
        (
            [(("a", "b"), UNREAD, Position.NOT_COVERED)],
            "no rule is loaded for a, b",
        ),
        (
            [((), "Names of what is made with the weights", Position.BREACH)],
            "it opens “Names of what is made …”",
        ),
    ],
)
def test_what_an_answer_opens_is_named_or_said_to_be_without_a_rule(
    brings: list[tuple[tuple[str, ...], str, Position]], told: str
) -> None:
    question = Question(make.PERIOD, (), 1, brings=tuple(Brought(*one) for one in brings))
    assert told == brought_in_short(question)
