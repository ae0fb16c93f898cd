"""Exposure to law that is not law: what a release holds of certain origins, and which texts would look at it.

It reads findings and lineage only. Nothing here counts: what binds today is among the findings already, and is told
first; the rest are bills, drafts, memos and letters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from compliance.evaluate.conditions import operators
from compliance.evaluate.world import World
from compliance.model.answered.exposure import Exposed, Exposure, Touch, Touching, Way
from compliance.model.answered.finding import Finding
from compliance.model.answered.report import COUNTED
from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Release
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.substitutes import FOUND, PURPOSES, SIZES, Substitute
from compliance.model.packs.operator import FactOp, LineageOp, LineageTest, Selector
from compliance.model.packs.reach import Reach
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import NEVER, Position, Readings, Truth

US_PUBLISHER = "law/us-person-stated"
"""Definition that says whether a publisher is stated to be a US person."""
_WAYS: dict[Reach, Way] = {
    "itself": "itself", "derivative": "weights", "copy": "outputs", "student": "outputs",
    "descendant": "later generation", "signal": "signal", "loaded": "loaded",
}  # fmt: skip
_KINDS = ("model", "service", "dataset")
_FUNCTION = {"multimodal": "vision", "image": "image", "video": "video", "audio": "speech"}
"""Modality of a model to the function for which another would be looked for."""
_STILL = (Position.CLEAR, Position.NOT_APPLICABLE)


def exposures(
    world: World,
    findings: Sequence[Finding],
    *,
    origins: Collection[str] = (),
    looking: Collection[str] | None = None,
    anyone: bool = False,
) -> tuple[Exposure, ...]:
    """One value for each release that holds something of the origins.

    Arguments: the evaluated world and its findings; countries, those of the registry of substitutes if none are given;
    ids of the rules that are listed, those of law that look at origins if None; whether publishers who are not stated
    to be US persons have one too. Releases that hold nothing of the kind have none.
    """
    countries = frozenset(
        origins or (c for file in world.knowledge.registry.substitutes for c in file.origins)
    )
    rules = looking
    found = []
    of_release: dict[str, list[Finding]] = {}
    for finding in findings:
        of_release.setdefault(finding.release, []).append(finding)
    for release in world.lineage.releases:
        exposed = tuple(_exposed(world, release, countries))
        of_us = bool(exposed) and _of_us_publisher(world, release)
        if exposed and (anyone or of_us):
            if rules is None:
                rules = _looking(world.knowledge, countries, {finding.rule for finding in findings})
            told = [f for f in of_release.get(release.key, ()) if f.own and f.rule in rules]
            texts = [_touching(world, release, f, exposed) for f in told]
            found.append(_exposure(world, release, exposed, texts, of_us))
    return tuple(found)


def upstreams(world: World) -> tuple[Exposure, ...]:
    """Everything that reaches each release, from anywhere, with how it came in; no texts are put to it."""
    return tuple(
        Exposure(
            release=release.key,
            exposed=tuple(_exposed(world, release, None)),
            touching=(),
            untouched=(),
            substitutes=(),
            name=release.name or world.lineage.artifacts[release.artifact].name,
        )
        for release in world.lineage.releases
    )


def _exposure(
    world: World, release: Release, exposed: tuple[Exposed, ...], texts: Sequence[Touching], of_us: bool
) -> Exposure:
    return Exposure(
        release=release.key,
        exposed=exposed,
        touching=tuple(
            sorted((t for t in texts if t.position not in _STILL), key=lambda t: (not t.binds, t.rule))
        ),
        untouched=tuple(sorted((t for t in texts if t.position in _STILL), key=lambda t: t.rule)),
        substitutes=_in_order(
            dict.fromkeys(
                one
                for function in dict.fromkeys(e.function for e in exposed if e.kind != "dataset")
                for one in substitutes_for(function, world.knowledge)
            )
        ),
        name=release.name or world.lineage.artifacts[release.artifact].name,
        us_publisher=of_us,
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
    return _in_order(found)


def _in_order(found: Iterable[Substitute]) -> tuple[Substitute, ...]:
    return tuple(sorted(found, key=lambda one: (_marked(one), SIZES.index(one.size), one.id)))


def _marked(one: Substitute) -> int:
    """Weights weigh more than outputs: an origin rule looks at the former alone."""
    return 2 * (one.weights in FOUND) + (one.outputs in FOUND)


def _exposed(world: World, release: Release, origins: frozenset[str] | None) -> Iterator[Exposed]:
    for key, classes in world.reached_by(world.target(release)).items():
        one = world.lineage.artifacts[key]
        of_them = origins is None or (one.kind in _KINDS and bool(origins & set(one.country)))
        if of_them and not one.made_here:
            yield Exposed(
                key,
                one.name,
                one.developer,
                one.country,
                _ways(classes),
                one.kind,
                one.licence_text,
                _function(one, release),
                _known_from(world, one),
            )


def _function(one: Artifact, release: Release) -> str:
    """What a model is taken for: by its modality, else what the release is for."""
    told = _FUNCTION.get(one.modality or "")
    return told or (release.function if release.function in PURPOSES else "general-purpose")


def _known_from(world: World, one: Artifact) -> str:
    """Where the seat of whoever made it was read."""
    registry = world.knowledge.registry
    record = dict(one.resolved).get("country")
    if record:
        party = registry.catalogue.party(registry.catalogue.owner(one.developer or "") or "")
        return f"{record}; seat: {party.source.where}, {party.source.read}" if party else record
    host = registry.providers.get(one.provider or "")
    return f"registry of providers, verified {host.verified_on}" if host else "the manifest"


def _ways(classes: Mapping[Reach, Truth]) -> tuple[Way, ...]:
    held = {_WAYS[reach] for reach, truth in classes.items() if truth is not Truth.NO}
    return tuple(way for way in dict.fromkeys(_WAYS.values()) if way in held)


def _of_us_publisher(world: World, release: Release) -> bool:
    definition = world.knowledge.definitions.get(US_PUBLISHER)
    if definition is None:
        return False
    context = world.context(world.target(release))
    return operators.evaluate(definition.test, context).readings.plain is Truth.YES


def _looking(knowledge: Knowledge, origins: frozenset[str], put: Collection[str]) -> frozenset[str]:
    """Of the rules that are put, the ids of those of law that choose what they look at by its origin or developer."""
    return frozenset(
        rule.id
        for pack, rule in knowledge.named(put)
        if (rule.family or pack.pack.family).startswith("law") and _by_origin(rule, knowledge, origins)
    )


def _by_origin(rule: Rule, knowledge: Knowledge, origins: frozenset[str]) -> bool:
    for node in knowledge.nodes(rule.about, rule.asked_if, *rule.when.values()):
        if isinstance(node, Selector) and (origins & set(node.country) or node.developer):
            return True
        if isinstance(node, FactOp) and node.fact == "source.country":
            return True
    return False


def _touching(world: World, release: Release, finding: Finding, exposed: Sequence[Exposed]) -> Touching:
    read_in = dict.fromkeys(
        f"{c.title}, {c.locator} ({c.assurance}, verified {c.verified_on})" for c in finding.clauses
    )
    return Touching(
        rule=finding.rule,
        title=finding.title,
        force=finding.force,
        source=finding.source_name,
        position=finding.position,
        binds=finding.force in COUNTED,
        says=finding.says,
        artifacts=tuple(_touches(world, release, finding, exposed)),
        read_in=tuple(read_in),
    )


def _touches(world: World, release: Release, finding: Finding, exposed: Sequence[Exposed]) -> Iterator[Touch]:
    """The artifacts that a finding is about: its source, or those that its tests of the lineage take in."""
    tests = [] if finding.source else _tests(world.knowledge, finding.rule)
    reached = world.reached_by(world.target(release))
    for one in exposed:
        if finding.source is not None:
            readings = finding.readings if finding.source == one.artifact else NEVER
        else:
            artifact, classes = world.lineage.artifacts[one.artifact], reached[one.artifact]
            taken = [
                test.reach for test in tests if world.selection.selects(test.from_, artifact) is not Truth.NO
            ]
            held = [
                any(
                    classes.get(reach, Truth.NO) is not Truth.NO
                    for sets in taken
                    for reach in getattr(sets, name)
                )
                for name in ("narrow", "plain", "broad")
            ]
            readings = Readings(*(t if h else Truth.NO for t, h in zip(finding.readings, held, strict=True)))
        if readings != NEVER:
            yield Touch(one.artifact, readings)


def _tests(knowledge: Knowledge, rule_id: str) -> list[LineageTest]:
    found = knowledge.find_rule(rule_id)
    if found is None:
        return []
    nodes = knowledge.nodes(*found[1].when.values())
    return [node.lineage for node in nodes if isinstance(node, LineageOp)]
