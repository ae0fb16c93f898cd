"""The weights behind a hosted service stand beside it, unless their developer hosts them."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import Finding
from compliance.model.declared.manifest import Artifact, Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import evaluate_manifest
from compliance.resolve import resolve
from compliance.resolve.lineage.served import served_model
from compliance.resolve.names.lookup import Names

AS_OF = datetime.date(2026, 11, 26)


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def _manifest(name: str, **service: Any) -> Manifest:
    return Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "t"},
            "publisher": {"id": "acme", "name": "Acme", "kind": "company", "country": "US"},
            "artifacts": {
                "teacher": {"kind": "service", "name": name, **service},
                "rows": {"kind": "dataset"},
                "base": {"kind": "model", "name": "Qwen/Qwen2.5-7B"},
                "tuned": {"kind": "model"},
            },
            "steps": [
                {"id": "gen", "kind": "generate", "inputs": {"teacher": "teacher"}, "outputs": ["rows"], "by": "acme"},
                {"id": "tune", "kind": "finetune", "inputs": {"base": "base", "data": "rows"}, "outputs": ["tuned"]},
            ],
            "releases": [
                {"artifact": "tuned", "name": "acme/foo-7b", "date": "2025-03-01", "license": "Apache-2.0",
                 "access": "open-weights", "function": "general-purpose"}
            ],
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "service", "model"),
    [
        ("together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo", {}, "meta-llama/Llama-3.3-70B-Instruct"),
        ("accounts/fireworks/models/llama-v3p1-70b-instruct", {}, "llama-3.1-70b-instruct"),
        ("accounts/fireworks/models/llama-v2-70b-chat", {}, "llama-v2-70b-chat"),
        ("deepinfra/meta-llama/Meta-Llama-3.1-70B-Instruct", {}, "meta-llama/Meta-Llama-3.1-70B-Instruct"),
        ("llama-3.3-70b-versatile", {}, "meta-llama/Llama-3.3-70B-Instruct"),
        ("bedrock/meta.llama3-1-70b-instruct-v1:0", {}, "llama3-1-70b-instruct"),
        ("databricks-llama-4-maverick", {}, "meta-llama/Llama-4-Maverick-17B-128E-Instruct"),
        ("our-endpoint", {"provider": "together", "serves": "google/gemma-2-9b-it"}, "google/gemma-2-9b-it"),
        ("our-endpoint", {"provider": "together", "serves": "harbour/private-70b"}, "harbour/private-70b"),
        ("our-endpoint", {"provider": "cohere", "serves": "CohereLabs/never-published-9b"}, None),
        ("deepseek/deepseek-chat", {}, None),
        ("our-endpoint", {"provider": "deepseek", "serves": "deepseek-ai/DeepSeek-V3"}, None),
        ("gpt-4o", {}, None),
        ("together_ai/acme/own-model", {}, "acme/own-model"),
        ("together_ai/deepseek-ai/DeepSeek-V3", {}, "deepseek-ai/DeepSeek-V3"),
        ("hyperbolic/deepseek-v3", {}, "deepseek-v3"),
        ("azure/DeepSeek-V3", {}, "DeepSeek-V3"),
        ("deepseek-ai/DeepSeek-V3", {"provider": "together"}, "deepseek-ai/DeepSeek-V3"),
        ("DeepSeek V3 (via Together)", {}, "DeepSeek V3"),
        ("groq/nobody-knows-this", {}, "nobody-knows-this"),
        ("nobody-knows-this", {"provider": "groq"}, "nobody-knows-this"),
        ("Groq", {"provider": "groq"}, None),
        ("openai/nobody-knows-this", {}, None),
        ("bedrock/mistral.mistral-large-2402-v1:0", {}, None),
        ("deepseek-v3", {}, None),
    ],
)
def test_what_a_host_runs_is_told_by_its_string_or_declared(
    packs: Knowledge, name: str, service: dict[str, Any], model: str | None
) -> None:
    artifact = Artifact(kind="service", name=name, **service)
    assert model == served_model(artifact, Names(packs.registry))


def _named(packs: Knowledge, manifest: Manifest) -> list[Finding]:
    found = evaluate_manifest(manifest, packs, AS_OF).findings
    return [one for one in found if one.rule == "model-licences/name"]


def test_the_licence_of_hosted_weights_reaches_whoever_trains_on_their_outputs(packs: Knowledge) -> None:
    (finding,) = _named(packs, _manifest("together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo"))
    assert finding.position == "arguable"
    assert _named(packs, _manifest("gpt-4o")) == []


def test_hosted_weights_are_marked_and_share_the_place_of_the_service(packs: Knowledge) -> None:
    lineage = resolve(_manifest("groq/llama-3.1-8b-instant"), packs.registry)
    weights = lineage.artifacts["teacher~weights"]
    assert (weights.hosted, weights.added, weights.licences) == (True, True, ("llama3.1",))
    assert [one.artifact for one in lineage.steps["gen"].inputs["teacher"]] == ["teacher", "teacher~weights"]
    assert not lineage.artifacts["teacher"].hosted


UNKNOWN = "model-licences/unknown-parents/no-licence-of-a-teacher"


@pytest.mark.parametrize(
    ("service", "rule"),
    [
        ({"name": "together_ai/acme/some-7b"}, UNKNOWN),
        ({"name": "some-7b", "provider": "groq"}, UNKNOWN),
        ({"name": "together_ai/deepseek-ai/DeepSeek-V3"}, "model-licences/student"),
        ({"name": "Fireworks", "provider": "fireworks"}, "gaps/undisclosed-upstream"),
        ({"name": "fireworks"}, "gaps/undisclosed-upstream"),
        ({"name": "together/gpt-4o"}, UNKNOWN),
    ],
)
def test_rows_of_a_host_whose_weights_nobody_knows_or_that_bind_stay_open(
    packs: Knowledge, service: dict[str, str], rule: str
) -> None:
    found = evaluate_manifest(_manifest(**service), packs, AS_OF).findings
    assert rule in {one.rule for one in found if one.position in ("needs-facts", "arguable", "breach")}


def test_a_model_that_is_passed_on_and_of_which_no_rule_speaks_is_not_covered(packs: Knowledge) -> None:
    (one,) = evaluate_manifest(_manifest("GPT-4o via Poe"), packs, AS_OF).not_covered
    assert (one.subject, one.why) == (
        "teacher",
        "no rule of the loaded packs speaks of models that Quora (Poe) passes on",
    )
    assert evaluate_manifest(_manifest("deepseek-chat"), packs, AS_OF).not_covered == ()
