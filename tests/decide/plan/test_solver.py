"""The solver against every set of acts, whatever its settings; of several cheapest sets one is always chosen."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.decide.plan import solver
from compliance.decide.plan.solver import Row, cheapest
from compliance.model.answered.plan import Act, Drop

SETTINGS: tuple[dict[str, object], ...] = ({}, {"presolve": "off"}, {"random_seed": 7})


def act(number: int, cost: int, slot: str) -> Act:
    """An act of a cost; at most one of a slot is taken."""
    key = f"drop-input:entry-{number}"
    return Act(key, "drop-input", f"entry-{number}", "", Drop(key), cost, slot)


@st.composite
def asked(draw: st.DrawFn) -> tuple[list[Act], list[Row]]:
    """A few acts, many of them as dear as others, and conditions on them."""
    slots = st.sampled_from(["", "", "one", "two"])
    costs = st.sampled_from([1, 1, 2, 3, 5, 40, 4000])
    acts = [act(number, draw(costs), draw(slots)) for number in range(draw(st.integers(1, 8)))]
    names = [one.key for one in acts]
    keys: st.SearchStrategy[frozenset[str]] = st.frozensets(st.sampled_from(names), max_size=4)
    rows = []
    for _ in range(draw(st.integers(1, 7))):
        take = draw(keys)
        leave = draw(keys) - take
        most = (
            draw(st.integers(0, len(leave) - 1)) if leave and draw(st.sampled_from([True, False])) else None
        )
        rows += [Row(take, leave, most)] if take or leave else []
    return acts, rows


def keeps(chosen: Collection[str], acts: Sequence[Act], rows: Sequence[Row]) -> bool:
    """Whether a set of acts keeps every condition."""
    taken = frozenset(chosen)
    slots = Counter(one.slot for one in acts if one.slot and one.key in taken)
    if any(count > 1 for count in slots.values()):
        return False
    return all(
        len(row.leave & taken) <= row.most + len(row.take & taken)
        if row.most is not None
        else bool(row.take & taken or row.leave - taken)
        for row in rows
    )


def least(acts: Sequence[Act], rows: Sequence[Row]) -> tuple[int, int] | None:
    """The least cost of any set, and the fewest acts for it, found by trying all."""
    sets = (c for size in range(len(acts) + 1) for c in itertools.combinations(acts, size))
    kept = [c for c in sets if keeps([one.key for one in c], acts, rows)]
    return min(((sum(one.cost for one in c), len(c)) for c in kept), default=None)


@pytest.mark.parametrize("options", SETTINGS)
@settings(deadline=None, max_examples=60)
@given(problem=asked())
def test_no_set_of_acts_is_cheaper_whatever_the_settings(
    options: dict[str, object], problem: tuple[list[Act], list[Row]]
) -> None:
    acts, rows = problem
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solver, "_OPTIONS", solver._OPTIONS | options)
        chosen = cheapest(acts, rows)
    cost = {one.key: one.cost for one in acts}
    found = None if chosen is None else (sum(cost[key] for key in chosen), len(chosen))
    assert found == least(acts, rows)
    assert chosen is None or keeps(chosen, acts, rows)


@settings(deadline=None, max_examples=80)
@given(problem=asked(), data=st.data())
def test_of_equal_choices_one_is_made_whatever_the_settings_and_the_order(
    problem: tuple[list[Act], list[Row]], data: st.DataObject
) -> None:
    acts, rows = problem
    chosen = []
    for options in SETTINGS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(solver, "_OPTIONS", solver._OPTIONS | options)
            chosen.append(cheapest(data.draw(st.permutations(acts)), data.draw(st.permutations(rows))))
    assert len(set(chosen)) == 1
