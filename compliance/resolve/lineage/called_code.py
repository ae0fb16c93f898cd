"""Code that stands for something else: weights that come with a program, and services that a program calls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from compliance.model.declared.lineage import Artifact, Contradiction
from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.declared.manifest import Manifest, Step
from compliance.model.shapes.shape import Role
from compliance.model.words.spelling import program_alone, split_organisation, words
from compliance.patterns import regex
from compliance.resolve.licences.against_record import settles
from compliance.resolve.lineage.making import TRAINING
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.paths import may_be_a_path
from compliance.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Called:
    """What a manifest lists as code although its steps use it as something else."""

    weights: Mapping[str, str]
    """Ids of weights, and the step that goes on from them."""
    services: tuple[str, ...]
    """Ids of programs that call a hosted service."""
    vocabularies: tuple[str, ...] = ()
    """Ids of what comes out of somebody's weights to cut text with."""


_CALLS: tuple[Role, ...] = ("teacher", "tool", "judge", "filter", "reward", "unknown")
"""Roles in which a program may have called a service for what a step writes or chooses."""
_CLIENTS = frozenset((
    "client", "clients", "sdk", "api", "apis", "inference", "endpoint", "endpoints", "connector", "serverless",
))  # fmt: skip
"""Words by which a program asks a service, whatever its step does."""
_WRITTEN_WITH = ("generate", "rewrite", "convert", "annotate", "collect", "filter", "judge", "mix", "other")
_KEPT: tuple[Role, ...] = ("base", "adapter", "component")
"""Roles in which training and merging take weights, and nothing else."""
_OF_WEIGHTS = (*TRAINING, "merge", "quantise", "prune")


def as_it_is_used(manifest: Manifest, names: Names) -> tuple[Manifest, Called]:
    """The manifest with weights and services in place of code that is used as such, and what that was."""
    manifest, weights = weights_called_code(manifest)
    manifest, vocabularies = vocabularies_called_code(manifest, names)
    manifest, services = services_called_code(manifest, names)
    return manifest, Called(weights, services, vocabularies)


def weights_called_code(manifest: Manifest) -> tuple[Manifest, dict[str, str]]:
    """The manifest with models for the programs of others of which a step keeps weights; the step by their ids.

    A repository's licence is that of its program: that of the weights which come with it may be another.
    """
    found = {key: step.id for step in manifest.steps for key in _kept_as_weights(step, manifest)}
    if not found:
        return manifest, {}
    artifacts = {
        key: each.model_copy(update={"kind": "model"}) if key in found else each
        for key, each in manifest.artifacts.items()
    }
    return manifest.model_copy(update={"artifacts": artifacts}), found


