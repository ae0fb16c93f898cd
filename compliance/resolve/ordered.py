"""Work that others did on the publisher's own things: whether it was ordered is asked, and silence does not say no."""

from __future__ import annotations

from compliance.model.manifest import Manifest, Step
from compliance.model.shape import Role

_WORKED_ON: tuple[Role, ...] = ("data", "source", "seed", "prompts")


def with_orders_asked(manifest: Manifest) -> Manifest:
    """The manifest with `commissioned` unknown where another party worked on what only the publisher had to give.

    What the publisher released was there for everybody to work on. Who was ordered by whom in a manifest of another
    project is not told from here, and is left as it is.
    """
    released = {release.artifact for release in manifest.releases}
    given = _own(manifest) - released
    handing_out = {manifest.publisher.id, *(release.by for release in manifest.releases)}
    # A step that says `unknown` itself equals one that says nothing, and is told apart by what it states alone.
    steps = tuple(
        step.model_copy(update={"commissioned": "unknown"})
        if step.by and step.by not in handing_out and _works_on(step, given) and _silent(step)
        else step
        for step in manifest.steps
    )
    return manifest.model_copy(update={"steps": steps})


def _silent(step: Step) -> bool:
    return "commissioned" not in step.model_fields_set


def _own(manifest: Manifest) -> set[str]:
    """What is the publisher's own, or was made by a step of the publisher; of this project alone."""
    others = {
        key for step in manifest.steps if step.by not in (None, manifest.publisher.id) for key in step.outputs
    }
    here = {
        key for step in manifest.steps if step.by in (None, manifest.publisher.id) for key in step.outputs
    }
    stated = {key for key, artifact in manifest.artifacts.items() if artifact.origin == "own"} - others
    data = {
        key
        for key, artifact in manifest.artifacts.items()
        if artifact.kind in ("dataset", "document", "code")
    }
    return {key for key in (here | stated) & data if "/" not in key}


def _works_on(step: Step, given: set[str]) -> bool:
    return any(item.artifact in given for role in _WORKED_ON for item in step.inputs.get(role, ()))
