"""What a whole is said to hold: weights stay weights, whatever role or kind they are listed under."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.manifest import Input, Manifest, Step
from compliance.model.shape import Role
from compliance.resolve.making import TRAINING

_CONTENT: tuple[Role, ...] = ("data", "source", "seed", "prompts")
_TAKEN_AS: dict[str, Role] = {
    "bundle": "component",
    "merge": "component",
    "quantise": "unknown",
    "prune": "unknown",
}
"""Step kinds that read no content out of a model, and the role of one that is listed as if they did."""
_KEPT: tuple[Role, ...] = ("base", "adapter", "component")
"""Roles in which training and merging take weights, and nothing else."""
_OF_WEIGHTS = (*TRAINING, "merge", "quantise", "prune")


def weights_called_code(manifest: Manifest) -> tuple[Manifest, dict[str, str]]:
    """The manifest with models for the programs of others of which a step keeps weights; the step by their ids.

    A repository's licence is that of its program: that of the weights which come with it may be another.
    """
    found = {key: step.id for step in manifest.steps for key in _kept_as_weights(step, manifest)}
    if not found:
        return manifest, {}
    artifacts = {
        key: each.model_copy(update={"kind": "model"}) if key in found else each
        for key, each in manifest.artifacts.items()
    }
    return manifest.model_copy(update={"artifacts": artifacts}), found


def _kept_as_weights(step: Step, manifest: Manifest) -> Iterator[str]:
    for role in _KEPT if step.kind in _OF_WEIGHTS else ():
        for item in step.inputs.get(role, ()):
            artifact = manifest.artifacts[item.artifact]
            if artifact.kind == "code" and artifact.origin != "own" and not _written(item.artifact, manifest):
                yield item.artifact


def _written(key: str, manifest: Manifest) -> bool:
    return any(key in step.outputs for step in manifest.steps)


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
