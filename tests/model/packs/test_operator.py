"""Comparisons of facts that shapes accept: limits are numbers that can be held, and factors keep their order."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from compliance.model.packs.operator import FactOp

REVENUE = "publisher.revenue"


@pytest.mark.parametrize(
    "said",
    [
        {"over": 1e308, "times": 1e10},
        {"over": 2**53, "times": 1e300},
        {"under": -1e308, "times": 100},
        {"over": 10**99, "times": 1e250},
        {"over": 5, "times": 0},
        {"over": "publisher.hosting_revenue", "times": 0},
        {"under": "publisher.hosting_revenue", "times": -1},
    ],
)
def test_a_limit_is_a_number_and_a_factor_is_above_nothing(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="factor above 0"):
        FactOp.model_validate({"fact": REVENUE, **said})


@pytest.mark.parametrize(
    "said",
    [
        {"over": 1e308},
        {"over": 10**99, "times": 10**99},
        {"over": -5, "times": 0.5},
        {"over": 0, "times": 1e308},
        {"over": "publisher.hosting_revenue", "times": 1 / 3},
    ],
)
def test_other_limits_are_compared(said: dict[str, object]) -> None:
    assert FactOp.model_validate({"fact": REVENUE, **said}).fact == REVENUE
