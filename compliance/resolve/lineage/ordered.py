"""Work that others did for the publisher: whether it was ordered is asked where nothing shows that they published it.

Rows that come from another party and were nowhere put out were handed to the publisher, and so was work on what only
the publisher had. A contractor, an employee and a company of one's own do what they are asked to; silence does not say
that they were not.
"""

from __future__ import annotations

from compliance.model.declared.manifest import ROWS, Artifact, Manifest, Step
from compliance.model.shapes.shape import Role
from compliance.resolve.lineage.ancestry import record_of
from compliance.resolve.names.lookup import Names

_WORKED_ON: tuple[Role, ...] = ("data", "source", "seed", "prompts")


def with_orders_asked(manifest: Manifest, names: Names) -> Manifest:
    """The manifest with `commissioned` unknown where another party worked on what only the publisher had to give.

    So it is where what it made went to the publisher alone.

    What the publisher released was there for everybody to work on. Who was ordered by whom in a manifest of another
    project is not told from here, and is left as it is.
    """
    released = {release.artifact for release in manifest.releases}
    given = _own(manifest) - released
    handing_out = {manifest.publisher.id, *(release.by for release in manifest.releases)}
    # A step that says `unknown` itself equals one that says nothing, and is told apart by what it states alone.
    steps = tuple(
        step.model_copy(update={"commissioned": "unknown"})
        if step.by
        and _silent(step)
        and (
            (step.by not in handing_out and _works_on(step, given))
            or _handed_over(step, manifest, released, names)
        )
        else step
        for step in manifest.steps
    )
    return manifest.model_copy(update={"steps": steps})


def _handed_over(step: Step, manifest: Manifest, released: set[str], names: Names) -> bool:
    """Whether a step of another party wrote rows that a step of the publisher reads and that nobody published."""
    if step.by == manifest.publisher.id:
        return False
    here = {
        item.artifact
        for each in manifest.steps
        if each.by in (None, manifest.publisher.id)
        for given in each.inputs.values()
        for item in given
    }
    return any(
        key in here
        and "/" not in key
        and key not in released
        and not _published(manifest.artifacts[key], names)
        for key in step.outputs
    )


def _published(artifact: Artifact, names: Names) -> bool:
    """Whether something is known to have been put out: by its record, its date, or the account that it stands under."""
    if artifact.kind not in ROWS:
        return True
    return bool(artifact.released or "/" in (artifact.name or "") or record_of(artifact, names) is not None)


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
