"""What an operator comes to, as far as somebody needs to know: no sentences, and the dearest tests last.

A rule is put where its trigger may hold, and most triggers fail on the first fact of the release that they look at.
`operators` gives the same truths with everything that explains them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from compliance.evaluate.conditions import operators
from compliance.evaluate.conditions.compare import of_target_alone
from compliance.evaluate.context import Context
from compliance.model.packs import operator
from compliance.model.packs.truth import ALWAYS, NEVER, Readings, Truth


def may_hold(op: Any, context: Context) -> bool:
    """Whether an operator holds, or may hold, on the broad reading."""
    if isinstance(op, operator.AllOf):
        return all(may_hold(part, context) for part in cheapest_first(op.all, context))
    if isinstance(op, operator.AnyOf):
        return any(may_hold(part, context) for part in cheapest_first(op.any, context))
    if isinstance(op, operator.Not):
        return not surely_holds(op.not_, context)
    if isinstance(op, operator.DefinitionOp) and op.definition not in context.memory.definitions:
        return may_hold(context.knowledge.definitions[op.definition].test, context)
    return operators.evaluate(op, context).readings.broad is not Truth.NO


def may_hold_of(op: Any, context: Context) -> bool:
    """Whether an operator may hold for some source and step, as far as what is released decides it by itself."""
    if isinstance(op, operator.AllOf):
        return all(may_hold_of(part, context) for part in op.all)
    if isinstance(op, operator.AnyOf):
        return any(may_hold_of(part, context) for part in op.any)
    if isinstance(op, operator.DefinitionOp):
        return may_hold_of(context.knowledge.definitions[op.definition].test, context)
    if isinstance(op, operator.FactOp) and of_target_alone(op):
        return operators.evaluate(op, context).readings.broad is not Truth.NO
    return True


def surely_holds(op: Any, context: Context) -> bool:
    """Whether an operator holds on the narrow reading, whatever is not known."""
    if isinstance(op, operator.AllOf):
        return all(surely_holds(part, context) for part in cheapest_first(op.all, context))
    if isinstance(op, operator.AnyOf):
        return any(surely_holds(part, context) for part in cheapest_first(op.any, context))
    if isinstance(op, operator.Not):
        return not may_hold(op.not_, context)
    if isinstance(op, operator.DefinitionOp) and op.definition not in context.memory.definitions:
        return surely_holds(context.knowledge.definitions[op.definition].test, context)
    return operators.evaluate(op, context).readings.narrow is Truth.YES


def readings_of(op: Any, context: Context) -> Readings:
    """What an operator comes to on each reading, and no more."""
    if isinstance(op, operator.AllOf | operator.AnyOf):
        return _joined(op, context)
    if isinstance(op, operator.Not):
        return ~readings_of(op.not_, context)
    if isinstance(op, operator.ByReading):
        narrow, plain, broad = op.readings.narrow, op.readings.plain, op.readings.broad
        return Readings.of(
            readings_of(narrow, context).narrow,
            readings_of(plain, context).plain,
            readings_of(broad, context).broad,
        )
    if isinstance(op, operator.DefinitionOp) and op.definition not in context.memory.definitions:
        return readings_of(context.knowledge.definitions[op.definition].test, context)
    return operators.evaluate(op, context).readings


def _joined(op: operator.AllOf | operator.AnyOf, context: Context) -> Readings:
    """All of some operators or any of them, until one settles it."""
    every = isinstance(op, operator.AllOf)
    found, settled = (ALWAYS, NEVER) if every else (NEVER, ALWAYS)
    for part in cheapest_first(op.all if isinstance(op, operator.AllOf) else op.any, context):
        readings = readings_of(part, context)
        found = found & readings if every else found | readings
        if found is settled:
            break
    return found


def cheapest_first(parts: Sequence[Any], context: Context) -> Sequence[Any]:
    """Operators in the order of what they cost; worked out once."""
    known = context.memory.orders
    # By identity: rules live as long as the evaluation.
    found = known.get(id(parts))
    if found is None:
        found = known[id(parts)] = sorted(parts, key=lambda part: cost(part, context))
    return found


def cost(op: Any, context: Context) -> int:
    """About how long an operator takes: what is the same for a whole release takes nothing, texts take longest."""
    if isinstance(op, operator.FactOp):
        return 0 if op.fact.startswith(("release.", "model.", "publisher.")) else 2
    if isinstance(op, operator.DefinitionOp):
        return cost(context.knowledge.definitions[op.definition].test, context)
    if isinstance(op, operator.AllOf | operator.AnyOf):
        return sum(cost(part, context) for part in (op.all if isinstance(op, operator.AllOf) else op.any))
    if isinstance(op, operator.Not):
        return cost(op.not_, context)
    if isinstance(op, operator.ByReading):
        return sum(cost(part, context) for part in (op.readings.narrow, op.readings.plain, op.readings.broad))
    return _COSTS.get(type(op), 3)


_COSTS: dict[type, int] = {
    operator.ConstantOp: 0,
    operator.PartyOp: 1,
    operator.LineageOp: 6,
    operator.InForceOp: 20,
}
