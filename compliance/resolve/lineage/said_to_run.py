"""Services that are put up here and are said to be a house's, or to serve weights, which no step puts into them.

Whoever lists an embedder and the handbook as what a bot was made of, and writes `provider: openai` beside it, has told
what answers: the house's service goes into the bot as it does where a step names it.
"""

from __future__ import annotations

from compliance.model.declared.lineage import RUN_THERE
from compliance.model.declared.manifest import Artifact, Input, Manifest, Step
from compliance.model.words.spelling import key as spelt
from compliance.resolve.lineage.writing import reads
from compliance.resolve.names.lookup import Names

_PUTS_UP = ("deploy", "bundle", "convert", "merge", "mix")
"""Kinds of step that make an offer of what they take in, and train nothing."""
_OF_THEIRS = ("provider", "serves", "route", "plan")
"""What is said of whose service it is, and not of what is offered here."""


def with_what_is_said_to_run(manifest: Manifest, names: Names) -> Manifest:
    """The manifest in which services that steps put up hold what they are said to be of, or to serve."""
    artifacts, steps = dict(manifest.artifacts), list(manifest.steps)
    for place, step in enumerate(steps):
        for output in step.outputs if step.kind in _PUTS_UP else ():
            inside = _inside(output, step, manifest, names)
            if inside is None:
                continue
            fresh = f"{output}{RUN_THERE}"
            artifacts[fresh] = inside
            artifacts[output] = artifacts[output].model_copy(update=dict.fromkeys(_OF_THEIRS))
            given = (*step.inputs.get("component", ()), Input(artifact=fresh))
            step = step.model_copy(update={"inputs": {**step.inputs, "component": given}})
            steps[place] = step
    if len(artifacts) == len(manifest.artifacts):
        return manifest
    return manifest.model_copy(update={"artifacts": artifacts, "steps": tuple(steps)})


def _inside(output: str, step: Step, manifest: Manifest, names: Names) -> Artifact | None:
    """What a service is said to run beside what a step puts into it; None where nothing is, or the step has it."""
    service = manifest.artifacts[output]
    given = [key for key in reads(step) if key in manifest.artifacts]
    if service.kind != "service" or not given or output in given:
        return None
    if any(manifest.artifacts[key].kind == "service" for key in given):
        return None
    if house := _house(service, step, manifest, names):
        return service.model_copy(update={"provider": house, "developer": None})
    if service.serves and not any(_is(manifest.artifacts[key], key, service.serves, names) for key in given):
        return Artifact(kind="model", name=service.serves)
    return None


def _house(service: Artifact, step: Step, manifest: Manifest, names: Names) -> str | None:
    """The known house, other than who puts it up, of which a service is said to be; None for one that runs weights."""
    # A provider that is nobody's id is who puts it up: then whose it is, the developer tells.
    house = names.provider(service.provider, service.developer)
    record = names.provider_record(house)
    if record is None or record.runs_weights:
        return None
    own = (manifest.publisher, *(party for key, party in manifest.parties.items() if key == step.by))
    return house if all(names.provider(party.name) != house for party in own) else None


def _is(artifact: Artifact, key: str, served: str, names: Names) -> bool:
    """Whether something that a step puts up is what is served, by its id, its name or its record."""
    record = names.model(served)
    if record is not None and artifact.name and names.model(artifact.name) == record:
        return True
    return spelt(served) in {spelt(one) for one in (key, artifact.name) if one}
