"""A program in which the manifest puts a model or service is that where something is made with it."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from compliance import pipeline
from compliance.model.answered.report import Report
from compliance.resolve.lineage.packed import packed_into, with_what_holds_them

DAY = datetime.date(2026, 11, 28)
WRITERS = {
    "gpt": {"kind": "service", "name": "gpt-4o", "provider": "openai", "route": "direct", "plan": "api"},
    "llama": {"kind": "model", "name": "meta-llama/Llama-2-70b-chat-hf", "license": "llama2"},
}


def _report(writer: str, packed: list[dict[str, Any]], made: dict[str, Any]) -> Report:
    artifacts = {
        "writer": WRITERS[writer],
        "asked": {"kind": "dataset", "name": "Meadow tickets", "license": "CC0-1.0", "origin": "own"},
        "kit": {"kind": "code", "origin": "own"}, "tool": {"kind": "code", "origin": "own"},
        "rows": {"kind": "dataset"}, "tuned": {"kind": "model"},
        "base": {"kind": "model", "name": "EleutherAI/pythia-1.4b", "license": "Apache-2.0"},
    }  # fmt: skip
    tune = {"id": "tune", "kind": "finetune", "inputs": {"base": "base", "data": "rows"}, "outputs": "tuned"}
    release = {
        "artifact": "tuned", "name": "meadow/tuned", "date": "2025-10-01", "license": "Apache-2.0", "access": "api",
        "commercial": True, "function": "general-purpose", "markets": ["US"], "notices": [],
        "license_copies": ["Apache-2.0"],
    }  # fmt: skip
    document = {
        "lineage": 1, "project": {"id": "p"}, "artifacts": artifacts, "releases": [release],
        "steps": [*packed, {**made, "outputs": "rows", "period": "2025-08"}, {**tune, "period": "2025-09"}],
        "publisher": {"name": "Meadow Lab", "kind": "company", "country": "US", "facts": {"monthly_users": 10}},
    }  # fmt: skip
    packs = pipeline.load_packs()
    return pipeline.check_text(json.dumps(document), "lineage.yaml", packs=packs, as_of=DAY)


RULES = {"gpt": "openai/competing-models", "llama": "model-licences/output-ban"}
PACKED = [
    ("deploy", "component"),
    ("bundle", "source"),
    ("convert", "source"),
    ("deploy", "tool"),
    ("fetch", "component"),
]


@pytest.mark.parametrize("made", ["annotate", "convert", "rewrite"])
@pytest.mark.parametrize(("kind", "role"), PACKED)
@pytest.mark.parametrize("writer", sorted(WRITERS))
def test_rows_made_with_a_program_are_what_the_model_in_it_wrote(
    writer: str, kind: str, role: str, made: str
) -> None:
    packed = {"id": "pack", "kind": kind, "inputs": {role: "writer"}, "outputs": "tool", "period": "2025-07"}
    report = _report(
        writer, [packed], {"id": "m", "kind": made, "inputs": {"tool": "tool", "source": "asked"}}
    )
    assert RULES[writer] in {one.rule for one in report.open_findings()}


@pytest.mark.parametrize("writer", sorted(WRITERS))
def test_a_program_in_a_program_holds_the_model_as_well(writer: str) -> None:
    packed = [
        {"id": "pack", "kind": "bundle", "inputs": {"component": "writer"}, "outputs": "kit"},
        {"id": "build", "kind": "bundle", "inputs": {"source": "kit"}, "outputs": "tool"},
    ]
    report = _report(
        writer, packed, {"id": "m", "kind": "annotate", "inputs": {"tool": "tool", "source": "asked"}}
    )
    assert RULES[writer] in {one.rule for one in report.open_findings()}


def test_a_program_in_which_nothing_writes_is_an_instrument() -> None:
    packed = [{"id": "build", "kind": "bundle", "inputs": {"source": "kit"}, "outputs": "tool"}]
    report = _report(
        "gpt", packed, {"id": "m", "kind": "convert", "inputs": {"tool": "tool", "source": "asked"}}
    )
    assert report.exit_code == 0


def test_what_holds_what_is_followed_to_the_end() -> None:
    assert with_what_holds_them(["a"], {"a": {"b"}, "b": {"c", "a"}, "d": {"e"}}) == {"a", "b", "c"}
    assert packed_into((), {}) == {}
