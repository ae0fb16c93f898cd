"""Where the time of a run goes: to what was tried too seldom, and more to what takes long."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tools.reliability.runs import Tally
from tools.reliability.state import State

ROUNDS = (0.05, 0.4, 0.6, 1.0)
"""Parts of the time that is left; in the first, what an input of each kind costs is learnt."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is tried until there was enough of it."""

    names: tuple[str, ...]
    enough: int
    run: Callable[[float, int, int], Sequence[Tally]]
    """For so many seconds, with this seed, at most so often."""

    def missing(self, state: State) -> int:
        """How many inputs are wanting."""
        return max(0, *(self.enough - state.tried(name) for name in self.names))


def spend(
    tasks: Sequence[Task], state: State, seconds: float, seed: int, keep: Callable[[State], None]
) -> State:
    """Spend some time on what is wanting; `keep` is called with what all came to after each task."""
    costs: dict[Task, float] = {}
    for number, part in enumerate(ROUNDS):
        waiting = [task for task in tasks if task.missing(state)]
        needs = {task: costs.get(task, 1.0) * (task.missing(state) if costs else 1) for task in waiting}
        share = seconds * part / (sum(needs.values()) or 1)
        for task in waiting:
            begin = time.monotonic()
            made = task.run(share * needs[task], seed + 1_000_003 * number, task.missing(state))
            spent = time.monotonic() - begin
            costs[task] = spent / max(1, min(one.inputs for one in made))
            seconds -= spent
            for one in made:
                state = state.with_(one, spent / 60 / len(made))
            keep(state)
    return state
