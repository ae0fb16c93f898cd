"""One rule put to one context: its elements, whether it bites on each reading, and the text it stands on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from compliance.evaluate.conditions.cheaply import cost
from compliance.evaluate.conditions.operators import evaluate
from compliance.evaluate.context import Context, Outcome
from compliance.evaluate.texts.clauses import Standing, in_force
from compliance.evaluate.texts.own_texts import own_texts
from compliance.model.answered.finding import ElementResult, MissingFact
from compliance.model.packs.reasons import reasons_of
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import ALWAYS, Readings, Truth
from compliance.values import dataclass, field, later, replace

IN_FORCE = "in-force"
LICENCE_APPLIES = "licence-applies"


Part = tuple[str, bool, Any]
"""Name of an element, whether it is an exception, and its operator."""


@dataclass(slots=True)
class Asked:
    """The result of one rule in one context; an element that decides nothing is looked at when somebody asks."""

    rule: Rule
    context: Context
    parts: tuple[Part, ...]
    bites: Readings
    standing: Standing | None = None
    left_open: dict[tuple[str, ...], tuple[Readings, tuple[int, ...]]] = field(default_factory=dict)
    """What stands whatever some answers are, and the elements to look at again, by the keys of what is answered."""
    _found: dict[int, ElementResult] = field(default_factory=dict)

    @property
    def applicable(self) -> bool:
        """Whether the text governed at all; a rule whose text did not is not put."""
        return self.standing is None or self.standing.truth is not Truth.NO

    @property
    def elements(self) -> tuple[ElementResult, ...]:
        """Every element, in the order of the rule."""
        return tuple([self.element(number) for number in range(len(self.parts))])

    @property
    def told(self) -> tuple[ElementResult, ...]:
        """Every element with its words composed, which holds on to nothing of the evaluation."""
        return tuple([replace(one, sentence=one.sentence, because=one.because) for one in self.elements])

    @property
    def missing(self) -> tuple[MissingFact, ...]:
        """Facts that leave the result undecided."""
        if self.bites.decided:
            return ()
        facts = (
            fact for element in self.elements if not element.readings.decided for fact in element.missing
        )
        return tuple(dict.fromkeys(facts))

    def element(self, number: int) -> ElementResult:
        """One element."""
        found = self._found.get(number)
        if found is None:
            name, exception, op = self.parts[number]
            # Words that are told later hold on to the context, not to this, which holds them.
            rule, context = self.rule, self.context
            if op == IN_FORCE:
                outcome, self.standing = in_force_of(self.rule, self.context)
            else:
                outcome = outcome_of(op, self.context)
            found = self._found[number] = ElementResult(
                name,
                exception,
                outcome.readings,
                later(lambda: outcome.sentence),
                outcome.missing,
                later(lambda: _because(rule, name, outcome, context)),
            )
        return found


def contribution(element: ElementResult) -> Readings:
    """What an element gives to the conjunction: an exception counts negated, with the readings changed over."""
    return ~element.readings if element.exception else element.readings


def ask(rule: Rule, context: Context) -> Asked:
    """Put the rule: its elements are evaluated until one keeps it from biting on every reading."""
    asked = Asked(rule, context, tuple(parts_of(rule, context)), ALWAYS)
    for number in order_of(asked):
        asked.bites = asked.bites & contribution(asked.element(number))
        if asked.bites.broad is Truth.NO:
            break
    return asked


def order_of(asked: Asked) -> Sequence[int]:
    """The numbers of the elements, the text in force first, since who governs is always told; then the cheapest."""
    known, key = asked.context.memory.orders, (asked.rule.id, len(asked.parts))
    found = known.get(key)
    if found is None:
        costs = [
            -1 if op == IN_FORCE else 0 if op == LICENCE_APPLIES else cost(op, asked.context)
            for _, _, op in asked.parts
        ]
        found = known[key] = sorted(range(len(costs)), key=costs.__getitem__)
    return found


def parts_of(rule: Rule, context: Context) -> Iterator[Part]:
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
    return reasons_of(rule, name, context.knowledge.definitions, texts_of(rule, context)).of()


def texts_of(rule: Rule, context: Context) -> Collection[str]:
    """The texts of a rule that concern the source, where the rule says something of some texts alone."""
    if not rule.besides:
        return ()
    _, stood = in_force_of(rule, context)
    cites = stood.clauses or own_texts(context, rule.cites)
    return {cite.instrument for cite in cites}


def _unsettled_licence(context: Context) -> Outcome:
    source = context.source
    assert source is not None
    question = context.ask("source.license", source.id, source.name)
    answer = context.assumed.get(question.key)
    truth = answer if isinstance(answer, Truth) else Truth.UNKNOWN
    return Outcome(
        Readings.same(truth),
        later(lambda: f"it is not settled which licence governs {source.name}"),
        (question,),
    )
