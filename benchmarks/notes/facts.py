"""Put the facts of a note's `assumed` and `unknown` sentences into its manifest."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from benchmarks.notes.draft import Draft
from benchmarks.notes.open_facts import leave_open, mentions
from benchmarks.notes.reading import NodeNote
from benchmarks.notes.sentences import HIDES_ORIGIN, TRAINING_DATA, Settled, assumed_facts, unknown_facts

_ABOUT_ASKER = re.compile(r"\b(asker|user|recipient)\b", re.IGNORECASE)
_OWN_ASKERS = ("releaser", "dataset-publisher", "packager", "")
"""Askers who are the releaser; what is assumed of another asker is no fact about the project."""
_NAMED_LICENCE = re.compile(
    r"^(?:the )?(?:base|start(?:ing)? (?:checkpoint|weights)) (?:is|are|was) (.+?)(?:\s*\((.+)\))?$",
    re.IGNORECASE,
)
_NAMED_BASE = re.compile(r"^(.+\S) base$", re.IGNORECASE)


def apply_facts(draft: Draft) -> None:
    """Write facts into the manifest; what is both assumed and unknown is unknown."""
    unknown = list(unknown_facts(draft.note.unknown))
    left_open = {(fact.scope, fact.fact) for fact in unknown}
    for fact in assumed_facts(draft.note.assumed):
        if (
            _ABOUT_ASKER.search(fact.sentence)
            and draft.note.asker not in _OWN_ASKERS
            and fact.scope in ("accepted", "permission")
        ):
            continue
        if (fact.scope, fact.fact) not in left_open and (fact.scope, "*") not in left_open:
            _assume(draft, fact)
    for sentence in draft.note.assumed:
        _name_base(draft, sentence)
    _from_wording(draft)
    for fact in unknown:
        leave_open(draft, fact)


def _from_wording(draft: Draft) -> None:
    """What the wording of the release and of the question says beside the listed facts."""
    release = draft.note.release
    if HIDES_ORIGIN.search(f"{release.name} {release.kind} {draft.note.question}"):
        for one in draft.data["releases"]:
            one.setdefault("facts", {})["hides_origin"] = "yes"
    if TRAINING_DATA.search(f"{release.name} {release.purpose}"):
        offered = {one["artifact"] for one in draft.data["releases"]}
        for step in draft.data["steps"]:
            if step["kind"] in ("generate", "rewrite", "convert", "annotate") and offered & set(
                step.get("outputs", [])
            ):
                step.setdefault("facts", {}).update(purpose="training-data", training_purpose="yes")


def _assume(draft: Draft, fact: Settled) -> None:
    data = draft.data
    if fact.scope == "publisher":
        data["publisher"].setdefault("facts", {})[fact.fact] = fact.value
    elif fact.scope in ("accepted", "permission"):
        for key in _subjects(draft, fact):
            data["publisher"].setdefault(fact.scope, {})[key] = fact.value
    elif fact.scope in _HOLDERS:
        for held in _HOLDERS[fact.scope](draft, fact.sentence):
            held.setdefault("facts", {})[fact.fact] = fact.value
    elif fact.scope in _ACTS:
        _ACTS[fact.scope](draft, fact)


def _models(draft: Draft, _: str) -> list[dict[str, Any]]:
    nodes = (draft.data["artifacts"][draft.artifact_of(node.id)] for node in draft.note.nodes)
    return [artifact for artifact in nodes if artifact["kind"] == "model"]


def _steps_with_services(draft: Draft, _: str) -> list[dict[str, Any]]:
    services = {key for key, artifact in draft.data["artifacts"].items() if artifact["kind"] == "service"}
    return [
        s
        for s in draft.data["steps"]
        if services & {key for given in s.get("inputs", {}).values() for key in given}
    ]


def _data(draft: Draft, sentence: str) -> list[dict[str, Any]]:
    """Data that a sentence means: those it names, else all."""
    nodes = [
        n for n in draft.note.nodes if draft.data["artifacts"][draft.artifact_of(n.id)]["kind"] == "dataset"
    ]
    meant = [node for node in nodes if mentions(sentence, node)] or nodes
    return [draft.data["artifacts"][draft.artifact_of(node.id)] for node in meant]


def _place(draft: Draft, fact: Settled) -> None:
    """Where something is used is a market; it is also the country of a releaser who asks."""
    for release in draft.data["releases"]:
        release["markets"] = list(dict.fromkeys([*release.get("markets", []), fact.fact]))
    publisher = draft.data["publisher"]
    if draft.note.asker in _OWN_ASKERS and not draft.note.release.country and fact.fact != "EU":
        publisher["country"] = list(dict.fromkeys([*publisher.get("country", []), fact.fact]))


def _release(draft: Draft, fact: Settled) -> None:
    for release in draft.data["releases"]:
        if fact.fact == "notices_kept":
            kept = fact.value == "yes"
            offered = {one["artifact"] for one in draft.data["releases"]}
            sources = [
                a for key, a in draft.data["artifacts"].items() if key not in offered and a["kind"] == "model"
            ]
            given = [artifact["license"] for artifact in sources if "license" in artifact]
            release["notices"] = ["notices of the sources kept"] if kept else []
            release["license_copies"] = list(dict.fromkeys(given)) if kept else []
        elif fact.fact != "function":
            release.setdefault("facts", {})[fact.fact] = fact.value


def _subjects(draft: Draft, fact: Settled) -> list[str]:
    """Artifacts whose terms or licence a sentence means: those it names, else services and data under an agreement."""
    named = [node for node in draft.note.nodes if mentions(fact.sentence, node)]
    if not named and fact.value == "yes":
        named = [
            n for n in draft.note.nodes if n.terms or re.search(r"agreement|terms", n.licence, re.IGNORECASE)
        ]
    return [key for node in named for key in _keys(draft, node)]


def _keys(draft: Draft, node: NodeNote) -> list[str]:
    """What an answer about a source is looked up by: its own id, and its provider or licence."""
    return [draft.artifact_of(node.id), *draft.governing(node)]


def _caller(draft: Draft, fact: Settled) -> None:
    services = {key for key, artifact in draft.data["artifacts"].items() if artifact["kind"] == "service"}
    for step in draft.data["steps"]:
        used = {item for items in step.get("inputs", {}).values() for item in items} & services
        if not used or ("by" in step and fact.value == "yes"):
            continue
        if fact.value == "no" and "by" not in step:
            draft.data["parties"].setdefault("account-holder", {"name": "account holder outside the project"})
            step["by"] = "account-holder"
            step.setdefault("facts", {})["account_holder"] = "other"
            if re.search(r"help|order|behalf", fact.sentence, re.IGNORECASE):
                step["commissioned"] = "yes"
        elif fact.value == "yes":
            for key in used:
                for word in draft.governing(draft.node(key)):
                    draft.data["publisher"].setdefault("accepted", {})[word] = "yes"


def _name_base(draft: Draft, sentence: str) -> None:
    """`base is X (licence)` and `X base` name a base whose licence or name the note left open."""
    match = _NAMED_LICENCE.match(sentence) or _NAMED_BASE.match(sentence)
    if match is None:
        return
    bases = {key for step in draft.data["steps"] for key in step.get("inputs", {}).get("base", [])}
    written = {key for step in draft.data["steps"] for key in step.get("outputs", [])}
    for key in bases - written:
        artifact: dict[str, Any] = draft.data["artifacts"][key]
        if match[1].lower() in artifact.get("name", "").lower():
            artifact["name"] = match[1]
        if match.re is _NAMED_LICENCE and match[2] and "license" not in artifact:
            artifact["license"] = match[2]


_HOLDERS: dict[str, Callable[[Draft, str], list[dict[str, Any]]]] = {
    "model": _models, "step": _steps_with_services, "dataset": _data,
}  # fmt: skip
"""Whose facts a fact of a scope is."""
_ACTS: dict[str, Callable[[Draft, Settled], None]] = {
    "market": _place,
    "release": _release,
    "caller": _caller,
}
"""Scopes whose facts are more than one value in one place."""
