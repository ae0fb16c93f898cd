"""What a search found, as it is told: what each act of a plan is for, or what stands in the way of any plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.decide.plan.reads import bears_on
from compliance.decide.plan.solver import Row, conflict
from compliance.model.answered.plan import Need, Obstacle, OpenItem, Plan

if TYPE_CHECKING:
    from compliance.decide.plan.search import Choice, Search


def plan_of(state: Search, choice: Choice) -> Plan:
    """The plan with what each of its acts is for: what bears on it of all that was open under fewer acts."""
    met = {cut.item.key: cut.item for cut in state.cuts}
    needs = []
    for key in sorted(choice, key=lambda one: (-state.acts[one].cost, one)):
        act = state.acts[key]
        settled = [
            item for item in met.values() if bears_on(act, item, state.reads_of_rule(item.rule), state.reach)
        ]
        needs.append(Need(act, tuple(settled)))
    return Plan(tuple(needs), sum(state.acts[key].cost for key in choice))


def obstacles_of(state: Search) -> tuple[Obstacle, ...]:
    """The fewest open items that no acts settle together, with the acts that bear on each."""
    items: dict[tuple[str, str, str, str], OpenItem] = {}
    rows: dict[tuple[str, str, str, str], list[Row]] = {}
    for cut in state.cuts:
        items.setdefault(cut.item.key, cut.item)
        rows.setdefault(cut.item.key, []).append(state.row(cut))
    always = [Row(frozenset(), choice) for choice in state.impossible]
    kept = conflict(tuple(state.acts.values()), rows, always)
    return tuple(
        Obstacle(items[key], tuple(state.acts[act] for act in sorted(state.bearing(items[key]))))
        for key in kept
    )
