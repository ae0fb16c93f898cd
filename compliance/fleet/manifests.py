"""Manifests as rows of a fleet: their artifacts, steps and releases; what only a manifest can say stays in it."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence

from compliance.fleet.rows import ArtifactRow, EdgeRow, Row
from compliance.load.manifest.manifest import load_manifest
from compliance.model.declared.manifest import Artifact, Manifest, Release
from compliance.model.known.knowledge import Knowledge

_RELEASED = ("model", "dataset", "code", "document")


def manifest_rows(folder: pathlib.Path, knowledge: Knowledge) -> Iterator[Sequence[Row]]:
    """The rows of every manifest in a folder. Raises `InputError` for one that cannot be used."""
    for path in sorted({*folder.rglob("lineage.yaml"), *folder.rglob("*.lineage.yaml")}):
        yield list(rows_of(load_manifest(path, knowledge).manifest))


def rows_of(manifest: Manifest) -> Iterator[Row]:
    """The rows of one manifest. Things are known by their published names, else by their ids in it."""
    released = {release.artifact: release for release in manifest.releases}
    writers = {output: step.by for step in manifest.steps for output in step.outputs}
    names = {key: _name(manifest, key, one, released.get(key)) for key, one in manifest.artifacts.items()}
    owners = {None: manifest.publisher.name, manifest.publisher.id: manifest.publisher.name}
    owners |= {key: party.name for key, party in manifest.parties.items()}
    for key, one in manifest.artifacts.items():
        release = released.get(key)
        owner = (
            owners[release.by if release else writers[key]] if release or key in writers else one.developer
        )
        yield ArtifactRow(
            names[key], one.kind, (release.name if release else None) or one.name, owner, one.provider,
            (release.license if release else None) or one.license, (release.date if release else None) or one.released,
            _said(release.access) if release else None, _said(release.commercial) if release else None,
            _said(release.function) if release else None, _said(one.route), _said(one.plan), _said(one.origin),
            _country(manifest, release) if release else None, _statements(one, release), None if release else "no",
        )  # fmt: skip
    for step in manifest.steps:
        for output in step.outputs:
            for role, given in step.inputs.items():
                for item in (one for each in given for one in each.named):
                    yield EdgeRow(
                        names[output], names[item], manifest.artifacts[item].kind, step.kind, role, step.period,
                        owners[step.by], child_kind=manifest.artifacts[output].kind,
                    )  # fmt: skip


def _statements(one: Artifact, release: Release | None) -> str | None:
    """What stands of the statements about the thing itself."""
    given = (*one.statements, *(release.statements if release else ()))
    own = ("this", {"model": "weights", "dataset": "data"}.get(one.kind, "code"))
    return "\n".join(said.license for said in given if said.about in own and said.until is None) or None


def _country(manifest: Manifest, release: Release) -> str | None:
    known = release.by in (None, manifest.publisher.id)
    party = manifest.publisher if known else manifest.parties[release.by or ""]
    return ",".join(party.country) or None


def _name(manifest: Manifest, key: str, one: Artifact, release: Release | None) -> str:
    return (release.name if release else None) or one.name or f"{manifest.project.id}#{key}"


def _said(word: str) -> str | None:
    return None if word == "unknown" else word
