"""One rule put to one context: its elements, whether it bites on each reading, and the text it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from compliance.evaluate.clauses import Standing, in_force
from compliance.evaluate.context import Context, Outcome
from compliance.evaluate.operators import evaluate
from compliance.model.finding import ElementResult, MissingFact
from compliance.model.reasons import reasons_of
from compliance.model.rule import Rule
from compliance.model.truth import ALWAYS, NEVER, Readings, Truth
from compliance.values import dataclass

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
    for name, exception, op in _parts(rule, context):
        if op == IN_FORCE:
            outcome, standing = _in_force(rule, context)
        else:
            outcome = _outcome(op, context)
        because = _because(rule, name, outcome, context)
        elements.append(
            ElementResult(name, exception, outcome.readings, outcome.sentence, outcome.missing, because)
        )
    return Asked(tuple(elements), bites_of(elements), standing, context)


def _parts(rule: Rule, context: Context) -> Iterator[tuple[str, bool, Any]]:
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


def _outcome(op: Any, context: Context) -> Outcome:
    return _unsettled_licence(context) if op == LICENCE_APPLIES else evaluate(op, context)


def _in_force(rule: Rule, context: Context) -> tuple[Outcome, Standing]:
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


_OF_ACCESS = ("source.route", "source.plan", "step.period")
"""Facts that decide which texts governed, for whatever element looks at a clause."""


def answered(rule: Rule, asked: Asked, answers: Mapping[str, object]) -> Readings:
    """Whether the rule bites in a context where it was asked, with some missing facts answered.

    An answer changes nothing that was decided without it, so that only elements are looked at again that wait for it;
    those on access may say that another text governed altogether.
    """
    of_access = any(key.partition("@")[0] in _OF_ACCESS for key in answers)
    waits = [
        of_access or (not e.readings.decided and any(fact.key in answers for fact in e.missing))
        for e in asked.elements
    ]
    if not asked.applicable and not of_access:
        return NEVER
    if not any(waits):
        return asked.bites
    context, readings = asked.context.assuming(answers), ALWAYS
    parts = zip(asked.elements, waits, _parts(rule, asked.context), strict=True)
    for element, again, (_, exception, op) in parts:
        found = element.readings
        if again and op == IN_FORCE:
            outcome, standing = _in_force(rule, context)
            if standing.truth is Truth.NO:
                return NEVER
            found = outcome.readings
        elif again:
            found = _outcome(op, context).readings
        readings = readings & (~found if exception else found)
    return readings


def merged(rule: Rule, put: Sequence[Asked], answers: Mapping[str, object]) -> Readings:
    """Whether the rule bites in any of the contexts where it was asked, with some missing facts answered."""
    readings = NEVER
    for asked in put:
        readings = readings | answered(rule, asked, answers)
    return readings
