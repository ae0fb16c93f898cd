"""Parts with a licence or an origin of their own: artifacts that are bundled into the whole.

A part that only names the artifact it was taken from is that artifact. The bundling is done by whoever made the whole,
so that a whole which somebody else published does not become the publisher's own work. A part under another licence
than the whole is not our own because the whole is: that licence is as a rule the one under which it was taken.
"""

from __future__ import annotations

from compliance.model.declared.manifest import Artifact, Input, Party, Step
from compliance.model.declared.stated import Part
from compliance.model.words.spelling import slug
from compliance.resolve.expansion.draft import Draft, changed, unsaid
from compliance.resolve.lineage.sequence import PARTS

_ROLES = {"model": "component", "service": "component"}
_OF_THE_WHOLE = ("developer", "country", "origin", "released", "documented")


def write_parts_out(draft: Draft) -> None:
    """Bundle the parts of every artifact into it, once it is there."""
    for key, artifact in list(draft.artifacts.items()):
        if artifact.parts:
            draft.artifacts[key] = changed(artifact, parts=())
            inputs = tuple(_input(draft, key, artifact, part) for part in artifact.parts)
            _bundle(draft, key, artifact, inputs)


def _input(draft: Draft, key: str, whole: Artifact, part: Part) -> Input:
    if part.of is not None and part.license is None:
        return Input(artifact=part.of, share=part.share)
    made = f"{key}~{slug(part.name)}"
    said = {field: getattr(whole, field) for field in _OF_THE_WHOLE if field in whole.model_fields_set}
    if said.get("origin") == "own" and part.license not in (None, whole.license):
        del said["origin"]
    draft.artifacts[made] = unsaid(
        Artifact(kind=part.kind or whole.kind, name=part.name, license=part.license).model_copy(update=said),
        *(["license"] if part.license is None else []),
    )
    draft.same_place("artifacts", made, key)
    if part.of is not None:
        step = Step.model_construct(
            id=f"{made}~taken", kind="bundle", inputs={_role(whole): (Input(artifact=part.of),)}, outputs=(made,),
            by=_maker(draft, key, whole),
        )  # fmt: skip
        draft.steps.insert(_after(draft, part.of), step)
        draft.same_place("steps", step.id, key)
    return Input(artifact=made, share=part.share)


def _bundle(draft: Draft, key: str, whole: Artifact, inputs: tuple[Input, ...]) -> None:
    """Add a step that bundles the parts after each step that begins the whole anew, or before all if none does."""
    step = Step.model_construct(
        id=f"{key}{PARTS}", kind="bundle", inputs={_role(whole): inputs}, outputs=(key,),
        by=_maker(draft, key, whole),
    )  # fmt: skip
    draft.origins["steps", step.id] = draft.origins["artifacts", key]
    writers = [n for n, each in enumerate(draft.steps) if key in each.outputs]
    if not writers:
        draft.steps.insert(max(_after(draft, item.artifact) for item in inputs), step)
        return
    begun = [n for n in writers if n == writers[0] or draft.steps[n].replaces]
    for count, n in enumerate(reversed(begun)):
        again = changed(step, id=f"{step.id}{len(begun) - count}") if count < len(begun) - 1 else step
        draft.origins["steps", again.id] = draft.origins["artifacts", key]
        draft.steps.insert(n + 1, again)


def _after(draft: Draft, key: str) -> int:
    """The position after the first step that writes an artifact; the beginning where none does."""
    return next((n + 1 for n, step in enumerate(draft.steps) if key in step.outputs), 0)


def _role(whole: Artifact) -> str:
    return _ROLES.get(whole.kind, "data")


def _maker(draft: Draft, key: str, whole: Artifact) -> str | None:
    """Who put the whole together: who wrote it here, or else its developer."""
    writer = next((step for step in draft.steps if key in step.outputs), None)
    if writer is not None or whole.origin == "own":
        return writer.by if writer is not None else None
    name = whole.developer or f"whoever published {whole.name or key}"
    if name.lower() == draft.manifest.publisher.name.lower():
        return None
    found = next((each for each, party in draft.parties.items() if party.name.lower() == name.lower()), None)
    if found is None:
        found = slug(name)
        while found in draft.parties or found == draft.manifest.publisher.id:
            found += "~"
        draft.parties[found] = Party(name=name)
    return found
