"""What files show to have gone in, and the manifest of the folder leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from compliance.intake.against.compared import Compared
from compliance.intake.against.placed import placed
from compliance.intake.disagreeing.statements import Contradiction, Said, named, shown_by
from compliance.intake.upstreams import Upstream
from compliance.load.manifest.manifest import LoadedManifest

ABOUT = "the manifest"
_COUNTS = frozenset({"data", "base", "adapter", "generated-by", "judged-by", "filtered-by"})
"""For what a thing went in that a manifest has to list."""


def left_out(loaded: LoadedManifest, compared: Compared, told: Collection[str]) -> Iterator[Contradiction]:
    """Things that files beside pages show, and the manifest does not list.

    Args:
        loaded: The manifest.
        compared: What it says, beside what the folder shows.
        told: The files' names of what was already told to stand for another thing of the manifest.
    """
    others = [one for one in compared.undeclared if _is_shown(one) and one.name not in told]
    if others and loaded.manifest.steps:
        said = Said("artifacts", placed(loaded, ("artifacts",)))
        why = f"the manifest leaves out {named(others)}"
        yield Contradiction("completeness", ABOUT, (said, *shown_by(others)), why)


def _is_shown(one: Upstream) -> bool:
    return one.relation in _COUNTS and any(
        each.source != "document" and each.relation in _COUNTS for each in one.sightings
    )
