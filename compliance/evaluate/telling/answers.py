"""What answers to missing facts would make of a rule, in one context and in all the contexts of a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from compliance.evaluate.ask import (
    IN_FORCE,
    LICENCE_APPLIES,
    Asked,
    Part,
    contribution,
    in_force_of,
    order_of,
    outcome_of,
)
from compliance.evaluate.conditions.cheaply import readings_of
from compliance.evaluate.context import Context
from compliance.model.answered.finding import ElementResult
from compliance.model.packs import operator
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import ALWAYS, NEVER, Readings, Truth


class Waiting:
    """One rule in the contexts where it was asked, by the facts for which each of them waits.

    A fact of one step is looked at in the contexts of that step alone, so that a finding of many steps takes time in
    their number and not in its square.
    """

    def __init__(self, rule: Rule, put: Sequence[Asked]) -> None:
        """Note who waits for what, and what every context came to without an answer."""
        self._rule, self._put = rule, put
        self._by_key: dict[str, dict[int, None]] = {}
        self._held = [tuple(asked.bites if asked.applicable else NEVER) for asked in put]
        for number, asked in enumerate(put):
            for key in (*_of_access(asked.context), *_waited_for(asked)):
                self._by_key.setdefault(key, {})[number] = None
        self._counts = [Counter(truths) for truths in zip(*self._held, strict=True)]

    def merged(self, answers: Mapping[str, object]) -> Readings:
        """Whether the rule bites in any of the contexts, with some missing facts answered."""
        again = {number for key in answers for number in self._by_key.get(key, ())}
        readings = self._others(again)
        for number in sorted(again):
            readings = readings | answered(self._rule, self._put[number], answers)
            if readings.narrow is Truth.YES:
                break
        return readings

    def _others(self, again: set[int]) -> Readings:
        """Whether it bites in a context that waits for none of the answers."""
        out = [Counter(self._held[number][place] for number in again) for place in range(3)]
        left = (counts - gone for counts, gone in zip(self._counts, out, strict=True))
        return Readings(*(max(truths, default=Truth.NO) for truths in left))


def _of_access(context: Context) -> tuple[str, ...]:
    """Keys of the facts that decide which texts governed, for whatever element looks at a clause."""
    source, step = context.source, context.step
    of_source = (f"source.route@{source.id}", f"source.plan@{source.id}") if source else ()
    return (*of_source, f"step.period@{step.id}") if step else of_source


def _waited_for(asked: Asked) -> set[str]:
    """Keys of the facts that elements wait for."""
    if not asked.applicable or asked.bites.broad is Truth.NO:
        return set()
    return {
        fact.key for element in asked.elements if not element.readings.decided for fact in element.missing
    }


def answered(rule: Rule, asked: Asked, answers: Mapping[str, object]) -> Readings:
    """Whether the rule bites in a context where it was asked, with some missing facts answered.

    An answer changes nothing that was decided without it, so that only elements are looked at again that wait for it;
    those on access may say that another text governed altogether, so that whatever looks at texts is, too.
    """
    readings, again = _left_open(asked, tuple(answers))
    if not again:
        return readings
    context = asked.context.assuming(answers)
    for number in again:
        found = _of_element(rule, asked.parts[number], context)
        if found is None:
            return NEVER
        readings = readings & found
        if readings.broad is Truth.NO:
            return NEVER
    return readings


def _left_open(asked: Asked, keys: tuple[str, ...]) -> tuple[Readings, tuple[int, ...]]:
    """What stands whatever the answers about some facts are, and the elements to look at again, the cheapest first."""
    found = asked.left_open.get(keys)
    if found is None:
        found = asked.left_open[keys] = _sorted_out(asked, frozenset(keys))
    return found


def _sorted_out(asked: Asked, keys: frozenset[str]) -> tuple[Readings, tuple[int, ...]]:
    of_access = not keys.isdisjoint(_of_access(asked.context))
    if not of_access and (not asked.applicable or asked.bites.broad is Truth.NO):
        return NEVER, ()
    waits = [
        (of_access and _looks_at_access(op, asked.context)) or _waits(asked.element(number), keys)
        for number, (_, _, op) in enumerate(asked.parts)
    ]
    if not any(waits):
        return asked.bites, ()
    readings = ALWAYS
    for number, again in enumerate(waits):
        readings = readings if again else readings & contribution(asked.element(number))
    if readings.broad is Truth.NO:
        return NEVER, ()
    return readings, tuple(number for number in order_of(asked) if waits[number])


def _of_element(rule: Rule, part: Part, context: Context) -> Readings | None:
    """What an element gives to the conjunction; None where the text did not govern at all."""
    _, exception, op = part
    if op == IN_FORCE:
        outcome, standing = in_force_of(rule, context)
        if standing.truth is Truth.NO:
            return None
        found = outcome.readings
    else:
        found = outcome_of(op, context).readings if op == LICENCE_APPLIES else readings_of(op, context)
    return ~found if exception else found


_ACCESS = frozenset(("source.route", "source.plan", "step.period"))
"""Facts that decide which texts governed."""


def _looks_at_access(op: Any, context: Context) -> bool:
    """Whether an element looks at a text that governed, or at what decides which one did; worked out once."""
    known = context.memory.looks_at_access
    # By identity: rules live as long as the evaluation.
    found = known.get(id(op))
    if found is None:
        found = known[id(op)] = op == IN_FORCE or any(
            isinstance(node, operator.InForceOp)
            or (isinstance(node, operator.FactOp) and not _ACCESS.isdisjoint(node.facts))
            for node in context.knowledge.nodes(op)
        )
    return found


def _waits(element: ElementResult, keys: frozenset[str]) -> bool:
    return not element.readings.decided and any(fact.key in keys for fact in element.missing)
