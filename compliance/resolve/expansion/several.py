"""One entry for several things: `names` becomes an artifact for each, `one_of` an uncertain input for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compliance.model.declared.manifest import Input, Release
from compliance.resolve.expansion.draft import Draft, changed

Members = Mapping[str, tuple[str, ...]]


def write_names_out(draft: Draft) -> None:
    """Give each of several names an artifact of its own, `id#1` and so on, wherever the entry stood."""
    members = {key: _members(key, len(each.names)) for key, each in draft.artifacts.items() if each.names}
    if not members:
        return
    artifacts = {}
    for key, artifact in draft.artifacts.items():
        for n, member in enumerate(members.get(key, (key,))):
            name = artifact.names[n] if artifact.names else artifact.name
            artifacts[member] = changed(artifact, name=name, names=None) if artifact.names else artifact
            draft.same_place("artifacts", member, key)
    draft.artifacts = artifacts
    for n, step in enumerate(draft.steps):
        inputs = {
            role: tuple(one for item in given for one in _each(item, members))
            for role, given in step.inputs.items()
        }
        draft.steps[n] = changed(step, inputs=inputs, outputs=_all(step.outputs, members))
    draft.releases = [one for release in draft.releases for one in _releases(draft, release, members)]


def write_choices_out(draft: Draft) -> None:
    """Make one input of each thing that may have been used, marked as one of several."""
    for n, step in enumerate(draft.steps):
        if any(item.one_of for given in step.inputs.values() for item in given):
            inputs = {
                role: tuple(one for item in given for one in _choices(item))
                for role, given in step.inputs.items()
            }
            draft.steps[n] = changed(step, inputs=inputs)


def _members(key: str, count: int) -> tuple[str, ...]:
    return tuple(f"{key}#{n}" for n in range(1, count + 1)) if count > 1 else (key,)


def _all(keys: Iterable[str], members: Members) -> tuple[str, ...]:
    return tuple(one for key in keys for one in members.get(key, (key,)))


def _each(item: Input, members: Members) -> tuple[Input, ...]:
    if item.one_of:
        return (changed(item, one_of=_all(item.one_of, members)),)
    found = members.get(item.artifact, (item.artifact,))
    # How the share divides among them is not said.
    return (
        (item,)
        if len(found) == 1
        else tuple(changed(item, artifact=one, share=None, tokens=None) for one in found)
    )


def _choices(item: Input) -> tuple[Input, ...]:
    if not item.one_of or item.artifact:
        return (item,)
    return tuple(changed(item, artifact=one, share=None, tokens=None) for one in item.one_of)


def _releases(draft: Draft, release: Release, members: Members) -> tuple[Release, ...]:
    found = members.get(release.artifact, (release.artifact,))
    if len(found) == 1:
        return (release,)
    each = []
    for n, member in enumerate(found, 1):
        key = f"{release.key}#{n}"
        each.append(changed(release, id=key, artifact=member))
        draft.same_place("releases", key, release.key)
    return tuple(each)
