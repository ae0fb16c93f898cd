"""Where in the manifest of a folder something stands."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.load.manifest.manifest import LoadedManifest
from compliance.model.shapes.location import Location

MANIFEST = "lineage.yaml"


def placed(loaded: LoadedManifest, path: Sequence[str | int]) -> Location:
    """The line of a part of the manifest; of its first one where it is not known."""
    told = loaded.where(tuple(path))
    return Location(MANIFEST, told.line if told else 1, 1)
