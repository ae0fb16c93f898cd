"""Rules come to reach classes by which they surely bite, and by which they may; what is open never clears."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.compile.automaton import REACHES
from compliance.compile.formula import EITHER, Formula, Leaf, Node, Span, ruling, value
from compliance.model.packs.operator import ReachSets
from compliance.model.packs.reach import Reach
from compliance.model.packs.truth import ALWAYS, NEVER, OPEN, Readings, Truth

_YES, _NO, _OPEN = Span(ALWAYS, ALWAYS), Span(NEVER, NEVER), Span(OPEN, OPEN)
_SETS = ReachSets(narrow=("student",), plain=("student", "copy"), broad=("student", "copy", "descendant"))


def formula(bites: Any, trigger: Any = None, *, mixed: bool = False) -> Formula:
    return Formula(trigger, bites, (), mixed, ("copy", "student", "descendant"))


def bits(*reaches: Reach) -> int:
    return sum(1 << REACHES.index(one) for one in reaches)


def test_each_reading_has_its_own_classes() -> None:
    found = ruling(formula(_SETS), ())
    assert (
        (bits("student"), bits("student", "copy"), bits("student", "copy", "descendant"))
        == found.sure
        == found.may
    )


@pytest.mark.parametrize(
    ("leaf", "sure", "may"),
    [(_YES, True, True), (_OPEN, False, True), (EITHER, False, True), (_NO, False, False)],
)
def test_a_leaf_that_is_open_leaves_the_hit_possible(leaf: Span, sure: bool, may: bool) -> None:
    found = ruling(formula(Node("all", (Leaf(0), _SETS))), (leaf,))
    assert (bits("student") * sure, bits("student") * may) == (found.sure[0], found.may[0])


@pytest.mark.parametrize(
    ("leaf", "sure", "may"), [(_NO, True, True), (EITHER, False, True), (_YES, False, False)]
)
def test_an_exception_lifts_only_where_it_surely_holds(leaf: Span, sure: bool, may: bool) -> None:
    found = ruling(formula(Node("all", (_SETS, Node("not", (Leaf(0),))))), (leaf,))
    assert (bits("student") * sure, bits("student") * may) == (found.sure[0], found.may[0])


def test_a_trigger_that_is_open_for_want_of_a_fact_puts_the_rule_and_one_that_is_only_bounded_may() -> None:
    assert bits("student") == ruling(formula(_SETS, Leaf(0)), (_OPEN,)).sure[0]
    bounded = ruling(formula(_SETS, Leaf(0)), (EITHER,))
    assert (0, bits("student")) == (bounded.sure[0], bounded.may[0])
    assert ruling(formula(_SETS, Leaf(0)), (_NO,)).nothing


_LEAVES = st.sampled_from([_YES, _NO, _OPEN, EITHER, Span(NEVER, OPEN), Span(OPEN, ALWAYS)])
_REACH = st.builds(
    lambda broad: ReachSets(broad=tuple(broad)), st.sets(st.sampled_from(["copy", "student", "descendant"]))
)
_TREES = st.recursive(
    st.one_of(_REACH, st.builds(Leaf, st.integers(0, 2))),
    lambda part: st.one_of(
        st.builds(
            lambda how, parts: Node(how, tuple(parts)),
            st.sampled_from(["all", "any"]),
            st.lists(part, min_size=1, max_size=3),
        ),
        st.builds(lambda one: Node("not", (one,)), part),
    ),
    max_leaves=6,
)


@given(
    _TREES,
    st.tuples(_LEAVES, _LEAVES, _LEAVES),
    st.dictionaries(
        st.sampled_from(["copy", "student", "descendant"]),
        st.sampled_from([Truth.UNKNOWN, Truth.YES]),
        min_size=1,
    ),
)
def test_a_ruling_never_says_more_nor_less_than_the_rule(
    tree: Any, leaves: Any, classes: dict[Reach, Truth]
) -> None:
    one = formula(tree, mixed=True)
    found, told = ruling(one, leaves), value(one, leaves, classes)
    held = bits(*classes)
    surely = bits(*(reach for reach, truth in classes.items() if truth is Truth.YES))
    for n, (low, high) in enumerate(zip(told.low, told.high, strict=True)):
        if found.sure[n] & surely:
            assert low is Truth.YES
        if high is not Truth.NO:
            assert found.may[n] & held


def test_readings_are_taken_each_from_its_own_part() -> None:
    part = Node("by", (Leaf(0), Leaf(1), Leaf(2)))
    found = value(formula(part), (_NO, _OPEN, _YES), {})
    assert Readings(Truth.NO, Truth.UNKNOWN, Truth.YES) == found.low == found.high
