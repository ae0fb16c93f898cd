"""Open weights that somebody else hosts: the model behind a service, whose licence speaks of its outputs too.

The host's terms govern the calls. What the licence of the weights says of outputs reaches whoever trains on them all
the same, so the model stands beside the service in every step that uses it. A developer's own endpoint is offered under
the developer's terms alone, save for what it made from the weights of others.
"""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.declared.manifest import Artifact, Input, Step
from compliance.model.names.resolved import ServiceRecord
from compliance.model.words.spelling import split_organisation
from compliance.resolve.names.lookup import Names

BEHIND = "the name of the hosted model"
"""Where it is known from that a service runs these weights."""


def weights_behind(artifacts: Mapping[str, Artifact], names: Names) -> dict[str, Artifact]:
    """The model behind each service of another party, if it is named or under a known licence, by the service's id."""
    found = {}
    for key, artifact in artifacts.items():
        model = served_model(artifact, names)
        if model is not None:
            found[key] = Artifact(kind="model", name=model)
    return found


def served_model(service: Artifact, names: Names) -> str | None:
    """Name of the weights that a service of another party runs, as declared or as its model string says."""
    if service.kind != "service":
        return None
    string = names.service(service.name) if service.name else None
    provider = service.provider or (string.provider if string else None)
    host = names.provider_record(provider)
    runs_weights = host is not None and host.runs_weights
    model = service.serves or (string.model if string else None)
    if model is None and runs_weights:
        model = _at_host(service, string, provider, names)
    record = names.model(model) if model else None
    if record is None and (service.serves or runs_weights):
        # Weights that somebody names and nobody knows are asked about; a host's word for them clears nothing.
        organisation, _ = split_organisation(model) if model else (None, None)
        return None if organisation and names.provider(organisation) == provider else model
    if record is None or not (runs_weights or record.licence or record.licences):
        return None
    routes = {service.route, string.route if string else None} - {None, "unknown", "direct"}
    own = provider == record.developer_id and not any(
        base is not None and base.developer_id != provider for base in map(names.model, record.base)
    )
    return None if own and not routes else model


def _at_host(
    service: Artifact, string: ServiceRecord | None, provider: str | None, names: Names
) -> str | None:
    """What a service is called at a host of weights, past the host's own name; None where that is all that is said."""
    if string is not None and string.provider == provider:
        return string.unread
    return service.name if service.name and not names.unnamed_of(service.name) else None


def beside(steps: tuple[Step, ...], behind: Mapping[str, str]) -> tuple[Step, ...]:
    """The steps with each service's weights beside it; `behind` gives the id of the weights by that of the service."""
    return tuple(_with_weights(step, behind) for step in steps) if behind else steps


def _with_weights(step: Step, behind: Mapping[str, str]) -> Step:
    used = [item for given in step.inputs.values() for item in given if item.artifact in behind]
    if not used:
        return step
    inputs = {
        role: (*given, *(_copy(item, behind[item.artifact]) for item in given if item.artifact in behind))
        for role, given in step.inputs.items()
    }
    return step.model_copy(update={"inputs": inputs})


def _copy(item: Input, weights: str) -> Input:
    return item.model_copy(update={"artifact": weights})
