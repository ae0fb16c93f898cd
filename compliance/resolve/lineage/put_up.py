"""A service of somebody else that is released as it is: whoever puts it out offers what it runs on."""

from __future__ import annotations

from compliance.model.declared.lineage import OFFERED
from compliance.model.declared.manifest import Artifact, Input, Manifest, Release, Step
from compliance.resolve.lineage.said_to_run import with_what_is_said_to_run
from compliance.resolve.lineage.writing import reads
from compliance.resolve.names.lookup import Names

_MAKES_NOTHING = ("evaluate", "other", "judge", "filter")
"""Kinds of step that look at a service, and put none up."""


def with_services_put_up(manifest: Manifest, names: Names) -> Manifest:
    """The manifest in which a service that no step runs on something, and a release names, is put up by its own step.

    What is offered then stands apart from whose it is, as it does where a `deploy` step is written: terms on end users
    speak of what is built on a service. One of which nobody tells whose it is stays as it is, and is asked about.
    """
    manifest = with_what_is_said_to_run(manifest, names)
    made = _made_of_others(manifest)
    offered = [
        release
        for release in manifest.releases
        if release.artifact not in made
        and manifest.artifacts[release.artifact].kind == "service"
        and _of_others(manifest, release, names)
    ]
    if not offered:
        return manifest
    fresh = {id(one): f"{one.key}{OFFERED}" for one in offered}
    offers = {fresh[id(one)]: Artifact(kind="service", name=f"{one.key} (as offered)") for one in offered}
    steps = tuple(_put_up(one, fresh[id(one)]) for one in offered)
    releases = tuple(
        one.model_copy(update={"id": one.key, "artifact": fresh[id(one)]}) if id(one) in fresh else one
        for one in manifest.releases
    )
    return manifest.model_copy(
        update={
            "artifacts": {**manifest.artifacts, **offers},
            "steps": (*manifest.steps, *steps),
            "releases": releases,
        }
    )


def _made_of_others(manifest: Manifest) -> set[str]:
    """What a step makes of something else that answers; to tidy or tune a service in place makes no other of it."""
    answering = {key for key, one in manifest.artifacts.items() if one.kind in ("model", "service", "code")}
    return {
        output
        for step in manifest.steps
        if step.kind not in _MAKES_NOTHING
        for output in step.outputs
        if any(key in answering and key != output for key in reads(step))
    }


def _of_others(manifest: Manifest, release: Release, names: Names) -> bool:
    """Whether it is known whose service it is, and that it is not the releaser's own."""
    artifact = manifest.artifacts[release.artifact]
    called = artifact.provider or (artifact.name if names.service(artifact.name or "") else None)
    provider = names.provider(called)
    releaser = manifest.parties.get(release.by or "") or manifest.publisher
    return provider is not None and names.provider(releaser.name) != provider


def _put_up(release: Release, output: str) -> Step:
    given = (Input(artifact=release.artifact),)
    return Step.model_construct(
        id=output,
        kind="deploy",
        inputs={"component": given},
        outputs=(output,),
        by=release.by,
        period=release.date,
    )
