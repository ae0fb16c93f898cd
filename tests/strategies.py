"""Hypothesis strategies that several tests share: truths, manifests of every shape, small rules of every operator."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from hypothesis import strategies as st

from compliance.model.declared.manifest import Access, Function, Manifest
from compliance.model.packs.truth import Readings, Truth
from compliance.model.shapes.shape import Role, StepKind

truths = st.sampled_from(list(Truth))
readings = st.builds(Readings.of, truths, truths, truths)
Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass(frozen=True)
class Words:
    """Names and values that manifests are made of."""

    services: Sequence[Mapping[str, Any]]
    models: Sequence[str | None]
    datasets: Sequence[str | None]
    licences: Sequence[str | None]
    accepted: Sequence[str]
    ways: Sequence[tuple[str | None, str | None]]
    facts: Mapping[str, Mapping[str, Sequence[Any]]]
    """Scope to fact name to values."""


YES_NO = ("yes", "no", "unknown")
SMALL = Words(
    services=(
        {"name": "one-chat-1", "provider": "one", "route": "direct", "plan": "api"},
        {"name": "one-chat-2", "provider": "one"},
        {"name": "other", "provider": "nobody"},
    ),
    models=(None, "base/free", "base/nc", "base/heir", "strange"),
    datasets=(None, "rows/known", "strange"),
    licences=(None, "free", "nc", "free OR nc", "free AND sa", "strange", "unknown"),
    accepted=("one", "nc"),
    ways=((None, None), ("direct", "api"), ("direct", "consumer"), ("cloud", "api"), ("direct", None)),
    facts={
        "publisher": {
            "users": [5, 700, {"2023-01": 5, "2025-01": 700}, "< 100", ">= 100", {"2023-01": "> 700"}]
        },
        "step": {"incident": YES_NO, "purpose": ["training", "other"]},
        "release": {"flop": [3, 30, "> 1/2 of base", "< 40 % of base", "<= 10"], "base_flop": [10, "> 20"]},
        "source": {"cleared": YES_NO},
    },
)
PERIODS = (None, "2023-05", "2023-11/2024-02", "2024-06-01", "2024", "2024-12/2025-01", "2025-02")
"""None of them after a release, none before a service was offered: what a step without a period may have been."""
LATE = (None, "2025-06-01", "2025-12")
ROLES = get_args(Role)
KINDS = [kind for kind in get_args(StepKind) if kind not in ("evaluate", "fetch", "other")]


def pick(draw: Draw, values: Sequence[Any]) -> Any:
    """One of the values; cheaper than a strategy for each choice."""
    return values[draw(st.integers(0, len(values) - 1))]


def some(draw: Draw, table: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """Some of the facts, each with one of its values."""
    return {name: pick(draw, values) for name, values in table.items() if draw(st.booleans())}


def given(draw: Draw, **choices: Sequence[Any]) -> dict[str, Any]:
    """One value of each choice; None leaves the key out."""
    drawn = {key: pick(draw, values) for key, values in choices.items()}
    return {key: value for key, value in drawn.items() if value is not None}


@st.composite
def manifest_data(draw: Draw, words: Words = SMALL, most_steps: int = 5) -> dict[str, Any]:
    """A manifest as plain data: loops do not occur, nearly everything else does."""
    artifacts = _artifacts(draw, words)
    external = [key for key in artifacts if not key.startswith(("rows", "model"))]
    parties = {
        key: {"name": key.title(), "accepted": some(draw, dict.fromkeys(words.accepted, YES_NO))}
        | given(draw, affiliate=[None, *YES_NO])
        for key in ("paula", "quinn")
    }
    steps: list[dict[str, Any]] = []
    for n in range(draw(st.integers(1, most_steps))):
        written = [output for step in steps for output in step["outputs"]]
        steps.append(_step(draw, words, f"s{n}", external, written))
    publisher = {"name": "Lab", "facts": some(draw, words.facts["publisher"])} | given(
        draw, kind=[None, "company", "university"], country=[None, "US", "FR"]
    )
    for answer in ("accepted", "permission"):
        publisher[answer] = some(draw, dict.fromkeys(words.accepted, YES_NO))
    targets = list(dict.fromkeys([*(o for s in steps for o in s["outputs"]), "held"]))
    chosen = list(dict.fromkeys(pick(draw, targets) for _ in range(draw(st.integers(1, 2)))))
    return {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": publisher,
        "parties": parties,
        "artifacts": artifacts,
        "steps": steps,
        "releases": [_release(draw, words, key) for key in chosen],
    }


def _artifacts(draw: Draw, words: Words) -> dict[str, Any]:
    def content(kind: str, names: Sequence[str | None]) -> dict[str, Any]:
        parts = given(draw, name=names, license=words.licences, released=[None, "2023-05"])
        return {"kind": kind, "facts": some(draw, words.facts["source"]), **parts}

    found: dict[str, Any] = {f"api{n}": {"kind": "service", **s} for n, s in enumerate(words.services)}
    found["held"] = content("model", words.models)
    found["corpus"] = content("dataset", words.datasets)
    found["tool"] = {"kind": "code", "license": "free"}
    for name in ("rows", "rows2"):
        found[name] = content("dataset", [None])
    for name in ("model", "model2"):
        found[name] = content("model", [None])
    return found


def _step(
    draw: Draw, words: Words, key: str, external: Sequence[str], written: Sequence[str]
) -> dict[str, Any]:
    outputs = sorted(
        {pick(draw, ("rows", "rows2", "model", "model2")) for _ in range(draw(st.integers(1, 2)))}
    )
    # A step reads what is there: what came from outside, what was written, or what it goes on with in place.
    readable = list(dict.fromkeys([*written, *external, *outputs]))
    roles = {pick(draw, ROLES) for _ in range(draw(st.integers(1, 3)))}
    route, plan = pick(draw, words.ways)
    choices = given(
        draw, kind=KINDS, period=PERIODS, by=[None, None, "paula", "quinn"], replaces=[False, False, True],
        commissioned=[None, *YES_NO], authorised=[None, *YES_NO], route=[route], plan=[plan],
    )  # fmt: skip
    inputs = {role: _input(draw, readable) for role in sorted(roles)}
    return {
        "id": key,
        **choices,
        "inputs": inputs,
        "outputs": outputs,
        "facts": some(draw, words.facts["step"]),
    }


def _input(draw: Draw, readable: Sequence[str]) -> Any:
    """One artifact, or one of two of which it is not said which."""
    one, two = pick(draw, readable), pick(draw, readable)
    return {"one_of": [one, two]} if one != two and draw(st.integers(0, 7)) == 0 else one


def _release(draw: Draw, words: Words, artifact: str) -> dict[str, Any]:
    choices = given(
        draw, date=LATE, license=words.licences, access=[None, *get_args(Access)], function=[None, *get_args(Function)],
        commercial=[None, *YES_NO], notices=[None, [], ["Built with"]],
        markets=[None, ["US"], ["EU", "US"], ["DE"], ["EEA", "CH"], ["worldwide"]],
    )  # fmt: skip
    return {"artifact": artifact, **choices, "facts": some(draw, words.facts["release"])}


def manifests(words: Words = SMALL, most_steps: int = 5) -> st.SearchStrategy[Manifest]:
    """Manifests as values."""
    return manifest_data(words, most_steps).map(Manifest.model_validate)


_REACHES = ("itself", "copy", "student", "descendant", "derivative", "signal")
_SELECTORS: list[dict[str, Any]] = [
    {"kind": "service"}, {"kind": ["model", "dataset"]}, {"provider": "one"}, {"licence": ["nc"]},
    {"trait": "non-commercial", "own": True}, {"kind": "model", "not_licence": "free"},
    {"kind": "dataset", "own": True},
]  # fmt: skip
_FACTS: list[dict[str, Any]] = [
    {"fact": "release.function", "in": ["general-purpose", "code"]}, {"fact": "release.function", "starts_with": "gen"},
    {"fact": "release.commercial", "is": True}, {"fact": "release.access", "is": "internal"},
    {"fact": "release.kind", "is": "model"}, {"fact": "release.markets", "overlaps": "EU"},
    {"fact": "release.markets", "within": ["US"]}, {"fact": "release.notices", "contains": "built"},
    {"fact": "release.flop", "over": "release.base_flop", "times": 0.5}, {"fact": "release.flop", "under": 10},
    {"fact": "publisher.users", "at": "source.released", "over": 100}, {"fact": "publisher.users", "under": 100},
    {"fact": "publisher.kind", "is": "company"}, {"fact": "party.accepted", "is": True},
    {"fact": "party.permission", "is": True}, {"fact": "step.authorised", "is": True},
    {"fact": "step.commissioned", "is": True}, {"fact": "step.incident", "is": True},
    {"fact": "step.purpose", "is": "training"}, {"fact": "step.period", "before": "2024-01-15"},
    {"fact": "step.period", "since": "2024-01"}, {"fact": "source.cleared", "is": False},
    {"fact": "source.released", "since": "2023-04"}, {"fact": "source.route", "is": "cloud"},
]  # fmt: skip
_LICENCES: list[dict[str, Any]] = [
    {"of": "release", "drops": ["non-commercial", "share-alike"]}, {"of": "source", "has": ["non-commercial"]},
    {"of": "release", "in": ["free"]},
]  # fmt: skip
# What asks whether something is stated at all: adding it answers the question, so a decided position may change.
_STATED: list[dict[str, Any]] = [
    {"fact": "release.function", "known": True}, {"conflict": "release"}, {"conflict": "source"},
    {"licence": {"of": "release", "stated": False}},
]  # fmt: skip
CLAUSES = [
    {"instrument": "one/terms", "clause": "compete"}, {"instrument": "one/terms", "clause": "permit"},
    {"instrument": "one/terms", "clause": "lost"}, {"instrument": "one/consumer", "clause": "compete"},
    {"instrument": "one/policy", "clause": "compete"}, {"instrument": "cloud/terms", "clause": "compete"},
    {"instrument": "state/act", "clause": "duty"}, {"instrument": "state/act", "clause": "later"},
    {"instrument": "licence/nc", "clause": "share"},
]  # fmt: skip
TIMES = ("step", "release", "as-of")


@st.composite
def reach_sets(draw: Draw) -> dict[str, Any]:
    """Nested sets of reach classes."""
    steps = [{pick(draw, _REACHES) for _ in range(draw(st.integers(0, 2)))} for _ in range(3)]
    nested = [steps[0], steps[0] | steps[1], steps[0] | steps[1] | steps[2]]
    return {name: sorted(given) for name, given in zip(("narrow", "plain", "broad"), nested, strict=True)}


@functools.cache
def leaves(*, stated: bool = True) -> st.SearchStrategy[dict[str, Any]]:
    """Operators without parts; `stated` lets in those that ask whether something is stated."""
    found = [
        reach_sets().map(lambda sets: {"reach": sets}),
        st.builds(
            lambda sets, who: {"lineage": {"from": who, "reach": sets}},
            reach_sets(),
            st.sampled_from(_SELECTORS),
        ),
        st.sampled_from(_FACTS),
        st.sampled_from(_FACTS),
        st.sampled_from(_LICENCES).map(lambda test: {"licence": test}),
        st.sampled_from([["caller"], ["caller", "affiliate"], ["releaser"], ["recipient"]]).map(
            lambda who: {"party": who}
        ),
        st.builds(
            lambda cite, at: {"in_force": {**cite, "at": at}},
            st.sampled_from(CLAUSES),
            st.sampled_from(TIMES),
        ),
        st.just({"definition": "rival"}),
        st.sampled_from(["yes", "no", "unknown"]).map(lambda word: {"always": word, "because": "so"}),
    ]
    return st.one_of(*found, *([st.sampled_from(_STATED)] if stated else []))


@functools.cache
def operators(*, stated: bool = True) -> st.SearchStrategy[dict[str, Any]]:
    """Trees of every operator."""

    def whole(part: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
        several = st.lists(part, min_size=1, max_size=3)
        return st.one_of(
            several.map(lambda given: {"all": given}),
            several.map(lambda given: {"any": given}),
            part.map(lambda given: {"not": given}),
            st.builds(lambda a, b, c: {"readings": {"narrow": a, "plain": b, "broad": c}}, part, part, part),
        )

    return st.recursive(leaves(stated=stated), whole, max_leaves=6)


@st.composite
def rules(draw: Draw, *, stated: bool = True) -> dict[str, Any]:
    """Rules over the small world, without their words."""
    tree = operators(stated=stated)
    of_release = draw(st.integers(0, 5)) == 0
    about = {"release": {}} if of_release else {"source": pick(draw, _SELECTORS)}
    rule: dict[str, Any] = {
        "about": about,
        "norm": pick(draw, ("prohibition", "obligation", "permission")),
        "time": pick(draw, TIMES),
        "cites": [pick(draw, CLAUSES) for _ in range(draw(st.integers(0, 2)))],
        "when": {f"w{n}": draw(tree) for n in range(draw(st.integers(1, 2)))},
        "unless": {f"u{n}": draw(tree) for n in range(draw(st.integers(0, 2)))},
    }
    return rule


__all__ = [
    "CLAUSES",
    "SMALL",
    "Words",
    "leaves",
    "manifest_data",
    "manifests",
    "operators",
    "readings",
    "rules",
]
