"""What a record says of its making, where it does not say so itself."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.records import ModelEntry
from compliance.model.resolved import ModelRecord

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
