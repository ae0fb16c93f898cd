"""Alternatives: one set of releases for each variant, sharing whatever no variant changes.

What a variant replaces, adds or leaves out, and all that depends on it, is repeated for each variant under an id that
ends in `@` and the variant's name; so is every release. Where variants are given, the manifest without any of them is
not looked at. An artifact of a variant takes another's place as a whole; a step or a release keeps what is not said
anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from compliance.model.declared.manifest import Artifact, Manifest, Release, Step, Variant
from compliance.model.declared.noted import HeardWith
from compliance.resolve.expansion.draft import Draft, Origin, S, changed
from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class _Whole:
    """The manifest as one variant has it."""

    name: str
    artifacts: Mapping[str, Artifact]
    steps: Sequence[Step]
    releases: Sequence[Release]


def write_variants_out(draft: Draft) -> None:
    """Put the entries of every variant in place of the manifest's own."""
    variants = draft.manifest.variants
    if not variants:
        return
    wholes = [_overlaid(draft, name, variant) for name, variant in variants.items()]
    artifacts, steps = _differing(wholes)
    written = dict.fromkeys(key for whole in wholes for key in whole.artifacts if key not in artifacts)
    draft.artifacts = {key: wholes[0].artifacts[key] for key in written}
    draft.steps, draft.releases = [], []
    somewhere = {key for whole in wholes for key in _taking_part(whole)}
    for whole in wholes:
        idle = somewhere - _taking_part(whole)
        _add_entries(draft, whole, artifacts, idle)
    chunks = [_chunks(whole, steps) for whole in wholes]
    shared = [step for step in wholes[0].steps if step.id not in steps]
    for n in range(len(shared) + 1):
        for whole, parts in zip(wholes, chunks, strict=True):
            for step in parts[n]:
                draft.steps.append(_renamed(step, whole.name, artifacts))
                _place(draft, variants[whole.name], whole.name, "steps", step.id)
        draft.steps += shared[n : n + 1]


def one_variant(manifest: Manifest, name: str) -> Manifest:
    """The manifest as one of its variants has it, with no variants left: ids are those of the manifest."""
    whole = _overlaid(Draft.of(manifest, lambda path: None), name, manifest.variants[name])
    return changed(
        manifest,
        artifacts=dict(whole.artifacts),
        steps=tuple(whole.steps),
        releases=tuple(whole.releases),
        variants={},
    )


def _overlaid(draft: Draft, name: str, variant: Variant) -> _Whole:
    out = set(variant.leaves_out)
    steps = {step.id: step for step in draft.steps if step.id not in out}
    steps |= {step.id: _completed(step, steps.get(step.id)) for step in variant.steps}
    releases = {each.key: each for each in draft.releases if each.key not in out}
    releases |= {each.key: _completed(each, releases.get(each.key)) for each in variant.releases}
    artifacts = {**draft.artifacts, **variant.artifacts}
    return _Whole(name, artifacts, tuple(steps.values()), tuple(releases.values()))


def _completed(entry: S, base: S | None) -> S:
    """An entry of a variant; what it does not say it takes over from the one whose place it takes."""
    if base is None:
        return entry
    return changed(base, **{field: getattr(entry, field) for field in entry.model_fields_set})


def _differing(wholes: Sequence[_Whole]) -> tuple[set[str], set[str]]:
    """Ids of the artifacts and steps that are not the same in all variants, or rest on what is not."""
    steps = [{step.id: step for step in whole.steps} for whole in wholes]
    artifacts, unlike = _unlike([whole.artifacts for whole in wholes]), _unlike(steps)
    touching, wholes_of = _touching(wholes), _whole_of(wholes)
    outputs: dict[str, set[str]] = {}
    for each in steps:
        for key, step in each.items():
            outputs.setdefault(key, set()).update(step.outputs)
    waiting = [*artifacts, *(output for key in unlike for output in outputs[key] - artifacts)]
    artifacts.update(waiting)
    while waiting:
        key = waiting.pop()
        fresh = touching.get(key, set()) - unlike
        unlike |= fresh
        reached = {output for one in fresh for output in outputs[one]} | wholes_of.get(key, set())
        waiting += reached - artifacts
        artifacts |= reached
    return artifacts, unlike


