"""Operators one reading at a time over True, False and None: for the reference evaluator.

Plain recursion over the tree; `not` asks the opposite reading. In force is judged one day at a time. Shared with the
engine: where facts are read, which artifacts a selector means, tests on licences, and the ways of access.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from compliance.evaluate.conditions.licence import conflict, licence
from compliance.evaluate.context import Context
from compliance.evaluate.reference.facts import compares
from compliance.evaluate.texts.clauses import governing_rows, possible_access
from compliance.model.declared.lineage import Period
from compliance.model.names.registry import Governance
from compliance.model.packs import operator
from compliance.model.packs.instrument import Version
from compliance.model.packs.reach import Reach
from compliance.model.packs.rule import Cite
from compliance.model.packs.truth import Truth
from compliance.model.shapes.shape import first_day

Maybe = bool | None
_TERMS = {"provider-terms", "usage-policy"}
_LICENCES = {"model-licence", "data-licence", "code-licence"}


def all_of(values: Iterable[Maybe]) -> Maybe:
    """Kleene's and."""
    given = list(values)
    return False if False in given else None if None in given else True


def any_of(values: Iterable[Maybe]) -> Maybe:
    """Kleene's or."""
    given = list(values)
    return True if True in given else None if None in given else False


def negated(value: Maybe) -> Maybe:
    """Kleene's not."""
    return None if value is None else not value


def maybe(truth: Truth) -> Maybe:
    """Truth as a Python value."""
    return {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}[truth]


def holds(op: Any, context: Context, reading: int) -> Maybe:
    """Whether an operator holds on one reading: 0 narrow, 1 plain, 2 broad."""
    if isinstance(op, operator.AllOf):
        return all_of(holds(part, context, reading) for part in op.all)
    if isinstance(op, operator.AnyOf):
        return any_of(holds(part, context, reading) for part in op.any)
    if isinstance(op, operator.Not):
        return negated(holds(op.not_, context, 2 - reading))
    if isinstance(op, operator.ByReading):
        tests = (op.readings.narrow, op.readings.plain, op.readings.broad)
        return any_of(holds(tests[n], context, n) for n in range(reading + 1))
    if isinstance(op, operator.DefinitionOp):
        return holds(context.knowledge.definitions[op.definition].test, context, reading)
    if isinstance(op, operator.ReachOp):
        return _reached(op.reach, reading, [(True, context.classes)])
    if isinstance(op, operator.LineageOp):
        others = [
            (maybe(context.selection.selects(op.lineage.from_, artifact)), context.reaches.get(key, {}))
            for key, artifact in context.lineage.artifacts.items()
            if not op.lineage.other or context.source is None or key != context.source.id
        ]
        return _reached(op.lineage.reach, reading, others)
    return _holds_alike(op, context)


def _reached(
    sets: operator.ReachSets, reading: int, found: Sequence[tuple[Maybe, Mapping[Reach, Truth]]]
) -> Maybe:
    accepted = (sets.narrow, sets.plain, sets.broad)[reading]
    return any_of(
        all_of((chosen, maybe(classes.get(reach, Truth.NO))))
        for chosen, classes in found
        for reach in accepted
    )


def _holds_alike(op: Any, context: Context) -> Maybe:
    """The operators that are the same on every reading."""
    if isinstance(op, operator.FactOp):
        return compares(op, context)
    if isinstance(op, operator.PartyOp):
        return _party(op, context)
    if isinstance(op, operator.LicenceOp):
        return maybe(licence(op, context).readings.plain)
    if isinstance(op, operator.ConflictOp):
        return maybe(conflict(op, context).readings.plain)
    if isinstance(op, operator.InForceOp):
        cite = Cite(instrument=op.in_force.instrument, clause=op.in_force.clause)
        return stands(context, (cite,), op.in_force.at)
    assert isinstance(op, operator.ConstantOp)
    return {"yes": True, "no": False, "unknown": None}[op.always]


def _party(op: operator.PartyOp, context: Context) -> Maybe:
    if context.role in op.party:
        return True
    if "affiliate" not in op.party or context.role != "releaser" or context.step is None:
        return False
    caller = context.lineage.party(context.step.by)
    if caller.affiliate == "unknown" and "affiliate" in caller.model_fields_set:
        return None
    return caller.affiliate == "yes"


