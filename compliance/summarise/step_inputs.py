"""The lines that say what a step took of its inputs: in which role, or which of several."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.model.answered.finding import MissingFact
from compliance.model.answered.report import AnswerLine
from compliance.model.declared.lineage import ADDED, Lineage
from compliance.model.declared.manifest import Step

_UNSETTLED = ("evaluate", "fetch", "other", "collect", "mix", "deploy", "bundle")
"""Kinds of steps that do not say what they made of a model or service."""
_OF_PRODUCTS = ("deploy", "bundle")
_ROLES_OF_PRODUCTS = ("component", "base", "adapter", "source", "data")
_IN_PRODUCT = {"dataset": "source", "document": "source"}
"""What a thing most likely is in a product, by its kind: content that it answers from, else what it runs."""
_SETTLED = ("generate", "annotate", "judge", "filter")
_OF_WEIGHTS = ("finetune", "merge", "quantise", "convert")
_SAYING = ("generate", "rewrite", "annotate", "judge", "filter", "rl")
"""Kinds of steps in which a model speaks; in others its weights are what is taken."""
_UNCLEAR = ("unknown", "tool", "reference", "component")
"""Roles that do not say what a step took of an input."""


def inputs_of_step(missing: MissingFact, lineage: Lineage) -> tuple[AnswerLine, ...]:
    """The inputs of a step with the open one settled: a role for an unknown one, one thing for one of several."""
    step = lineage.steps.get(missing.subject)
    if step is None or ADDED in missing.subject:
        return ()
    location = lineage.locations.get(f"step:{step.id}")
    place = ("steps", step.id, "inputs")
    if missing.fact == "step.role" and step.kind in _OF_PRODUCTS and _is_plain(step):
        return (AnswerLine(place, _roles_in_product(step, lineage), (), location),)
    if missing.fact == "step.role" and _can_be_told_anew(step):
        return (AnswerLine(place, _clear_roles(step, lineage), (), location),)
    lines = []
    for role, given in step.inputs.items():
        choices = [each for item in given for each in item.one_of or ()]
        if missing.fact == "step.one_of" and choices:
            lines.append(AnswerLine((*place, role), choices[0], tuple(choices[1:]), location))
        if missing.fact == "step.role" and role == "unknown":
            named = [item.artifact for item in given]
            lines.append(AnswerLine((*place, _role(named[0], step, lineage)), _listed(named), (), location))
    if not lines and missing.fact == "step.role" and step.kind in _UNSETTLED:
        kinds = _OF_WEIGHTS if "base" in step.inputs else _SETTLED
        lines = [AnswerLine(("steps", step.id, "kind"), kinds[0], kinds[1:], location)]
        lines += [
            AnswerLine(place, f"{{teacher: {given[0].artifact}}}", (), location)
            for role, given in step.inputs.items()
            if role == "subject"
        ]
    return tuple(lines)


def _can_be_told_anew(step: Step) -> bool:
    """Whether a step has an input of an unclear role, and its inputs say no more than what they are."""
    unclear = "unknown" in step.inputs or (
        step.kind not in _UNSETTLED and {*step.inputs}.intersection(_UNCLEAR)
    )
    return bool(unclear) and _is_plain(step)


def _is_plain(step: Step) -> bool:
    """Whether its inputs say no more than what they are."""
    items = [item for given in step.inputs.values() for item in given]
    return not any(item.one_of or item.share or item.tokens for item in items)


def _roles_in_product(step: Step, lineage: Lineage) -> str:
    """All inputs of a step that puts up a product: what is no role of one stands as what it most likely is there."""
    told: dict[str, list[str]] = {}
    for role, given in step.inputs.items():
        for item in given:
            artifact = lineage.artifacts.get(item.artifact)
            kind = artifact.kind if artifact is not None else "code"
            now = role if role in _ROLES_OF_PRODUCTS or kind == "code" else _IN_PRODUCT.get(kind, "component")
            told.setdefault(now, []).append(item.artifact.partition("#")[0])
    return f"{{{', '.join(f'{role}: {_listed(dict.fromkeys(keys))}' for role, keys in told.items())}}}"


def _role(key: str, step: Step, lineage: Lineage) -> str:
    """The role in which a step most likely took an artifact, by what it is."""
    artifact = lineage.artifacts.get(key)
    if artifact is None or artifact.kind in ("dataset", "document"):
        return "data"
    return "teacher" if artifact.kind == "service" or step.kind in _SAYING else "base"


def _clear_roles(step: Step, lineage: Lineage) -> str:
    """All inputs of a step, those of unclear roles in the likely ones."""
    clear: dict[str, list[str]] = {}
    for role, given in step.inputs.items():
        for item in given:
            told = _role(item.artifact, step, lineage) if role in _UNCLEAR else role
            clear.setdefault(told, []).append(item.artifact.partition("#")[0])
    return f"{{{', '.join(f'{role}: {_listed(dict.fromkeys(keys))}' for role, keys in clear.items())}}}"


def _listed(keys: Iterable[str]) -> str:
    """One key, or a list of them."""
    held = list(keys)
    return held[0] if len(held) == 1 else f"[{', '.join(held)}]"
