"""Models that were tuned at a service: what they write is written by that service, under its terms."""

from __future__ import annotations

from compliance.model.manifest import Input, Manifest, Step

_GOES_ON = ("base", "source", "component", "subject")
"""Roles in which a model is taken as it is, and writes nothing."""


def written_by_services(manifest: Manifest) -> Manifest:
    """The manifest with the services named beside their own tunes, wherever a tune of theirs writes or judges."""
    behind = _services_behind(manifest)
    if not behind:
        return manifest
    return manifest.model_copy(
        update={"steps": tuple(_with_services(step, behind) for step in manifest.steps)}
    )


def _services_behind(manifest: Manifest) -> dict[str, tuple[str, ...]]:
    """Model to the services from whose weights it was tuned, over any number of tunes."""
    services = {key: (key,) for key, artifact in manifest.artifacts.items() if artifact.kind == "service"}
    behind: dict[str, tuple[str, ...]] = {}
    for _ in manifest.steps:
        before = dict(behind)
        for step in manifest.steps:
            bases = [item.artifact for item in step.inputs.get("base", ())]
            known = (behind.get(base, services.get(base, ())) for base in bases)
            found = tuple(dict.fromkeys(one for each in known for one in each))
            for output in step.outputs if found else ():
                if output not in bases and manifest.artifacts[output].kind in ("model", "service"):
                    behind[output] = tuple(dict.fromkeys((*behind.get(output, ()), *found)))
        if behind == before:
            break
    return behind


def _with_services(step: Step, behind: dict[str, tuple[str, ...]]) -> Step:
    inputs = {
        role: given if role in _GOES_ON else _listed(given, behind) for role, given in step.inputs.items()
    }
    return step.model_copy(update={"inputs": inputs})


def _listed(given: tuple[Input, ...], behind: dict[str, tuple[str, ...]]) -> tuple[Input, ...]:
    there = {item.artifact for item in given}
    added = dict.fromkeys(
        service for item in given for service in behind.get(item.artifact, ()) if service not in there
    )
    return (*given, *(Input(artifact=service) for service in added))
