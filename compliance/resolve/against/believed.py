"""What cannot hold of a release by what else is said of it: told, and taken as not known, since it clears nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from compliance.model.declared.answerable import OF_NO_MODEL
from compliance.model.declared.lineage import HOLDS_MODEL
from compliance.model.declared.manifest import HANDED_OUT, ROWS, Manifest, Release, Step
from compliance.model.shapes.shape import Role, first_day, last_day
from compliance.model.words.spelling import split_organisation
from compliance.patterns import regex
from compliance.resolve.lineage.making import TRAINING
from compliance.resolve.lineage.writing import reads
from compliance.resolve.words.notes.beside import shared_titles, titles
from compliance.resolve.words.prose.sentences import affirmed
from compliance.resolve.words.releases.channels import hand_out_weights, leave_the_house, sell
from compliance.values import dataclass

_TRAINING = (*TRAINING, "merge")
_LABELLING = ("annotate", "judge", "filter")
_INSTRUMENTS: tuple[Role, ...] = ("filter", "judge", "reward", "tool")
_WRITES_NOTHING = ("embedding", "classifier", "reward")
"""Functions that put out labels, scores or vectors."""
_TALKERS = frozenset(("chat", "chatbot", "assistant", "copilot", "instruct", "writer", "storyteller"))
_LABELLERS = (
    "bert", "bge", "class", "clip", "colbert", "detect", "e5", "embed", "encod", "filter", "gte", "guard", "judge",
    "moderat", "prm", "rank", "rerank", "retriev", "reward", "rm", "scor", "sentiment", "similar",
)  # fmt: skip
"""How words begin that tell of a task beside the base's name, which is often one of a chat model."""


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A statement about a release that another one gainsays."""

    field: str
    instead: str | None
    """What is taken in place of what is said."""
    why: Callable[[Manifest, Release], str]
    """Why it cannot hold and what follows; empty where it may hold."""


def believable(manifest: Manifest) -> tuple[Release, ...]:
    """The releases without what cannot hold of them."""
    return tuple(_believable(manifest, release) for release in manifest.releases)


def _believable(manifest: Manifest, release: Release) -> Release:
    wrong = {doubt.field: doubt.instead for doubt in _DOUBTS if doubt.why(manifest, release)}
    return release.model_copy(update=wrong) if wrong else release


def doubts(manifest: Manifest) -> Iterator[str]:
    """Warnings about statements on releases that are not believed."""
    for doubt in _DOUBTS:
        for release in manifest.releases:
            if why := doubt.why(manifest, release):
                yield f"release {release.key}: {why}"


def _before_training(manifest: Manifest, release: Release) -> str:
    if release.date is None:
        return ""
    day = last_day(release.date)
    late = (step for step in _behind(manifest, release) if step.period and step.kind in _TRAINING)
    step = next((one for one in late if first_day(str(one.period).partition("/")[0]) > day), None)
    if step is None:
        return ""
    return (
        f"it is dated {release.date}, before step {step.id} ({step.period}) on which it rests; it is judged as if it "
        "had no date, by what binds on the day of the report; correct one"
    )


def _labels_nothing(manifest: Manifest, release: Release) -> str:
    if release.hands_out != "labels" or not (bare := _unlabelled(manifest, release)):
        return ""
    return (
        f"it is said to hand out labels alone, and no step gives any to {bare}; it is judged as if everything were "
        "handed out: name the annotate, judge or filter step, and what it labels with"
    )


def _unlabelled(manifest: Manifest, release: Release) -> str:
    """Id of rows behind a release to which no step gave labels; empty where every way leads over one that did."""
    waiting, seen, labelled = [release.artifact], {release.artifact}, False
    while waiting:
        key = waiting.pop()
        writers = [step for step in manifest.steps if key in step.outputs]
        if any(_gives_labels(step) for step in writers):
            labelled = True
            continue
        behind = {one for step in writers for one in reads(step) if manifest.artifacts[one].kind in ROWS}
        if not behind - {key}:
            return key
        waiting += behind - seen
        seen |= behind
    return "" if labelled else release.artifact


def _gives_labels(step: Step) -> bool:
    """Whether a step says something of rows: one that only picks some names nothing that it scores them with."""
    return step.kind in _LABELLING and (
        step.kind != "filter" or any(step.inputs.get(r) for r in _INSTRUMENTS)
    )


def _earns(manifest: Manifest, release: Release) -> str:
    earning = any(release.facts.get(name) in ("yes", True) for name in ("monetised", "business_use"))
    if release.commercial != "no":
        return ""
    whom = _serves_customers(manifest, release)
    if whom and not earning:
        return (
            f"commercial is said to be false, and it is a product of a company {whom}; whether it is commercial is "
            "taken as not known: correct one"
        )
    if not (earning or sell(release.channels)):
        return ""
    if not earning:
        return (
            "commercial is said to be false, and its channels tell of a price or of trade; whether it is commercial is "
            "taken as not known: correct one"
        )
    return (
        "commercial is said to be false, and its facts say that it is monetised or used for the business of its "
        "publisher; whether it is commercial is taken as not known: correct one"
    )


def _serves_customers(manifest: Manifest, release: Release) -> str:
    """Words by which what a company offers is for those who pay it; empty where nothing says so."""
    by = manifest.parties.get(release.by or "") or manifest.publisher
    if release.access not in ("product", "api") or "company" not in (by.kind or ()):
        return ""
    heads = (*titles(manifest, [release]), *shared_titles(manifest, [release]))
    called = (*heads, (release.name or "").replace("-", " "), *(release.channels or ()))
    told = (_CUSTOMERS.search(clause) for text in called for clause in affirmed(text))
    return next((found.group(0) for found in told if found), "")


_CUSTOMERS = regex(
    r"(?<![a-z])for (?:[\w-]+ ){0,2}?(?:customers|clients|guests|shoppers|buyers|passengers|subscribers|policy ?holders"
    r"|tenants|patients|travell?ers|advertisers|kunden|gäste|clientes)(?![a-z])",
    re.IGNORECASE,
)


def _talks(_: Manifest, release: Release) -> str:
    if release.function not in _WRITES_NOTHING:
        return ""
    named = set(re.split(r"[\W_]+", split_organisation(release.name or "")[1].lower()))
    called = bool(named & _TALKERS) and not any(word.startswith(_LABELLERS) for word in named)
    if not called and release.facts.get("generates_content") not in ("yes", True):
        return ""
    return (
        f"function is said to be {release.function}, and its name or its facts say that it writes or talks; its "
        "function is taken as not known: correct one"
    )


def _names_no_work(manifest: Manifest, release: Release) -> str:
    artifact = manifest.artifacts.get(release.artifact)
    if release.function not in OF_NO_MODEL or artifact is None:
        return ""
    holds = artifact.facts.get(HOLDS_MODEL)
    if artifact.kind != "model" and not holds:
        return ""
    what = "weights that are trained here are in it" if holds else "it is a model"
    return (
        f"function is said to be {release.function}, and {what}: that says how it is offered, and not what the model "
        "does, so its function is taken as not known; write what the model does (general-purpose, code, …)"
    )


def _is_shown(_: Manifest, release: Release) -> str:
    shown = {"internal": leave_the_house, "api": hand_out_weights}.get(str(release.access))
    if shown is None or not shown(release.channels):
        return ""
    what = "things" if release.access == "internal" else "weights"
    return (
        f"access is said to be {release.access}, and its channels hand {what} out to others; how others get it is "
        "taken as not known: correct one"
    )


def _hands_out_a_service(manifest: Manifest, release: Release) -> str:
    artifact = manifest.artifacts.get(release.artifact)
    if artifact is None or artifact.kind != "service" or release.access not in HANDED_OUT:
        return ""
    why = (
        "which is called over an interface"
        if release.access == "public"
        else "of which nobody is handed the weights"
    )
    return (
        f"access is said to be {release.access}, and it is a service, {why}; how others get it is taken as not known: "
        "correct one"
    )


_DOUBTS = (
    _Doubt("date", None, _before_training),
    _Doubt("hands_out", "everything", _labels_nothing),
    _Doubt("commercial", "unknown", _earns),
    _Doubt("function", "unknown", _talks),
    _Doubt("function", "unknown", _names_no_work),
    _Doubt("access", "unknown", _is_shown),
    _Doubt("access", "unknown", _hands_out_a_service),
)


def _behind(manifest: Manifest, release: Release) -> list[Step]:
    needed, found = {release.artifact}, []
    for step in reversed(manifest.steps):
        if needed & set(step.outputs):
            found.append(step)
            needed.update(reads(step))
    return found[::-1]
