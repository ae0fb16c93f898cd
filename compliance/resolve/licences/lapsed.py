"""Statements about a licence that had been withdrawn before the thing was first used, told for nobody to rest on."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.declared.manifest import Manifest
from compliance.model.shapes.shape import first_day, last_day
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.origin import first_used
from compliance.resolve.lineage.resting import Resting


def lapsed_statements(manifest: Manifest, full: Expanded) -> Iterator[str]:
    """A warning for each statement that was withdrawn before the first dated use of what it speaks of."""
    ended = {key: [s for s in one.statements if s.until] for key, one in manifest.artifacts.items()}
    if not any(ended.values()):
        return
    resting = Resting(full, manifest)
    for key, statements in ended.items():
        used = first_used(key, full, resting) if statements else None
        for said in statements:
            if said.until and used and last_day(said.until) < first_day(used.partition("/")[0]):
                yield (
                    f"artifact {key}: {said.license!r} ({said.where}) was withdrawn by {said.until}, before its first "
                    f"dated use, {used}; whether that use may still rest on it is not taken for granted: name what "
                    "stood when it was taken"
                )
