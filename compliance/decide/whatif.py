"""Run a scenario: the same rules put before and after its changes, case by case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from compliance.decide.moves import pairs
from compliance.decide.substitution import replaced, substitute_for
from compliance.decide.supposing import Ask, World, suppose
from compliance.model.answered.exposure import Exposure
from compliance.model.answered.finding import Finding
from compliance.model.answered.supposed import CaseOutcome, Moved, Outcome, Standing
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.substitutes import Substitute
from compliance.model.packs.rule import Pack, PackHead
from compliance.model.packs.scenario import Case, Scenario

Expose = Callable[[World, Sequence[Finding], Sequence[str]], tuple[Exposure, ...]]
"""What releases hold of some origins, given the findings of a world."""


@dataclass(frozen=True, slots=True)
class Means:
    """What evaluating needs, handed in by whoever may: stages do not know each other."""

    ask: Ask
    expose: Expose


def run(scenario: Scenario, world: World, means: Means) -> Outcome:
    """What a scenario makes of a world; nothing of it counts for any check."""
    cases = tuple(_case(scenario, case, world, means) for case in scenario.cases)
    rows = [row for case in cases for row in case.rows if row.before and row.before.counts]
    return Outcome(
        scenario=scenario.id,
        title=scenario.title,
        today=scenario.today,
        verified_on=scenario.verified_on,
        sources=scenario.sources,
        as_of=world.as_of.isoformat(),
        binding=tuple({(r.rule, r.release, r.source): r for r in rows}.values()),
        cases=cases,
        side_by_side=scenario.side_by_side,
        records=scenario.records,
        does_not_cover=scenario.does_not_cover,
        releases=_names(world),
    )


def _names(world: World) -> tuple[tuple[str, str], ...]:
    artifacts = world.lineage.artifacts
    return tuple((r.key, r.name or artifacts[r.artifact].name) for r in world.lineage.releases)


def _case(scenario: Scenario, case: Case, world: World, means: Means) -> CaseOutcome:
    today = replace(world, knowledge=looked_at(world.knowledge, scenario, case))
    then = suppose(today, case.changes)
    before = [one for one in means.ask(today) if one.own]
    after = [one for one in means.ask(then) if one.own]
    exposures = means.expose(then, after, scenario.origins) if scenario.origins else ()
    swapped = _swapped(then, exposures)
    enacted = tuple(rule for change in case.changes if change.enact for rule in change.enact.rules)
    rows = _marked(pairs(before, after), enacted)
    outcome = CaseOutcome(case.id, case.title, case.supposes, rows, enacted, exposures)
    if not swapped:
        return outcome
    with_them = replace(then, lineage=replaced(then.lineage, dict(swapped)))
    again = [one for one in means.ask(with_them) if one.own]
    asked = _asked(replace(with_them, knowledge=world.knowledge), swapped, means)
    rows = _marked(_still_put(pairs(after, again), swapped), enacted, both=True)
    return replace(outcome, swapped=swapped, replaced=rows, asked_anew=asked)


def _marked(rows: tuple[Moved, ...], enacted: Sequence[str], *, both: bool = False) -> tuple[Moved, ...]:
    """The answers, those of rules that are law in the case only marked so; `both` where none of the two is today's."""

    def marked(one: Standing | None) -> Standing | None:
        return one and replace(one, supposed=True)

    return tuple(
        replace(row, before=marked(row.before) if both else row.before, after=marked(row.after))
        if row.rule in enacted
        else row
        for row in rows
    )


def _asked(world: World, swapped: Sequence[tuple[str, Substitute]], means: Means) -> tuple[Moved, ...]:
    """What the law and the licences of today ask of the substitutes."""
    ids = {key for key, _ in swapped}
    own = [one for one in means.ask(world) if one.own and one.source in ids]
    return tuple(row for row in pairs(own, own) if row.after and row.after.counts)


def _still_put(rows: tuple[Moved, ...], swapped: Sequence[tuple[str, Substitute]]) -> tuple[Moved, ...]:
    """The answers that a substitute moves or could have moved."""
    ids = {key for key, _ in swapped}
    return tuple(row for row in rows if row.moved or row.source is None or row.source in ids)


def _swapped(world: World, exposures: Sequence[Exposure]) -> tuple[tuple[str, Substitute], ...]:
    """For every artifact at which a text looks on the plain reading, something else of its function and size."""
    found: dict[str, Substitute] = {}
    for exposure in exposures:
        looked_at = {
            touch.artifact
            for text in exposure.touching
            for touch in text.artifacts
            if touch.readings.plain.value
        }
        for one in exposure.exposed:
            given = substitute_for(one, exposure.substitutes)
            if one.artifact in looked_at and one.kind != "dataset" and given and "itself" not in one.ways:
                found.setdefault(one.artifact, given)
    return tuple(found.items())


def looked_at(knowledge: Knowledge, scenario: Scenario, case: Case) -> Knowledge:
    """What is known, with no other rules than the case looks at, the scenario's own among them."""
    head = PackHead(id="scenario", title=scenario.title, family="law:scenario", version="1")
    packs = (*knowledge.packs, Pack(pack=head, rules=scenario.rules)) if scenario.rules else knowledge.packs
    kept = []
    for pack in packs:
        rules = tuple(
            rule
            for rule in pack.rules
            if rule.id in case.looks_at
            or any((rule.family or pack.pack.family).startswith(family) for family in case.families)
        )
        if rules:
            kept.append(pack.model_copy(update={"rules": rules}))
    return replace(knowledge, packs=tuple(kept))
