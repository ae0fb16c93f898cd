"""What is packed into what: weights and services in programs, documents and folders, and programs in programs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from compliance.model.declared.manifest import Artifact, Manifest, Step
from compliance.model.shapes.shape import Role

PROGRAMS = ("code", "document")
HOLDERS = (*PROGRAMS, "dataset")
"""Kinds that may hold weights beside other things: looked at as what they are and as a model, too."""
_WEIGHTS: tuple[Role, ...] = ("base", "adapter", "component", "unknown")
_CONTENT: tuple[Role, ...] = ("data", "source")
WHOLE = ("deploy", "bundle", "convert", "quantise", "prune")
"""Kinds of step that hand on the very thing that they take in, in whatever role."""
PACKS = (*WHOLE, "merge", "mix", "collect", "filter")
"""Kinds of step that hand on what they take in, and train nothing."""
_CALLS = (*PACKS, "fetch")
_WORKS_WITH = ("generate", "rewrite", "annotate", "convert", "filter", "judge")
"""Kinds of step in which a tool may write or choose what stays."""
_ANSWERS = ("model", "service")
_LOADERS: tuple[Role, ...] = ("subject", "source")
"""Roles in which a step that loads things may name the program that does."""


def packed_into(steps: Iterable[Step], kinds: Mapping[str, str]) -> dict[str, set[str]]:
    """By artifact what steps that train nothing make of it as weights, or of a program as content."""
    found: dict[str, set[str]] = {}
    for step in steps:
        for role in (*_WEIGHTS, *_CONTENT) if step.kind in PACKS else ():
            holders = HOLDERS if role in _WEIGHTS or step.kind in WHOLE else PROGRAMS
            into = [one for one in step.outputs if kinds.get(one) in ("model", *holders)]
            for one in (one for item in step.inputs.get(role, ()) for one in item.named):
                found.setdefault(one, set()).update(into)
    return found


def with_what_holds_them(first: Iterable[str], into: Mapping[str, Collection[str]]) -> set[str]:
    """Some artifacts with everything into which they are packed, and into which that is."""
    holding = set(first)
    waiting = list(holding)
    while waiting:
        fresh = {one for one in into.get(waiting.pop(), ()) if one not in holding}
        holding |= fresh
        waiting += fresh
    return holding


def answering(
    steps: Collection[Step], kinds: Mapping[str, str], measuring: Collection[str]
) -> frozenset[str]:
    """The programs in which the manifest puts a model or service that writes: with them, it is that which writes.

    `measuring` are models that answer with scores, labels or vectors alone.
    """
    into: dict[str, set[str]] = {}
    for item, output in called_by(steps):
        if kinds.get(output) == "code":
            into.setdefault(item, set()).add(output)
    first = [one for one in into if kinds.get(one) in _ANSWERS and one not in measuring]
    return frozenset(one for one in with_what_holds_them(first, into) if kinds.get(one) == "code")


def called_by(steps: Iterable[Step]) -> Iterator[tuple[str, str]]:
    """What steps put into something, or make it load, with what that is."""
    for step in steps:
        if step.kind in _CALLS:
            given = (one for items in step.inputs.values() for item in items for one in item.named)
            yield from ((one, output) for one in given for output in step.outputs)


def with_loaded_tools(manifest: Manifest) -> Manifest:
    """The manifest in which what a program loads to run stands beside it wherever rows are made with the program."""
    loaded: dict[str, dict[str, None]] = {}
    for step in manifest.steps:
        if step.kind == "fetch":
            for item, output in called_by((step,)):
                if manifest.artifacts[item].kind in _ANSWERS and manifest.artifacts[output].kind == "code":
                    loaded.setdefault(output, {})[item] = None
    if not loaded:
        return manifest
    steps = tuple(_beside(step, loaded) if step.kind in _WORKS_WITH else step for step in manifest.steps)
    return manifest.model_copy(update={"steps": steps})


def _beside(step: Step, loaded: Mapping[str, Collection[str]]) -> Step:
    tools = step.inputs.get("tool", ())
    named = {item.artifact for item in tools}
    more = dict.fromkeys(one for item in tools for one in loaded.get(item.artifact, ()) if one not in named)
    if not more:
        return step
    added = tuple(tools[0].model_copy(update={"artifact": one, "one_of": None}) for one in more)
    return step.model_copy(update={"inputs": {**step.inputs, "tool": (*tools, *added)}})


def with_own_programs(manifest: Manifest) -> Manifest:
    """The manifest in which a program that only loads things is one's own where it is one's own program that does.

    `fetch` makes nothing of what it takes in. The code that it names beside what is loaded is that which loads it, so
    that its output is that code, as far as nothing else makes it or says whose it is.
    """
    made = {one for step in manifest.steps if step.kind != "fetch" for one in step.outputs}
    own = {
        one
        for step in manifest.steps
        if step.kind == "fetch" and _loads_for_own_code(step, manifest)
        for one in step.outputs
        if one not in made and _says_nothing_of_itself(manifest.artifacts[one])
    }
    if not own:
        return manifest
    artifacts = {
        key: artifact.model_copy(update={"origin": "own"}) if key in own else artifact
        for key, artifact in manifest.artifacts.items()
    }
    return manifest.model_copy(update={"artifacts": artifacts})


def _loads_for_own_code(step: Step, manifest: Manifest) -> bool:
    named = [one for role in _LOADERS for item in step.inputs.get(role, ()) for one in item.named]
    programs = [manifest.artifacts[one] for one in named if manifest.artifacts[one].kind == "code"]
    return step.by in (None, manifest.publisher.id) and any(one.origin == "own" for one in programs)


def _says_nothing_of_itself(artifact: Artifact) -> bool:
    stated = artifact.license or artifact.developer or artifact.documented != "unknown" or artifact.statements
    # What stands under an organisation may be anybody's.
    elsewhere = "/" in (artifact.name or "")
    return artifact.kind == "code" and artifact.origin == "unknown" and not stated and not elsewhere
