"""Rows that a model wrote by itself, as the steps show: people gave at most the prompts and seeds it wrote from."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.model.manifest import Input, Manifest, Step

FACT = "written_by_model_alone"
"""The fact of an artifact, which a manifest may state itself, for or against what its steps show."""

_WRITERS = ("teacher", "tool")
_CARRIED = ("data", "source", "unknown")
"""Roles of what goes on into the rows; whoever wrote it wrote part of them. Prompts and seeds only ask for rows."""
_ASKED = ("prompts", "seed")
_WRITES = ("generate", "rewrite", "annotate", "convert")
_PASSES_ON = ("collect", "filter", "mix")
"""Kinds of step that write nothing of their own."""
_HELD = ("dataset", "document")


def with_rows_of_models(manifest: Manifest) -> Manifest:
    """The manifest in which rows that nobody but models wrote, by every step that writes them, are known as such.

    What the manifest states about it stands. So does an origin: rows that are said to come from people, from the web or
    from others do not, whatever wrote some of them.
    """
    rows = [key for key, one in manifest.artifacts.items() if one.kind in _HELD and one.origin == "unknown"]
    stated = {key for key, one in manifest.artifacts.items() if one.facts.get(FACT) in ("yes", True)}
    open_ones = [key for key in rows if FACT not in manifest.artifacts[key].facts]
    found = set(stated)
    while more := {key for key in open_ones if key not in found and _by_models(key, manifest, found)}:
        found |= more
    marked = {
        key: one.model_copy(update={"facts": {**one.facts, FACT: "yes"}})
        for key, one in manifest.artifacts.items()
        if key in found - stated
    }
    if not marked:
        return manifest
    return manifest.model_copy(update={"artifacts": {**manifest.artifacts, **marked}})


def _by_models(key: str, manifest: Manifest, found: set[str]) -> bool:
    """Whether models alone wrote an artifact, by its steps and by what is known of what went into it."""
    steps = [step for step in manifest.steps if key in step.outputs]
    # A choice among the rows alone, and rows that only pass from one another round and round, show no writer.
    written = any(step.kind in _WRITES or _carried(step, key) for step in steps)
    return written and all(_adds_no_people(step, key, manifest, found) for step in steps)


def _adds_no_people(step: Step, key: str, manifest: Manifest, found: set[str]) -> bool:
    """Whether all that a step puts into the rows was written by a model: in it, or before it."""
    if any(one not in found for one in _carried(step, key)):
        return False
    if step.kind in _PASSES_ON:
        return bool(_named(step, _CARRIED)) and not _named(step, _ASKED)
    kinds = {manifest.artifacts[one].kind for one in _named(step, _WRITERS)}
    return step.kind in _WRITES and bool(kinds) and kinds <= {"model", "service"}


def _carried(step: Step, key: str) -> list[str]:
    """What goes on into an artifact by a step, beside its own rows."""
    return [one for one in _named(step, _CARRIED) if one != key]


def _named(step: Step, roles: Iterable[str]) -> list[str]:
    """The artifacts that a step reads in some roles."""
    items: list[Input] = [item for role, given in step.inputs.items() if role in roles for item in given]
    return [one for item in items for one in item.named]
