"""What a whole is said to hold: weights stay weights, whatever role or kind they are listed under."""

from __future__ import annotations

from compliance.model.manifest import Input, Manifest, Step
from compliance.model.shape import Role

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
