"""What the answers cannot reach: undisclosed foundations, records that nobody checked, texts that are not held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.evaluate.bindings import World
from compliance.model.finding import TEXT_NOT_HELD, Finding, Limit
from compliance.model.lineage import BY_NAME, NOT_LOOKED_UP, UNDISCLOSED


def limits(world: World, findings: Sequence[Finding]) -> tuple[Limit, ...]:
    """One line per kind of limit, with everything that it concerns."""
    return (*_undisclosed(world), *_not_checked(world), *_weak_ancestry(world), *_not_held(findings))


def _undisclosed(world: World) -> Iterator[Limit]:
    nodes = [world.target(release).node for release in world.lineage.releases]
    found: dict[str, dict[str, None]] = {why: {} for why in _OF_A_FOUNDATION}
    for node in nodes:
        for key, classes in world.reaches(node).items():
            artifact = world.lineage.artifacts[key]
            if artifact.making.state == "foundation" and {"itself", "derivative"} & set(classes):
                found[artifact.making.why][artifact.name] = None
    for why, names in found.items():
        if names:
            told = f"What {', '.join(names)} was trained on {_OF_A_FOUNDATION[why]}"
            yield Limit("making", tuple(names), told)


_OF_A_FOUNDATION = {
    UNDISCLOSED: "is not disclosed by its developer; nothing is said of it.",
    NOT_LOOKED_UP: "was not looked up for the registry; its developer's card or paper may say it.",
}


_WEAKLY = {
    "secondary": "known from a list or at second hand",
    "memory": "recorded from memory",
}
"""How records are known of which no card or licence file was read."""
_NAMED = 8


def _not_checked(world: World) -> Iterator[Limit]:
    """Licences and makings that the registry gave without a card or licence file behind them."""
    found: dict[str, dict[str, None]] = {assurance: {} for assurance in _WEAKLY}
    for release in world.lineage.releases:
        for key in world.reaches(world.target(release).node):
            artifact = world.lineage.artifacts[key]
            if artifact.recorded in _WEAKLY:
                found[artifact.recorded][artifact.name] = None
    for assurance, names in found.items():
        if names:
            yield Limit(
                "record",
                tuple(names),
                f"What the registry gave for {_listed(list(names))} is {_WEAKLY[assurance]}: licence and making need "
                "its card or licence file before anything rests on them.",
            )


_WEAK_ANCESTRY = {
    BY_NAME: "is read out of the name of what is made from it",
    "memory": "is recorded from memory",
}


def _weak_ancestry(world: World) -> Iterator[Limit]:
    """Ancestors that stand in the lineage although no card, README or paper was read that says so."""
    found: dict[str, dict[str, None]] = {how: {} for how in _WEAK_ANCESTRY}
    for release in world.lineage.releases:
        for key in world.reaches(world.target(release).node):
            artifact = world.lineage.artifacts[key]
            if artifact.ancestry_known in found:
                found[artifact.ancestry_known][artifact.name] = None
    for how, names in found.items():
        if names:
            told = f"That {_listed(list(names))} stands behind this {_WEAK_ANCESTRY[how]}"
            yield Limit("ancestry", tuple(names), f"{told}; the manifest does not say it.")


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
