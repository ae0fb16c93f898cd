"""Documented releases, described without sight of an answer: the plan names the change that their licences ask for."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from compliance.load.manifest.manifest import load_manifest
from compliance.load.packs.costs import load_costs
from compliance.model.known.knowledge import Knowledge
from compliance.planning import Question, find_plans


@pytest.mark.parametrize(
    ("case", "day", "expected"),
    [
        # A student of Llama 3.1 without the first word, beside weights and a teacher of Qwen.
        ("supernova-medius", "2024-10-31",
         {"rename:med:Llama", "add-notice:med:q72", "ship-licence-copy:med:apache-2.0"}),
        # Llama weights that were relabelled MIT.
        ("r1-distill-llama-70b", "2025-01-31",
         {"change-licence:out:Llama 3.3 community licence", "rename:out:Llama", "add-notice:out:llama33",
          "ship-licence-copy:out:llama3.3"}),
        # A tune of Gemma whose card says MIT in one place and Gemma in another; a tune of Llama 3 judged its rows.
        ("gemma-2-9b-it-simpo", "2024-07-31",
         {"change-licence:out:Gemma terms of use", "add-notice:out:gemma", "ship-licence-copy:out:gemma",
          "drop-input:armo"}),
    ],
)  # fmt: skip
def test_the_least_change_is_the_one_that_the_licence_of_the_source_asks_for(
    case: str, day: str, expected: set[str], shared: Path, packs: Knowledge
) -> None:
    loaded = load_manifest(shared / "cases" / "manifests" / f"{case}.yaml", packs)
    found = find_plans(Question(loaded, packs, datetime.date.fromisoformat(day)), load_costs(packs))
    assert {act.key for act in found.plans[0].acts if not act.question} == expected
