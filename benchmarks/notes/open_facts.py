"""What the `unknown` sentences of a note leave open in its manifest."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from benchmarks.notes import functions
from benchmarks.notes.draft import Draft
from benchmarks.notes.reading import NodeNote
from benchmarks.notes.sentences import Settled

_STOP = {
    "with", "from", "that", "this", "which", "whether", "base", "model", "models", "data", "terms", "version",
    "used", "licence", "license", "unknown", "both", "list", "itself", "parents", "their", "account", "held",
    "agreement",
}  # fmt: skip


def leave_open(draft: Draft, fact: Settled) -> None:
    """Take back, or mark as not known, what a sentence of the unknown names."""
    if fact.scope in _OPENERS:
        _OPENERS[fact.scope](draft, fact)


def _open_services(draft: Draft, fact: Settled) -> None:
    for key in _services(draft, fact.sentence):
        draft.data["artifacts"][key][fact.fact] = "unknown"


def _open_releases(draft: Draft, fact: Settled) -> None:
    for release in draft.data["releases"]:
        _open_release(draft, release, fact.fact)


def _open_steps(draft: Draft, fact: Settled) -> None:
    for step in draft.data["steps"]:
        if fact.fact == "role":
            _open_roles(step)
        for name in fact.fact.split():
            step.get("facts", {}).pop(name, None)


def _unknown_start(draft: Draft, _: Settled) -> None:
    """Training whose start is open: it may have begun from weights of which nothing is known."""
    models = {key for key, artifact in draft.data["artifacts"].items() if artifact["kind"] == "model"}
    for step in draft.data["steps"]:
        inputs = step.setdefault("inputs", {})
        trains = step["kind"] in ("pretrain", "train", "finetune") and models & set(step.get("outputs", ()))
        if trains and not {"base", "unknown"} & set(inputs):
            key = f"{step['id']}.start"
            draft.nodes[key] = draft.nodes[step["outputs"][0]]
            draft.data["artifacts"][key] = {"kind": "model", "note": "starting weights, not known"}
            inputs["unknown"] = [key]


def _open_release(draft: Draft, release: dict[str, Any], name: str) -> None:
    if name == "notices_kept":
        release.pop("notices", None)
        release.pop("license_copies", None)
    elif name == "function":
        # What the thing's own name says of its task stays said.
        is_model = draft.data["artifacts"][release["artifact"]]["kind"] == "model"
        if is_model and functions.narrow(release.get("name", "")) is None:
            release["function"] = "unknown"
    else:
        release.get("facts", {}).pop(name, None)


def _source_fact(draft: Draft, fact: Settled) -> None:
    for node in draft.note.nodes:
        artifact = draft.data["artifacts"][draft.artifact_of(node.id)]
        if fact.fact == "documented" and mentions(fact.sentence, node):
            artifact["documented"] = "no"
        elif (
            fact.fact == "licence_changed"
            and "agreement" in fact.sentence + node.licence
            and "agreement" in node.licence
        ):
            artifact.setdefault("facts", {})[fact.fact] = "yes"


def _open_roles(step: dict[str, Any]) -> None:
    """Of weights and rows that a step takes together, the note leaves open which it took: neither role is settled."""
    inputs = step.get("inputs", {})
    if "base" in inputs and ("data" in inputs or "teacher" in inputs):
        open_ones = [*inputs.pop("base"), *inputs.pop("data", []), *inputs.pop("teacher", [])]
        inputs["unknown"] = [*inputs.get("unknown", []), *open_ones]


def _services(draft: Draft, sentence: str) -> list[str]:
    """Services that a sentence means: those of the steps it numbers, those it names, else all."""
    services = [key for key, artifact in draft.data["artifacts"].items() if artifact["kind"] == "service"]
    if match := re.search(r"\bsteps? (\d+)(?:\s*(?:-|–|to|and|,)\s*(\d+))?", sentence):
        first, last = int(match[1]), int(match[2] or match[1])
        steps = [step for step in draft.data["steps"] if first <= draft.steps[step["id"]] <= last]
        return [
            k
            for k in services
            if any(k in items for step in steps for items in step.get("inputs", {}).values())
        ]
    return [key for key in services if mentions(sentence, draft.node(key))] or services


def mentions(sentence: str, node: NodeNote) -> bool:
    """Whether a sentence and a node's name or developer share a word that names.

    >>> mentions("tuning data lineage", NodeNote("d", "dataset", "tuning data", "", "", "", "", ""))
    True
    """
    named = set(re.findall(r"[a-z0-9.-]{4,}", f"{node.name} {node.developer}".lower())) - _STOP
    return bool(named & set(re.findall(r"[a-z0-9.-]{4,}", sentence.lower())))


_OPENERS: dict[str, Callable[[Draft, Settled], None]] = {
    "service": _open_services, "release": _open_releases, "step": _open_steps, "dataset": _source_fact,
    "model": _unknown_start,
}  # fmt: skip