def stands(context: Context, cites: Sequence[Cite], at: str, *, whole: bool = False) -> Maybe:
    """Whether a cited clause stood in the governing texts on the day that counts; `whole`: on each of its days."""
    day = context.as_of if at == "as-of" else context.release_day()
    period = context.step_period() if at == "step" and context.entry is not None else Period(day, day)
    kinds = [i.kind for cite in cites if (i := context.knowledge.instruments.get(cite.instrument))]
    if not _TERMS & set(kinds) or context.source is None or context.source.kind != "service":
        return _stood(_spans(context, cites, None), period, whole)
    ways = list(itertools.product(*possible_access(context)))
    rows = [governing_rows(context, *way) for way in ways]
    possible = [given for given in rows if len(ways) == 1 or any(_overlap(row, period) for row in given)]
    answers = {_stood(_spans(context, cites, given), period, whole) for given in possible}
    return answers.pop() if len(answers) == 1 else None if answers else False


Span = tuple[datetime.date, datetime.date, Version]


def _days(row: Governance) -> tuple[datetime.date, datetime.date]:
    return first_day(row.from_), first_day(row.to) if row.to else datetime.date.max


def _overlap(row: Governance, period: Period) -> bool:
    start, end = _days(row)
    return start <= period.end and period.start < end


def _spans(context: Context, cites: Sequence[Cite], rows: tuple[Governance, ...] | None) -> list[Span]:
    """Days (from, first day after) on which some version of a cited clause applies here."""
    found = []
    owner = context.source.developer if context.source else None
    sites = [site for cite in cites for site in _sites(cite, context)]
    for cite in cites:
        if owner in sites and _sites(cite, context) and owner not in _sites(cite, context):
            continue
        clause = context.knowledge.clause(cite.instrument, cite.clause)
        outer = [(datetime.date.min, datetime.date.max)]
        if rows is not None:
            outer = [_days(row) for row in rows if cite.instrument in row.instruments]
        for version in clause.versions if clause and _concerns(cite, context) else ():
            limits = [(max(a, version.start), min(b, version.end), version) for a, b in outer]
            found += [limit for limit in limits if limit[0] < limit[1]]
    return found


def _sites(cite: Cite, context: Context) -> tuple[str, ...]:
    return context.knowledge.instruments[cite.instrument].sites


def _concerns(cite: Cite, context: Context) -> bool:
    """Of several licences that a rule reads, those count that the source may carry, where any of them is known."""
    licences = context.knowledge.registry.licences
    source = context.source
    ids = (
        {key for option in (source.licences, *source.licence_options) for key in option} if source else set()
    )
    ids |= {one for key in ids if key in licences for one in licences[key].members}
    texts = {licences[key].instrument for key in ids if key in licences and licences[key].instrument}
    kind = context.knowledge.instruments[cite.instrument].kind
    return not texts or kind not in _LICENCES or cite.instrument in texts


def _stood(spans: list[Span], period: Period, whole: bool) -> Maybe:
    """A stated period is met by any of its days; an unstated one, and a whole one, by what all its days agree on."""
    turns = {day for start, end, _ in spans for day in (start, end) if period.start < day <= period.end}
    answers = {_stood_on(spans, day) for day in (period.start, *turns)}
    if period.stated and not whole:
        return any_of(answers)
    return answers.pop() if len(answers) == 1 else None


def _stood_on(spans: list[Span], day: datetime.date) -> Maybe:
    """A day without held text: stood if a held text stands before and after, else not known, or not in force."""
    covering = [version for start, end, version in spans if start <= day < end]
    before = [end for _, end, version in spans if version.held and end <= day]
    after = [(start, version) for start, _, version in spans if version.held and start > day]
    if any(version.held for version in covering):
        return True
    if covering:
        return True if before and after else None
    if before or not after:
        return False
    start, first = min(after, key=lambda pair: pair[0])
    older = first.from_basis in ("or-earlier", "earliest-capture") and first.start == start
    return None if older else False
