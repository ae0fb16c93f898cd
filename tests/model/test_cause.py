"""What is grouped under one cause, and what a lighter finding must not hide."""

from __future__ import annotations

import pytest

from compliance.model.cause import group
from compliance.model.finding import NotCovered
from compliance.model.truth import Position
from tests.summarise.test_questions import _finding


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (Position.REMOTE, [Position.NOT_COVERED, Position.REMOTE]),
        (Position.NEEDS_FACTS, [Position.NEEDS_FACTS]),
        (Position.ARGUABLE, [Position.ARGUABLE]),
        (Position.BREACH, [Position.BREACH]),
    ],
)
def test_what_no_text_speaks_of_is_not_hidden_behind_what_counts_for_less(
    position: Position, expected: list[Position]
) -> None:
    finding = _finding("rows", low=Position.REMOTE, high=Position.BREACH, position=position, cause="openai@m")
    name = NotCovered("gpt", "gpt-4o", "no text is held", None, ("m",), cause="openai@m")
    causes = group([(finding, position is not Position.REMOTE)], [(name, True)])
    assert expected == [cause.position for cause in causes]
    assert all(cause.open for cause in causes if cause.uncovered)
