"""A plain evaluator that says what `evaluate` must find: obvious code, slow, used by tests only.

Written again, from the definitions: routes and their classes (regular expressions over relation strings instead of
the automaton and its bit sets), operators (one reading at a time over True, False and None instead of `Readings`),
comparisons, who is asked (bindings), in force (one day at a time instead of intervals), and positions (every way in
which the unknown readings may come out). Shared with the engine: where facts are read (`facts.read`), which artifacts
a selector means (`selects`), tests on licences (`licence.py`), and the ways of access that the registry knows.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from compliance.evaluate.clauses import governing_rows, possible_access
from compliance.evaluate.context import Context, Target
from compliance.evaluate.facts import Known, as_period, as_truth, read
from compliance.evaluate.licence import conflict, licence
from compliance.evaluate.select import Selection
from compliance.model import rule as rules
from compliance.model.instrument import Version
from compliance.model.knowledge import Knowledge
from compliance.model.lineage import Artifact, Edge, Lineage, Period
from compliance.model.manifest import Party, Release
from compliance.model.reach import Reach
from compliance.model.registry import Governance
from compliance.model.shape import first_day
from compliance.model.truth import Position, Readings, Truth

Maybe = bool | None
Key = tuple[str, str, str, str, str]
"""Rule, release, source or nothing, party word, party name."""
_DAY = datetime.timedelta(days=1)
_LETTERS = {"outputs": "o", "trained-on": "t", "weights": "w", "data": "d", "signal": "s"}

# What a model wrote, as content: `outputs data*`; a model that is listed as content stands for what it wrote.
_WROTE = "[od]d*"
# A model trained on what a model wrote; learning from a model directly is learning from what it wrote.
_LEARNT = f"(?:(?:{_WROTE})?tw*)"
_FURTHER = f"{_LEARNT}*(?:{_LEARNT}|{_WROTE})"
_OF_MODEL: dict[Reach, str] = {
    "derivative": "w+",
    "copy": _WROTE,
    "student": _LEARNT,
    "descendant": f"(?:w+|{_LEARNT}){_FURTHER}",
}
# Content is what would follow an `outputs` relation.
_OF_CONTENT: dict[Reach, str] = {"copy": "d+", "student": "d*tw*", "descendant": f"d*tw*{_FURTHER}"}


def classes_of_route(kind: str, relations: Iterable[str]) -> frozenset[Reach]:
    """Reach classes of a route from an artifact of this kind, by the regular expressions of their definition."""
    text = "".join(_LETTERS[relation] for relation in relations)
    patterns = _OF_MODEL if kind in ("model", "service") else _OF_CONTENT
    found: set[Reach] = {name for name, pattern in patterns.items() if re.fullmatch(pattern, text)}
    if re.fullmatch(f"(?:{'|'.join(patterns.values())})?s.*", text):
        found.add("signal")
    return frozenset(found)


def is_entry(lineage: Lineage, edge: Edge) -> bool:
    """Whether by this edge an artifact enters another one."""
    return not edge.carries and lineage.versions[edge.source][0] != lineage.versions[edge.target][0]


def routes(lineage: Lineage, entry: Edge) -> set[tuple[int, tuple[str, ...], bool]]:
    """Every version that a route beginning with this edge arrives at, its relations, and whether all are settled."""
    found: set[tuple[int, tuple[str, ...], bool]] = set()
    waiting = [(entry.target, option, len(entry.options) == 1) for option in entry.options if option]
    while waiting:
        arrival = waiting.pop()
        if arrival in found:
            continue
        found.add(arrival)
        node, relations, settled = arrival
        for edge in lineage.edges:
            for option in edge.options:
                if edge.source == node and option:
                    waiting.append((edge.target, relations + option, settled and len(edge.options) == 1))
    return found


def reference_classes(lineage: Lineage, entry: Edge, node: int) -> dict[Reach, Truth]:
    """Classes by which the artifact that enters by this edge reaches a version: YES settled, UNKNOWN possible."""
    kind = lineage.artifact_of(entry.source).kind
    found: dict[Reach, Truth] = {}
    for arrived, relations, settled in routes(lineage, entry):
        if arrived == node:
            for reach in classes_of_route(kind, relations):
                if settled or reach not in found:
                    found[reach] = Truth.YES if settled else Truth.UNKNOWN
    return found


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


def _maybe(truth: Truth) -> Maybe:
    return {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}[truth]


def possible_positions(bites: Readings) -> frozenset[Position]:
    """Positions over every way in which the unknown readings may come out with narrow <= plain <= broad."""
    choices = [(True, False) if truth is Truth.UNKNOWN else (truth is Truth.YES,) for truth in bites]
    found = set()
    for narrow, plain, broad in itertools.product(*choices):
        if narrow <= plain <= broad:
            names = ((narrow, Position.BREACH), (plain, Position.ARGUABLE), (broad, Position.REMOTE))
            found.add(next((position for holds, position in names if holds), Position.CLEAR))
    return frozenset(found)


def holds(op: Any, context: Context, reading: int) -> Maybe:
    """Whether an operator holds on one reading: 0 narrow, 1 plain, 2 broad."""
    if isinstance(op, rules.AllOf):
        return all_of(holds(part, context, reading) for part in op.all)
    if isinstance(op, rules.AnyOf):
        return any_of(holds(part, context, reading) for part in op.any)
    if isinstance(op, rules.Not):
        return negated(holds(op.not_, context, 2 - reading))
    if isinstance(op, rules.ByReading):
        tests = (op.readings.narrow, op.readings.plain, op.readings.broad)
        return any_of(holds(tests[n], context, n) for n in range(reading + 1))
    if isinstance(op, rules.DefinitionOp):
        return holds(context.knowledge.definitions[op.definition].test, context, reading)
    if isinstance(op, rules.ReachOp):
        return _reached(op.reach, reading, [(True, context.classes)])
    if isinstance(op, rules.LineageOp):
        others = [
            (_maybe(context.selection.selects(op.lineage.from_, artifact)), context.reaches.get(key, {}))
            for key, artifact in context.lineage.artifacts.items()
            if context.source is None or key != context.source.id
        ]
        return _reached(op.lineage.reach, reading, others)
    return _holds_alike(op, context)


def _reached(
    sets: rules.ReachSets, reading: int, found: Sequence[tuple[Maybe, Mapping[Reach, Truth]]]
) -> Maybe:
    accepted = (sets.narrow, sets.plain, sets.broad)[reading]
    return any_of(
        all_of((chosen, _maybe(classes.get(reach, Truth.NO)))) for chosen, classes in found for reach in accepted
    )


def _holds_alike(op: Any, context: Context) -> Maybe:
    """The operators that are the same on every reading."""
    if isinstance(op, rules.FactOp):
        return _compares(op, context)
    if isinstance(op, rules.PartyOp):
        return _party(op, context)
    if isinstance(op, rules.LicenceOp):
        return _maybe(licence(op, context).readings.plain)
    if isinstance(op, rules.ConflictOp):
        return _maybe(conflict(op, context).readings.plain)
    if isinstance(op, rules.InForceOp):
        cite = rules.Cite(instrument=op.in_force.instrument, clause=op.in_force.clause)
        return stands(context, (cite,), op.in_force.at)
    assert isinstance(op, rules.ConstantOp)
    return {"yes": True, "no": False, "unknown": None}[op.always]


def _party(op: rules.PartyOp, context: Context) -> Maybe:
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


def _compares(op: rules.FactOp, context: Context) -> Maybe:
    if op.known is not None:
        return isinstance(read(context, op.fact), Known) is op.known
    value = _value(context, op.fact, op.at)
    if value is None:
        return None
    words = [str(x).lower() for x in (value if isinstance(value, list | tuple) else [value])]
    tests: list[tuple[object, Callable[[], Maybe]]] = [
        (op.is_, lambda: _equal(value, op.is_)),
        (op.in_, lambda: any_of(_equal(value, item) for item in op.in_ or ())),
        (op.contains, lambda: any((op.contains or "").lower() in word for word in words)),
        (op.overlaps, lambda: any(x.lower() in words for x in op.overlaps or ())),
        (op.within, lambda: all(word in [x.lower() for x in op.within or ()] for word in words)),
        (op.starts_with, lambda: str(value).split("/")[-1].lower().startswith((op.starts_with or "").lower())),
        (op.over, lambda: _ordered(value, op.over, op, context, 1)),
        (op.under, lambda: _ordered(value, op.under, op, context, -1)),
        (op.before, lambda: _dated(value, lambda days, limit: days.start < limit.start, op.before)),
        (op.since, lambda: _dated(value, lambda days, limit: days.end >= limit.start, op.since)),
    ]
    return next(test() for wanted, test in tests if wanted is not None)


def _equal(value: object, wanted: object) -> Maybe:
    if isinstance(wanted, bool):
        truth = as_truth(value)
        return None if truth is Truth.UNKNOWN else truth is Truth.of(wanted)
    return str(value).lower() == str(wanted).lower() if isinstance(wanted, str) else value == wanted


def _ordered(value: object, limit: object, op: rules.FactOp, context: Context, sign: int) -> Maybe:
    other = _value(context, limit) if isinstance(limit, str) else limit
    if not isinstance(value, int | float) or not isinstance(other, int | float):
        return None
    return sign * value > sign * other * op.times


def _dated(value: object, test: Callable[[Period, Period], bool], limit: str | None) -> Maybe:
    """A stated period that spans the date is on both sides of it."""
    period = as_period(value)
    return test(period, Period.of(limit or "")) if period else None


def stands(context: Context, cites: Sequence[rules.Cite], at: str) -> Maybe:
    """Whether a cited clause stood in the governing texts on the day that counts."""
    day = context.as_of if at == "as-of" else context.release_day()
    period = context.step_period() if at == "step" and context.entry is not None else Period(day, day)
    kinds = [i.kind for cite in cites if (i := context.knowledge.instruments.get(cite.instrument))]
    terms = any(kind in ("provider-terms", "usage-policy") for kind in kinds)
    if not terms or context.source is None or context.source.kind != "service":
        return _stood(_spans(context, cites, None), period)
    ways = [(route, plan) for route, plan in itertools.product(*possible_access(context))]
    rows = [governing_rows(context, *way) for way in ways]
    known = [given for given in rows if given or len(ways) == 1]
    answers = {_stood(_spans(context, cites, given), period) for given in known}
    return answers.pop() if len(answers) == 1 else None if answers else False


Span = tuple[datetime.date, datetime.date, Version]


def _spans(
    context: Context, cites: Sequence[rules.Cite], rows: tuple[Governance, ...] | None
) -> list[Span]:
    """Days (from, first day after) on which some version of a cited clause applies here."""
    found = []
    for cite in cites:
        clause = context.knowledge.clause(cite.instrument, cite.clause)
        outer = [(datetime.date.min, datetime.date.max)]
        if rows is not None:
            mine = [row for row in rows if cite.instrument in row.instruments]
            outer = [(first_day(r.from_), first_day(r.to) if r.to else datetime.date.max) for r in mine]
        for version in clause.versions if clause else ():
            limits = [(max(a, version.start), min(b, version.end), version) for a, b in outer]
            found += [limit for limit in limits if limit[0] < limit[1]]
    return sorted(found, key=lambda span: span[:2])


def _stood(spans: list[Span], period: Period) -> Maybe:
    """A stated period: met by any of its days. An unstated one: what all the days on which it may be agree on."""
    if period.stated:
        return _stood_stated(spans, period)
    edges = {period.start, period.end}
    for start, end, _ in spans:
        edges |= {day for day in (start, end, *_beside(start), *_beside(end)) if period.start <= day <= period.end}
    answers = {_stood_stated(spans, Period(day, day)) for day in edges}
    return answers.pop() if len(answers) == 1 else None


def _beside(day: datetime.date) -> tuple[datetime.date, ...]:
    return (day - _DAY,) if day > datetime.date.min else ()


def _stood_stated(spans: list[Span], period: Period) -> Maybe:
    met = [v for start, end, v in spans if start <= period.end and end > period.start]
    before = any(end <= period.start and v.held for _, end, v in spans)
    after = [v for start, _, v in spans if start > period.end and v.held]
    if any(version.held for version in met):
        return True
    if met:
        return True if before and after else None
    if after and not before and after[0].from_basis in ("or-earlier", "earliest-capture"):
        return None
    return False
