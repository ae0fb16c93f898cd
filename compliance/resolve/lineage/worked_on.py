"""Rows that a step works on: called its prompts or seeds, they go on whole where nothing is written from them.

A model that generates leaves little of a seed in its answers. Choosing, mixing, labelling, scoring, converting and
rewriting keep what they were given, and training where nothing is prompted learns from it, whatever role it is listed
under. In reinforcement and preference tuning the model answers its prompts, and learns from how that was judged.
"""

from __future__ import annotations

from compliance.model.declared.manifest import Manifest, Step
from compliance.model.shapes.shape import Role

_KEEPS_ALL = ("mix", "bundle")
"""Kinds of step that put together whatever they are given."""
_WORKS_ON_ONE = ("annotate", "judge", "filter", "convert", "rewrite", "collect")
"""Kinds of step that work on some rows; beside those, prompts are instructions and seeds are examples."""
_LEARNS_FROM_ALL = ("pretrain", "train", "finetune", "distil-logits")
"""Kinds of training in which nothing answers a prompt."""
_STARTS: tuple[Role, ...] = ("prompts", "seed")
_CONTENT: tuple[Role, ...] = ("data", "source", "unknown")
_TAUGHT_BY: tuple[Role, ...] = (*_CONTENT, "teacher")


def with_rows_worked_on(manifest: Manifest) -> Manifest:
    """The manifest in which prompts and seeds that a step keeps as they are count as its `source` or `data` too.

    They stay listed as what they were called: what people typed is asked about as prompts, and some texts bar seeds.
    """
    steps = tuple(_with_content(step) for step in manifest.steps)
    return manifest if steps == manifest.steps else manifest.model_copy(update={"steps": steps})


def _with_content(step: Step) -> Step:
    started = [item for role in _STARTS for item in step.inputs.get(role, ())]
    alone = step.kind in _WORKS_ON_ONE and not any(step.inputs.get(role) for role in _CONTENT)
    # Training that names nothing else leaves its making open, and stays so.
    beside = step.kind in _LEARNS_FROM_ALL and any(step.inputs.get(role) for role in _TAUGHT_BY)
    if not started or not (alone or beside or step.kind in _KEEPS_ALL):
        return step
    role: Role = "data" if step.kind in _LEARNS_FROM_ALL else "source"
    return step.model_copy(update={"inputs": {**step.inputs, role: (*step.inputs.get(role, ()), *started)}})
