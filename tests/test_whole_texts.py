"""The first difference of two texts is told, and nothing where there is none."""

from __future__ import annotations

import pytest

from tests.whole_texts import first_difference


@pytest.mark.parametrize(
    ("kept", "fresh", "told"),
    [
        ("a\nb", "a\nb", ""),
        ("a\nb", "a\nc", "line 2 was 'b' and is 'c'"),
        ("a", "a\nb", "line 2 was no line and is 'b'"),
        ("x" * 999 + "y", "x" * 999 + "z", "line 1 was 'xxx"),
    ],
)
def test_the_first_difference_is_told(kept: str, fresh: str, told: str) -> None:
    found = first_difference(kept, fresh)
    assert found.startswith(told)
    assert len(found) < 600
    assert bool(found) == (kept != fresh)
