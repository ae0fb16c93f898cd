"""Rows that a step works on: called its prompts or seeds, they go on whole where nothing is written from them.

A model that generates leaves little of a seed in its answers. Choosing, mixing, labelling, scoring, converting and
rewriting keep what they were given, whatever role it is listed under.
"""

from __future__ import annotations

from collections.abc import Set

from compliance.model.manifest import Manifest, Step
from compliance.model.shape import Role

_KEEPS_ALL = ("mix", "bundle")
"""Kinds of step that put together whatever they are given."""
_WORKS_ON_ONE = ("annotate", "judge", "filter", "convert", "rewrite", "collect")
"""Kinds of step that work on some rows; beside those, prompts are instructions and seeds are examples."""
_STARTS: tuple[Role, ...] = ("prompts", "seed")
_CONTENT: tuple[Role, ...] = ("data", "source", "unknown")


def with_rows_worked_on(manifest: Manifest) -> Manifest:
    """The manifest in which prompts and seeds that a step keeps as they are count as its `source`."""
    typed = {key for key, one in manifest.artifacts.items() if one.origin == "people"}
    steps = tuple(_as_source(step, typed) for step in manifest.steps)
    return manifest if steps == manifest.steps else manifest.model_copy(update={"steps": steps})


def _as_source(step: Step, typed: Set[str]) -> Step:
    """The step with what it works on as its source; that people typed some of it stays told by its role."""
    started = [item for role in _STARTS for item in step.inputs.get(role, ())]
    alone = step.kind in _WORKS_ON_ONE and not any(step.inputs.get(role) for role in _CONTENT)
    if not started or not (alone or step.kind in _KEEPS_ALL):
        return step
    stays = tuple(item for item in step.inputs.get("prompts", ()) if not typed.isdisjoint(item.named))
    inputs = {role: items for role, items in step.inputs.items() if role not in _STARTS}
    inputs["source"] = (*inputs.get("source", ()), *started)
    return step.model_copy(update={"inputs": {**inputs, "prompts": stays} if stays else inputs})
