"""How a finding is told: its elements, where its readings stop, and the reason; composed when somebody reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from compliance.evaluate.ask import IN_FORCE, Asked, texts_of
from compliance.evaluate.world import World
from compliance.later import Later, later
from compliance.model.answered.finding import ElementResult, MissingFact
from compliance.model.declared.route import Route
from compliance.model.packs.besides import Prose, prose_of
from compliance.model.packs.operator import DefinitionOp, ReachOp, ReachSets
from compliance.model.packs.reach import Reach
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import Position, Readings, Truth, position_of
from compliance.model.shapes.shape import Shape


class Telling(NamedTuple):
    """What tells a finding."""

    elements: tuple[ElementResult, ...]
    stopped: tuple[str, ...]
    reason: str


def told_later(make: Callable[[], Telling]) -> dict[str, object]:
    """Attributes of a finding, composed together when somebody reads one of them; what they are made of is let go."""
    told = Later(make)

    def part(place: int) -> Callable[[], object]:
        return lambda: told.value()[place]

    return {name: later(part(place)) for place, name in enumerate(Telling._fields)}


def reach_sets(world: World, rule: Rule) -> list[ReachSets]:
    """The reach tests among the rule's elements, definitions followed."""
    if rule.id in world.reach_sets:
        return world.reach_sets[rule.id]
    found: list[ReachSets] = []

    def walk(op: object) -> None:
        if isinstance(op, ReachOp):
            found.append(op.reach)
        elif isinstance(op, DefinitionOp):
            walk(world.knowledge.definitions[op.definition].test)
        elif isinstance(op, tuple):
            for item in op:
                walk(item)
        elif isinstance(op, Shape):
            for value in op.__dict__.values():
                walk(value)

    walk(tuple(rule.when.values()))
    world.reach_sets[rule.id] = found
    return found


_CLASS_WORDS: dict[Reach, str] = {
    "itself": "the artifact itself",
    "copy": "content passed on as data",
    "student": "a model trained on the content",
    "descendant": "a further generation",
    "derivative": "weights in common",
    "signal": "labels, scores or selection only",
    "loaded": "loaded by whoever runs it, not held",
}


def stopped(world: World, rule: Rule, routes: tuple[Route, ...]) -> Iterator[str]:
    """Where routes that exist leave what the rule's reach tests, taken together, accept on a reading."""
    sets = reach_sets(world, rule)
    if not sets:
        return
    accepted = {r: {c for one in sets for c in getattr(one, r)} for r in ("narrow", "plain", "broad")}
    for route in routes:
        outside = [r for r, classes in accepted.items() if route.reach not in classes]
        if outside:
            hop = _turning_hop(route)
            at = f" at {hop}" if hop else ""
            words = "every" if len(outside) == len(accepted) else "the " + " and ".join(outside)
            way = " → ".join(key.rpartition("~")[2] for key in route.artifacts)
            yield f"{way}: {_CLASS_WORDS[route.reach]}{at}, outside {words} reading"


def _turning_hop(route: Route) -> str:
    """The step at which the route leaves the nearer classes: the second generation, or the first signal."""
    generations = 0
    for hop in route.hops:
        generations += hop.relations.count("outputs") + hop.relations.count("weights") * (
            route.reach == "derivative"
        )
        if "signal" in hop.relations or (generations > 1 and "outputs" in hop.relations):
            return f"one of {hop.step}" if hop.stands_for_more else f"step {hop.step}"
    return ""


def reason_of(rule: Rule, asked: Asked, bites: Readings, missing: tuple[MissingFact, ...]) -> str:
    """One sentence that says why the position is what it is."""
    position = position_of(bites)
    when = [e for e in asked.elements if not e.exception and e.name != IN_FORCE]
    if position is Position.NEEDS_FACTS:
        asks = " ".join(fact.question for fact in missing[:2])
        return f"Cannot be said without facts: {asks}"
    if position is Position.CLEAR:
        return _why_clear(rule, asked)
    said = "; ".join(dict.fromkeys(e.sentence for e in when if e.sentence))
    if position is Position.BREACH:
        return f"On every reading: {said}"
    reading = "plain" if position is Position.ARGUABLE else "broad"
    narrower = "narrow" if position is Position.ARGUABLE else "plain"
    stops = [e.name for e in asked.elements if _contribution(e, narrower) is not Truth.YES]
    return f"On the {reading} reading: {said}. The {narrower} reading stops at: {', '.join(stops)}"


def _contribution(element: ElementResult, reading: str) -> Truth:
    readings = ~element.readings if element.exception else element.readings
    return getattr(readings, reading)  # type: ignore[no-any-return]


def _why_clear(rule: Rule, asked: Asked) -> str:
    for element in asked.elements:
        if _contribution(element, "broad") is Truth.NO:
            if element.exception and element.name == IN_FORCE:
                return f"Permitted: {_prose(rule, asked).says}"
            if element.exception:
                return f"Excepted: {element.sentence}"
            because = _prose(rule, asked).clear_because or f"“{element.name.replace('-', ' ')}” does not hold"
            return f"{because.rstrip('.')}: {element.sentence}"
    return _prose(rule, asked).clear_because or "no element bites"


def _prose(rule: Rule, asked: Asked) -> Prose:
    return prose_of(rule, texts_of(rule, asked.context))
