"""The cheapest set of acts that keeps a list of conditions: an exact optimum by HiGHS, a solver of integer programs."""

from __future__ import annotations

import zlib
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from compliance.bounds import make_room
from compliance.errors import Fault, UsageError
from compliance.model.answered.plan import Act

Group = TypeVar("Group", bound=Hashable)
_TIE = 1000
"""Costs are multiplied by this, so that what breaks ties never outweighs a cost."""


@dataclass(frozen=True, slots=True)
class Row:
    """At least one of some acts is taken, or one of some others is not."""

    take: frozenset[str]
    leave: frozenset[str] = frozenset()
    most: int | None = None
    """Instead: at most so many of those to leave are taken."""


def cheapest(acts: Sequence[Act], rows: Sequence[Row]) -> frozenset[str] | None:
    """Keys of the acts with the least cost in all that keep every row, at most one of a slot; None where none do.

    Raises `UsageError` where the solver is not installed.
    """
    if any(not row.take and not row.leave for row in rows):
        return None
    make_room()
    try:
        import highspy
    except ImportError:
        what = "planning needs the solver HiGHS, which is not installed"
        raise UsageError(Fault(None, what, "install compliance[plan], or the package highspy")) from None
    order = sorted(acts, key=lambda act: (act.cost, act.key))
    number = {act.key: n for n, act in enumerate(order)}
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    for n, act in enumerate(order):
        solver.addVar(0, 1)
        solver.changeColCost(n, act.cost * _TIE + _weight(n, act.key))
        solver.changeColIntegrality(n, highspy.HighsVarType.kInteger)
    for row in rows:
        columns = [number[key] for key in sorted(row.take)] + [number[key] for key in sorted(row.leave)]
        signs = [1.0] * len(row.take) + [-1.0] * len(row.leave)
        least = -row.most if row.most is not None else 1 - len(row.leave)
        solver.addRow(least, highspy.kHighsInf, len(columns), columns, signs)
    for together in _slots(order, number):
        solver.addRow(-highspy.kHighsInf, 1, len(together), together, [1.0] * len(together))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    taken = solver.getSolution().col_value
    return frozenset(act.key for n, act in enumerate(order) if taken[n] > 0.5)


_OPTIONS = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    # With a few dozen of acts, looking for good choices beside the search costs more than the search.
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_pscost_minreliable": 0,
    "mip_detect_symmetry": False,
    "mip_allow_restart": False,
    "mip_allow_cut_separation_at_nodes": False,
}
"""How HiGHS works, never what it finds: each leaves the optimum exact."""


def _weight(place: int, key: str) -> float:
    """What an act counts where costs are equal: fewer acts, then earlier ones, then those whose keys say so.

    The solver's own way through equal choices changes with its version and settings. Places alone leave many choices
    equal (the first and the fourth act, the second and the third); with the keys, sums are equal but by chance.
    """
    return 1 + _PLACE * (place + zlib.crc32(key.encode()) / 2**33)


_PLACE = 0.001
"""What one place further in the order of acts counts in a tie: far more than the solver's tolerance of a millionth."""


def _slots(order: Sequence[Act], number: dict[str, int]) -> list[list[int]]:
    slots: dict[str, list[int]] = {}
    for act in order:
        if act.slot:
            slots.setdefault(act.slot, []).append(number[act.key])
    return [together for together in slots.values() if len(together) > 1]


def without_implied(rows: Sequence[Row]) -> list[Row]:
    """The rows, each once, without those that another implies: whatever keeps a row keeps one that asks for less."""
    fewest = sorted(dict.fromkeys(rows), key=lambda row: len(row.take) + len(row.leave))
    kept: list[Row] = []
    for row in fewest:
        if row.most is None and any(
            one.most is None and one.take <= row.take and one.leave <= row.leave for one in kept
        ):
            continue
        kept.append(row)
    asked = set(kept)
    return [row for row in dict.fromkeys(rows) if row in asked]


def conflict(
    acts: Sequence[Act], groups: Mapping[Group, Sequence[Row]], always: Sequence[Row] = ()
) -> tuple[Group, ...]:
    """A smallest list of groups of rows that no acts keep together, out of groups that none do: each is needed.

    The groups are halved again and again, so that few of many are found with few questions to the solver. The rows
    of `always` hold beside any of them.
    """

    def split(given: tuple[Group, ...], rest: tuple[Group, ...], *, changed: bool) -> tuple[Group, ...]:
        """Of the rest what is needed beside what is given."""
        rows = [*always, *(row for group in given for row in groups[group])]
        if changed and cheapest(acts, without_implied(rows)) is None:
            return ()
        if len(rest) == 1:
            return rest
        first, second = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        of_second = split((*given, *first), second, changed=bool(first))
        return (*split((*given, *of_second), first, changed=bool(of_second)), *of_second)

    return split((), tuple(groups), changed=False) if groups else ()
