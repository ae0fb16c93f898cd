"""A search for plans, and a survey of licences, put into sections of plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from compliance.model.answered.plan import Act, LicenceOutcome, Need, OpenItem, Plan, Planning
from compliance.model.packs.truth import READINGS
from compliance.render.explain.rule import Line, Section
from compliance.render.view.words import GATE_WORD, POSITION_WORD, clean, count, listed, sentence

_SHOWN = 4
_POSITIONS = {position.value: word for position, word in POSITION_WORD.items()}


def plan_sections(planning: Planning, *, explain: bool = False) -> tuple[Section, ...]:
    """What is open, each plan with what to do and to find out, or why there is none.

    `explain` adds which findings every act is for and how the plans were found.
    """
    reading = GATE_WORD[planning.gate]
    if not planning.open:
        return (Section(f"Nothing is open {reading}; there is nothing to plan.", ()),)
    found = [
        _plan(number, plan, explain, cheapest=planning.complete)
        for number, plan in enumerate(planning.plans, 1)
    ]
    parts = [Section(f"Open {reading}: {_open_words(planning.open)}", tuple(_causes(planning.open)))]
    parts += found or [_none(planning)]
    parts.append(Section("How far this goes", tuple(_limits(planning, explain))))
    return tuple(parts)


def variant_sections(plannings: Mapping[str, Planning], *, explain: bool = False) -> tuple[Section, ...]:
    """The plans of every variant, the one that costs least told first in a line of its own."""
    if set(plannings) == {""}:
        return plan_sections(plannings[""], explain=explain)
    costs = {
        name: 0 if not one.open else one.plans[0].cost
        for name, one in plannings.items()
        if one.plans or not one.open
    }
    lines = [
        Line(f"{clean(name)}: {f'cost {costs[name]}' if name in costs else 'no plan'}", "·")
        for name in plannings
    ]
    parts = [Section("Each variant at its least cost", tuple(lines))]
    for name, one in plannings.items():
        told = plan_sections(one, explain=explain)
        parts += [Section(f"{clean(name)} · {section.title}", section.lines) for section in told]
    return tuple(parts)


def _open_words(items: Sequence[OpenItem]) -> str:
    """How many entries a report has under what stands open, and of how many findings they are."""
    points = len({item.cause for item in items})
    return count(points, "point") + (f" of {count(len(items), 'finding')}" if len(items) > points else "")


def _causes(items: Sequence[OpenItem]) -> Iterator[Line]:
    by_cause: dict[str, list[OpenItem]] = {}
    for item in items:
        by_cause.setdefault(item.cause, []).append(item)
    for together in by_cause.values():
        lead = together[0]
        more = f", and {len(together) - 1} more" if len(together) > 1 else ""
        yield Line(f"{_item(lead)}{more}", "·")


def _item(item: OpenItem) -> str:
    source = f"{clean(item.source_name)} behind " if item.source_name else ""
    return (
        f"{clean(item.title)} ({source}{clean(item.release)}: {_POSITIONS.get(item.position, item.position)})"
    )


def _plan(number: int, plan: Plan, explain: bool, *, cheapest: bool) -> Section:
    doing = [need for need in plan.needs if not need.act.question]
    asked = [need for need in plan.needs if need.act.question]
    first = "The cheapest plan" if cheapest else "A plan, not known to be the cheapest"
    name = first if number == 1 else f"Plan {number}, another way"
    lines = [Line(f"{count(len(doing), 'thing')} to do:")] if doing else []
    lines += [line for n, need in enumerate(doing, 1) for line in _need(f"{n}.", need, explain)]
    if asked:
        lines.append(Line(f"{count(len(asked), 'answer')} that it rests on, to be checked first:"))
        lines += [line for need in asked for line in _need("?", need, explain)]
    return Section(f"{name} · cost {plan.cost}", tuple(lines))


def _need(lead: str, need: Need, explain: bool) -> Iterator[Line]:
    cost = f" [{need.act.cost}]"
    yield Line(clean(need.act.says) + cost, lead)
    if explain:
        yield Line(f"named {clean(need.act.key)} in a file of costs", "", 1)
        for item in need.settles:
            yield Line(_item(item), "for", 1)


def _none(planning: Planning) -> Section:
    if not planning.complete:
        bound = f" No plan costs less than {planning.bound}." if planning.bound else ""
        return Section(
            "No plan found: the search was ended before its end", (Line(f"{bound.strip() or '–'}"),)
        )
    asks = tuple(dict.fromkeys(text for obstacle in planning.obstacles for text in obstacle.item.asks))
    lines = [Line("To be answered first, since no known change takes an answer's place:")] if asks else []
    lines += [Line(clean(text), f"{number}.") for number, text in enumerate(asks[:_SHOWN], 1)]
    lines.append(Line("No set of the known changes settles these together:"))
    for obstacle in planning.obstacles:
        lines.append(Line(_item(obstacle.item), "·"))
        if obstacle.acts:
            told = [clean(act.says) for act in obstacle.acts[:_SHOWN]]
            more = len(obstacle.acts) - len(told)
            lines += [Line(text, "could", 1) for text in told]
            lines += [Line(f"and {more} more, none of which settles it with the rest", "", 1)] if more else []
        elif not obstacle.item.asks:
            lines.append(Line("no change is known that bears on it", "", 1))
    return Section("There is no plan before an answer" if asks else "There is no plan", tuple(lines))


def _limits(planning: Planning, explain: bool) -> Iterator[Line]:
    if planning.plans:
        among = f"sets of the {count(planning.considered, 'change')} that were considered"
        least = f"The first costs least of all {among}."
        if not planning.complete:
            least = (
                f"It is not known to be the cheapest: of all {among}, none costs less than {planning.bound}."
            )
        yield Line(
            f"Each plan was proved by evaluating the manifest as it would be: nothing is then open. {least}"
        )
    if explain:
        yield Line(f"{count(planning.evaluations, 'proposal')} evaluated, the manifest as it is among them.")
    yield Line(
        "Costs are the project's own to set (--costs). A permission is taken as given, a replacement as one that "
        "keeps what is said of it; neither is known before it is there."
    )
    for note in planning.notes:
        yield Line(clean(note))


def licence_sections(outcomes: Sequence[LicenceOutcome]) -> tuple[Section, ...]:
    """Which licences every release can carry on which reading, and what speaks against the others."""
    parts = []
    for release, given in groupby(outcomes, key=lambda one: one.release):
        held = list(given)
        parts.append(Section(f"Licences for {clean(release)}: {_best(held)}", tuple(_licences(held))))
    limit = Line(
        "Only rules that look at the licence of the release were asked; other points stay open whatever it is, and a "
        "licence that is not listed was not tried."
    )
    return (*parts, Section("How far this goes", (limit,)))


def _best(outcomes: Sequence[LicenceOutcome]) -> str:
    for reading in reversed(READINGS):
        free = [one.licence for one in outcomes if reading in one.readings]
        if free:
            return f"{count(len(free), 'licence')} on the {reading} reading"
    return "none, on any reading"


def _licences(outcomes: Sequence[LicenceOutcome]) -> Iterator[Line]:
    for readings, why, due, together in _alike(outcomes):
        names = [_licence(one) for one in together]
        carried = f"on the {listed(list(readings))} reading" if readings else "on no reading"
        yield Line(f"{clean(listed(names))}: {carried}", "·")
        for reading, items in why:
            told = dict.fromkeys(_item(item) for item in items)
            for text in list(told)[:_SHOWN]:
                yield Line(sentence(text), f"{reading}:", 1)
        for act in due if readings else ():
            yield Line(clean(act.says), "with:", 1)


def _licence(one: LicenceOutcome) -> str:
    said = ["stated"] if one.stated else []
    said += ["the release then not commercial"] if one.non_commercial else []
    return f"{one.licence} ({', '.join(said)})" if said else one.licence


Alike = tuple[
    tuple[str, ...],
    tuple[tuple[str, tuple[OpenItem, ...]], ...],
    tuple[Act, ...],
    list[LicenceOutcome],
]


def _alike(outcomes: Sequence[LicenceOutcome]) -> list[Alike]:
    """Licences against which the same speaks, together; what speaks on a reading is told on the narrowest it does."""
    found: dict[tuple[object, ...], Alike] = {}
    for one in outcomes:
        told: set[tuple[str, ...]] = set()
        why = []
        for reading in READINGS:
            fresh = tuple(item for item in one.blocked[reading] if item.key not in told)
            told |= {item.key for item in fresh}
            if fresh:
                why.append((reading, fresh))
        reasons = tuple((reading, tuple(item.key for item in items)) for reading, items in why)
        key = (one.readings, reasons, tuple(act.key for act in one.due))
        found.setdefault(key, (one.readings, tuple(why), one.due, []))[3].append(one)
    return list(found.values())
