"""Kleene's tables written out, and the laws of readings and positions."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from compliance.model.packs.truth import (
    ALWAYS,
    NEVER,
    OPEN,
    SCALE,
    Position,
    Readings,
    Truth,
    conjunction,
    decided_position,
    disjunction,
    position_of,
    position_range,
)
from tests.strategies import readings

N, U, Y = Truth.NO, Truth.UNKNOWN, Truth.YES
EVERY = [Readings(*three) for three in itertools.product(Truth, repeat=3) if list(three) == sorted(three)]
DECIDED = [three for three in EVERY if three.decided]

AND = {
    (N, N): N, (N, U): N, (N, Y): N,
    (U, N): N, (U, U): U, (U, Y): U,
    (Y, N): N, (Y, U): U, (Y, Y): Y,
}  # fmt: skip
OR = {
    (N, N): N, (N, U): U, (N, Y): Y,
    (U, N): U, (U, U): U, (U, Y): Y,
    (Y, N): Y, (Y, U): Y, (Y, Y): Y,
}  # fmt: skip


@pytest.mark.parametrize("pair", list(AND))
def test_and_is_kleenes(pair: tuple[Truth, Truth]) -> None:
    assert AND[pair] is conjunction(pair)


@pytest.mark.parametrize("pair", list(OR))
def test_or_is_kleenes(pair: tuple[Truth, Truth]) -> None:
    assert OR[pair] is disjunction(pair)


def test_not_is_kleenes() -> None:
    assert [~N, ~U, ~Y] == [Y, U, N]


def test_and_of_nothing_holds_and_or_of_nothing_does_not() -> None:
    assert (conjunction(()), disjunction(())) == (Y, N)


def test_only_yes_and_no_are_decided() -> None:
    assert [truth for truth in Truth if truth.decided] == [N, Y]


@pytest.mark.parametrize(("value", "expected"), [(True, Y), (False, N), (None, U)])
def test_none_is_unknown(value: bool | None, expected: Truth) -> None:
    assert expected is Truth.of(value)


def test_there_are_ten_orders_of_three_truths() -> None:
    assert len(EVERY) == 10


@pytest.mark.parametrize("one", EVERY)
@pytest.mark.parametrize("other", EVERY)
def test_de_morgan_holds_and_the_order_of_readings_is_kept(one: Readings, other: Readings) -> None:
    assert ~(one & other) == ~one | ~other
    assert ~(one | other) == ~one & ~other
    for result in (one & other, one | other, ~one):
        assert result.narrow <= result.plain <= result.broad


@pytest.mark.parametrize("one", EVERY)
def test_twice_not_is_nothing(one: Readings) -> None:
    assert one == ~~one


def test_not_changes_narrow_and_broad_over() -> None:
    assert Readings(N, U, Y) == ~Readings(N, U, Y)
    assert Readings(N, N, U) == ~Readings(U, Y, Y)


@given(readings, readings, readings)
def test_and_and_or_are_lattice_operations(a: Readings, b: Readings, c: Readings) -> None:
    assert a & b == b & a
    assert a | b == b | a
    assert a & (b & c) == (a & b) & c
    assert a | (b | c) == (a | b) | c
    assert a & (a | b) == a
    assert a | (a & b) == a
    assert a & ALWAYS == a
    assert a | NEVER == a
    assert a & (b | c) == (a & b) | (a & c)


@pytest.mark.parametrize("three", list(itertools.product(Truth, repeat=3)))
def test_a_wider_reading_never_says_less_than_a_narrower_one(three: tuple[Truth, Truth, Truth]) -> None:
    built = Readings.of(*three)
    assert built in EVERY
    assert (three[0], max(three[:2]), max(three)) == tuple(built)


POSITIONS = {
    (Y, Y, Y): Position.BREACH,
    (N, Y, Y): Position.ARGUABLE,
    (N, N, Y): Position.REMOTE,
    (N, N, N): Position.CLEAR,
}


@pytest.mark.parametrize("bites", DECIDED)
def test_the_narrowest_reading_that_bites_names_the_position(bites: Readings) -> None:
    expected = POSITIONS[tuple(bites)]  # type: ignore[index]
    assert expected is decided_position(bites)
    assert expected is position_of(bites)
    assert (expected, expected) == position_range(bites)


RANGES = {
    (U, U, U): (Position.CLEAR, Position.BREACH),
    (N, U, U): (Position.CLEAR, Position.ARGUABLE),
    (N, N, U): (Position.CLEAR, Position.REMOTE),
    (U, U, Y): (Position.REMOTE, Position.BREACH),
    (N, U, Y): (Position.REMOTE, Position.ARGUABLE),
    (U, Y, Y): (Position.ARGUABLE, Position.BREACH),
}


@pytest.mark.parametrize("bites", [three for three in EVERY if not three.decided])
def test_undecided_readings_need_facts_within_a_range_unless_they_are_remote_at_most(bites: Readings) -> None:
    expected = Position.REMOTE if tuple(bites) == (N, N, U) else Position.NEEDS_FACTS
    assert expected is position_of(bites)
    assert RANGES[tuple(bites)] == position_range(bites)  # type: ignore[index]


def test_positions_grow_from_clear_to_breach() -> None:
    assert (Position.CLEAR, Position.REMOTE, Position.ARGUABLE, Position.BREACH) == SCALE


def test_readings_are_shown_by_name() -> None:
    assert Readings(N, U, Y).words() == {"narrow": "no", "plain": "unknown", "broad": "yes"}
    assert Readings(U, U, U) == OPEN
