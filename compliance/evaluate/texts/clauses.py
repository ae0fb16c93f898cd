"""Which text governed, and whether the cited clause stood in it, at the date that counts.

Days are compared with the clause's versions. A stretch for which no text is held is neither permission nor
prohibition: where the clause stands both before and after, continuity is assumed and said; else it is undecided.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from compliance.evaluate.context import Context, Outcome
from compliance.evaluate.step_names import called
from compliance.evaluate.texts.own_texts import only_texts_of_others, own_texts
from compliance.evaluate.texts.timeline import DayStatus, Stretch, meeting, nearest, spans, statuses
from compliance.model.answered.finding import TEXT_NOT_HELD, ClauseInForce, MissingFact
from compliance.model.declared.lineage import Artifact, Period
from compliance.model.declared.manifest import Step
from compliance.model.names.registry import Governance
from compliance.model.packs.rule import Cite
from compliance.model.packs.truth import Readings, Truth
from compliance.model.shapes.shape import first_day
from compliance.values import dataclass

_TERMS = ("provider-terms", "usage-policy")
_STANDS = {"proposed": "supposed in force", "soft-law": "as guidance"}
"""How a text stands that is no law, by its force."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a clause stood, with the version that shows it."""

    truth: Truth
    clauses: tuple[ClauseInForce, ...] = ()
    why: str = ""
    missing: tuple[MissingFact, ...] = ()


def standing(context: Context, cites: Sequence[Cite], at: str, *, whole: bool = False) -> Standing:
    """Whether one of the cited clauses governed at `at`: `step`, `release` or `as-of`.

    `whole` asks that it stood on every day of the period, as a permission must; a restriction meets a period that
    spans a change on either side of it.
    """
    known, key, days = context.memory.standings, *_looked_at(context, cites, at, whole)
    step = context.step.id if context.step else None
    found = known.get((key, days)) or known.get((key, step))
    if found is None:
        found = _standing(context, cites, at, whole)
        asks_of_step = any(fact.fact == "step.period" for fact in found.missing)
        known[key, step if asks_of_step else days] = found
    return found


def _looked_at(context: Context, cites: Sequence[Cite], at: str, whole: bool) -> tuple[object, object]:
    """All that the standing of clauses depends on: apart from the step, and what counts of the step."""
    source, step, assumed = context.source, context.step, context.assumed
    key = (
        tuple([(cite.instrument, cite.clause) for cite in cites]), at, whole, source.id if source else None,
        context.entry is not None, context.target.release.date,
        tuple([assumed.get(one) for one in _asked_by(source, step)]) if assumed else None,
    )  # fmt: skip
    return key, _days_and_access(step)


def _days_and_access(step: Step | None) -> object:
    """What counts of a step where nothing has to be asked of it."""
    return (step.period, step.route, step.plan) if step else None


def _asked_by(source: Artifact | None, step: Step | None) -> tuple[str, ...]:
    """Keys of the facts whose answers say how a clause stood."""
    of_source = (f"source.route@{source.id}", f"source.plan@{source.id}") if source else ()
    return (*of_source, f"step.period@{step.id}") if step else of_source


def _standing(context: Context, cites: Sequence[Cite], at: str, whole: bool) -> Standing:
    if only_texts_of_others(context, cites):
        return Standing(
            Truth.YES, why="the source's own text is not held; asked by what is known of its kind"
        )
    if at == "step" and context.entry is not None:
        period = context.step_period()
    elif at == "as-of":
        period = Period(context.as_of, context.as_of)
    else:
        period = Period(context.release_day(), context.release_day())
    if not _by_access(context, cites):
        return _merge(context, [_judge(context, _stretches(context, cites, None), period, whole)], ())
    return _by_possible_access(context, cites, period, whole)


def _by_access(context: Context, cites: Sequence[Cite]) -> bool:
    if context.source is None or context.source.kind != "service":
        return False
    instruments = (context.knowledge.instruments.get(cite.instrument) for cite in cites)
    return any(instrument is not None and instrument.kind in _TERMS for instrument in instruments)


