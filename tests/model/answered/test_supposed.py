"""What waited for facts and stands where these might have led is settled; what stands beyond that is worse."""

from __future__ import annotations

import pytest

from compliance.model.answered.supposed import Comparison, Moved, Side, Standing
from compliance.model.packs.truth import Position, Readings, Truth

NO, MAYBE, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
SIDE = Side("a", "2026-01-01", 1, "", ())


def _standing(position: Position, low: Position, high: Position) -> Standing:
    return Standing("in-force", position, low, high, Readings(MAYBE, MAYBE, MAYBE), "")


def _moved(before: Standing | None, after: Standing | None) -> Comparison:
    row = Moved("r", "R", "m", None, None, "releaser", "Lab", before, after)
    return Comparison(SIDE, SIDE, (row,))


OPEN = _standing(Position.NEEDS_FACTS, Position.CLEAR, Position.ARGUABLE)
WIDE = _standing(Position.NEEDS_FACTS, Position.CLEAR, Position.BREACH)
ARGUABLE = _standing(Position.ARGUABLE, Position.ARGUABLE, Position.ARGUABLE)
BREACH = _standing(Position.BREACH, Position.BREACH, Position.BREACH)
CLEAR = _standing(Position.CLEAR, Position.CLEAR, Position.CLEAR)


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        (OPEN, ARGUABLE, "settled"),
        (WIDE, BREACH, "settled"),
        (OPEN, BREACH, "worse"),
        (CLEAR, ARGUABLE, "worse"),
        (CLEAR, OPEN, "worse"),
        (None, ARGUABLE, "worse"),
        (OPEN, CLEAR, "better"),
        (ARGUABLE, OPEN, "better"),
    ],
)
def test_an_answer_is_worse_settled_or_better(before: Standing | None, after: Standing, where: str) -> None:
    found = _moved(before, after)
    groups = {"worse": found.worse, "settled": found.settled, "better": found.better}
    assert [name for name, rows in groups.items() if rows] == [where]
