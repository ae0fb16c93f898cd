"""Variants that leave out the step by which a thing was made, and go on using the thing.

Another plan may do without a step. What the step writes is then not there, or something else takes its place, which has
a name or an entry of its own. The same thing under the same name was made as the manifest says; that a variant calls it
its own does not unmake it, and how it was made is taken as not known there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from compliance.model.manifest import Artifact, Manifest
from compliance.resolve.expansion.variants import one_variant
from compliance.resolve.making import makes


def without_unmaking(manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with the making unknown of what variants only leave the maker of out, and what is said of each."""
    told: list[str] = []
    variants = dict(manifest.variants)
    for name, variant in manifest.variants.items():
        there = one_variant(manifest, name)
        unmade = dict(_unmade(manifest, there, variant.leaves_out))
        for key, step in unmade.items():
            told.append(
                f"variant {name}: step {step} is left out, and {key}, which it makes, is still used; how {key} was "
                "made is taken as not known there: give what takes its place an entry or a name of its own"
            )
        doubted = {key: _unexplained(there.artifacts[key]) for key in unmade}
        if doubted:
            variants[name] = variant.model_copy(update={"artifacts": {**variant.artifacts, **doubted}})
    return (manifest.model_copy(update={"variants": variants}) if told else manifest), tuple(told)


def _unmade(manifest: Manifest, there: Manifest, left_out: Collection[str]) -> Iterator[tuple[str, str]]:
    """What only steps make that are left out, and that is still the same thing and used there; and the step."""
    written = {key for step in there.steps for key in step.outputs}
    used = {
        item for step in there.steps for given in step.inputs.values() for one in given for item in one.named
    }
    used |= {release.artifact for release in there.releases}
    for step in manifest.steps:
        for key in step.outputs if step.id in left_out else ():
            before = manifest.artifacts[key]
            made = makes(step, key, known=before.license is not None)
            if made and key in used - written and there.artifacts[key].name == before.name:
                yield key, step.id


def _unexplained(artifact: Artifact) -> Artifact:
    """The artifact without what it says of its making."""
    return artifact.model_copy(update={"origin": "unknown", "documented": "no"})
