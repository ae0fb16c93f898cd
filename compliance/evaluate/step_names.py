"""How questions call a step, and ask what it read: by what it made, and by what the step did with its inputs."""

from __future__ import annotations

from compliance.evaluate.context import Context
from compliance.model.answered.finding import MissingFact
from compliance.model.declared.lineage import ADDED
from compliance.values import replace

_OF_PRODUCTS = ("deploy", "bundle")
"""Kinds of steps that put something up for use: nothing learns from what goes in."""
_SETTLED = ("component", "base", "adapter", "source", "data")
"""Roles of such a step that say what it took."""
_NAMED = 3


def called(context: Context, step: str) -> str:
    """A step in the words of a question; one that the registry tells of has no name of its own."""
    artifacts = context.lineage.artifacts
    made = artifacts.get(step.rpartition(ADDED)[0])
    words = f"the making of {made.name}" if made is not None else f"step {step}"
    read = context.lineage.steps[step].inputs.get("unknown", ())
    inputs = " and ".join(artifacts[item.artifact].name for item in read if item.artifact in artifacts)
    return f"{words} ({inputs})" if inputs else words


def asked_input(context: Context, step: str) -> MissingFact:
    """The question that would settle what a step read: which of several things, or in which role."""
    given = context.lineage.steps[step].inputs.values()
    # Each of the things stands with all of them beside it, which are one value.
    listed = {id(item.one_of): item.one_of for inputs in given for item in inputs if item.one_of}
    choices = dict.fromkeys(each for one_of in listed.values() for each in one_of)
    if not choices:
        return _asked_role(context, step)
    names = [context.lineage.artifacts[key].name for key in choices if key in context.lineage.artifacts]
    return context.ask("step.one_of", step, f"step {step} ({' or '.join(names)})")


def _asked_role(context: Context, step: str) -> MissingFact:
    """In which role a step read something: of one that puts up a product nobody is asked what was learned."""
    asked = context.ask("step.role", step, called(context, step))
    entry, inputs = context.knowledge.facts.get("step.role"), _unsettled(context, step)
    if not inputs or entry is None or entry.in_product is None:
        return asked
    text = entry.in_product.replace("{subject}", f"step {step}").replace("{inputs}", inputs)
    return replace(asked, question=text)


def _unsettled(context: Context, step: str) -> str:
    """Names of what went into a product in a role that does not say what it is there; empty where nothing did."""
    told = context.lineage.steps[step]
    if told.kind not in _OF_PRODUCTS or ADDED in step:
        return ""
    keys = [item.artifact for role, given in told.inputs.items() if role not in _SETTLED for item in given]
    found = [context.lineage.artifacts[key] for key in keys if key in context.lineage.artifacts]
    names = list(dict.fromkeys(one.name for one in found if one.kind != "code"))
    if len(names) > _NAMED:
        names = [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} more"]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
