"""Operators one reading at a time over True, False and None: for the reference evaluator.

Plain recursion over the tree; `not` asks the opposite reading. In force is judged one day at a time. Shared with the
engine: where facts are read, which artifacts a selector means, tests on licences, and the ways of access.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from compliance.evaluate.clauses import governing_rows, possible_access
from compliance.evaluate.context import Context
from compliance.evaluate.facts import Known, as_period, as_truth, read
from compliance.evaluate.licence import conflict, licence
from compliance.model import operator
from compliance.model.bound import possible_bound
from compliance.model.instrument import Version
from compliance.model.lineage import Period
from compliance.model.places import known_place, smallest
from compliance.model.reach import Reach
from compliance.model.registry import Governance
from compliance.model.rule import Cite
from compliance.model.shape import first_day
from compliance.model.truth import Truth

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
        return _compares(op, context)
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


def _value(context: Context, name: str, at: str | None = None) -> Any:
    """A fact's value, None where it is not known."""
    found = read(context, name)
    value = found.value if isinstance(found, Known) else None
    if not isinstance(value, Mapping):
        return value
    day = _value(context, at) if at else context.as_of.isoformat()
    period = as_period(day) if day is not None else None
    dated = sorted((Period.of(key).start, held) for key, held in value.items() if as_period(key))
    return next((held for start, held in reversed(dated) if period and start <= period.end), None)


def _compares(op: operator.FactOp, context: Context) -> Maybe:
    if op.known is not None:
        return isinstance(read(context, op.fact), Known) is op.known
    value = _value(context, op.fact, op.at)
    if value is None:
        return None
    words = [str(x).lower() for x in (value if isinstance(value, list | tuple) else [value])]
    entry = context.knowledge.facts.get(op.fact)
    places = entry is not None and entry.type == "places"
    tests: list[tuple[object, Callable[[], Maybe]]] = [
        (op.is_, lambda: _equal(value, op.is_)),
        (op.in_, lambda: any_of(_equal(value, item) for item in op.in_ or ())),
        (op.contains, lambda: any((op.contains or "").lower() in word for word in words)),
        (op.mentions, lambda: _mentioned(words, context, op.mentions or "")),
        (op.overlaps, lambda: _meet(words, op.overlaps or (), places)),
        (op.within, lambda: _lie_in(words, op.within or (), places)),
        (
            op.starts_with,
            lambda: str(value).split("/")[-1].lower().startswith((op.starts_with or "").lower()),
        ),
        (op.over, lambda: _ordered(value, op.over, op, context, 1)),
        (op.under, lambda: _ordered(value, op.under, op, context, -1)),
        (op.before, lambda: _dated(value, lambda days, limit: days.start < limit.start, op.before)),
        (op.since, lambda: _dated(value, lambda days, limit: days.end >= limit.start, op.since)),
    ]
    return next(test() for wanted, test in tests if wanted is not None)


def _meet(stated: Iterable[str], wanted: Iterable[str], places: bool) -> bool:
    """Whether two lists share a word, or a country or part of one where they name places."""
    if not places:
        return bool(set(stated) & {word.lower() for word in wanted})
    pairs = itertools.product(_spread(stated), _spread(wanted))
    return any(f"{one}-".startswith(f"{two}-") for one, two in pairs)


def _lie_in(stated: Iterable[str], wanted: Iterable[str], places: bool) -> bool:
    """Whether each word of one list is in the other, or each place lies in one of the other's."""
    if not places:
        return set(stated) <= {word.lower() for word in wanted}
    return all(any(f"{one}-".startswith(f"{two}-") for two in _spread(wanted)) for one in _spread(stated))


def _spread(words: Iterable[str]) -> set[str]:
    return {code for word in words for code in smallest(known_place(word) or word)}


def _mentioned(words: Sequence[str], context: Context, fact: str) -> Maybe:
    named = _value(context, fact)
    return None if named is None else any(str(named).split("/")[-1].lower() in word for word in words)


def _equal(value: object, wanted: object) -> Maybe:
    if isinstance(value, tuple):
        return any_of(_equal(each, wanted) for each in value)
    if isinstance(wanted, int | float) and not isinstance(wanted, bool) and possible_bound(value) is not None:
        numbers = _extremes(value)
        return (
            value == wanted
            if len(set(numbers)) == 1
            else None
            if min(numbers) <= wanted <= max(numbers)
            else False
        )
    if isinstance(wanted, bool):
        truth = as_truth(value)
        return None if truth is Truth.UNKNOWN else truth is Truth.of(wanted)
    return str(value).lower() == str(wanted).lower() if isinstance(wanted, str) else value == wanted


def _ordered(value: object, limit: object, op: operator.FactOp, context: Context, sign: int) -> Maybe:
    """What all numbers that a bound leaves possible agree on; the outermost ones speak for the rest."""
    other = _value(context, limit) if isinstance(limit, str) else limit
    held = possible_bound(value)
    if held is not None and held.of is not None:
        named = str(limit).split(".")[-1].split("_") if isinstance(limit, str) else []
        other = 1 if named[: held.of.count("_") + 1] == held.of.split("_") else None
    if held is None or possible_bound(other) is None:
        return None
    pairs = itertools.product(_extremes(value), _extremes(other))
    answers = {sign * one > sign * two * op.times for one, two in pairs}
    return answers.pop() if len(answers) == 1 else None


def _extremes(value: object) -> tuple[float, float]:
    """The lowest and the highest number that is possible, just inside of an open end."""
    held = possible_bound(value)
    assert held is not None
    low = math.nextafter(held.low, math.inf) if held.low_open else held.low
    return low, math.nextafter(held.high, -math.inf) if held.high_open else held.high


def _dated(value: object, test: Callable[[Period, Period], bool], limit: str | None) -> Maybe:
    """A stated period that spans the date is on both sides of it."""
    period = as_period(value)
    return test(period, Period.of(limit or "")) if period else None


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
    for cite in cites:
        clause = context.knowledge.clause(cite.instrument, cite.clause)
        outer = [(datetime.date.min, datetime.date.max)]
        if rows is not None:
            outer = [_days(row) for row in rows if cite.instrument in row.instruments]
        for version in clause.versions if clause and _concerns(cite, context) else ():
            limits = [(max(a, version.start), min(b, version.end), version) for a, b in outer]
            found += [limit for limit in limits if limit[0] < limit[1]]
    return found


def _concerns(cite: Cite, context: Context) -> bool:
    """Of several licences that a rule reads, those count that the source may carry, where any of them is known."""
    licences = context.knowledge.registry.licences
    source = context.source
    ids = (
        {key for option in (source.licences, *source.licence_options) for key in option} if source else set()
    )
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
