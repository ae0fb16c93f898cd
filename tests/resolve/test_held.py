"""Weights stay weights, under whatever role a step that puts them together lists them."""

from __future__ import annotations

import pytest

from compliance.resolve.held import weights_as_weights, weights_called_code
from tests.resolve.expansion.writing_out import lineage, read

TEXT = """\
artifacts:
  w: {kind: model, name: other/weights, license: MIT}
  rows: {kind: dataset, name: Rows, origin: own}
  app: {kind: code}
steps:
  - {id: put, kind: bundle, inputs: {data: [w, rows]}, outputs: app}
releases: [{artifact: app, date: 2025-04-01}]
"""


@pytest.mark.parametrize("role", ["data", "source", "seed", "prompts"])
@pytest.mark.parametrize(
    ("kind", "taken"), [("bundle", "component"), ("merge", "component"), ("quantise", "unknown")]
)
def test_a_model_among_content_is_taken_as_weights(kind: str, taken: str, role: str) -> None:
    text = TEXT.replace("bundle", kind).replace("data: [w, rows]", f"{role}: [w, rows]")
    [step] = weights_as_weights(read(text).manifest).steps
    held = {name: [item.artifact for item in items] for name, items in step.inputs.items()}
    assert held == {role: ["rows"], taken: ["w"]}


@pytest.mark.parametrize("kind", ["mix", "finetune", "generate"])
def test_other_steps_are_left_as_they_are(kind: str) -> None:
    manifest = read(TEXT.replace("bundle", kind)).manifest
    assert weights_as_weights(manifest) is manifest


def test_software_is_passed_on_with_the_weights_that_it_holds() -> None:
    further = "  - {id: pack, kind: bundle, inputs: {source: app}, outputs: package}\nreleases"
    text = TEXT.replace("releases", further, 1).replace(
        "app: {kind: code}", "app: {kind: code}\n  package: {kind: code}"
    )
    made = lineage(text)
    assert {("weights",)} == {one for edge in made.edges if edge.step == "pack" for one in edge.options}


REPOSITORY = """\
artifacts:
  w: {kind: code, name: some-lab/speaking-machine, license: MIT}
  rows: {kind: dataset, name: Rows, origin: own}
  tuned: {kind: model}
steps:
  - {id: go-on, kind: finetune, inputs: {base: w, data: rows}, outputs: tuned}
releases: [{artifact: tuned, date: 2025-04-01, access: open-weights}]
"""


@pytest.mark.parametrize("role", ["base", "adapter", "component"])
@pytest.mark.parametrize("kind", ["pretrain", "finetune", "rl", "merge", "quantise"])
def test_code_of_which_weights_are_kept_is_a_model(kind: str, role: str) -> None:
    text = REPOSITORY.replace("finetune", kind).replace("base: w", f"{role}: w")
    taken, keys = weights_called_code(read(text).manifest)
    weights = taken.artifacts["w"]
    assert (weights.kind, keys) == ("model", {"w": "go-on"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("base: w", "tool: w"),
        ("base: w, data: rows", "data: [w, rows]"),
        ("finetune", "deploy"),
        ("license: MIT", "origin: own"),
        ("steps:\n", "steps:\n  - {id: write, kind: bundle, inputs: {data: rows}, outputs: w}\n"),
    ],
)
def test_code_that_is_used_as_code_or_made_here_stays_code(old: str, new: str) -> None:
    manifest = read(REPOSITORY.replace(old, new)).manifest
    assert weights_called_code(manifest) == (manifest, {})


@pytest.mark.parametrize(
    ("place", "open_"), [("'LICENSE of the weights, commit 1a2b3c4'", False), ("", True)]
)
def test_what_is_said_of_the_program_is_not_taken_as_said_of_the_weights(place: str, open_: bool) -> None:
    told = (
        f"license: MIT, against_record: {{because: record-wrong, where: {place}}}"
        if place
        else "license: MIT"
    )
    made = lineage(REPOSITORY.replace("license: MIT", told))
    assert made.artifacts["w"].contradicted is open_
    assert [line.split(";")[0] for line in made.warnings] == [
        "artifact w: some-lab/speaking-machine is listed as code, and step go-on goes on from it as from weights"
    ]
