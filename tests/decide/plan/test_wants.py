"""What a rule would need, in words."""

from __future__ import annotations

import pytest

from compliance.decide.plan.wants import value_words


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<= 700000000", "at most 700,000,000"),
        ("<= 99999999999999991611392", "at most 1e23"),
        ("> 33330000000000000000000", "more than 3.33e22"),
        ("< 10000000000000000905969664", "less than 1e25"),
        (">= 0.3333 of base", "at least 0.3333 of base"),
        ("no", "no"),
    ],
)
def test_a_bound_is_said_in_as_many_digits_as_it_has(value: str, expected: str) -> None:
    assert value_words(value) == expected
