"""How questions call a step: by what it made where the registry alone tells of it, and by what it read in no role."""

from __future__ import annotations

from compliance.evaluate.context import Context
from compliance.model.declared.lineage import ADDED


def called(context: Context, step: str) -> str:
    """A step in the words of a question; one that the registry tells of has no name of its own."""
    artifacts = context.lineage.artifacts
    made = artifacts.get(step.rpartition(ADDED)[0])
    words = f"the making of {made.name}" if made is not None else f"step {step}"
    read = context.lineage.steps[step].inputs.get("unknown", ())
    inputs = " and ".join(artifacts[item.artifact].name for item in read if item.artifact in artifacts)
    return f"{words} ({inputs})" if inputs else words
