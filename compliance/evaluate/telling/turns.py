"""What an answer turns on: the smallest sets of readings and of missing facts that flip it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from compliance.evaluate.ask import Asked, contribution
from compliance.evaluate.conditions.limits_of_rules import by_limits
from compliance.evaluate.context import Context
from compliance.evaluate.telling.answers import Waiting
from compliance.model.answered.finding import Answered, MissingFact, Turn
from compliance.model.declared.answerable import answerable
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import SCALE, Position, Readings, Truth, position_of, position_range

MAX_PAIRED = 6
"""Facts that are tried in pairs when no single one decides."""


def by_reading(asked: Asked) -> tuple[Turn, ...]:
    """Sets of elements whose reading flips a decided position."""
    position = position_of(asked.bites)
    if position not in (Position.ARGUABLE, Position.REMOTE):
        return ()
    parts = {element.name: contribution(element) for element in asked.elements}
    if position is Position.ARGUABLE:
        apart = [n for n, r in parts.items() if r.narrow is not Truth.YES and r.plain is Truth.YES]
        down = Position.REMOTE if asked.bites.broad is Truth.YES else Position.CLEAR
        turns = [
            Turn("reading", (name,), down, "narrowly") for name in apart if parts[name].narrow is Truth.NO
        ]
        return (*turns, Turn("reading", tuple(apart), Position.BREACH, "broadly"))
    apart = [n for n, r in parts.items() if r.plain is not Truth.YES and r.broad is Truth.YES]
    return (Turn("reading", tuple(apart), Position.ARGUABLE, "broadly"),)


def candidates(context: Context, fact: MissingFact) -> tuple[object, ...]:
    """Answers to try: the words of the catalogue, yes and no, or both outcomes of the comparison."""
    entry = context.knowledge.facts.get(fact.fact)
    if entry is not None and entry.type == "yes-no":
        return ("yes", "no")
    if entry is not None and entry.type == "word" and entry.words:
        return answerable(fact.fact, entry.words, context.lineage, fact.subject)
    return (Truth.YES, Truth.NO)


def by_fact(
    rule: Rule, put: Sequence[Asked], bites: Readings, missing: Sequence[MissingFact]
) -> tuple[tuple[Answered, ...], tuple[Turn, ...]]:
    """For each missing fact where its answers would lead, and the smallest sets of facts that decide."""
    low, high = position_range(bites)
    waiting, context = Waiting(rule, put), put[0].context
    answered, turns = [], []
    for fact in missing:
        results = [waiting.merged({fact.key: value}) for value in candidates(context, fact)]
        ranges = [position_range(result) for result in results]
        best = min((r for r in ranges), key=lambda r: (SCALE.index(r[1]), SCALE.index(r[0])))
        worst = max((r for r in ranges), key=lambda r: (SCALE.index(r[0]), SCALE.index(r[1])))
        led = _by_value(context, fact, ranges) or _by_number(rule, waiting, context, fact)
        answered.append(Answered(fact, _word(best), _word(worst), led))
        settled = dict.fromkeys(low_ for low_, high_ in ranges if low_ is high_)
        turns += [Turn("fact", (fact.key,), position) for position in settled]
    if not turns and len(missing) > 1:
        turns = _pairs(waiting, context, missing) or [
            Turn("fact", tuple(f.key for f in missing), p) for p in (low, high)
        ]
    return tuple(answered), tuple(turns)


def _by_value(
    context: Context, fact: MissingFact, ranges: Sequence[tuple[Position, Position]]
) -> tuple[tuple[str, Position], ...]:
    """Where each answer leads, for facts whose possible answers the catalogue lists; what helps least comes first."""
    values = candidates(context, fact)
    if not all(isinstance(value, str) for value in values):
        return ()
    led = sorted(
        zip(values, ranges, strict=True), key=lambda one: (-SCALE.index(one[1][1]), -SCALE.index(one[1][0]))
    )
    return tuple((str(value), _word(ends)) for value, ends in led)


def _by_number(
    rule: Rule, waiting: Waiting, context: Context, fact: MissingFact
) -> tuple[tuple[str, Position], ...]:
    """Where numbers lead, for a fact that is one."""
    entry = context.knowledge.facts.get(fact.fact)
    if entry is None or entry.type != "number":
        return ()
    return by_limits(
        rule, fact.fact, context, lambda value: _word(position_range(waiting.merged({fact.key: value})))
    )


def _word(ends: tuple[Position, Position]) -> Position:
    return ends[0] if ends[0] is ends[1] else Position.NEEDS_FACTS


def _pairs(waiting: Waiting, context: Context, missing: Sequence[MissingFact]) -> list[Turn]:
    turns: dict[Turn, None] = {}
    for one, two in itertools.combinations(missing[:MAX_PAIRED], 2):
        for a, b in itertools.product(candidates(context, one), candidates(context, two)):
            ends = position_range(waiting.merged({one.key: a, two.key: b}))
            if ends[0] is ends[1]:
                turns[Turn("fact", (one.key, two.key), ends[0])] = None
    return list(turns)
