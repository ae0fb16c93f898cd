"""From which numbers on a rule decides otherwise: the limits that it compares a fact with, as answers to try. Pure."""

from __future__ import annotations

from collections.abc import Callable

from compliance.evaluate.context import Context
from compliance.model.packs.operator import FactOp
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import Position

MOST = 12
"""The most limits that are tried; a rule with more is not told by its numbers."""
UP_TO, OVER = "up to", "over"


def by_limits(
    rule: Rule, fact: str, context: Context, led: Callable[[object], Position]
) -> tuple[tuple[str, Position], ...]:
    """Where numbers lead, from the smallest on, `led` being where one of them does.

    Empty where no limit makes a difference, or where a rule compares with something else than plain numbers.
    """
    limits = _limits(rule, fact, context)
    if not 0 < len(limits) <= MOST:
        return ()
    tried = [
        *((f"{UP_TO} {limit:.15g}", limit) for limit in limits),
        (f"{OVER} {limits[-1]:.15g}", limits[-1] + 1),
    ]
    ends = [(words, led(int(value) if value == int(value) else value)) for words, value in tried]
    # Of neighbours that lead to the same, the last one says how far that goes.
    told = [
        one for one, after in zip(ends, [*ends[1:], None], strict=True) if after is None or one[1] != after[1]
    ]
    if len(told) < 2:
        return ()
    return (*told[:-1], (f"{OVER} {told[-2][0].rpartition(' ')[2]}", told[-1][1]))


def _limits(rule: Rule, fact: str, context: Context) -> list[float]:
    """The numbers that the rule looks whether the fact is over, in order; none where it compares in other ways too."""
    found: set[float] = set()
    for node in context.knowledge.nodes(*rule.when.values(), *rule.unless.values()):
        if not isinstance(node, FactOp) or node.fact != fact or node.known is not None:
            continue
        if isinstance(node.over, bool) or not isinstance(node.over, (int, float)):
            return []
        found.add(float(node.over * node.times))
    return sorted(found)
