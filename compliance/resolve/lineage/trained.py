"""What training, merging and packing of weights makes is a model, whatever the manifest calls it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compliance.model.declared.lineage import HOLDS_MODEL
from compliance.model.declared.manifest import Artifact, Manifest, Step
from compliance.model.shapes.shape import Role
from compliance.resolve.lineage.making import TRAINING
from compliance.resolve.lineage.packed import HOLDERS, PACKS, packed_into, with_what_holds_them

_WEIGHTS: tuple[Role, ...] = ("base", "adapter", "component", "unknown")
_MAKES_WEIGHTS = (*TRAINING, "merge", "quantise", "prune")
_ANSWERS_AS: tuple[Role, ...] = ("base", "adapter", "teacher", "reward")
"""Roles that rows cannot have."""
_OF_ROWS = ("dataset", "application", "unknown")
"""Functions that are said of rows, or of anything."""
_CONTENT: tuple[Role, ...] = ("data", "source")
"""Roles of what is read, or handed on as it is where nothing is trained."""


def trained_as_models(manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which weights that are called a document or code are a model, and what there is to say."""
    kinds, told = _kinds(manifest), dict[str, str]()
    for step, output in _written(manifest, _MAKES_WEIGHTS):
        weights = kinds[output] == "dataset" and _is_shown_as_weights(manifest, output)
        if weights or kinds[output] in ("document", "code"):
            told[output] = (
                f"artifact {output}: step {step.id} ({step.kind}) makes weights, and {output} is said to be of the "
                f"kind {kinds[output]}; it is looked at as a model"
            )
    rows = dict.fromkeys(
        f"artifact {output}: step {step.id} ({step.kind}) makes weights, and {output} is said to be of the kind "
        "dataset; it is looked at as rows that this step wrote: call it a model if it holds weights"
        for step, output in _written(manifest, _MAKES_WEIGHTS)
        if kinds[output] == "dataset" and output not in told and step.kind != "distil-logits"
    )
    return _as_models(manifest, told), (*told.values(), *rows)


def _is_shown_as_weights(manifest: Manifest, key: str) -> bool:
    """Whether what is called rows is released or used as only weights are."""
    puts_out = [release for release in manifest.releases if release.artifact == key]
    used = (step.inputs.get(role, ()) for step in manifest.steps for role in _ANSWERS_AS)
    return any(one.access == "open-weights" or one.function not in _OF_ROWS for one in puts_out) or any(
        key in item.named for items in used for item in items
    )


def services_as_models(manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which a service that is released and runs on weights of one's own making is a model, and a word.

    Terms speak of the model that was developed, and not of the way in which it is offered: that is the access of its
    release. A tune that the provider of its base hosts stays a service, and so does what runs on somebody's service.
    """
    kinds = _kinds(manifest)
    released = {release.artifact for release in manifest.releases}
    for step, output in _written(manifest, (*_MAKES_WEIGHTS, *PACKS)):
        theirs = manifest.artifacts[output].provider is not None and output not in released
        if kinds[output] == "service" and not theirs and _holds_weights(step, kinds):
            kinds[output] = "model"
    changed = {key for key, kind in kinds.items() if kind != manifest.artifacts[key].kind}
    told = (
        f"artifact {key}: it is called a service and runs on weights that are made here; it is looked at as a model "
        "that is offered as a service"
        for key in kinds
        if key in changed
    )
    return _as_models(manifest, changed), tuple(told)


def with_held_models(manifest: Manifest) -> Manifest:
    """The manifest in which whatever holds weights trained here, and is no model itself, is known to hold one.

    Terms speak of the model that was developed; to put it into a program of one's own changes nothing about that.
    """
    kinds = _kinds(manifest)
    holding = {output for _, output in _written(manifest, _MAKES_WEIGHTS) if kinds[output] == "model"}
    holding = with_what_holds_them(holding, packed_into(manifest.steps, kinds))
    held = {key: manifest.artifacts[key] for key in holding if kinds[key] in HOLDERS}
    if not held:
        return manifest
    marked = {
        key: one.model_copy(update={"facts": {**one.facts, HOLDS_MODEL: "yes"}}) for key, one in held.items()
    }
    return manifest.model_copy(update={"artifacts": {**manifest.artifacts, **marked}})


def _kinds(manifest: Manifest) -> dict[str, str]:
    return {key: artifact.kind for key, artifact in manifest.artifacts.items()}


def _written(manifest: Manifest, kinds: tuple[str, ...]) -> Iterator[tuple[Step, str]]:
    """Steps of some kinds, with each of their outputs."""
    for step in manifest.steps:
        if step.kind in kinds:
            yield from ((step, output) for output in step.outputs if output in manifest.artifacts)


def _holds_weights(step: Step, kinds: Mapping[str, str]) -> bool:
    """Whether a step that writes a service trains or puts up weights that one has, and nobody's service."""
    makes = step.kind in _MAKES_WEIGHTS
    roles = _WEIGHTS if makes else (*_WEIGHTS, *_CONTENT)
    given = [kinds.get(one, "") for role in roles for item in step.inputs.get(role, ()) for one in item.named]
    return "service" not in given and (makes or "model" in given)


def _as_models(manifest: Manifest, keys: Mapping[str, str] | set[str]) -> Manifest:
    if not keys:
        return manifest
    changed = {key: _as_model(manifest.artifacts[key]) for key in keys}
    return manifest.model_copy(update={"artifacts": {**manifest.artifacts, **changed}})


def _as_model(artifact: Artifact) -> Artifact:
    """A model that keeps in mind as what it is offered, by which laws on systems go."""
    facts = {**artifact.facts, "offered_as": artifact.kind}
    return artifact.model_copy(update={"kind": "model", "facts": facts})
