"""The operators: each gives a truth per reading, the sentence that explains it, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from compliance.evaluate import clauses
from compliance.evaluate.compare import compare
from compliance.evaluate.context import Context, Outcome
from compliance.evaluate.licence import conflict, licence
from compliance.model import operator
from compliance.model.finding import MissingFact
from compliance.model.reach import Reach
from compliance.model.rule import Cite
from compliance.model.truth import NEVER, Readings, Truth


def evaluate(op: Any, context: Context) -> Outcome:
    """Evaluate one operator of the closed union in a context."""
    return _OPERATORS[type(op)](op, context)


def _all(op: operator.AllOf, context: Context) -> Outcome:
    parts = [evaluate(part, context) for part in op.all]
    readings = parts[0].readings
    for part in parts[1:]:
        readings = readings & part.readings
    decisive = [p for p in parts if p.readings.plain is Truth.NO] if readings.plain is Truth.NO else parts
    return _join(readings, decisive, parts, " and ")


def _any(op: operator.AnyOf, context: Context) -> Outcome:
    parts = [evaluate(part, context) for part in op.any]
    readings = parts[0].readings
    for part in parts[1:]:
        readings = readings | part.readings
    decisive = [p for p in parts if p.readings.plain is Truth.YES] if readings.plain is Truth.YES else parts
    return _join(readings, decisive, parts, " or ")


def _join(readings: Readings, decisive: list[Outcome], parts: list[Outcome], word: str) -> Outcome:
    sentence = word.join(dict.fromkeys(part.sentence for part in decisive if part.sentence))
    return Outcome(readings, sentence, open_facts(readings, parts))


def open_facts(readings: Readings, parts: list[Outcome]) -> tuple[MissingFact, ...]:
    """The missing facts of those parts that leave the whole undecided."""
    if readings.decided:
        return ()
    return tuple(dict.fromkeys(fact for part in parts if not part.readings.decided for fact in part.missing))


def _not(op: operator.Not, context: Context) -> Outcome:
    inner = evaluate(op.not_, context)
    return Outcome(~inner.readings, inner.sentence, inner.missing)


def _by_reading(op: operator.ByReading, context: Context) -> Outcome:
    parts = [evaluate(part, context) for part in (op.readings.narrow, op.readings.plain, op.readings.broad)]
    readings = Readings.of(parts[0].readings.narrow, parts[1].readings.plain, parts[2].readings.broad)
    return Outcome(readings, _speaking(readings, parts), open_facts(readings, parts))


def _speaking(readings: Readings, parts: list[Outcome]) -> str:
    """The sentence of the plain reading, or of the one that makes the difference."""
    if readings.plain is Truth.NO and readings.broad is not Truth.NO:
        return f"{parts[1].sentence}; furthest reading: {parts[2].sentence}"
    return parts[1].sentence


def _reach(op: operator.ReachOp, context: Context) -> Outcome:
    source = context.source
    name = source.name if source else "the source"
    return _reached(op.reach, dict(context.classes), name, context, context.step.id if context.step else "")


def _lineage(op: operator.LineageOp, context: Context) -> Outcome:
    test = op.lineage
    merged: dict[Reach, Truth] = {}
    names: list[str] = []
    for key, classes in context.reaches.items():
        if test.other and context.source is not None and key == context.source.id:
            continue
        artifact = context.lineage.artifacts[key]
        chosen = context.selection.selects(test.from_, artifact)
        if chosen is not Truth.NO:
            names.append(artifact.name)
            for reach, truth in classes.items():
                merged[reach] = max(merged.get(reach, Truth.NO), min(truth, chosen))
    return _reached(test.reach, merged, ", ".join(dict.fromkeys(names)) or "no such artifact", context, "")


def _reached(
    sets: operator.ReachSets, classes: dict[Reach, Truth], name: str, context: Context, step: str
) -> Outcome:
    key = f"step.role@{step}"
    if key in context.assumed and isinstance(context.assumed[key], Truth):
        settled = context.assumed[key]
        classes = {c: t if t is not Truth.UNKNOWN else settled for c, t in classes.items()}  # type: ignore[misc]
    truths = [max((classes.get(c, Truth.NO) for c in given), default=Truth.NO) for given in _each(sets)]
    readings = Readings(*truths)
    missing = (context.ask("step.role", step, f"step {step}"),) if not readings.decided and step else ()
    return Outcome(readings, _reach_sentence(readings, classes, name, context.target.artifact.name), missing)


def _each(sets: operator.ReachSets) -> tuple[tuple[Reach, ...], ...]:
    return sets.narrow, sets.plain, sets.broad


REACH_WORDS: dict[str, str] = {
    "itself": "{target} is {source} itself",
    "copy": "{target} holds content written by {source}",
    "student": "{target} is trained on content of {source}",
    "descendant": "{target} descends from {source} over a further generation",
    "derivative": "{target} shares weights with {source}",
    "signal": "{source} shaped {target} only by labels, scores or selection",
}


def _reach_sentence(readings: Readings, classes: dict[Reach, Truth], source: str, target: str) -> str:
    present = [c for c in REACH_WORDS if classes.get(c, Truth.NO) is not Truth.NO]  # type: ignore[call-overload]
    if not present:
        return f"{source} does not reach {target}"
    words = [REACH_WORDS[c].format(source=source, target=target) for c in present]
    open_ones = [c for c in present if classes[c] is Truth.UNKNOWN]  # type: ignore[index]
    return "; ".join(words) + (" (not settled)" if len(open_ones) == len(present) else "")


def _party(op: operator.PartyOp, context: Context) -> Outcome:
    name = context.party.name if context.party else "whoever takes the release"
    roles = {context.role}
    if context.role in op.party:
        return Outcome(Readings.same(Truth.YES), f"{name} {_ROLE_WORDS[context.role]}")
    if (
        "affiliate" in op.party
        and context.role == "releaser"
        and context.entry is not None
        and context.step is not None
    ):
        caller = context.lineage.party(context.step.by)
        affiliate = {"yes": Truth.YES, "no": Truth.NO, "unknown": Truth.NO}[caller.affiliate]
        if affiliate is Truth.YES:
            return Outcome(Readings.same(affiliate), f"{caller.name} belongs to the group of {name}")
    words = " or ".join(_ROLE_NOUNS[role] for role in op.party)
    return Outcome(NEVER, f"{name} {_ROLE_WORDS[roles.pop()]}, and is not {words}")


_ROLE_WORDS = {
    "caller": "performed the step",
    "releaser": "publishes the release, others performed the step",
    "recipient": "only takes the release",
}
_ROLE_NOUNS = {
    "caller": "who performed the step",
    "affiliate": "an affiliate of theirs",
    "releaser": "the publisher",
    "recipient": "a recipient",
}


def _in_force(op: operator.InForceOp, context: Context) -> Outcome:
    cite = Cite(instrument=op.in_force.instrument, clause=op.in_force.clause)
    return clauses.in_force(context, (cite,), op.in_force.at)[0]


def _definition(op: operator.DefinitionOp, context: Context) -> Outcome:
    return evaluate(context.knowledge.definitions[op.definition].test, context)


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
