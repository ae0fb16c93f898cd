"""One rule put to one context: its elements, whether it bites on each reading, and the text it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    outcomes: list[tuple[str, bool, Outcome]] = []
    standing: Standing | None = None
    if context.source is not None and rule.about.source is not None:
        chosen = context.selection.selects(rule.about.source, context.source)
        if chosen is Truth.UNKNOWN:
            outcomes.append((LICENCE_APPLIES, False, _unsettled_licence(context)))
    if rule.cites:
        outcome, standing = in_force(context, rule.cites, rule.time, whole=rule.norm == "permission")
        outcomes.append((IN_FORCE, rule.norm == "permission", outcome))
    outcomes += [(name, False, evaluate(op, context)) for name, op in rule.when.items()]
    outcomes += [(name, True, evaluate(op, context)) for name, op in rule.unless.items()]
    elements = tuple(
        ElementResult(name, exc, o.readings, o.sentence, o.missing, _because(rule, name, o, context))
        for name, exc, o in outcomes
    )
    return Asked(elements, bites_of(elements), standing, context)


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


def bites_of(elements: Sequence[ElementResult]) -> Readings:
    """All elements hold and no exception lifts them."""
    readings = ALWAYS
    for element in elements:
        readings = readings & contribution(element)
    return readings


def merged(rule: Rule, contexts: Sequence[Context], answers: Mapping[str, object]) -> Readings:
    """Whether the rule bites for any of the contexts, with some missing facts answered."""
    readings: Readings | None = None
    for context in contexts:
        asked = ask(rule, context.assuming(answers))
        one = asked.bites if asked.applicable else Readings.same(Truth.NO)
        readings = one if readings is None else readings | one
    assert readings is not None
    return readings
