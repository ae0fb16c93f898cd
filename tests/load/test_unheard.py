"""What stands in no variant is looked at in the manifest as written; what stands in one needs no more."""

from __future__ import annotations

import pytest

from compliance.load.manifest import LoadedManifest, check_manifest
from compliance.load.yaml_reader import parse_yaml

MANIFEST = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab}
artifacts:
  chat: {kind: service, name: chat-1, provider: someone}
  held: {kind: model, name: org/held}
  place: {kind: model}
  spare: {kind: model, name: org/spare}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: chat}, outputs: rows}
  - {id: tune, kind: finetune, inputs: {base: place, data: rows}, outputs: m}
releases:
  - {id: weights, artifact: m, license: MIT}
  - {id: side, artifact: rows, license: MIT}
"""
WRITE = "steps: [{id: write, kind: generate, inputs: {teacher: held}, outputs: rows}]"


def _loaded(*variants: str) -> LoadedManifest:
    text = MANIFEST + "variants:\n" + "".join(f"  {one}\n" for one in variants)
    return check_manifest(parse_yaml(text, "lineage.yaml"))


@pytest.mark.parametrize(
    ("variants", "missed"),
    [
        (["a: {leaves_out: [write]}"], "step write"),
        (["a: {leaves_out: [side]}"], "release side"),
        ([f"a: {{{WRITE}}}"], "step write"),
        (["a: {leaves_out: [write]}", f"b: {{{WRITE}}}"], "step write"),
        (["a: {artifacts: {chat: {kind: dataset, origin: own}}}"], "artifact chat"),
        (["a: {releases: [{id: weights, artifact: m, license: Apache-2.0}]}"], "release weights"),
        (["a: {leaves_out: [write, side]}"], "step write, like 1 more,"),
    ],
)
def test_what_stands_in_no_variant_makes_the_manifest_one_of_them(variants: list[str], missed: str) -> None:
    loaded = _loaded(*variants)
    assert list(loaded.manifest.variants)[-1] == "as-written"
    assert loaded.manifest.variants["as-written"].model_fields_set <= {"title"}
    (warning,) = loaded.warnings
    assert warning.startswith(f"variants: {missed} stands as it is in none of them; ")


@pytest.mark.parametrize(
    "variants",
    [
        ["a: {}", f"b: {{{WRITE}}}"],
        ["a: {leaves_out: [write]}", "b: {leaves_out: [side]}"],
        # What says the same takes nothing's place; a place that names nothing is there to be filled.
        ["a: {steps: [{id: write, kind: generate}]}"],
        ["a: {artifacts: {place: {kind: model, name: org/one}}}"],
        ["a: {artifacts: {spare: {kind: model, name: org/other}}}"],
    ],
)
def test_what_stands_in_one_of_them_needs_no_more(variants: list[str]) -> None:
    loaded = _loaded(*variants)
    assert "as-written" not in loaded.manifest.variants
    assert loaded.warnings == ()


def test_a_variant_of_that_name_keeps_it() -> None:
    loaded = _loaded("as-written: {leaves_out: [write]}")
    assert list(loaded.manifest.variants) == ["as-written", "as-written-too"]
