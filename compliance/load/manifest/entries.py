"""The entries of a manifest with their key paths, those of its variants among them."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.declared.manifest import Artifact, Manifest, Party, Release, Step, Variant
from compliance.model.shapes.location import Path
from compliance.values import dataclass

Entry = Party | Artifact | Step | Release


@dataclass(frozen=True, slots=True)
class Placed:
    """One party, artifact, step or release, and where it stands."""

    path: Path
    entry: Entry


def entries(manifest: Manifest) -> Iterator[Placed]:
    """Every entry of a manifest, in the order of the format."""
    yield Placed(("publisher",), manifest.publisher)
    for key, party in manifest.parties.items():
        yield Placed(("parties", key), party)
    yield from _content(manifest, ())
    for name, variant in manifest.variants.items():
        yield from _content(variant, ("variants", name))


def _content(holder: Manifest | Variant, path: Path) -> Iterator[Placed]:
    for key, artifact in holder.artifacts.items():
        yield Placed((*path, "artifacts", key), artifact)
    for n, step in enumerate(holder.steps):
        yield Placed((*path, "steps", n), step)
    for n, release in enumerate(holder.releases):
        yield Placed((*path, "releases", n), release)
