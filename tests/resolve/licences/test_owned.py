"""Whose own a work is, and that nobody is held to a licence of their own."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from compliance.evaluate import evaluate
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.resolve import resolve

DAY = datetime.date(2026, 11, 27)


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def _manifest(item: dict[str, Any], publisher: str = "Proton") -> Manifest:
    """A model tuned from an item, or a product that ships it, by a publisher."""
    kind = item["kind"]
    role = {"model": "base", "dataset": "data", "code": "component"}[kind]
    step = {"id": "s", "kind": "bundle" if kind == "code" else "finetune", "outputs": ["out"]}
    return Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "p"},
            "publisher": {"name": publisher, "kind": "company", "country": "CH"},
            "artifacts": {"item": item, "out": {"kind": "code" if kind == "code" else "model"}},
            "steps": [{**step, "inputs": {role: "item"}}],
            "releases": [
                {"artifact": "out", "name": "p/out", "date": "2026-01-01", "license": "Apache-2.0",
                 "access": "open-weights", "commercial": True, "function": "general-purpose"}
            ],
        }
    )  # fmt: skip


OWN = [
    {"kind": "code", "name": "Meadow app", "license": "GPL-3.0-only", "origin": "own"},
    {"kind": "model", "name": "proton/base-1", "license": "CC-BY-NC-4.0", "origin": "own"},
    {"kind": "dataset", "name": "Meadow rows", "license": "CC-BY-NC-4.0", "origin": "own"},
    {"kind": "dataset", "name": "Meadow rows", "license": "CC-BY-SA-4.0", "developer": "proton"},
    {
        "kind": "dataset",
        "name": "Meadow rows",
        "license": "CC-BY-NC-4.0",
        "origin": "people",
        "developer": "Proton",
    },
    {"kind": "dataset", "name": "proton/meadow", "license": "CC-BY-NC-4.0", "origin": "people"},
]
THEIRS = [
    ({"kind": "code", "name": "Meadow app", "license": "GPL-3.0-only"}, "Proton"),
    ({"kind": "model", "name": "proton/base-1", "license": "llama3.1", "origin": "own"}, "Proton"),
    ({"kind": "model", "name": "lmsys/vicuna-7b-v1.5", "license": "CC-BY-NC-4.0", "origin": "own"}, "Proton"),
    ({"kind": "dataset", "name": "tatsu-lab/alpaca", "license": "CC-BY-NC-4.0", "origin": "own"}, "Proton"),
    ({"kind": "model", "name": "meta-llama/Llama-3.1-8B", "developer": "Proton"}, "Proton"),
    ({"kind": "model", "name": "proton/my-Qwen3-8B", "license": "CC-BY-NC-4.0", "origin": "own"}, "Proton"),
    ({"kind": "dataset", "name": "Meadow rows", "license": "CC-BY-NC-4.0", "origin": "people"}, "Proton"),
    ({"kind": "dataset", "name": "willow/meadow", "license": "CC-BY-NC-4.0", "origin": "people"}, "Proton"),
    ({"kind": "dataset", "name": "proton/meadow", "license": "CC-BY-NC-4.0"}, "Proton"),
    ({"kind": "dataset", "name": "Meadow rows", "license": "terms of the yard", "origin": "own"}, "Proton"),
    ({"kind": "dataset", "name": "Leaked forum dump", "license": "CC-BY-NC-4.0", "origin": "own"}, "Proton"),
]


@pytest.mark.parametrize("item", OWN, ids=lambda item: f"{item['kind']}-{item['license']}")
def test_what_is_stated_as_the_publishers_is_its_own(item: dict[str, Any], packs: Knowledge) -> None:
    assert resolve(_manifest(item), packs.registry).artifacts["item"].owned


@pytest.mark.parametrize("name", ["meta-llama/Llama-3.1-8B", "facebook/musicgen-small"])
def test_the_registry_tells_whose_weights_they_are(name: str, packs: Knowledge) -> None:
    by = {
        who: resolve(_manifest({"kind": "model", "name": name}, who), packs.registry)
        for who in ("Meta", "Proton")
    }
    assert {who: one.artifacts["item"].owned for who, one in by.items()} == {"Meta": True, "Proton": False}


@pytest.mark.parametrize(
    ("item", "publisher"), THEIRS, ids=lambda one: one["name"] if isinstance(one, dict) else one
)
def test_somebody_elses_stays_theirs(item: dict[str, Any], publisher: str, packs: Knowledge) -> None:
    assert not resolve(_manifest(item, publisher), packs.registry).artifacts["item"].owned


@pytest.mark.parametrize("item", OWN, ids=lambda item: f"{item['kind']}-{item['license']}")
def test_a_licence_of_ones_own_is_held_against_nobody(item: dict[str, Any], packs: Knowledge) -> None:
    found = evaluate(resolve(_manifest(item), packs.registry), packs, DAY)
    of_licences = ("code-licence", "data-licence", "dataset-licence", "model-licence", "label")
    held = [
        one.rule
        for one in found.findings
        if one.source == "item" and one.party != "downstream-user" and one.family.startswith(of_licences)
        and not one.rule.startswith("labels/statements")
    ]  # fmt: skip
    assert held == []
    assert "item" not in {one.subject for one in found.not_covered}


def test_a_rule_that_goes_by_something_else_is_put_all_the_same(packs: Knowledge) -> None:
    item = {
        **OWN[2],
        "facts": {"measures_bypassed": True},
        "documented": {"where": "README", "generators": "none"},
    }
    found = evaluate(resolve(_manifest(item), packs.registry), packs, DAY)
    assert any("measures" in one.title.lower() and one.position == "arguable" for one in found.findings)


@pytest.mark.parametrize(
    ("name", "licence", "rule"),
    [
        ("CohereLabs/c4ai-command-r-v01", "CC-BY-NC-4.0", "model-licences/cc-weights/non-commercial"),
        ("mistralai/Mistral-7B-v0.1", "Apache-2.0", "model-licences/permissive/notices"),
    ],
)
def test_known_weights_of_another_are_held_to_their_licence_whoever_calls_them_its_own(
    name: str, licence: str, rule: str, packs: Knowledge
) -> None:
    item = {"kind": "model", "name": name, "license": licence, "origin": "own"}
    found = evaluate(resolve(_manifest(item), packs.registry), packs, DAY)
    assert rule in {one.rule for one in found.findings if one.source == "item"}
