"""Weights stay weights, under whatever role a step that puts them together lists them."""

from __future__ import annotations

import pytest

from compliance.resolve.lineage.held import weights_as_weights
from tests.resolve.conftest import Resolve
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


_READ = """\
artifacts:
  m: {{kind: model}}
  base: {{kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}}
  rows: {{kind: model, name: {name}, license: MIT}}
steps:
  - {{id: tune, kind: {kind}, inputs: {{base: base, {role}: rows}}, outputs: m}}
releases: [{{artifact: m, date: 2025-04-01}}]
"""


@pytest.mark.parametrize("role", ["data", "source"])
@pytest.mark.parametrize("kind", ["finetune", "pretrain", "preference-tune"])
def test_what_is_only_trained_on_is_rows_whatever_it_is_called(
    resolved: Resolve, kind: str, role: str
) -> None:
    text = _READ.format(kind=kind, role=role, name="stranger/rows-7k")
    assert resolved(text).artifacts["rows"].kind == "dataset"
    assert any("it is looked at as rows" in each for each in resolved(text).warnings)


def test_a_known_model_that_is_trained_on_stays_a_model(resolved: Resolve) -> None:
    text = _READ.format(kind="finetune", role="data", name="lab/cub-7b")
    assert resolved(text).artifacts["rows"].kind == "model"
