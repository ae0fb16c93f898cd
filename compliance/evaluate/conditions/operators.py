"""The operators: each gives a truth per reading, the sentence that explains it, and what is missing."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Set
from types import MappingProxyType
from typing import Any

from compliance.evaluate.conditions.compare import compare
from compliance.evaluate.conditions.facts import as_truth
from compliance.evaluate.conditions.licence import conflict, licence
from compliance.evaluate.context import Context, Outcome
from compliance.evaluate.reaching.reach import unsettled_steps
from compliance.evaluate.step_names import asked_input
from compliance.evaluate.texts import clauses
from compliance.model.answered.finding import MissingFact
from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Party
from compliance.model.packs import operator
from compliance.model.packs.reach import Reach
from compliance.model.packs.rule import Cite
from compliance.model.packs.truth import ALWAYS, NEVER, Readings, Truth
from compliance.values import later


def evaluate(op: Any, context: Context) -> Outcome:
    """Evaluate one operator of the closed union in a context."""
    return _OPERATORS[type(op)](op, context)


def _all(op: operator.AllOf, context: Context) -> Outcome:
    parts = [evaluate(part, context) for part in op.all]
    readings = parts[0].readings
    for part in parts[1:]:
        readings = readings & part.readings
    return _join(readings, parts, Truth.NO, " and ")


def _any(op: operator.AnyOf, context: Context) -> Outcome:
    parts = [evaluate(part, context) for part in op.any]
    readings = parts[0].readings
    for part in parts[1:]:
        readings = readings | part.readings
    return _join(readings, parts, Truth.YES, " or ")


def _shortest(parts: list[Outcome], truth: Truth) -> list[Outcome]:
    """Of the parts that decide by themselves, the one that is told in the fewest words."""
    return sorted((p for p in parts if p.readings.plain is truth), key=lambda p: len(p.sentence))[:1]


def _join(readings: Readings, parts: list[Outcome], decides: Truth, word: str) -> Outcome:
    """What the parts come to; one that decides by itself is told alone, as what is open is."""

    def joined() -> str:
        decisive = _shortest(parts, decides) if readings.plain is decides else parts
        if readings.plain is Truth.UNKNOWN:
            past = NEVER if decides is Truth.YES else ALWAYS
            decisive = [part for part in parts if part.readings != past]
        return word.join(dict.fromkeys(part.sentence for part in decisive if part.sentence))

    return Outcome(readings, later(joined), open_facts(readings, parts))


def open_facts(readings: Readings, parts: list[Outcome]) -> tuple[MissingFact, ...]:
    """The missing facts of those parts that leave the whole undecided."""
    if readings.decided:
        return ()
    return tuple(dict.fromkeys(fact for part in parts if not part.readings.decided for fact in part.missing))


def _not(op: operator.Not, context: Context) -> Outcome:
    inner = evaluate(op.not_, context)
    return Outcome(~inner.readings, later(lambda: inner.sentence), inner.missing)


def _by_reading(op: operator.ByReading, context: Context) -> Outcome:
    parts = [evaluate(part, context) for part in (op.readings.narrow, op.readings.plain, op.readings.broad)]
    readings = Readings.of(parts[0].readings.narrow, parts[1].readings.plain, parts[2].readings.broad)
    return Outcome(readings, later(lambda: _speaking(readings, parts)), open_facts(readings, parts))


def _speaking(readings: Readings, parts: list[Outcome]) -> str:
    """The sentence of the plain reading, or of the one that makes the difference."""
    if readings.plain is Truth.NO and readings.broad is not Truth.NO:
        return f"{parts[1].sentence}; furthest reading: {parts[2].sentence}"
    return parts[1].sentence


def _reach(op: operator.ReachOp, context: Context) -> Outcome:
    name = context.source.name if context.source else "the source"
    starts = {context.entry.target} if context.entry else set()
    classes = dict(context.classes)
    return _reached(op.reach, classes, name, context, _roles(context, starts, classes))


def _lineage(op: operator.LineageOp, context: Context) -> Outcome:
    """What reaches the target is the same for every source of it, but for the one that `other` leaves out."""
    other = context.source.id if op.lineage.other and context.source is not None else None
    told = context.memory.of_target.get((id(op), other))
    if told is None:
        told = _among_lineage(op, context)
        if told.readings.decided and not context.assumed:
            context.memory.of_target[id(op), other] = told
    return told


def _among_lineage(op: operator.LineageOp, context: Context) -> Outcome:
    test = op.lineage
    merged: dict[Reach, Truth] = {}
    by_reach: dict[Reach, list[str]] = {}
    chosen_ones: list[Artifact] = []
    asked: list[MissingFact] = []
    selected = context.selection.selected(test.from_)
    for key, classes in context.reaches.items() if selected else ():
        if key not in selected or (test.other and context.source is not None and key == context.source.id):
            continue
        artifact = selected[key]
        chosen = context.selection.selects(test.from_, artifact)
        if chosen is Truth.UNKNOWN:
            asked.append(context.ask("source.license", artifact.id, artifact.name))
            answer = context.assumed.get(asked[-1].key)
            chosen = answer if isinstance(answer, Truth) else chosen
        if chosen is not Truth.NO:
            chosen_ones.append(artifact)
            for reach, truth in classes.items():
                merged[reach] = max(merged.get(reach, Truth.NO), min(truth, chosen))
                by_reach.setdefault(reach, []).append(artifact.name)
    nobody = ", ".join(dict.fromkeys(artifact.name for artifact in chosen_ones)) or NOBODY
    named = {reach: ", ".join(dict.fromkeys(names)) for reach, names in by_reach.items()}
    starts: set[int] = set()
    if Truth.UNKNOWN in merged.values():
        ids = {artifact.id for artifact in chosen_ones}
        starts = {node for node, (key, _) in enumerate(context.lineage.versions) if key in ids}
    return _reached(test.reach, merged, nobody, context, (*asked, *_roles(context, starts, merged)), named)


def _roles(context: Context, starts: Set[int], classes: Mapping[Reach, Truth]) -> tuple[MissingFact, ...]:
    if Truth.UNKNOWN not in classes.values():
        return ()
    known = context.memory.standings
    key = ("unsettled", id(context.entry), frozenset(starts), context.target.node)
    if key not in known:
        known[key] = unsettled_steps(context.lineage, context.entry, starts, context.target.node)
    steps: tuple[str, ...] = known[key]
    return tuple(_open_input(context, step) for step in steps)


def _open_input(context: Context, step: str) -> MissingFact:
    """The question that would settle what a step read: which of several things, or in which role."""
    known, key = context.memory.standings, ("open input", step)
    if key not in known:
        known[key] = asked_input(context, step)
    asked: MissingFact = known[key]
    return asked


def _reached(
    sets: operator.ReachSets,
    classes: dict[Reach, Truth],
    name: str,
    context: Context,
    open_: tuple[MissingFact, ...],
    named: Mapping[Reach, str] = MappingProxyType({}),
) -> Outcome:
    answers = {context.assumed.get(question.key) for question in open_ if question.fact in _INPUT_FACTS}
    if len(answers) == 1 and isinstance(settled := answers.pop(), Truth):
        classes = {c: t if t is not Truth.UNKNOWN else settled for c, t in classes.items()}
    readings = Readings(*(max((classes.get(c, Truth.NO) for c in s), default=Truth.NO) for s in _each(sets)))
    target = context.target.artifact
    sentence = later(lambda: _reach_sentence(classes, name, named, target))
    return Outcome(readings, sentence, () if readings.decided else open_)


_INPUT_FACTS = ("step.role", "step.one_of")


def _each(sets: operator.ReachSets) -> tuple[tuple[Reach, ...], ...]:
    return sets.narrow, sets.plain, sets.broad


NOBODY = "no such artifact"
REACH_WORDS: dict[str, str] = {
    "itself": "{target} is {source} itself",
    "copy": "{target} holds content written by {source}",
    "student": "{target} is trained on content of {source}",
    "descendant": "{target} descends from {source} over a further generation",
    "derivative": "{target} shares weights with {source}",
    "signal": "{source} shaped {target} only by labels, scores or selection",
    "loaded": "{target} makes its user load {source} and holds none of it",
}


_WITHOUT_WEIGHTS = {"derivative": "{target} is built on {source}"}
"""How it is said of what holds no weights: a program that calls a service, or has a model or a library inside."""


def _way(reach: str, source: str, target: Artifact) -> str:
    if reach == "itself" and source == target.name:
        return f"{target.name} is what is released"
    words = REACH_WORDS if target.kind == "model" else {**REACH_WORDS, **_WITHOUT_WEIGHTS}
    return words[reach].format(source=source, target=target.name)


def _reach_sentence(
    classes: Mapping[Reach, Truth], source: str, named: Mapping[Reach, str], target: Artifact
) -> str:
    """How the source reaches the target; `named` are those of several sources that do so by each class."""
    present = [c for c in REACH_WORDS if classes.get(c, Truth.NO) is not Truth.NO]  # type: ignore[call-overload]
    if not present:
        return (
            f"no such artifact reaches {target.name}"
            if source == NOBODY
            else f"{source} does not reach {target.name}"
        )
    words = [_way(c, named.get(c, source), target) for c in present]  # type: ignore[call-overload]
    open_ones = [c for c in present if classes[c] is Truth.UNKNOWN]  # type: ignore[index]
    return "; ".join(words) + (" (not settled)" if len(open_ones) == len(present) else "")


def _party(op: operator.PartyOp, context: Context) -> Outcome:
    name = context.party.name if context.party else "whoever takes the release"
    said = f"{name} {_ROLE_WORDS[context.role]}"
    if context.role in op.party:
        return Outcome(Readings.same(Truth.YES), said)
    if (
        "affiliate" in op.party
        and context.role == "releaser"
        and context.entry is not None
        and context.step is not None
    ):
        caller = context.lineage.party(context.step.by)
        if caller.affiliate == "yes":
            return Outcome(
                Readings.same(Truth.YES), later(lambda: f"{caller.name} belongs to the group of {name}")
            )
        # An affiliation that nobody claims is none; one that is written as unknown is asked.
        if caller.affiliate == "unknown" and "affiliate" in caller.model_fields_set:
            return _affiliation(caller, name, context)
    return Outcome(NEVER, said)


def _affiliation(caller: Party, name: str, context: Context) -> Outcome:
    question = context.ask("party.affiliate", caller.name, caller.name)
    truth = as_truth(context.assumed.get(question.key)) or Truth.UNKNOWN
    said = later(lambda: f"whether {caller.name} belongs to the group of {name} is not known")
    return Outcome(Readings.same(truth), said, (question,))


_ROLE_WORDS = {
    "caller": "performed the step",
    "releaser": "publishes the release, others performed the step",
    "recipient": "only takes the release",
}


def _in_force(op: operator.InForceOp, context: Context) -> Outcome:
    cites = _cited(op.in_force.instrument, op.in_force.clause)
    return clauses.in_force(context, cites, op.in_force.at)[0]


@functools.cache
def _cited(instrument: str, clause: str) -> tuple[Cite, ...]:
    return (Cite(instrument=instrument, clause=clause),)


def _definition(op: operator.DefinitionOp, context: Context) -> Outcome:
    found = context.memory.definitions.get(op.definition)
    if found is None:
        found = evaluate(context.knowledge.definitions[op.definition].test, context)
        context.memory.definitions[op.definition] = found
    return found


def _constant(op: operator.ConstantOp, context: Context) -> Outcome:
    truth = Truth[op.always.upper()]
    missing = (MissingFact("rule.text", op.because[:60], op.because),) if truth is Truth.UNKNOWN else ()
    return Outcome(Readings.same(truth), op.because, missing)


_OPERATORS: dict[type, Callable[[Any, Context], Outcome]] = {
    operator.AllOf: _all,
    operator.AnyOf: _any,
    operator.Not: _not,
    operator.ByReading: _by_reading,
    operator.ReachOp: _reach,
    operator.LineageOp: _lineage,
    operator.FactOp: compare,
    operator.PartyOp: _party,
    operator.LicenceOp: licence,
    operator.ConflictOp: conflict,
    operator.InForceOp: _in_force,
    operator.DefinitionOp: _definition,
    operator.ConstantOp: _constant,
}