def governing_rows(context: Context, route: str, plan: str) -> tuple[Governance, ...]:
    """Rows of the governance table for one way of access; a star stands for any."""
    source = context.source
    provider = context.knowledge.registry.providers.get(source.provider or "") if source else None
    rows = provider.governed if provider else ()
    return tuple(row for row in rows if _covers(row.route, route) and _covers(row.plan, plan))


def governs_in(row: Governance, period: Period) -> bool:
    """Whether a row of the governance table meets the days of a period."""
    ended = row.to is not None and first_day(row.to) <= period.start
    return not ended and first_day(row.from_) <= period.end


def _covers(words: tuple[str, ...], word: str) -> bool:
    return word in words or "*" in words


def possible_access(context: Context) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Routes and plans by which the source may have been reached: the stated one, or all that the table knows."""
    source, step = context.source, context.step
    provider = context.knowledge.registry.providers.get(source.provider or "") if source else None
    rows = provider.governed if provider else ()

    def of(name: str) -> tuple[str, ...]:
        assumed = context.assumed.get(f"source.{name}@{source.id}" if source else "")
        stated = assumed or (getattr(step, name, None) if step else None) or getattr(source, name, "unknown")
        if stated != "unknown":
            return (str(stated),)
        words = dict.fromkeys(w for row in rows for w in getattr(row, name) if w != "*")
        return tuple(words) or ("direct" if name == "route" else "api",)

    return of("route"), of("plan")


def _by_possible_access(context: Context, cites: Sequence[Cite], period: Period, whole: bool) -> Standing:
    routes, plans = possible_access(context)
    source = context.source
    judged: dict[tuple[str, str], Standing] = {}
    by_rows: dict[tuple[int, ...], Standing] = {}
    cited = {cite.instrument for cite in cites}
    for route, plan, rows in _ways(context, routes, plans, period):
        # Rows that name none of the cited texts make no difference to them.
        of_these = tuple(row for row in rows if not cited.isdisjoint(row.instruments))
        same = tuple(map(id, of_these))
        if same not in by_rows:
            by_rows[same] = _judge(context, _stretches(context, cites, of_these), period, whole)
        judged[route, plan] = by_rows[same]
    by_route = {r: {s.truth for (route, _), s in judged.items() if route == r} for r in routes}
    missing = []
    if source is not None and len({frozenset(t) for t in by_route.values() if t}) > 1:
        missing.append(context.ask("source.route", source.id, source.name))
    if source is not None and any(len(truths) > 1 for truths in by_route.values()):
        missing.append(context.ask("source.plan", source.id, source.name))
    return _merge(context, list(judged.values()), tuple(missing))


def _ways(
    context: Context, routes: tuple[str, ...], plans: tuple[str, ...], period: Period
) -> tuple[tuple[str, str, tuple[Governance, ...]], ...]:
    """Ways of access with the rows that govern them; one that did not exist in those days is no possibility."""
    known, provider = context.memory.standings, context.source.provider if context.source else None
    key = ("ways", provider, routes, plans, period.start, period.end)
    if key not in known:
        stated = len(routes) == 1 and len(plans) == 1
        every = ((route, plan, governing_rows(context, route, plan)) for route in routes for plan in plans)
        known[key] = tuple(way for way in every if stated or any(governs_in(row, period) for row in way[2]))
    found: tuple[tuple[str, str, tuple[Governance, ...]], ...] = known[key]
    return found


def _merge(context: Context, judged: list[Standing], missing: tuple[MissingFact, ...]) -> Standing:
    if not judged:
        return Standing(Truth.NO, why="no text in the packs governs this way of access")
    truths = {one.truth for one in judged}
    clauses = tuple(
        dict.fromkeys(clause for one in judged if one.truth is not Truth.NO for clause in one.clauses)
    )
    whys = " / ".join(dict.fromkeys(one.why for one in judged if one.why))
    if len(truths) == 1:
        truth = truths.pop()
        asked = (
            tuple(dict.fromkeys(m for one in judged for m in one.missing)) if truth is Truth.UNKNOWN else ()
        )
        return Standing(truth, clauses or judged[0].clauses, whys, asked)
    asked = (*missing, *(m for one in judged for m in one.missing))
    return Standing(Truth.UNKNOWN, clauses, whys, tuple(dict.fromkeys(asked)))


def _stretches(context: Context, cites: Iterable[Cite], rows: tuple[Governance, ...] | None) -> list[Stretch]:
    found = []
    for cite in own_texts(context, cites):
        instrument = context.knowledge.instruments.get(cite.instrument)
        clause = instrument.clauses.get(cite.clause) if instrument else None
        if instrument is None or clause is None:
            continue
        spans = [(datetime.date.min, datetime.date.max)]
        if rows is not None:
            spans = [
                (first_day(row.from_), first_day(row.to) if row.to else datetime.date.max)
                for row in rows
                if cite.instrument in row.instruments
            ]
        for version in clause.versions:
            for start, end in spans:
                low, high = max(start, version.start), min(end, version.end)
                if low < high:
                    found.append(Stretch(low, high, instrument, cite.clause, clause, version))
    return sorted(found, key=lambda s: (s.start, s.end))


def _judge(context: Context, stretches: list[Stretch], period: Period, whole: bool) -> Standing:
    """A stated period meets every text that stood on one of its days; else every possible day must agree."""
    found = statuses(stretches, period)
    stands = found & {DayStatus.HELD, DayStatus.CONTINUITY}
    if found == {DayStatus.ABSENT}:
        return _absent(stretches, period)
    if stands and (found <= stands or (period.stated and not whole)):
        return _stands(context, stretches, period)
    if not stands and (period.stated or DayStatus.ABSENT not in found):
        return _text_missing(stretches, period)
    shown = tuple(s.record(DayStatus.HELD) for s in meeting(stretches, period))
    step = context.step
    asked = (context.ask("step.period", step.id, called(context, step.id)),) if step else ()
    answer = context.assumed.get(asked[0].key) if asked else None
    truth = answer if isinstance(answer, Truth) else Truth.UNKNOWN
    return Standing(truth, shown, "the clause did not stand on every date that is possible", asked)


def _absent(stretches: list[Stretch], period: Period) -> Standing:
    if not stretches:
        return Standing(Truth.NO, why="the cited text does not govern this way of access")
    near = nearest(stretches, period)
    records = tuple(s.record(DayStatus.ABSENT) for s in near)
    return Standing(Truth.NO, records, "not in force then: " + "; ".join(spans(near)))


def _stands(context: Context, stretches: list[Stretch], period: Period) -> Standing:
    held = meeting(stretches, period)
    records = tuple(s.record(DayStatus.HELD) for s in held)
    if held:
        possible = "" if period.stated else ", on every date that is possible"
        return Standing(Truth.YES, records, _how_they_stand(context, held) + possible)
    why = (
        "the text of that time is not held; the clause stands before and after, so its continuity is assumed"
    )
    records = tuple(s.record(DayStatus.CONTINUITY) for s in nearest(stretches, period))
    return Standing(Truth.YES, records, why)


def _how_they_stand(context: Context, held: Iterable[Stretch]) -> str:
    """The texts that stand, each said to be in force, supposed to be, or guidance: no bill reads as law."""
    told: dict[str, list[Stretch]] = {}
    for one in held:
        given = (one.instrument.id, one.clause_id) in context.knowledge.supposed
        word = _STANDS["proposed"] if given else _STANDS.get(one.instrument.force, "in force")
        told.setdefault(word, []).append(one)
    return "; ".join(f"{word}: {'; '.join(spans(those))}" for word, those in told.items())


def _text_missing(stretches: list[Stretch], period: Period) -> Standing:
    near = nearest(stretches, period)
    meets = [s for s in stretches if s.start <= period.end and period.start < s.end]
    subject = (meets or list(near))[0].instrument
    question = f"What did {subject.title} say at that time? The text of that time is not held."
    asked = MissingFact(TEXT_NOT_HELD, subject.id, question, "its text of that time, which is not held")
    records = tuple(s.record(DayStatus.NOT_HELD) for s in near)
    return Standing(Truth.UNKNOWN, records, "the text of that time is not held", (asked,))


def in_force(
    context: Context, cites: Sequence[Cite], at: str, *, whole: bool = False
) -> tuple[Outcome, Standing]:
    """The implied element `in force`, and the clause records behind it; see `standing`."""
    found = standing(context, cites, at, whole=whole)
    return Outcome(Readings.same(found.truth), found.why, found.missing), found
