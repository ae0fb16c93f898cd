"""From a manifest as people write it to one in which every entry stands for one thing.

Each module writes out one short form: variants, manifests of other projects, several names, choices, parts. What comes
out is a manifest without them, and it is the only kind that the graph sees. Pure: manifests of other projects come
loaded. Writing out again changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.declared.manifest import Manifest
from compliance.model.shapes.location import Where
from compliance.resolve.expansion.draft import Draft
from compliance.resolve.expansion.parts import write_parts_out
from compliance.resolve.expansion.released import differently_released, write_licences_out
from compliance.resolve.expansion.several import write_choices_out, write_names_out
from compliance.resolve.expansion.upstream import Upstream, bring_upstream_in
from compliance.resolve.expansion.variants import write_variants_out

__all__ = ["Upstream", "written_out"]


def written_out(manifest: Manifest, where: Where, used: Mapping[str, Upstream]) -> tuple[Manifest, Where]:
    """The manifest with every short form written out, and where its key paths stand.

    Args:
        manifest: As loaded.
        where: The place of a key path in its file.
        used: Manifests of other projects, by the path under which it names them.
    """
    if not _has_short_forms(manifest):
        return manifest, where
    draft = Draft.of(manifest, where)
    write_variants_out(draft)
    bring_upstream_in(draft, used, written_out)
    write_names_out(draft)
    write_choices_out(draft)
    write_parts_out(draft)
    write_licences_out(draft)
    return draft.finished()


def _has_short_forms(manifest: Manifest) -> bool:
    if manifest.variants or any(
        each.names or each.parts or each.uses for each in manifest.artifacts.values()
    ):
        return True
    if differently_released(manifest.releases):
        return True
    inputs = (item for step in manifest.steps for given in step.inputs.values() for item in given)
    return any(item.one_of and not item.artifact for item in inputs)
