"""What stands in a manifest and in none of its variants.

Where alternatives are given, each is looked at and the manifest without any of them is not. A step, a release or an
artifact that every variant leaves out or says otherwise would be looked at nowhere, and what its writer knows would be
passed over; so the manifest as written becomes one alternative more.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.manifest import Artifact, Manifest, Release, Step, Variant
from compliance.model.shape import Shape

AS_WRITTEN = "as-written"
"""Name of the alternative that changes nothing."""


def with_what_no_variant_has(manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest, with itself among its variants where something stands in none of them; and a warning."""
    missed = tuple(_unheard(manifest)) if manifest.variants else ()
    if not missed:
        return manifest, ()
    name = AS_WRITTEN
    while name in manifest.variants:
        name += "-too"
    told = missed[0] if len(missed) == 1 else f"{missed[0]}, like {len(missed) - 1} more,"
    warning = (
        f"variants: {told} stands as it is in none of them; the manifest as written is one more ({name})"
    )
    variants = {**manifest.variants, name: Variant(title="As written")}
    return manifest.model_copy(update={"variants": variants}), (warning,)


def _unheard(manifest: Manifest) -> Iterator[str]:
    variants = tuple(manifest.variants.values())
    for step in manifest.steps:
        if all(_lacks(one, step, one.steps) for one in variants):
            yield f"step {step.id}"
    for release in manifest.releases:
        if all(_lacks(one, release, one.releases) for one in variants):
            yield f"release {release.key}"
    part = _taking_part(manifest)
    for key, artifact in manifest.artifacts.items():
        if key in part and _says_what(artifact) and all(_replaces(one, key, artifact) for one in variants):
            yield f"artifact {key}"


def _lacks(variant: Variant, entry: Step | Release, given: tuple[Step, ...] | tuple[Release, ...]) -> bool:
    """Whether a variant leaves an entry out, or says anything of it that the manifest does not."""
    key = _key(entry)
    return key in variant.leaves_out or any(_key(other) == key and _differs(other, entry) for other in given)


def _key(entry: Step | Release) -> str:
    return entry.id if isinstance(entry, Step) else entry.key


def _differs(said: Shape, entry: Shape) -> bool:
    return any(getattr(said, field) != getattr(entry, field) for field in said.model_fields_set)


def _replaces(variant: Variant, key: str, artifact: Artifact) -> bool:
    return key in variant.artifacts and variant.artifacts[key] != artifact


def _says_what(artifact: Artifact) -> bool:
    """Whether an artifact tells which thing it is; one that does not is a place for what the variants put there."""
    return bool(artifact.name or artifact.names or artifact.provider or artifact.license)


def _taking_part(manifest: Manifest) -> set[str]:
    """Ids of the artifacts that a step or a release of the manifest itself names."""
    inputs = (item for step in manifest.steps for given in step.inputs.values() for item in given)
    named = {name for item in inputs for name in item.named}
    named |= {key for step in manifest.steps for key in step.outputs}
    return named | {release.artifact for release in manifest.releases}
