"""Acts as changes of a manifest: what is dropped takes along what could not be made without it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from compliance.model.answered.plan import Act, Add, Drop, Put, Replace
from compliance.model.declared.lineage import STAND_IN
from compliance.model.declared.manifest import Input, Manifest, Publisher, Release, Step
from compliance.model.shapes.shape import Shape

ShapeType = TypeVar("ShapeType", bound=Shape)
_SPARED = {
    "filter": ("generate", "rewrite", "annotate", "convert", "collect", "mix", "pretrain", "train", "finetune"),
    "judge": ("generate", "rewrite", "collect", "mix", "preference-tune", "rl", "finetune", "train", "pretrain"),
    "reference": ("preference-tune", "rl", "distil-logits", "evaluate", "finetune"),
    "seed": ("generate",),
    "prompts": ("generate", "rl", "preference-tune", "finetune", "distil-logits"),
    "tool": ("collect", "mix", "filter", "pretrain", "train", "finetune"),
    "teacher": ("finetune", "train", "pretrain", "rl", "preference-tune"),
}  # fmt: skip
"""Roles that steps of these kinds can do without, while they read anything else."""


def entry_of(artifact: str) -> str:
    """The entry of the manifest that an artifact of the lineage stands in, or that it takes the place of.

    >>> entry_of("alpaca~text-davinci-003"), entry_of("teachers#2"), entry_of("base.new")
    ('alpaca', 'teachers', 'base')
    """
    head = artifact.split("~")[0].split("#")[0].split("/")[0].split("@")[0]
    return head.removesuffix(STAND_IN)


def own_step(manifest: Manifest, step: Step) -> bool:
    """Whether a step is the publisher's, or the asking party's: one that it can do otherwise."""
    return step.by in (None, manifest.publisher.id, manifest.asker)


def apply_acts(manifest: Manifest, acts: Iterable[Act]) -> Manifest | None:
    """The manifest after the acts.

    None where a release could no longer be made, and where acts together do away with more or less than each does
    alone: the effect of an act never depends on other acts.
    """
    edits = [act.edit for act in acts]
    changed = manifest
    for replacement in (edit for edit in edits if isinstance(edit, Replace)):
        changed = _replaced(changed, replacement)
    drops = [edit.artifact for edit in edits if isinstance(edit, Drop)]
    if drops:
        alone = [_alone(manifest, key) for key in drops]
        together = _cascade(changed, drops)
        if together.release_lost or together.lost != frozenset[str]().union(*(one.lost for one in alone)):
            return None
        changed = _tidy(changed, changed.model_copy(update={"steps": together.steps}))
    for edit in edits:
        if isinstance(edit, Put):
            changed = _put(changed, edit)
        elif isinstance(edit, Add):
            changed = _added(changed, edit)
    return changed


def _replaced(manifest: Manifest, edit: Replace) -> Manifest:
    new = edit.artifact + STAND_IN
    steps = tuple(
        _with_inputs(step, lambda key: new if key == edit.artifact else key)
        if own_step(manifest, step)
        else step
        for step in manifest.steps
    )
    artifacts = {**manifest.artifacts, new: edit.entry}
    return _tidy(manifest, manifest.model_copy(update={"steps": steps, "artifacts": artifacts}))


def _with_inputs(step: Step, renamed: Any) -> Step:
    inputs = {role: tuple(_renamed(item, renamed) for item in given) for role, given in step.inputs.items()}
    return step.model_copy(update={"inputs": inputs}) if inputs != step.inputs else step


def _renamed(item: Input, renamed: Any) -> Input:
    if item.one_of is not None:
        return item.model_copy(update={"one_of": tuple(renamed(key) for key in item.one_of)})
    return item.model_copy(update={"artifact": renamed(item.artifact)})


@dataclass(frozen=True, slots=True)
class Cascade:
    """What goes when artifacts are left out."""

    steps: tuple[Step, ...]
    """Those that are left."""
    lost: frozenset[str]
    """Ids of steps that cannot be done any more."""
    touched: frozenset[str]
    """What is left out, what nothing makes any more, and what the lost steps read."""
    release_lost: bool


def touched_by(manifest: Manifest, artifact: str) -> frozenset[str]:
    """Every artifact whose way to a release may end when one is left out."""
    return _alone(manifest, artifact).touched


def _alone(manifest: Manifest, artifact: str) -> Cascade:
    """What goes when one artifact is left out; kept for the manifest that was asked about last."""
    if not _last or _last[0][0] is not manifest:
        _last[:] = [(manifest, {})]
    known = _last[0][1]
    if artifact not in known:
        known[artifact] = _cascade(manifest, [artifact])
    return known[artifact]


_last: list[tuple[Manifest, dict[str, Cascade]]] = []


def _cascade(manifest: Manifest, artifacts: Sequence[str]) -> Cascade:
    """Steps without what is dropped; a step that lacks what it needs goes too, and so does what only it made."""
    steps = list(manifest.steps)
    gone, unmade, lost = set(artifacts), set[str](), list[Step]()
    while True:
        missing = _never_written(manifest.steps, steps)
        kept = []
        for step in steps:
            taken = gone if own_step(manifest, step) else unmade
            kept.append(_without(step, taken | missing[step.id] if missing[step.id] else taken))
        fresh = [step for step, left in zip(steps, kept, strict=True) if left is None]
        steps = [step for step in kept if step is not None]
        if not fresh:
            break
        lost += fresh
        written = {output for step in steps for output in step.outputs}
        unmade |= {output for step in fresh for output in step.outputs} - written
        gone |= unmade
    read = {key for step in lost for given in step.inputs.values() for item in given for key in item.named}
    return Cascade(
        tuple(steps),
        frozenset(step.id for step in lost),
        frozenset(gone | read),
        any(release.artifact in unmade for release in manifest.releases),
    )


def _never_written(before: Sequence[Step], after: Sequence[Step]) -> dict[str, frozenset[str]]:
    """For each step that is left, what an earlier step wrote before, and no earlier step writes any more."""
    left = {step.id for step in after}
    written, gone = set[str](), frozenset[str]()
    missing: dict[str, frozenset[str]] = {}
    for step in before:
        if step.id in left:
            missing[step.id] = gone
            written.update(step.outputs)
            gone = gone.difference(step.outputs) if gone else gone
        else:
            gone |= {*step.outputs} - written
    return missing


def _without(step: Step, gone: Collection[str]) -> Step | None:
    """The step without some inputs; None where it cannot be done without them."""
    inputs: dict[Any, tuple[Input, ...]] = {}
    for role, given in step.inputs.items():
        left = tuple(item for one in given if (item := _left(one, gone)) is not None)
        if given and not left and step.kind not in _SPARED.get(role, ()):
            return None
        if left:
            inputs[role] = left
    if inputs == step.inputs:
        return step
    return step.model_copy(update={"inputs": inputs}) if inputs else None


def _left(item: Input, gone: Collection[str]) -> Input | None:
    named = tuple(key for key in item.named if key not in gone)
    if named == item.named:
        return item
    if not named:
        return None
    if len(named) == 1:
        return item.model_copy(update={"artifact": named[0], "one_of": None})
    return item.model_copy(update={"one_of": named})


def _tidy(before: Manifest, after: Manifest) -> Manifest:
    """Without entries that a step or release named before and none names any more."""
    unused = _named(before) - _named(after)
    artifacts = {key: entry for key, entry in after.artifacts.items() if key not in unused}
    return after.model_copy(update={"artifacts": artifacts})


def _named(manifest: Manifest) -> set[str]:
    found = {release.artifact for release in manifest.releases}
    for step in manifest.steps:
        found |= set(step.outputs)
        found |= {key for given in step.inputs.values() for item in given for key in item.named}
    found |= {part.of for entry in manifest.artifacts.values() for part in entry.parts if part.of}
    return found


def _put(manifest: Manifest, edit: Put) -> Manifest:
    if edit.scope == "publisher":
        if manifest.asker is not None and manifest.asker != manifest.publisher.id:
            party = _set(manifest.parties[manifest.asker], edit)
            return manifest.model_copy(update={"parties": {**manifest.parties, manifest.asker: party}})
        publisher: Publisher = _set(manifest.publisher, edit)
        return manifest.model_copy(update={"publisher": publisher})
    if edit.scope == "release" and edit.field == "license":
        return _labelled(manifest, edit)
    if edit.scope == "release":
        return _releases(manifest, edit.subject, lambda release: _set(release, edit))
    if edit.scope == "step":
        steps = tuple(_set(step, edit) if step.id == edit.subject else step for step in manifest.steps)
        return manifest.model_copy(update={"steps": steps})
    entries = {
        key: _set(entry, edit) if key in (edit.subject, edit.subject + STAND_IN) else entry
        for key, entry in manifest.artifacts.items()
    }
    return manifest.model_copy(update={"artifacts": entries})


def _labelled(manifest: Manifest, edit: Put) -> Manifest:
    """A release under another licence; of what the publisher made, every other place that names one says the same."""
    changed = _releases(
        manifest,
        edit.subject,
        lambda release: release.model_copy(update={"license": edit.value, "statements": ()}),
    )
    target = next(release.artifact for release in manifest.releases if release.key == edit.subject)
    if not any(target in step.outputs for step in manifest.steps if own_step(manifest, step)):
        return changed
    entry = manifest.artifacts[target].model_copy(update={"license": None, "statements": ()})
    return changed.model_copy(update={"artifacts": {**manifest.artifacts, target: entry}})


def _set(holder: ShapeType, edit: Put) -> ShapeType:
    """The holder with a field set, or a fact where it has no such field."""
    known = edit.field in type(holder).model_fields
    if edit.key:
        answers = {**getattr(holder, edit.field), edit.key: edit.value}
        return holder.model_copy(update={edit.field: answers})
    if known:
        return holder.model_copy(update={edit.field: edit.value})
    return holder.model_copy(update={"facts": {**getattr(holder, "facts", {}), edit.field: edit.value}})


def _added(manifest: Manifest, edit: Add) -> Manifest:
    def more(release: Release) -> Release:
        held = getattr(release, edit.field) or ()
        words = tuple(dict.fromkeys((*held, *edit.words)))
        return release.model_copy(update={edit.field: words})

    return _releases(manifest, edit.release, more)


def _releases(manifest: Manifest, key: str, change: Any) -> Manifest:
    releases = tuple(change(release) if release.key == key else release for release in manifest.releases)
    return manifest.model_copy(update={"releases": releases})
