"""Exposure to law that is not law: what a US publisher holds of certain origins, and which texts would look at it.

It reads findings and lineage only. Nothing here counts: what binds today is among the findings already, and is told
first; the rest are bills, drafts, memos and letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compliance.evaluate import operators
from compliance.evaluate.bindings import World
from compliance.model.exposure import Exposed, Exposure, Touching, Way
from compliance.model.finding import Finding
from compliance.model.knowledge import Knowledge
from compliance.model.manifest import Release
from compliance.model.operator import FactOp, Selector
from compliance.model.reach import Reach
from compliance.model.report import COUNTED
from compliance.model.rule import Rule
from compliance.model.substitutes import FOUND, PURPOSES, SIZES, Substitute
from compliance.model.truth import Position, Truth

US_PUBLISHER = "law/us-person-stated"
"""Definition that says whether a publisher is stated to be a US person."""
_WAYS: dict[Reach, Way] = {
    "itself": "itself", "derivative": "weights", "copy": "outputs", "student": "outputs",
    "descendant": "later generation", "signal": "signal", "loaded": "loaded",
}  # fmt: skip
_STILL = (Position.CLEAR, Position.NOT_APPLICABLE)


def exposures(world: World, findings: Sequence[Finding]) -> tuple[Exposure, ...]:
    """One value for each release of a US publisher that holds something of the origins the registry names.

    Arguments: the evaluated world and its findings. Releases that hold nothing of the kind, and publishers elsewhere,
    have none.
    """
    origins = frozenset(c for file in world.knowledge.registry.substitutes for c in file.origins)
    looking = _looking(world.knowledge, origins)
    found = []
    for release in world.lineage.releases:
        exposed = tuple(_exposed(world, release, origins))
        if exposed and _of_us_publisher(world, release):
            texts = [
                _touching(f) for f in findings if f.own and f.release == release.key and f.rule in looking
            ]
            found.append(_exposure(world, release, exposed, texts))
    return tuple(found)


def _exposure(
    world: World, release: Release, exposed: tuple[Exposed, ...], texts: Sequence[Touching]
) -> Exposure:
    return Exposure(
        release=release.key,
        exposed=exposed,
        touching=tuple(
            sorted((t for t in texts if t.position not in _STILL), key=lambda t: (not t.binds, t.rule))
        ),
        untouched=tuple(sorted((t for t in texts if t.position in _STILL), key=lambda t: t.rule)),
        substitutes=substitutes_for(release.function, world.knowledge),
    )


def substitutes_for(function: str, knowledge: Knowledge) -> tuple[Substitute, ...]:
    """Models of the same function: those first behind which nothing was found, then by size and name."""
    wanted = PURPOSES.get(function, ())
    found = [
        one
        for file in knowledge.registry.substitutes
        for one in file.substitutes
        if set(wanted) & set(one.purposes)
    ]
    return tuple(sorted(found, key=lambda one: (_marked(one), SIZES.index(one.size), one.id)))


def _marked(one: Substitute) -> int:
    """Weights weigh more than outputs: an origin rule looks at the former alone."""
    return 2 * (one.weights in FOUND) + (one.outputs in FOUND)


def _exposed(world: World, release: Release, origins: frozenset[str]) -> Iterator[Exposed]:
    for key, classes in world.reached_by(world.target(release)).items():
        one = world.lineage.artifacts[key]
        if one.kind in ("model", "service", "dataset") and origins & set(one.country) and not one.made_here:
            yield Exposed(key, one.name, one.developer, one.country, _ways(classes))


def _ways(classes: Mapping[Reach, Truth]) -> tuple[Way, ...]:
    held = {_WAYS[reach] for reach, truth in classes.items() if truth is not Truth.NO}
    return tuple(way for way in dict.fromkeys(_WAYS.values()) if way in held)


def _of_us_publisher(world: World, release: Release) -> bool:
    definition = world.knowledge.definitions.get(US_PUBLISHER)
    if definition is None:
        return False
    context = world.context(world.target(release))
    return operators.evaluate(definition.test, context).readings.plain is Truth.YES


def _looking(knowledge: Knowledge, origins: frozenset[str]) -> frozenset[str]:
    """Ids of the rules of law that choose what they look at by its origin or its developer."""
    return frozenset(
        rule.id
        for pack, rule in knowledge.rules()
        if (rule.family or pack.pack.family).startswith("law") and _by_origin(rule, knowledge, origins)
    )


def _by_origin(rule: Rule, knowledge: Knowledge, origins: frozenset[str]) -> bool:
    for node in knowledge.nodes(rule.about, rule.asked_if, *rule.when.values()):
        if isinstance(node, Selector) and (origins & set(node.country) or node.developer):
            return True
        if isinstance(node, FactOp) and node.fact == "source.country":
            return True
    return False


def _touching(finding: Finding) -> Touching:
    binds = finding.force in COUNTED
    return Touching(finding.rule, finding.title, finding.force, finding.source_name, finding.position, binds)
