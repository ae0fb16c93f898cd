"""How an artifact came to be in a lineage: by which steps, by whose, and with what left unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compliance.model.manifest import Artifact as Declared
from compliance.model.manifest import Manifest, Release, Step
from compliance.resolve.ancestry import Expanded, record_of
from compliance.resolve.described import only_described
from compliance.resolve.licence_text import LicenceReader
from compliance.resolve.licensing import Origin
from compliance.resolve.making import making
from compliance.resolve.names import Names


def chosen_licences(
    releases: tuple[Release, ...], copies: Mapping[str, tuple[str, ...]], licences: LicenceReader
) -> frozenset[str]:
    """Licences that the releases name or ship: where a source leaves a choice, what was chosen."""
    named = {one for release in releases for one in licences.read(release.license).together}
    return frozenset(named | {one for shipped in copies.values() for one in shipped})


def origin_of(key: str, full: Expanded, manifest: Manifest, names: Names, chosen: frozenset[str]) -> Origin:
    """Which steps made the artifact, whose they are, and what of its making is known."""
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
            record.making if record else None,
            getattr(record, "stage", None),
            [item for step in writers for item in _unnamed(step, full, names)],
        ),
        added_from=full.added.get(key),
        left_out=full.left_out.get(key, ()),
        release_license=release.license if release else None,
        release_statements=release.statements if release else (),
        chosen=chosen,
    )


def _unnamed(step: Step, full: Expanded, names: Names) -> Iterator[str]:
    """Inputs that stand for a model or service which nobody names."""
    for given in step.inputs.values():
        for item in given:
            artifact = full.artifacts[item.artifact]
            writes = artifact.kind in ("model", "service") and not full.writing.makers(
                item.artifact, known=True
            )
            if writes and not is_named(artifact, names):
                yield item.artifact


def is_named(artifact: Declared, names: Names) -> bool:
    """Whether a model or service can be told from others: by its name, its provider, its developer or its licence.

    A licence beside a mere description does not say which model it is the licence of.
    """
    if artifact.provider or artifact.developer or artifact.origin == "own":
        return True
    if artifact.name is None:
        return artifact.license is not None
    known = names.model(artifact.name) or names.service(artifact.name) or names.provider(artifact.name)
    if known is not None or "/" in artifact.name:
        return True
    return artifact.license is not None and not only_described(artifact.name)
