from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.decide.shares.mixture import Part, mixed, selected
from compliance.model.declared.share import NOTHING, UNKNOWN, WHOLE, Share

HALF = Share(0.5, 0.5)
CLOSE = 1e-9


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], NOTHING),
        ([Part(WHOLE)], WHOLE),
        ([Part(WHOLE), Part(NOTHING)], UNKNOWN),
        ([Part(WHOLE, stated=0.2), Part(NOTHING, stated=0.8)], Share(0.2, 0.2)),
        ([Part(WHOLE, stated=0.2), Part(NOTHING), Part(HALF)], Share(0.2, 0.6)),
        ([Part(WHOLE, stated=0.2)], Share(0.2, 1.0)),  # what makes up the rest is not said
        ([Part(WHOLE, stated=0.8), Part(NOTHING, stated=0.8)], UNKNOWN),
        ([Part(WHOLE, size=(1, 1)), Part(NOTHING, size=(3, 3))], Share(0.25, 0.25)),
        ([Part(WHOLE, size=(1, 2)), Part(NOTHING, size=(3, 8))], Share(1 / 9, 0.4)),
        ([Part(WHOLE, size=(1, 1)), Part(NOTHING)], UNKNOWN),
    ],
)
def test_a_mixture_weighs_its_parts_as_far_as_that_is_stated(parts: list[Part], expected: Share) -> None:
    found = mixed(parts)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))


@pytest.mark.parametrize(
    ("share", "size", "used", "expected"),
    [
        (HALF, (100, 100), (100, 100), HALF),
        (HALF, (100, 100), (300, 300), HALF),  # read three times over
        (HALF, (100, 100), (50, 50), UNKNOWN),
        (HALF, (100, 100), (80, 80), Share(0.375, 0.625)),
        (WHOLE, (100, 100), (1, 1), WHOLE),
        (NOTHING, (100, 100), (1, 1), NOTHING),
        (HALF, None, (10, 10), HALF),
        (HALF, (100, 100), (0, 10), UNKNOWN),
    ],
)
def test_a_selection_may_hold_more_or_less_than_what_it_was_taken_from(
    share: Share, size: tuple[float, float] | None, used: tuple[float, float] | None, expected: Share
) -> None:
    assert selected(share, size, used) == expected


values = st.integers(0, 4).map(lambda n: n / 4)
sizes = st.tuples(st.integers(1, 4), st.integers(0, 4)).map(lambda ends: (ends[0], ends[0] + ends[1]))
shares = st.tuples(values, values).map(lambda ends: Share(min(ends), max(ends)))


@given(st.lists(st.tuples(shares, sizes), min_size=1, max_size=4))
def test_sizes_between_bounds_give_the_bounds_of_all_mixtures_and_no_wider_ones(
    given_parts: list[tuple[Share, tuple[int, int]]],
) -> None:
    found = mixed([Part(share, size=size) for share, size in given_parts])
    corners = [((share.low, share.high), size) for share, size in given_parts]
    means = [
        sum(weight * value for value, weight in zip(chosen, weights, strict=True)) / sum(weights)
        for chosen in itertools.product(*(ends for ends, _ in corners))
        for weights in itertools.product(*(range(low, high + 1) for _, (low, high) in corners))
    ]
    assert (found.low, found.high) == pytest.approx((min(means), max(means)), abs=CLOSE)