def vocabularies_called_code(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with models for the tokenizers of known ones that training works with; their ids.

    A vocabulary comes out of training as weights do, is under their licence, and goes out with what it trained.
    """
    given = (
        item.artifact
        for step in manifest.steps
        if step.kind in TRAINING
        for item in step.inputs.get("tool", ())
    )
    found = {key: name for key in given if (name := _cut_with(manifest.artifacts[key], names))}
    if not found:
        return manifest, ()
    artifacts = dict(manifest.artifacts)
    for key, name in found.items():
        artifacts[key] = artifacts[key].model_copy(update={"kind": "model", "name": name})
    return manifest.model_copy(update={"artifacts": artifacts}), tuple(found)


def _cut_with(artifact: Declared, names: Names) -> str:
    """The known model whose tokenizer a program or document is by its name; empty where it is none."""
    if artifact.kind not in ("code", "document") or artifact.origin == "own" or not artifact.name:
        return ""
    rest = _VOCABULARY.sub(" ", artifact.name).strip(" -_/")
    return rest if rest != artifact.name and (names.model(rest) or names.model_entry(rest)) else ""


_VOCABULARY = regex(
    r"(?<![a-z])(?:bpe |sentencepiece |fast |the )?(?:tokeni[sz]er(?:s|\.model|\.json)?|vocab(?:ulary)?)(?: (?:of"
    r"|from))?(?![a-z])",
    re.IGNORECASE,
)


def _kept_as_weights(step: Step, manifest: Manifest) -> Iterator[str]:
    for role in _KEPT if step.kind in _OF_WEIGHTS else ():
        for item in step.inputs.get(role, ()):
            artifact = manifest.artifacts[item.artifact]
            if artifact.kind == "code" and artifact.origin != "own" and not _written(item.artifact, manifest):
                yield item.artifact


def _written(key: str, manifest: Manifest) -> bool:
    return any(key in step.outputs for step in manifest.steps)


def services_called_code(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with services for the programs that are known to call one, where a step works with them; their ids.

    The program of that name which runs by itself may be meant; the manifest says so by saying why its word holds. One
    that is also shipped, or used in another way, stays code there under its licence, and the service stands beside it.
    """
    found = {key: name for step in manifest.steps for key, name in _called(step, manifest, names)}
    if not found:
        return manifest, ()
    called = {key: f"{key}~service" if _stays_code(key, manifest) else key for key in found}
    artifacts = dict(manifest.artifacts)
    for key, name in found.items():
        changed = {"kind": "service", "name": name, "license": None, "statements": ()}
        artifacts[called[key]] = artifacts[key].model_copy(update=changed)
    steps = tuple(_calling(step, called) for step in manifest.steps)
    return manifest.model_copy(update={"artifacts": artifacts, "steps": steps}), tuple(called.values())


def _stays_code(key: str, manifest: Manifest) -> bool:
    """Whether a program is released, written here, or an input of some step in which it calls nothing."""
    if _written(key, manifest) or any(key == release.artifact for release in manifest.releases):
        return True
    return any(
        item.artifact == key and not _calls(step, role)
        for step in manifest.steps
        for role, given in step.inputs.items()
        for item in given
    )


def _calls(step: Step, role: str) -> bool:
    return step.kind in _WRITTEN_WITH and role in _CALLS


def _calling(step: Step, called: Mapping[str, str]) -> Step:
    """The step with the service in place of the program wherever that calls it."""
    inputs = {
        role: tuple(
            item.model_copy(update={"artifact": called.get(item.artifact, item.artifact)}) for item in given
        )
        if _calls(step, role)
        else given
        for role, given in step.inputs.items()
    }
    return step.model_copy(update={"inputs": inputs})


def _called(step: Step, manifest: Manifest, names: Names) -> Iterator[tuple[str, str]]:
    for role in _CALLS if step.kind in _WRITTEN_WITH else ():
        for item in step.inputs.get(role, ()):
            artifact = manifest.artifacts[item.artifact]
            if artifact.kind == "code" and artifact.name and not settles(artifact):
                called = _as_a_service(artifact.name, names)
                yield from ((item.artifact, name) for name in called if not _turns_weights(step, name, names))


def _turns_weights(step: Step, program: str, names: Names) -> bool:
    """Whether a step gives weights alone another form, and its program is a host's by the account alone.

    No host is asked to write or to choose anything there, so a repository of its own is a program that runs here.
    """
    given = {role for role, items in step.inputs.items() if items}
    service = names.service(program)
    by_account = service is not None and service.unread is not None
    if not _CLIENTS.isdisjoint(words(split_organisation(program)[1])):
        return False
    return step.kind == "convert" and bool(given & set(_KEPT)) and given <= {*_KEPT, "tool"} and by_account


def _as_a_service(program: str, names: Names) -> tuple[str, ...]:
    """The name under which a program is recorded as a service, whatever account its repository stands under."""
    if names.model(program) is not None:
        return ()
    _, alone = split_organisation(program)
    if names.unnamed_of(program) is not None:
        return (program,)
    spelt = (program, alone, program_alone(program))
    known = (one for one in spelt if names.service(one) is not None and not may_be_a_path(one, names))
    return tuple(known)[:1]


def doubted(called: Called, artifacts: Mapping[str, Artifact], manifest: Manifest) -> dict[str, Artifact]:
    """The artifacts with a doubt at weights listed as code: what is said of them may be said of the program alone."""
    found = dict(artifacts)
    for key, step in called.weights.items():
        settled = settles(manifest.artifacts[key])
        doubt = Contradiction("kind", "code", "model", f"step {step} of the manifest", "", settled)
        found[key] = replace(found[key], contradictions=(*found[key].contradictions, doubt))
    return found


def told_of(called: Called, artifacts: Mapping[str, Artifact]) -> Iterator[str]:
    """Warnings on what was listed as code and is judged as something else."""
    for key, step in called.weights.items():
        yield (
            f"artifact {key}: {artifacts[key].name} is listed as code, and step {step} goes on from it as from "
            "weights; the licence of a program is not that of the weights that come with it: write kind: model and the "
            "licence of the weights, or list it under tool if nothing of it was kept"
        )
    for key in called.vocabularies:
        yield (
            f"artifact {key}: a tokenizer of {artifacts[key].name} is listed as code; it is judged as part of that "
            "model, under whose licence it is: write kind: model, as component where it goes out with what was trained"
        )
    for key in called.services:
        listed, name = key.partition("~")[0], artifacts[key].name
        yield (
            f"artifact {listed}: {name} is listed as code, and it calls a hosted service, whose terms hold for what it "
            "brings back; the licence of the program says nothing of that: write kind: service"
        )
