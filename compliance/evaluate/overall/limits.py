"""What the answers cannot reach: undisclosed foundations, records that nobody checked, texts that are not held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from compliance.evaluate.world import World
from compliance.model.answered.finding import TEXT_NOT_HELD, Finding, Limit
from compliance.model.declared.lineage import (
    BY_NAME,
    NOT_LOOKED_UP,
    PARTS_NOT_LOOKED_UP,
    UNDISCLOSED,
    Artifact,
)


def limits(world: World, findings: Sequence[Finding]) -> tuple[Limit, ...]:
    """One line per kind of limit, with everything that it concerns."""
    return (*_undisclosed(world), *_not_checked(world), *_weak_ancestry(world), *_not_held(findings))


def _undisclosed(world: World) -> Iterator[Limit]:
    nodes = [world.target(release).node for release in world.lineage.releases]
    found: dict[str, dict[str, None]] = {why: {} for why in _OF_A_FOUNDATION}
    for node in nodes:
        for key, classes in world.reaches(node).items():
            artifact = world.lineage.artifacts[key]
            carried = _CARRIED_ROWS if artifact.making.why == PARTS_NOT_LOOKED_UP else _CARRIED_WEIGHTS
            if artifact.making.state == "foundation" and carried & set(classes):
                found[artifact.making.why][artifact.name] = None
    for why, names in found.items():
        if names:
            told = _OF_A_FOUNDATION[why].format(", ".join(names))
            yield Limit("making", tuple(names), told)


_OF_A_FOUNDATION = {
    UNDISCLOSED: "What {} was trained on is not disclosed by its developer; nothing is said of it.",
    NOT_LOOKED_UP: "What {} was trained on was not looked up for the registry; "
    "its developer's card or paper may say it.",
    PARTS_NOT_LOOKED_UP: "How {} came about, from which a foundation learned, was not looked up for the registry.",
}
_CARRIED_WEIGHTS = {"itself", "derivative"}
_CARRIED_ROWS = {"copy", "student"}
"""As what something reaches a release that can carry somebody's terms with it on the ordinary reading."""


_WEAKLY = {
    "secondary": "known from a list or at second hand",
    "memory": "recorded from memory",
}
"""How records are known of which no card or licence file was read."""
_NAMED = 8


def _not_checked(world: World) -> Iterator[Limit]:
    """Licences and makings that the registry gave without a card or licence file behind them."""
    for assurance, names in _by(world, lambda artifact: artifact.recorded, _WEAKLY):
        told = f"What the registry gave for {_listed(names)} is {_WEAKLY[assurance]}"
        needed = "licence and making need its card or licence file before anything rests on them."
        yield Limit("record", tuple(names), f"{told}: {needed}")


_WEAK_ANCESTRY = {
    BY_NAME: "is read out of the name of what is made from it",
    "memory": "is recorded from memory",
}


def _weak_ancestry(world: World) -> Iterator[Limit]:
    """Ancestors that stand in the lineage although no card, README or paper was read that says so."""
    for how, names in _by(world, lambda artifact: artifact.ancestry_known, _WEAK_ANCESTRY):
        told = f"That {_listed(names)} stands behind this {_WEAK_ANCESTRY[how]}"
        yield Limit("ancestry", tuple(names), f"{told}; the manifest does not say it.")


def _by(
    world: World, word: Callable[[Artifact], str], words: Iterable[str]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Each of these words that what reaches a release goes by, with the names of all that does."""
    found: dict[str, dict[str, None]] = {one: {} for one in words}
    for release in world.lineage.releases:
        for key in world.reaches(world.target(release).node):
            artifact = world.lineage.artifacts[key]
            if word(artifact) in found:
                found[word(artifact)][artifact.name] = None
    return ((one, list(names)) for one, names in found.items() if names)


def _listed(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - _NAMED
    return ", ".join([*names[:_NAMED], *([f"{more} more"] if more > 0 else [])])


def _not_held(findings: Sequence[Finding]) -> Iterator[Limit]:
    asked = {fact for finding in findings for fact in finding.missing if fact.fact == TEXT_NOT_HELD}
    if asked:
        subjects = tuple(sorted({fact.subject for fact in asked}))
        yield Limit(
            "text",
            subjects,
            f"Texts of that time are not held: {', '.join(subjects)}. What they said is not known.",
        )
