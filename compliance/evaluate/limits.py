"""What the answers cannot reach: undisclosed foundations, and texts that the packs do not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.evaluate.bindings import World
from compliance.model.finding import TEXT_NOT_HELD, Finding, Limit


def limits(world: World, findings: Sequence[Finding]) -> tuple[Limit, ...]:
    """One line per kind of limit, with everything that it concerns."""
    return (*_undisclosed(world), *_not_held(findings))


def _undisclosed(world: World) -> Iterator[Limit]:
    nodes = [world.target(release).node for release in world.lineage.releases]
    found: dict[str, None] = {}
    for node in nodes:
        for key, classes in world.reaches(node).items():
            artifact = world.lineage.artifacts[key]
            if artifact.making.state == "foundation" and {"itself", "derivative"} & set(classes):
                found[artifact.name] = None
    if found:
        names = tuple(found)
        yield Limit(
            "making",
            names,
            f"What {', '.join(names)} was trained on is not disclosed by its developer; nothing is said of it.",
        )


def _not_held(findings: Sequence[Finding]) -> Iterator[Limit]:
    asked = {fact for finding in findings for fact in finding.missing if fact.fact == TEXT_NOT_HELD}
    if asked:
        subjects = tuple(sorted({fact.subject for fact in asked}))
        yield Limit(
            "text",
            subjects,
            f"Texts of that time are not held: {', '.join(subjects)}. What they said is not known.",
        )
