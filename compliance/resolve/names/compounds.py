"""One entry whose name lists several things: it stands for each of them, and the manifest is told how to write that."""

from __future__ import annotations

from compliance.model.declared.manifest import Manifest
from compliance.resolve.lineage.writing import makes
from compliance.resolve.names.lookup import Names


def named_singly(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with the members of compound names listed one by one, and what to say of them.

    Only what comes from outside is looked at: what a step of the manifest makes is what the manifest says it is.
    """
    written = {out for step in manifest.steps for out in step.outputs if makes(step, out, known=True)}
    artifacts = dict(manifest.artifacts)
    warnings = []
    for key, artifact in manifest.artifacts.items():
        if (
            key in written
            or artifact.name is None
            or artifact.names
            or artifact.kind not in ("service", "model", "dataset")
        ):
            continue
        members = names.members(artifact.name, artifact.kind)
        if len(members) > 1:
            artifacts[key] = artifact.model_copy(update={"names": members, "name": None})
            listed = ", ".join(members)
            warnings.append(
                f"artifact {key}: {artifact.name!r} lists several names, and each is looked at; write names: [{listed}]"
            )
    if not warnings:
        return manifest, ()
    return manifest.model_copy(update={"artifacts": artifacts}), tuple(warnings)
