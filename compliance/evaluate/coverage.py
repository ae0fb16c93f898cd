"""What the packs do not speak of: fail closed, by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compliance.evaluate.bindings import World
from compliance.evaluate.clauses import governing_rows, possible_access
from compliance.evaluate.context import Context
from compliance.evaluate.select import traits_of
from compliance.model.finding import Finding, NotCovered
from compliance.model.lineage import Artifact

_FREE = frozenset({"permissive", "public-domain"})


def not_covered(world: World, findings: Sequence[Finding]) -> tuple[NotCovered, ...]:
    """Artifacts that reach a release and of which no loaded rule or text speaks."""
    told = {finding.source for finding in findings}
    found = []
    for artifact in world.lineage.artifacts.values():
        releases = [r for r in world.lineage.releases if artifact.id in world.reaches(world.target(r).node)]
        reached = [r for r in releases if r.artifact != artifact.id]
        if not reached or artifact.made_here:
            continue
        why = _service(world, artifact) if artifact.kind == "service" else _content(world, artifact, told)
        if why:
            keys = tuple(release.key for release in reached)
            found.append(NotCovered(artifact.id, artifact.name, why, artifact.location, keys))
    return tuple(found)


def _service(world: World, artifact: Artifact) -> str:
    if artifact.provider is None:
        return "the name resolves to no provider in the registry"
    registry = world.knowledge.registry
    provider = registry.providers.get(artifact.provider)
    if provider is None:
        return f"the provider {artifact.provider!r} is not in the registry"
    if not provider.governed:
        return f"no text of {provider.name} is held"
    context: Context = world.context(world.target(world.lineage.releases[0]))
    context = replace(context, source=artifact)
    routes, plans = possible_access(context)
    if not any(governing_rows(context, route, plan) for route in routes for plan in plans):
        return f"no text is held for {provider.name} by the route {'/'.join(routes)} under the plan {'/'.join(plans)}"
    return ""


def _content(world: World, artifact: Artifact, told: set[str | None]) -> str:
    if not artifact.known:
        return f"its licence {artifact.licence_text!r} is not in the registry"
    if artifact.id in told:
        return ""
    if artifact.licences and traits_of(artifact.licences, world.knowledge.registry) & _FREE:
        return ""
    if artifact.kind in ("code", "document") and not artifact.licences:
        return ""
    if not artifact.licences and not artifact.licence_options:
        return "no licence is stated or known, and no rule of the loaded packs asks for it"
    named = ", ".join(artifact.licences) or artifact.licence_text
    return f"no rule of the loaded packs speaks of its licence ({named})"
