"""Known ancestry: what published models and data sets are documented to be made from, where the manifest is silent.

A manifest that only names a data set made with a hosted service still shows the service behind it. Added artifacts and
steps are marked, and whatever the manifest says of an artifact's making wins over the registry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compliance.model.manifest import Artifact, Input, Manifest, Party, Step
from compliance.model.records import AncestorStep, Ancestry
from compliance.model.resolved import DatasetRecord, ModelRecord
from compliance.model.shape import Id, check_period
from compliance.resolve.names import Names

MAX_GENERATIONS = 6
_CONTENT_ROLES = ("data", "source", "seed", "prompts")


@dataclass(slots=True)
class Expanded:
    """The manifest's artifacts, parties and steps together with those that known ancestry adds."""

    artifacts: dict[str, Artifact]
    parties: dict[str, Party]
    steps: list[Step]
    added: dict[str, str] = field(default_factory=dict)
    """Added artifact or step id to the place where it is documented."""


def slug(text: str) -> Id:
    """A name turned into an id: lower case, dashes for the rest."""
    return re.sub(r"[^a-z0-9._+]+", "-", text.lower()).strip("-._+") or "x"


def expand(manifest: Manifest, names: Names) -> Expanded:
    """Add what the registry documents of artifacts for which the manifest has no writing step."""
    result = Expanded(dict(manifest.artifacts), dict(manifest.parties), [])
    written = {output for step in manifest.steps for output in step.outputs}
    pending = [(key, 1) for key, artifact in manifest.artifacts.items() if key not in written]
    while pending:
        key, generation = pending.pop(0)
        record = _record(result.artifacts[key], names)
        if record is None or record.ancestry is None or generation > MAX_GENERATIONS:
            continue
        added = _add(result, key, record.ancestry, manifest, names)
        pending += [(item, generation + 1) for item in added]
    result.steps.reverse()
    result.steps += manifest.steps
    return result


def _record(artifact: Artifact, names: Names) -> ModelRecord | DatasetRecord | None:
    if artifact.name is None or artifact.kind not in ("model", "dataset"):
        return None
    return names.model(artifact.name) if artifact.kind == "model" else names.dataset(artifact.name)


def _add(into: Expanded, key: str, ancestry: Ancestry, manifest: Manifest, names: Names) -> list[str]:
    fresh: list[str] = []
    listed = [(a.name or k, k) for k, a in into.artifacts.items() if k.split("~")[0] == k]
    by_name = {name.lower(): k for name, k in reversed(listed)}
    for number, known in reversed(list(enumerate(ancestry.steps, 1))):
        inputs: dict[str, tuple[Input, ...]] = {}
        for role, given in known.inputs.items():
            ids = []
            for name in given:
                same = by_name.get(name.lower())
                item = same if same and same != key else f"{key.split('~')[0]}~{slug(name)}"
                if item not in into.artifacts and item != key:
                    into.artifacts[item] = _ancestor(name, role, known, names)
                    into.added[item] = ancestry.documented_at
                    fresh.append(item)
                ids.append(Input(artifact=item))
            inputs[role] = tuple(ids)
        step_id = f"{key}~{number}"
        into.added[step_id] = ancestry.documented_at
        into.steps.append(
            Step.model_construct(
                id=step_id, kind=known.kind, inputs=inputs, outputs=(key,), by=_party(into, known.by, manifest),
                period=_period(known.period),
            )
        )  # fmt: skip
    return fresh


def _ancestor(name: str, role: str, step: AncestorStep, names: Names) -> Artifact:
    if role in _CONTENT_ROLES:
        return Artifact(kind="dataset", name=name)
    service = names.service(name)
    if service is not None and names.model(name) is None:
        return Artifact(
            kind="service", name=name, provider=service.provider, route=step.route, plan=step.plan
        )
    return Artifact(kind="model", name=name)


def _party(into: Expanded, name: str, manifest: Manifest) -> str:
    if name.lower() == manifest.publisher.name.lower():
        return manifest.publisher.id
    known = next((key for key, party in into.parties.items() if party.name.lower() == name.lower()), None)
    if known is None:
        known = slug(name)
        into.parties[known] = Party(name=name)
    return known


def _period(text: str | None) -> str | None:
    try:
        return check_period(text) if text else None
    except ValueError:
        return None
