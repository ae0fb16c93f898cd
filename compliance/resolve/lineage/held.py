"""What a whole is said to hold: weights stay weights, whatever role or kind they are listed under."""

from __future__ import annotations

from compliance.model.declared.manifest import Artifact, Input, Manifest, Step
from compliance.model.shapes.shape import Role
from compliance.resolve.lineage.making import TRAINING
from compliance.resolve.names.lookup import Names

_READS = (*TRAINING, "mix", "filter", "collect")
"""Kinds of step whose content is rows, and none of which lets anything write."""
_CONTENT: tuple[Role, ...] = ("data", "source", "seed", "prompts")
_TAKEN_AS: dict[str, Role] = {
    "bundle": "component",
    "merge": "component",
    "quantise": "unknown",
    "prune": "unknown",
}
"""Step kinds that read no content out of a model, and the role of one that is listed as if they did."""


def weights_as_weights(manifest: Manifest) -> Manifest:
    """The manifest with models out of the content of steps that put weights together or make them smaller.

    Such a step lets no model write anything: a model listed as data of a bundle is a part of it, and what one listed as
    data of a quantisation was for is asked.
    """
    models = {key for key, artifact in manifest.artifacts.items() if artifact.kind in ("model", "service")}
    steps = tuple(_moved(step, models) for step in manifest.steps)
    return manifest if steps == manifest.steps else manifest.model_copy(update={"steps": steps})


def _moved(step: Step, models: set[str]) -> Step:
    role = _TAKEN_AS.get(step.kind)
    given = [item for name in _CONTENT for item in step.inputs.get(name, ()) if item.artifact in models]
    if role is None or not given:
        return step
    inputs: dict[Role, tuple[Input, ...]] = {
        name: tuple(item for item in items if name not in _CONTENT or item.artifact not in models)
        for name, items in step.inputs.items()
    }
    inputs[role] = (*inputs.get(role, ()), *given)
    return step.model_copy(update={"inputs": {name: items for name, items in inputs.items() if items}})


def rows_as_rows(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which what is called a model, and only trained on and gathered, is rows; what there is to say.

    A model that the registry knows may have written rows that nobody listed, and stays what it is.
    """
    used: dict[str, set[tuple[str, Role]]] = {}
    for step in manifest.steps:
        for role, items in step.inputs.items():
            for item in items:
                used.setdefault(item.artifact, set()).add((step.kind, role))
    made = {output for step in manifest.steps for output in step.outputs}
    made |= {release.artifact for release in manifest.releases}
    rows = [
        key
        for key, uses in used.items()
        if manifest.artifacts[key].kind == "model"
        and key not in made
        and not _is_known(manifest.artifacts[key], names)
        and all(kind in _READS and role in ("data", "source") for kind, role in uses)
    ]
    if not rows:
        return manifest, ()
    changed = {key: manifest.artifacts[key].model_copy(update={"kind": "dataset"}) for key in rows}
    told = tuple(
        f"artifact {key}: it is called a model and is only trained on; it is looked at as rows: list it as a teacher "
        "if it wrote some"
        for key in rows
    )
    return manifest.model_copy(update={"artifacts": {**manifest.artifacts, **changed}}), told


def _is_known(artifact: Artifact, names: Names) -> bool:
    said = [artifact.name, *(artifact.names or ())]
    return any(names.model(each) or names.service(each) for each in said if each)
