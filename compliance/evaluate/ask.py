"""One rule put to one context: its elements, whether it bites on each reading, and the text it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from compliance.evaluate.clauses import Standing, in_force
from compliance.evaluate.context import Context, Outcome
from compliance.evaluate.operators import evaluate
from compliance.model.finding import ElementResult, MissingFact
from compliance.model.reasons import reasons_of
from compliance.model.rule import Rule
from compliance.model.truth import ALWAYS, Readings, Truth

IN_FORCE = "in-force"
LICENCE_APPLIES = "licence-applies"


@dataclass(frozen=True, slots=True)
class Asked:
    """The result of one rule in one context."""

    elements: tuple[ElementResult, ...]
    bites: Readings
    standing: Standing | None
    context: Context

    @property
    def applicable(self) -> bool:
        """Whether the text governed at all; a rule whose text did not is not put."""
        return self.standing is None or self.standing.truth is not Truth.NO

    @property
    def missing(self) -> tuple[MissingFact, ...]:
        """Facts that leave the result undecided."""
        if self.bites.decided:
            return ()
        facts = (
            fact for element in self.elements if not element.readings.decided for fact in element.missing
        )
        return tuple(dict.fromkeys(facts))


def contribution(element: ElementResult) -> Readings:
    """What an element gives to the conjunction: an exception counts negated, with the readings changed over."""
    return ~element.readings if element.exception else element.readings


def ask(rule: Rule, context: Context) -> Asked:
    """Evaluate every element of the rule in the context."""
    standing: Standing | None = None
    elements: list[ElementResult] = []
    for name, exception, op in parts_of(rule, context):
        if op == IN_FORCE:
            outcome, standing = in_force_of(rule, context)
        else:
            outcome = outcome_of(op, context)
        because = _because(rule, name, outcome, context)
        elements.append(
            ElementResult(name, exception, outcome.readings, outcome.sentence, outcome.missing, because)
        )
    return Asked(tuple(elements), bites_of(elements), standing, context)


def parts_of(rule: Rule, context: Context) -> Iterator[tuple[str, bool, Any]]:
    """Name, whether it is an exception, and operator of every element; the words of those that each rule has."""
    if (
        context.source is not None
        and rule.about.source is not None
        and context.selection.selects(rule.about.source, context.source) is Truth.UNKNOWN
    ):
        yield LICENCE_APPLIES, False, LICENCE_APPLIES
    if rule.cites:
        yield IN_FORCE, rule.norm == "permission", IN_FORCE
    yield from ((name, False, op) for name, op in rule.when.items())
    yield from ((name, True, op) for name, op in rule.unless.items())


def outcome_of(op: Any, context: Context) -> Outcome:
    """How one element other than the text in force comes out."""
    return _unsettled_licence(context) if op == LICENCE_APPLIES else evaluate(op, context)


def in_force_of(rule: Rule, context: Context) -> tuple[Outcome, Standing]:
    """Whether one of the cited clauses stood, and the clause records behind it."""
    return in_force(context, rule.cites, rule.time, whole=rule.norm == "permission")


def _because(rule: Rule, name: str, outcome: Outcome, context: Context) -> tuple[tuple[str, str], ...]:
    """The words that allow each reading, where the readings of the element differ."""
    if len(set(outcome.readings)) == 1:
        return ()
    return reasons_of(rule, name, context.knowledge.definitions).of()


def _unsettled_licence(context: Context) -> Outcome:
    source = context.source
    assert source is not None
    question = context.ask("source.license", source.id, source.name)
    answer = context.assumed.get(question.key)
    truth = answer if isinstance(answer, Truth) else Truth.UNKNOWN
    return Outcome(
        Readings.same(truth), f"it is not settled which licence governs {source.name}", (question,)
    )


def bites_of(elements: Iterable[ElementResult]) -> Readings:
    """All elements hold and no exception lifts them."""
    readings = ALWAYS
    for element in elements:
        readings = readings & contribution(element)
    return readings
