"""Numbers known by a bound only."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.model.words.bound import Bound, bound, possible_bound, written_out

numbers = st.floats(min_value=0, max_value=1e6, allow_nan=False)
bounds = st.builds(
    lambda low, more, low_open, high_open: Bound(low, low + more, low_open and more > 0, high_open and more > 0),
    numbers, st.sampled_from([0, 1, 5e5, math.inf]), st.booleans(), st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (5, Bound(5, 5)),
        (2.5, Bound(2.5, 2.5)),
        ("< 700000000", Bound(-math.inf, 7e8, high_open=True)),
        ("<= 7e8", Bound(-math.inf, 7e8)),
        ("≥ 10", Bound(10, math.inf)),
        (">1/3 of base", Bound(1 / 3, math.inf, low_open=True, of="base")),
        ("between 5 % and 10 % of base_flop", Bound(0.05, 0.1, of="base_flop")),
    ],
)
def test_a_bound_is_read(written: object, expected: Bound) -> None:
    assert expected == bound(written)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("70B", "write 70e9"), ("1e9", "write 1000000000"), ("1,500,000", "write 1500000"),
        ("3.5 million", "write 3.5e6"), ("< 70B", "write '< 70e9'"), ("about five", "write it in digits"),
        ("between 6 and 5", "write the lower number first"),
        ("> 1/0 of base", "divides by nothing"), (True, "write it in digits"), ("", "write it in digits"),
        ("5%", "write it in digits"), ("< 1e999", "out of range"), (-1, "less than none"), (-0.5, "less than none"),
        ("< 0", "less than none"),
    ],
)  # fmt: skip
def test_what_states_no_bound_is_refused_with_what_to_write(written: object, advice: str) -> None:
    with pytest.raises(ValueError, match=re.escape(advice)):
        bound(written)
    assert possible_bound(written) is None


@given(bounds, bounds, st.data())
def test_an_answer_holds_for_every_pair_of_numbers_within_the_bounds(
    one: Bound, other: Bound, data: st.DataObject
) -> None:
    answer = one.above(other)
    left, right = (data.draw(_within(each)) for each in (one, other))
    assert answer is None or answer == (left > right)


def _within(given_: Bound) -> st.SearchStrategy[float]:
    high = min(given_.high, 1e7)
    return st.floats(
        given_.low, high, exclude_min=given_.low_open, exclude_max=given_.high_open and high == given_.high
    )


@given(st.text(max_size=20) | st.from_regex(r"[<>=≤≥]{0,2} ?[0-9,.]{1,6} ?[a-zA-Z%]{0,8}", fullmatch=True))
def test_any_text_is_a_bound_or_refused_and_hints_can_be_read(text: str) -> None:
    hint = written_out(text)
    assert hint is None or math.isfinite(float(hint))
    found = possible_bound(text)
    assert found is None or found.low <= found.high
