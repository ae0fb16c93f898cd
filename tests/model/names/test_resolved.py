"""What a record says of its making, where it does not say so itself."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.names.records import ModelEntry
from compliance.model.names.resolved import ModelRecord

STEPS = {
    "steps": [{"kind": "finetune", "inputs": {"base": ["a/b"], "data": ["a/rows"]}, "by": "X"}],
    "documented_at": "card",
    "assurance": "secondary",
}


@pytest.mark.parametrize(
    ("given", "making"),
    [
        ({}, "not-looked-up"),
        ({"base": ["a/b"]}, "not-looked-up"),
        ({"base": ["a/b"], "how": "rl"}, "not-looked-up"),
        ({"base": ["a/b"], "how": "quantise"}, "known"),
        ({"base": ["a/b", "c/d"], "how": "merge"}, "known"),
        ({"base": ["a/b"], "making": "undisclosed-by-developer"}, "undisclosed-by-developer"),
        ({"ancestry": STEPS}, "known"),
        ({"ancestry": STEPS, "making": "not-looked-up"}, "not-looked-up"),
    ],
)
def test_a_base_alone_does_not_say_what_a_tune_was_trained_on(given: dict[str, Any], making: str) -> None:
    whole = {"id": "m", "names": ["x/m"], "family": "m", "developer": "x", "assurance": "memory", **given}
    assert making == ModelRecord.of(ModelEntry.model_validate(whole), None).making


@pytest.mark.parametrize(
    ("steps", "making"),
    [
        ([{"kind": "finetune", "inputs": {"base": ["a/b"]}}], "not-looked-up"),
        ([{"kind": "train", "inputs": {"component": ["a/b"]}}], "not-looked-up"),
        ([{"kind": "rl", "inputs": {"base": ["a/b"], "prompts": ["a/tasks"]}}], "known"),
        ([{"kind": "finetune", "inputs": {"base": ["a/b"], "teacher": ["a/large"]}}], "known"),
        ([{"kind": "rewrite", "inputs": {"source": ["a/rows"]}}], "not-looked-up"),
        ([{"kind": "rewrite", "inputs": {"source": ["a/rows"], "tool": ["DeepL"]}}], "known"),
        ([{"kind": "generate", "inputs": {"unknown": ["a model of the house"]}}], "known"),
        ([{"kind": "prune", "inputs": {"base": ["a/b"]}}], "known"),
        (
            [{"kind": "filter", "inputs": {"source": ["a/rows"]}}, {"kind": "generate", "inputs": {}}],
            "not-looked-up",
        ),
    ],
)
def test_an_ancestry_is_the_whole_of_it_where_every_step_tells(
    steps: list[dict[str, Any]], making: str
) -> None:
    told = {
        "steps": [{"by": "X", **step} for step in steps],
        "documented_at": "card",
        "assurance": "secondary",
    }
    whole = {
        "id": "m",
        "names": ["x/m"],
        "family": "m",
        "developer": "x",
        "assurance": "memory",
        "ancestry": told,
    }
    assert making == ModelRecord.of(ModelEntry.model_validate(whole), None).making
