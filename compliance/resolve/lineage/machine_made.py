"""Rows that a model wrote by itself, as the steps show: people gave at most the seeds it wrote from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from compliance.model.declared.manifest import ROWS, Input, Manifest, Step

FACT = "written_by_model_alone"
"""The fact of an artifact, which a manifest may state itself, for or against what its steps show."""

_WRITERS = ("teacher", "tool")
_CARRIED = ("data", "source", "unknown", "prompts")
"""Roles of what goes on into the rows; whoever wrote it wrote part of them. Prompts mostly stand beside the answers."""
_ASKED = ("seed",)
_WRITES = ("generate", "rewrite", "annotate", "convert")
_PASSES_ON = ("collect", "filter", "mix")
"""Kinds of step that write nothing of their own."""


def with_rows_of_models(manifest: Manifest) -> Manifest:
    """The manifest in which rows that nobody but models wrote, by every step that writes them, are known as such.

    What the manifest states about it stands. So does an origin: rows that are said to come from people, from the web or
    from others do not, whatever wrote some of them.
    """
    stated = {key for key, one in manifest.artifacts.items() if one.facts.get(FACT) in ("yes", True)}
    shown = _shown(manifest, stated)
    marked = {
        key: one.model_copy(update={"facts": {**one.facts, FACT: "yes"}})
        for key, one in manifest.artifacts.items()
        if key in shown
    }
    if not marked:
        return manifest
    return manifest.model_copy(update={"artifacts": {**manifest.artifacts, **marked}})


def _shown(manifest: Manifest, stated: set[str]) -> set[str]:
    """The rows that steps show to be of models alone; each is looked at again when something that went into it is."""
    writers: dict[str, list[Step]] = {}
    readers: dict[str, list[str]] = {}
    for step in manifest.steps:
        for key in dict.fromkeys(step.outputs):
            writers.setdefault(key, []).append(step)
            for one in _carried(step, key):
                readers.setdefault(one, []).append(key)
    waiting = deque(
        key
        for key, one in manifest.artifacts.items()
        if one.kind in ROWS and one.origin == "unknown" and FACT not in one.facts and key in writers
    )
    open_ones, found = set(waiting), set(stated)
    while waiting:
        key = waiting.popleft()
        if key not in found and _by_models(key, writers[key], manifest, found):
            found.add(key)
            waiting.extend(one for one in readers.get(key, ()) if one in open_ones and one not in found)
    return found - stated


def _by_models(key: str, steps: Sequence[Step], manifest: Manifest, found: set[str]) -> bool:
    """Whether models alone wrote an artifact, by its steps and by what is known of what went into it."""
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
