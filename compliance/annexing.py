"""Annexes of a report: what plans, scenarios, exposure and shares come to, in a few lines each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from compliance import pipeline, planning
from compliance.errors import Fault, UsageError
from compliance.model.answered.annex import ANNEXES, Annex, AnnexKey, Bar
from compliance.model.answered.supposed import CaseOutcome, Outcome, weight
from compliance.model.declared.share import percent
from compliance.model.packs.truth import Position
from compliance.render.sheet.exposure import place_words
from compliance.render.sheet.exposure_words import way_words
from compliance.render.view.words import FORCE_WORD, POSITION_WORD, clean, count, listed, sentence

if TYPE_CHECKING:
    from compliance.model.answered.exposure import Exposure
    from compliance.model.answered.plan import Need, Planning

_ACTS = 6
_SOURCES = 6
_HELD = 4
ORIGIN = ("CN", "HK", "MO")
"""The origin at which texts and bills look that the packs hold."""


def annexes(question: planning.Question, wanted: Sequence[str]) -> tuple[Annex, ...]:
    """The annexes that were asked for, in a fixed order. Raises `UsageError` for one that is not known."""
    for one in wanted:
        if one not in ANNEXES:
            what = f"--with {one!r} is not known"
            raise UsageError(Fault(None, what, f"choose of {', '.join(ANNEXES)}"))
    made = {"plan": _plan, "whatif": _whatif, "exposure": _exposure, "shares": _shares}
    return tuple(made[key](question) for key in ANNEXES if key in wanted)


def _annex(key: AnnexKey, title: str, lines: Iterator[str], command: str, bars: Sequence[Bar] = ()) -> Annex:
    return Annex(key, title, tuple(lines), tuple(bars), command)


def _plan(question: planning.Question) -> Annex:
    title = "What would settle it at the least cost"
    from compliance.load.packs.costs import load_costs

    costs, lines = load_costs(question.knowledge), list[str]()
    for name, one in planning.by_variant(question).items():
        head = f"{clean(name)}: " if name else ""
        try:
            found = planning.find_plans(one, costs, alternatives=1 if name else 2)
        except UsageError as error:
            return _annex(
                "plan", title, (sentence(clean(one.what)) for one in error.faults), "compliance plan"
            )
        lines += [f"{head}{line}" for line in _planned(found)]
    return _annex("plan", title, iter(lines), "compliance plan")


def _planned(found: Planning) -> Iterator[str]:
    if not found.open:
        yield "Nothing is open, and there is nothing to plan."
    for number, plan in enumerate(found.plans):
        first = (
            "The cheapest set of changes"
            if found.complete
            else "A set of changes, not known to be the cheapest,"
        )
        head = first if number == 0 else "Another way"
        doing = [need for need in plan.needs if not need.act.question]
        asked = [need for need in plan.needs if need.act.question]
        told = f" To do: {_acts(doing)}." if doing else ""
        rests = f" It rests on answers that only the facts can give: {_acts(asked)}." if asked else ""
        yield f"{head} costs {plan.cost}.{told}{rests}"
    if found.plans:
        yield "Each was proved by evaluating the manifest as it would be; costs are the project's own to set."
    elif found.open and found.complete:
        asks = dict.fromkeys(clean(text) for one in found.obstacles for text in one.item.asks)
        if asks:
            yield f"To be answered first: {' '.join(list(asks)[:_ACTS])}"
        together = listed([f"“{clean(one.item.title)}”" for one in found.obstacles[:_ACTS]])
        yield f"There is no plan: no set of the known changes settles these together: {together}."
    elif found.open:
        yield "No plan was found before the search was ended."


def _acts(needs: Sequence[Need]) -> str:
    told = [clean(need.act.says).rstrip(".") for need in needs[:_ACTS]]
    left = len(needs) - len(told)
    return "; ".join([*told, f"and {left} more"] if left > 0 else told)


def _whatif(question: planning.Question) -> Annex:
    from compliance.load.packs.scenarios import load_scenarios

    outcomes = [
        pipeline.whatif(question.loaded, question.knowledge, question.as_of, one)
        for one in load_scenarios(question.knowledge)
    ]
    return _annex("whatif", "If something were otherwise", _supposed(outcomes), "compliance whatif")


def _supposed(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What would move first; what nothing looks at in one line."""
    still = []
    for outcome in outcomes:
        cases = [f"{clean(case.title)}: {told}" for case in outcome.cases if (told := _case(case))]
        if cases:
            yield f"{clean(outcome.title)}. {'; '.join(cases[:_HELD])}."
        else:
            still.append(clean(outcome.title))
    if still:
        yield f"Nothing would move under: {'; '.join(still)}."
    yield "Nothing of this counts for the check, and what is proposed binds nobody today."


def _case(case: CaseOutcome) -> str:
    worse = [row for row in case.rows if row.moved and weight(row.after) > weight(row.before)]
    better = [row for row in case.rows if row.moved and weight(row.after) < weight(row.before)]
    if not worse:
        return f"{count(len(better), 'answer')} would stand better" if better else ""
    heaviest = max(worse, key=lambda row: weight(row.after))
    position = heaviest.after.position if heaviest.after else Position.CLEAR
    return f"{count(len(worse), 'answer')} would stand worse, at worst {POSITION_WORD[position]}"


def _exposure(question: planning.Question) -> Annex:
    found = pipeline.exposure(question.loaded, question.knowledge, question.as_of, ORIGIN)
    where = place_words(ORIGIN[0])
    lines = _exposed(found, where)
    return _annex(
        "exposure", f"Exposure to origin: {where}", lines, f"compliance whatif --exposure {ORIGIN[0]}"
    )


def _exposed(found: Sequence[Exposure], where: str) -> Iterator[str]:
    if not found:
        yield f"No release holds anything of a developer in {where}, as far as is known."
        return
    binding = dict.fromkeys(clean(text.title) for one in found for text in one.binding)
    yield f"In force today, and not clear: {'; '.join(binding)}." if binding else "Nothing binds today."
    for one in found:
        held = [f"{clean(each.name)} ({way_words(each)})" for each in one.exposed[:_HELD]]
        left = len(one.exposed) - len(held)
        more = [f"{left} more"] if left > 0 else []
        yield f"{clean(one.name)} holds {listed([*held, *more])}."
    texts = dict.fromkeys(
        f"{clean(text.title)} ({FORCE_WORD[text.force]})"
        for one in found
        for text in one.touching
        if not text.binds
    )
    if texts:
        yield f"Texts that would look at it: {'; '.join(texts)}."


def _shares(question: planning.Question) -> Annex:
    bars = []
    for step in planning.find_shares(question.loaded, question.knowledge):
        for row in step.sources[:_SOURCES]:
            if row.any_depth.high > 0:
                label = f"{clean(row.name)} in {clean(step.step)}"
                bars.append(Bar(label, row.any_depth.low, row.any_depth.high, percent(row.any_depth)))
    lines = ["No step that leads to a release trains anything, or nothing is known of its sources."]
    if bars:
        lines = [
            "Which part of the training data of a step descends from which source, over all generations."
        ]
    return _annex("shares", "Shares of training data", iter(lines), "compliance shares", bars[: 3 * _SOURCES])
