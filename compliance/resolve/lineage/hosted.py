"""Tunes of a service, and services that run on somebody's model: what they write is written by what they run."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.declared.manifest import Input, Manifest, Step
from compliance.model.shapes.shape import Role

_GOES_ON = ("base", "source", "component", "subject")
"""Roles in which a model is taken as it is, and writes nothing."""
_PUT_UP = ("deploy", "bundle")
"""Kinds of step that make a service out of what it runs, and train nothing."""
_GATHERS = ("collect", "convert", "annotate", "mix", "filter", "rewrite", "generate")
_RUNS: tuple[Role, ...] = ("base", "component", "adapter", "unknown")


def written_by_services(manifest: Manifest) -> Manifest:
    """The manifest with what really writes named beside tunes of a service and services that run on a model.

    A tune of a service stands beside that service wherever it writes or judges; a service that was put up on models or
    services stands beside those, and so it does where what it answered is gathered out of it.
    """
    behind, run = _services_behind(manifest), _run_by(manifest)
    if not (behind or run):
        return manifest
    beside = {
        key: tuple(dict.fromkeys((*behind.get(key, ()), *run.get(key, ())))) for key in {**behind, **run}
    }
    steps = tuple(_with_services(step, beside, run) for step in manifest.steps)
    return manifest.model_copy(update={"steps": steps})


def _run_by(manifest: Manifest) -> dict[str, tuple[str, ...]]:
    """Service of the manifest's own that writes, to the models and services that it runs on, over any steps."""
    kinds = {key: artifact.kind for key, artifact in manifest.artifacts.items()}
    direct: dict[str, list[str]] = {}
    writing: dict[str, None] = {}
    for step in manifest.steps:
        for role, items in step.inputs.items():
            if role not in _GOES_ON or _answers_gathered(step, role):
                writing |= dict.fromkeys(item.artifact for item in items)
        if step.kind in _PUT_UP:
            given = [item.artifact for role in _RUNS for item in step.inputs.get(role, ())]
            found = [key for key in given if kinds[key] in ("model", "service")]
            for output in (one for one in step.outputs if kinds[one] == "service"):
                direct.setdefault(output, []).extend(found)
    run = {key: _all_below(key, direct) for key in writing if key in direct}
    return {key: found for key, found in run.items() if found}


def _all_below(key: str, direct: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Everything that a service runs on, nearest first, itself left out."""
    found: dict[str, None] = {}
    waiting = [key]
    for one in waiting:
        fresh = [below for below in dict.fromkeys(direct.get(one, ())) if below not in found and below != key]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return tuple(found)


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


def _with_services(
    step: Step, beside: Mapping[str, tuple[str, ...]], run: Mapping[str, tuple[str, ...]]
) -> Step:
    inputs = {
        role: _listed(given, run if _answers_gathered(step, role) else beside)
        if role not in _GOES_ON or _answers_gathered(step, role)
        else given
        for role, given in step.inputs.items()
    }
    return step.model_copy(update={"inputs": inputs})


def _answers_gathered(step: Step, role: str) -> bool:
    """Whether a service in this role is where its own answers are taken from."""
    return step.kind in _GATHERS and role == "source"


def _listed(given: tuple[Input, ...], behind: Mapping[str, tuple[str, ...]]) -> tuple[Input, ...]:
    there = {item.artifact for item in given}
    added = dict.fromkeys(
        service for item in given for service in behind.get(item.artifact, ()) if service not in there
    )
    return (*given, *(Input(artifact=service) for service in added))
