"""Comparisons of a fact with a constant or another fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from compliance.evaluate.conditions.credits import credited
from compliance.evaluate.conditions.facts import OF_WHOM, Known, as_period, as_truth, read
from compliance.evaluate.conditions.notices import shown_for
from compliance.evaluate.context import Context, Outcome
from compliance.model.answered.finding import MissingFact
from compliance.model.declared.dated import figure_on
from compliance.model.declared.lineage import Period
from compliance.model.packs.operator import COMPARISONS, FactOp
from compliance.model.packs.rule import FactEntry
from compliance.model.packs.truth import OPEN, Readings, Truth
from compliance.model.words.bound import Bound, possible_bound
from compliance.model.words.places import overlap, within
from compliance.model.words.shown_words import begins_with, shows
from compliance.values import later

Facts = Mapping[str, FactEntry]
NOTICES = "release.notices"
_OF_TARGET = ("release.", "model.", "publisher.")


def compare(op: FactOp, context: Context) -> Outcome:
    """Evaluate one comparison; a missing fact leaves it open and asks."""
    memory = context.memory
    told = memory.of_target if op.fact.startswith(_OF_TARGET) else memory.comparisons
    # By identity: rules live as long as the evaluation.
    found = told.get(id(op)) if not context.assumed else None
    if found is not None:
        return found
    if _of_others(op) or any(key.partition("@")[0] == op.fact for key in context.assumed):
        return _compare(op, context)
    found = told.get(id(op))
    if found is None:
        found = told[id(op)] = _compare(op, context)
    return found


def of_target_alone(op: FactOp) -> bool:
    """Whether a comparison comes to the same for every source and step of a release."""
    of_somebody = op.fact.startswith("publisher.") and op.fact.partition(".")[2] in OF_WHOM
    return op.fact.startswith(_OF_TARGET) and not of_somebody and not _of_others(op)


def _of_others(op: FactOp) -> bool:
    # Words that are looked for in a notice may name a version of the source.
    of_source = op.mentions is not None or (op.fact == NOTICES and op.contains is not None)
    return op.at is not None or of_source or isinstance(op.over, str) or isinstance(op.under, str)


def _compare(op: FactOp, context: Context) -> Outcome:
    # What tells it later holds on to the catalogue alone: the context keeps the outcome, and neither would be let go.
    facts = context.knowledge.facts
    if op.known is not None:
        found = read(context, op.fact)
        truth = Truth.of(isinstance(found, Known) == op.known)
        return Outcome(
            Readings.same(truth),
            later(lambda: f"{_shown(op.fact, facts)}: {'' if isinstance(found, Known) else 'not '}stated"),
        )
    found = _read(op.fact, op.at, context)
    if isinstance(found, MissingFact):
        return Outcome(OPEN, later(lambda: f"{_shown(op.fact, facts)}: not stated"), (found,))
    if isinstance(found.value, Truth):
        return Outcome(Readings.same(found.value), later(lambda: f"{_shown(op.fact, facts)}: assumed"))
    name, wanted = _given(op)
    of_fact = isinstance(wanted, str) and name in ("over", "under", "mentions")
    if of_fact and not (name != "mentions" and _multiple_of(found.value, wanted)):
        other = _read(wanted, None, context)
        if isinstance(other, MissingFact):
            return Outcome(OPEN, later(lambda: f"{_shown(wanted, facts)}: not stated"), (other,))
        wanted = other.value
    truth = _decide(name, op, found.value, wanted, context)
    missing = (_question(op, context),) if truth is Truth.UNKNOWN else ()
    return Outcome(Readings.same(truth), later(lambda: _said(op, found, facts)), missing)


def _said(op: FactOp, found: Known, facts: Facts) -> str:
    value = "not stated, taken as no" if found.silent else _words(found.value)
    return f"{_shown(op.fact, facts)}: {value}"


def _decide(name: str, op: FactOp, value: object, wanted: Any, context: Context) -> Truth:
    if name in ("over", "under"):
        return _bounded(name, op, value, wanted)
    if op.fact == NOTICES and name in ("contains", "mentions"):
        given = _items(value)
        shown = (
            shown_for(given, wanted, context) if name == "contains" else credited(given, str(wanted), context)
        )
        return Truth.of(shown)
    entry = context.knowledge.facts.get(op.fact)
    if entry is not None and entry.type == "places" and name in _PLACES:
        return Truth.of(_PLACES[name](_items(value), _items(wanted)))
    return _COMPARISONS[name](value, wanted)


def _bounded(name: str, op: FactOp, value: object, wanted: object) -> Truth:
    """A number against a limit, either of which may be known by a bound only."""
    # A multiple of what it is compared with is decided by the factors alone.
    held, limit = (
        possible_bound(value),
        Bound(1, 1) if _multiple_of(value, wanted) else possible_bound(wanted),
    )
    if held is None or limit is None or (held.of is not None and not _multiple_of(value, wanted)):
        return Truth.UNKNOWN
    limit = limit.times(op.times)
    return Truth.of(held.above(limit) if name == "over" else limit.above(held))


def _multiple_of(value: object, fact: object) -> bool:
    """Whether a bound is one on multiples of another fact, which it calls `base` or by its full name."""
    held = possible_bound(value)
    key = fact.partition(".")[2] if isinstance(fact, str) else ""
    return held is not None and held.of is not None and (key == held.of or key.startswith(f"{held.of}_"))


def _read(name: str, at: str | None, context: Context) -> Known | MissingFact:
    found = read(context, name)
    if isinstance(found, MissingFact) or not isinstance(found.value, Mapping):
        return found
    printed = at is not None and at[0].isdigit()
    day = (
        _read(at, None, context)
        if at is not None and not printed
        else Known(at if at is not None else context.as_of.isoformat())
    )
    if isinstance(day, MissingFact):
        return day
    period = as_period(day.value)
    value = figure_on(found.value, period) if period else None
    return Known(value) if value is not None else _question_for(name, context)


def _question_for(name: str, context: Context) -> MissingFact:
    subject = "publisher" if name.startswith("publisher.") else context.target.release.key
    return context.ask(name, subject, context.lineage.publisher.name)


def _question(op: FactOp, context: Context) -> MissingFact:
    found = read(context, op.fact)
    if isinstance(found, MissingFact):
        return found
    step = context.step
    subject = step.id if step and op.fact.startswith("step.") else context.target.release.key
    return context.ask(op.fact, subject, subject)


def _given(op: FactOp) -> tuple[str, Any]:
    """The comparison that is asked for, and with what."""
    return next((name, value) for name in COMPARISONS if (value := getattr(op, name)) is not None)


def _same(left: object, right: object) -> bool:
    truth = as_truth(right) if isinstance(right, bool) else None
    if truth is not None:
        return as_truth(left) is truth
    if isinstance(left, str) and isinstance(right, str):
        return left.lower() == right.lower()
    return left == right


def _is(left: object, right: object) -> Truth:
    if isinstance(right, bool) and as_truth(left) is Truth.UNKNOWN:
        return Truth.UNKNOWN
    if isinstance(right, int | float) and isinstance(left, str) and (held := possible_bound(left)):
        return Truth.of(False if held.of is None and not held.low <= right <= held.high else None)
    # Who is of several kinds counts with each.
    if isinstance(left, tuple) and isinstance(right, str):
        return Truth.of(any(_same(each, right) for each in left))
    return Truth.of(_same(left, right))


def _items(value: object) -> list[str]:
    given = value if isinstance(value, list | tuple) else [value]
    return [str(item).lower() for item in given]


def _before(left: object, right: object) -> Truth:
    """Days before a date; a stated period that spans the date meets both sides."""
    period, limit = as_period(left), as_period(right)
    if period is None or limit is None:
        return Truth.UNKNOWN
    return _spanning(period, period.end < limit.start, period.start < limit.start)


def _since(left: object, right: object) -> Truth:
    period, limit = as_period(left), as_period(right)
    if period is None or limit is None:
        return Truth.UNKNOWN
    return _spanning(period, period.start >= limit.start, period.end >= limit.start)


def _spanning(period: Period, whole: bool, part: bool) -> Truth:
    if period.stated:
        return Truth.of(part)
    return Truth.of(True if whole else None if part else False)


_COMPARISONS: dict[str, Callable[[Any, Any], Truth]] = {
    "is_": _is,
    "in_": lambda left, right: max((_is(left, item) for item in right), default=Truth.NO),
    "contains": lambda left, right: Truth.of(any(shows(item, right) for item in _items(left))),
    "mentions": lambda left, right: Truth.of(
        any(str(right).rsplit("/", 1)[-1].lower() in item for item in _items(left))
    ),
    "overlaps": lambda left, right: Truth.of(bool(set(_items(left)) & set(_items(right)))),
    "within": lambda left, right: Truth.of(set(_items(left)) <= set(_items(right))),
    "starts_with": lambda left, right: Truth.of(begins_with(str(left), right)),
    "before": _before,
    "since": _since,
}


_PLACES: dict[str, Callable[[list[str], list[str]], bool]] = {"overlaps": overlap, "within": within}
"""Comparisons of lists of places: by what lies in them."""


def _shown(fact: str, facts: Facts) -> str:
    entry = facts.get(fact)
    if entry is not None and entry.label:
        return entry.label
    scope, _, key = fact.partition(".")
    return f"{key.replace('_', ' ')} of the {scope}"


def _words(value: object) -> str:
    if isinstance(value, Period):
        return f"{value.start} to {value.end}"
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value) or "none"
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
