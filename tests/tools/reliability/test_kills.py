"""A write that is killed at any touch of a file loses nothing, and can be done again."""

from __future__ import annotations

import pytest

from tools.reliability.kills import Write, run_kills, writes


@pytest.mark.parametrize("write", writes(), ids=lambda write: write.name)
def test_nothing_is_lost(write: Write) -> None:
    found = run_kills(write)
    assert found.points >= 4
    assert (found.lost, found.left) == (0, 0)
