"""Names to records, manifest to lineage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from compliance.errors import FaultCollector
from compliance.model.knowledge import Registry
from compliance.model.lineage import Artifact, Lineage
from compliance.model.location import Location
from compliance.model.manifest import Artifact as Declared
from compliance.model.manifest import Manifest, Release, Step
from compliance.model.resolved import DatasetRecord, ModelRecord
from compliance.resolve.ancestry import Expanded, expand, record_of
from compliance.resolve.expansion import Upstream, written_out
from compliance.resolve.graph import SOFTWARE, Graph, in_order
from compliance.resolve.identity import identify
from compliance.resolve.licence_text import LicenceReader
from compliance.resolve.licensing import Origin
from compliance.resolve.making import making
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
    names, licences = Names(registry), LicenceReader(registry)
    manifest, where = written_out(manifest, where, used)
    full = expand(manifest, names)
    places = {step.id: where(("steps", n)) for n, step in enumerate(manifest.steps)}
    steps = in_order(full.steps, places, faults)
    faults.raise_if_any()
    copies = {r.key: licences.copies(r.license_copies) for r in manifest.releases if r.license_copies}
    chosen = _chosen(manifest.releases, copies, licences)
    artifacts = {
        key: identify(
            key, artifact, _origin(key, full, manifest, names, chosen), names, licences, _place(where, key)
        )
        for key, artifact in full.artifacts.items()
    }
    graph = Graph({key: artifact.kind for key, artifact in artifacts.items()}, registry.relations, full.added)
    for step in steps:
        graph.add(step)
    for step in manifest.steps:
        if step.kind == "fetch" and not step.outputs:
            graph.load(step, software(manifest.releases, artifacts))
    return Lineage(
        publisher=manifest.publisher,
        parties=full.parties,
        artifacts=artifacts,
        versions=tuple(graph.versions),
        edges=tuple(graph.edges),
        steps={step.id: step for step in steps},
        releases=manifest.releases,
        latest=graph.latest,
        warnings=tuple(dict.fromkeys((*graph.warnings, *oddities(manifest, names)))),
        licence_says={r.key: licences.read(r.license).says for r in manifest.releases if r.license},
        licence_copies=copies,
        locations=_locations(manifest, where),
        asker=manifest.asker,
    )


def software(releases: Sequence[Release], artifacts: Mapping[str, Artifact]) -> tuple[str, ...]:
    """The released artifacts that make their user load what a step fetches without naming an output.

    Programs, where any is released; else applications; else, since something must do the loading, everything released.
    """
    programs = [r.artifact for r in releases if artifacts[r.artifact].kind in SOFTWARE]
    products = [r.artifact for r in releases if r.function == "application" or r.access == "product"]
    return tuple(dict.fromkeys(programs or products or [r.artifact for r in releases]))


def _place(where: Where, key: str) -> str | None:
    place = where(("artifacts", key.split("~")[0]))
    return str(place) if place else None


def _chosen(
    releases: tuple[Release, ...], copies: dict[str, tuple[str, ...]], licences: LicenceReader
) -> frozenset[str]:
    """Licences that the releases name or ship: where a source leaves a choice, what was chosen."""
    named = {one for release in releases for one in licences.read(release.license).together}
    return frozenset(named | {one for shipped in copies.values() for one in shipped})


def _origin(key: str, full: Expanded, manifest: Manifest, names: Names, chosen: frozenset[str]) -> Origin:
    artifact = full.artifacts[key]
    record = record_of(artifact, names)
    made_by = full.writing.makers(key, known=record is not None or artifact.license is not None)
    release = next((r for r in manifest.releases if r.artifact == key), None)
    writers = full.writing.writers(key)
    maker = (made_by[0].by or manifest.publisher.id) if made_by else None
    return Origin(
        made=bool(made_by),
        maker=maker,
        made_here=maker == manifest.publisher.id,
        making=making(
            key,
            artifact,
            writers,
            _recorded_making(record),
            getattr(record, "stage", None),
            [item for step in writers for item in _unnamed(step, full, names)],
        ),
        added_from=full.added.get(key),
        left_out=full.left_out.get(key, ()),
        release_license=release.license if release else None,
        release_statements=release.statements if release else (),
        chosen=chosen,
    )


def _recorded_making(record: ModelRecord | DatasetRecord | None) -> str | None:
    """What the record says of its making; documented ancestry makes it known."""
    if record is None:
        return None
    said: str = getattr(record, "making", "not-looked-up")
    return "known" if record.ancestry is not None and said == "not-looked-up" else said


def _unnamed(step: Step, full: Expanded, names: Names) -> Iterator[str]:
    """Inputs that stand for a model or service which nobody names."""
    for given in step.inputs.values():
        for item in given:
            artifact = full.artifacts[item.artifact]
            writes = artifact.kind in ("model", "service") and not full.writing.writers(item.artifact)
            if writes and not is_named(artifact, names):
                yield item.artifact


def is_named(artifact: Declared, names: Names) -> bool:
    """Whether a model or service can be told from others: by its name, its provider, its developer or its licence."""
    if artifact.provider or artifact.developer or artifact.license or artifact.origin == "own":
        return True
    if artifact.name is None:
        return False
    known = names.model(artifact.name) or names.service(artifact.name) or names.provider(artifact.name)
    return known is not None or "/" in artifact.name


def _locations(manifest: Manifest, where: Where) -> dict[str, str]:
    paths: dict[str, tuple[str | int, ...]] = {
        f"artifact:{one}": ("artifacts", key)
        for key in manifest.artifacts
        for one in (key.split("~")[0], key)
    }
    paths |= {f"step:{step.id}": ("steps", n) for n, step in enumerate(manifest.steps)}
    paths |= {f"release:{release.key}": ("releases", n) for n, release in enumerate(manifest.releases)}
    return {key: str(place) for key, path in paths.items() if (place := where(path)) is not None}
