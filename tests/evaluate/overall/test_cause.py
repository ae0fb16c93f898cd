"""What findings come from: the kind, the upstream, and the work that is released in one or several forms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.evaluate.overall.cause import kind_of, same_works
from compliance.model.packs.rule import Definition
from tests.evaluate.world import CHAT, RELEASE, evaluated, lineage, manifest, world

ALWAYS: dict[str, Any] = {"when": {"op": {"always": "yes", "because": "it holds"}}}
DEFINED: dict[str, Any] = {"when": {"op": {"fact": "release.commercial", "is": True}}}
SHIPPED: dict[str, Any] = {"when": {"op": {"fact": "release.notices", "known": True}}}
NAMED: dict[str, Any] = {"when": {"op": {"fact": "release.name", "known": True}}}
COPIED: dict[str, Any] = {"when": {"op": {"not": {"licence": {"of": "source", "copied": ["nc"]}}}}}
RELEASED: dict[str, Any] = {"about": {"release": {}}, "parties": ["releaser"]}
UPSTREAM: dict[str, Any] = {"about": {"source": {"kind": ["dataset", "model"]}}, "parties": ["releaser"]}


@pytest.mark.parametrize(
    ("rule", "family", "expected"),
    [
        (DEFINED, "provider-terms:one", "terms"),
        (DEFINED, "unknown-upstream", "making"),
        (DEFINED | UPSTREAM, "model-licence:nc", "licence"),
        (DEFINED | UPSTREAM, "dataset-licence:nc", "licence"),
        (DEFINED | UPSTREAM, "no-licence", "licence"),
        (DEFINED | RELEASED, "label-conflict", "label"),
        (DEFINED | RELEASED, "law:eu", "law:eu"),
        (SHIPPED | UPSTREAM, "model-licence:nc", "notices"),
        (NAMED | UPSTREAM, "model-licence:nc", "name"),
        ({"when": {"op": {"any": [DEFINED["when"]["op"], SHIPPED["when"]["op"]]}}}, "provider-terms:one", "notices"),
        ({**DEFINED, "unless": {"shown": SHIPPED["when"]["op"]}}, "provider-terms:one", "notices"),
        (COPIED | UPSTREAM, "model-licence:nc", "notices"),
    ],
    ids=[
        "terms", "making", "weights", "rows", "no licence", "label", "law", "notices", "name", "inside", "exception",
        "a copy",
    ],
)  # fmt: skip
def test_the_kind_of_a_cause_is_what_there_is_to_do(rule: dict[str, Any], family: str, expected: str) -> None:
    knowledge = world(rule)
    assert expected == kind_of(knowledge.packs[0].rules[0], family, knowledge)


def test_what_a_definition_asks_counts_as_the_rule_s_own() -> None:
    shown = Definition.model_validate({"title": "Shown", "folds": "…", "test": SHIPPED["when"]["op"]})
    knowledge = world({"when": {"op": {"definition": "shown"}}})
    knowledge = replace(knowledge, definitions={**knowledge.definitions, "shown": shown})
    assert kind_of(knowledge.packs[0].rules[0], "provider-terms:one", knowledge) == "notices"


def _step(kind: str, role: str, source: str, target: str) -> dict[str, Any]:
    return {"id": f"{kind}-{target}", "kind": kind, "inputs": {role: source}, "outputs": [target]}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([_step("quantise", "base", "m", "gguf")], "m"),
        ([_step("convert", "source", "m", "gguf")], "m"),
        ([_step("prune", "base", "m", "gguf")], "m"),
        ([_step("convert", "source", "m", "half"), _step("quantise", "base", "half", "gguf")], "m"),
        ([_step("finetune", "base", "m", "gguf")], "gguf"),
        ([_step("quantise", "base", "m", "gguf"), _step("finetune", "base", "m", "gguf")], "gguf"),
        ([_step("convert", "source", "rows", "gguf")], "gguf"),
        ([_step("quantise", "base", "gguf", "gguf")], "gguf"),
        ([], "gguf"),
    ],
    ids=[
        "quantised", "converted", "pruned", "over two steps", "tuned", "quantised and tuned", "of another kind",
        "of itself", "unmade",
    ],
)  # fmt: skip
def test_weights_and_their_copies_are_one_work(steps: list[dict[str, Any]], expected: str) -> None:
    artifacts = {"rows": {"kind": "dataset"}, **{key: {"kind": "model"} for key in ("m", "half", "gguf")}}
    releases = [RELEASE, {**RELEASE, "artifact": "gguf"}]
    given = lineage(manifest(artifacts=artifacts, steps=steps, releases=releases))
    assert same_works(given) == {"m": "m", "gguf": expected}


def _causes(rule: dict[str, Any], **given: Any) -> dict[tuple[str | None, str], str]:
    found = evaluated(world(rule), manifest(**given)).findings
    return {(one.source, one.release): one.cause for one in found}


def _sources(**sources: dict[str, Any]) -> dict[str, Any]:
    """A model trained on these sources."""
    return {
        "artifacts": {**sources, "m": {"kind": "model"}},
        "steps": [
            {
                "id": "tune",
                "kind": "finetune",
                "inputs": {"data": list(sources)},
                "outputs": ["m"],
                "period": "2025-03",
            }
        ],
    }


def test_sources_under_one_licence_are_one_cause() -> None:
    rows = {"kind": "dataset"}
    causes = _causes(
        {**ALWAYS, **UPSTREAM, "family": "dataset-licence:nc"},
        **_sources(
            a={**rows, "license": "nc"}, b={**rows, "license": "NC"}, c={**rows, "license": "sa"}, d=rows, e=rows
        ),
    )  # fmt: skip
    assert [causes[key, "m"] for key in "abcde"] == [
        "licence:nc@m",
        "licence:nc@m",
        "licence:sa@m",
        "licence:d@m",
        "licence:e@m",
    ]


def test_a_licence_that_the_registry_contradicts_is_a_cause_of_its_own() -> None:
    rows = {"kind": "dataset", "license": "free"}
    causes = _causes(
        {**ALWAYS, **UPSTREAM, "family": "dataset-licence:nc"},
        **_sources(a=rows, b={**rows, "name": "rows/known"}),
    )
    assert (causes["a", "m"], causes["b", "m"]) == ("licence:free@m", "licence:b@m")


def test_services_of_one_provider_are_one_cause() -> None:
    steps = [
        {"id": f"gen-{key}", "kind": "generate", "inputs": {"teacher": key}, "outputs": [f"rows-{key}"]}
        for key in ("chat", "two")
    ]
    tune = {"id": "tune", "kind": "finetune", "inputs": {"data": ["rows-chat", "rows-two"]}, "outputs": ["m"]}
    artifacts = {
        "chat": CHAT,
        "two": {**CHAT, "name": "one-chat-2"},
        "rows-chat": {"kind": "dataset"},
        "rows-two": {"kind": "dataset"},
        "m": {"kind": "model"},
    }
    causes = _causes({**ALWAYS, "family": "provider-terms:one"}, artifacts=artifacts, steps=[*steps, tune])
    assert {key[0] for key in causes} == {"chat", "two"}
    assert set(causes.values()) == {"terms:one@m"}


def test_notices_and_making_are_one_cause_for_a_release() -> None:
    sources = _sources(a={"kind": "dataset", "license": "nc"}, b={"kind": "dataset", "license": "sa"})
    for rule, expected in (
        ({**SHIPPED, **UPSTREAM, "family": "dataset-licence:nc"}, {"notices@m"}),
        ({**ALWAYS, **UPSTREAM, "family": "unknown-upstream"}, {"making@m"}),
    ):
        causes = _causes(rule, **sources)
        assert {("a", "m"), ("b", "m")} <= set(causes)
        assert expected == set(causes.values())


def test_a_copy_that_is_released_too_shares_the_cause_of_the_weights() -> None:
    given = _sources(a={"kind": "dataset", "license": "nc"})
    given["artifacts"]["gguf"] = {"kind": "model"}
    given["steps"].append(_step("quantise", "base", "m", "gguf"))
    releases = [RELEASE, {**RELEASE, "artifact": "gguf"}]
    causes = _causes({**ALWAYS, **UPSTREAM, "family": "dataset-licence:nc"}, **given, releases=releases)
    assert (causes["a", "m"], causes["a", "gguf"]) == ("licence:nc@m", "licence:nc@m")


def test_a_name_without_a_text_shares_the_cause_of_its_findings() -> None:
    unread = {"kind": "dataset", "license": "Some Words"}
    found = evaluated(
        world({**ALWAYS, **UPSTREAM, "family": "dataset-licence:nc"}), manifest(**_sources(a=unread))
    )
    assert {one.subject: one.cause for one in found.not_covered} == {"a": "licence:a@m"}
    assert {one.cause for one in found.findings if one.source == "a"} == {"licence:a@m"}
