"""Names to records, manifest to lineage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from compliance.errors import FaultCollector
from compliance.model.knowledge import Registry
from compliance.model.lineage import Lineage
from compliance.model.location import Location
from compliance.model.manifest import Manifest, Step
from compliance.resolve.ancestry import Expanded, expand
from compliance.resolve.expansion import Upstream, written_out
from compliance.resolve.graph import Graph, in_order
from compliance.resolve.identity import Making, identify
from compliance.resolve.names import Names
from compliance.resolve.oddities import oddities

Where = Callable[[tuple[str | int, ...]], Location | None]


def resolve(
    manifest: Manifest,
    registry: Registry,
    where: Where = lambda path: None,
    used: Mapping[str, Upstream] = MappingProxyType({}),
) -> Lineage:
    """Build the lineage of a manifest.

    `where` gives the place of a key path in the manifest file, `used` the manifests of other projects that it names.
    The names in the manifest must point at something, as loading checks. Raises `InputError` for steps that wait for
    each other.
    """
    faults = FaultCollector()
    names = Names(registry)
    manifest, where = written_out(manifest, where, used)
    full = expand(manifest, names)
    places = {step.id: where(("steps", n)) for n, step in enumerate(manifest.steps)}
    steps = in_order(full.steps, places, faults)
    faults.raise_if_any()
    graph = Graph(full.artifacts, registry.relations)
    for step in steps:
        graph.add(step)
    return Lineage(
        publisher=manifest.publisher,
        parties=full.parties,
        artifacts={
            key: identify(key, artifact, _making(key, full, manifest), names, _place(where, key))
            for key, artifact in full.artifacts.items()
        },
        versions=tuple(graph.versions),
        edges=tuple(graph.edges),
        steps={step.id: step for step in steps},
        releases=manifest.releases,
        latest=graph.latest,
        warnings=tuple(dict.fromkeys((*graph.warnings, *oddities(manifest, names)))),
        asker=manifest.asker,
        locations=_locations(manifest, where),
    )


def _place(where: Where, key: str) -> str | None:
    place = where(("artifacts", key.split("~")[0]))
    return str(place) if place else None


def _making(key: str, full: Expanded, manifest: Manifest) -> Making:
    writers: list[Step] = [step for step in full.steps if key in step.outputs]
    release = next((r for r in manifest.releases if r.artifact == key), None)
    own = bool(writers) and writers[0].by in (None, manifest.publisher.id)
    return Making(
        written=any("~" not in step.id for step in writers),
        made_here=own,
        added_from=full.added.get(key),
        release_license=release.license if release else None,
        release_statements=release.statements if release else (),
    )


def _locations(manifest: Manifest, where: Where) -> dict[str, str]:
    paths: dict[str, tuple[str | int, ...]] = {
        f"artifact:{one}": ("artifacts", key)
        for key in manifest.artifacts
        for one in (key.split("~")[0], key)
    }
    paths |= {f"step:{step.id}": ("steps", n) for n, step in enumerate(manifest.steps)}
    paths |= {f"release:{release.key}": ("releases", n) for n, release in enumerate(manifest.releases)}
    return {key: str(place) for key, path in paths.items() if (place := where(path)) is not None}