def _touching(wholes: Sequence[_Whole]) -> dict[str, set[str]]:
    """Ids of the steps that read or write an artifact in some variant."""
    found: dict[str, set[str]] = {}
    for step in (step for whole in wholes for step in whole.steps):
        for name in (*_reads(step), *step.outputs):
            found.setdefault(name, set()).add(step.id)
    return found


def _whole_of(wholes: Sequence[_Whole]) -> dict[str, set[str]]:
    """Ids of the artifacts of which one is a part in some variant."""
    found: dict[str, set[str]] = {}
    for key, artifact in (item for whole in wholes for item in whole.artifacts.items()):
        for part in artifact.parts:
            if part.of:
                found.setdefault(part.of, set()).add(key)
    return found


def _unlike(given: Sequence[Mapping[str, object]]) -> set[str]:
    keys = {key for each in given for key in each}
    return {key for key in keys if any(each.get(key) != given[0].get(key) for each in given)}


def _reads(step: Step) -> list[str]:
    return [name for inputs in step.inputs.values() for item in inputs for name in item.named]


def _chunks(whole: _Whole, differing: set[str]) -> list[list[Step]]:
    """The differing steps before each of the shared ones, and after the last."""
    chunks: list[list[Step]] = [[]]
    for step in whole.steps:
        if step.id in differing:
            chunks[-1].append(step)
        else:
            chunks.append([])
    return chunks


def _taking_part(whole: _Whole) -> set[str]:
    """Ids of the artifacts that a step or a release of a variant names."""
    named = {key for step in whole.steps for key in (*_reads(step), *step.outputs)}
    named |= {release.artifact for release in whole.releases}
    return named | {part.of for key in named for part in whole.artifacts[key].parts if part.of}


def _add_entries(draft: Draft, whole: _Whole, differing: set[str], idle: set[str]) -> None:
    """Add the artifacts that this variant has of its own, but for those that take part in others only."""
    variant = draft.manifest.variants[whole.name]
    name = _namer(whole.name, differing)
    for key, artifact in whole.artifacts.items():
        if key in differing - idle:
            parts = tuple(changed(part, of=part.of and name(part.of)) for part in artifact.parts)
            draft.artifacts[name(key)] = changed(artifact, parts=parts) if parts else artifact
            _place(draft, variant, whole.name, "artifacts", key)
    for release in whole.releases:
        _call(draft, name(release.artifact), variant)
        key = f"{release.key}@{whole.name}"
        draft.releases.append(changed(release, id=key, artifact=name(release.artifact)))
        _place(draft, variant, whole.name, "releases", release.key)


def _call(draft: Draft, key: str, variant: Variant) -> None:
    """Let what a variant is called be heard beside what it releases: it may tell of what nothing else does."""
    artifact = draft.artifacts.get(key)
    if artifact is not None and variant.title:
        draft.artifacts[key] = changed(artifact, note=HeardWith.of(artifact.note, variant.title, "; "))


def _namer(variant: str, differing: set[str]) -> Callable[[str], str]:
    return lambda key: f"{key}@{variant}" if key in differing else key


def _renamed(step: Step, variant: str, differing: set[str]) -> Step:
    name = _namer(variant, differing)
    inputs = {
        role: tuple(
            changed(
                item,
                artifact=name(item.artifact) if item.artifact else "",
                one_of=tuple(name(key) for key in item.one_of) if item.one_of else None,
            )
            for item in given
        )
        for role, given in step.inputs.items()
    }
    outputs = tuple(name(key) for key in step.outputs)
    return changed(step, id=f"{step.id}@{variant}", inputs=inputs, outputs=outputs)


def _place(draft: Draft, variant: Variant, name: str, kind: str, key: str) -> None:
    """Let an entry stand where the variant has it, or else where the manifest does."""
    listed = {
        "artifacts": list(variant.artifacts),
        "steps": [step.id for step in variant.steps],
        "releases": [release.key for release in variant.releases],
    }[kind]
    if key not in listed:
        draft.same_place(kind, f"{key}@{name}", key)
        return
    which = key if kind == "artifacts" else listed.index(key)
    draft.origins[kind, f"{key}@{name}"] = Origin(draft.where, ("variants", name, kind, which))
