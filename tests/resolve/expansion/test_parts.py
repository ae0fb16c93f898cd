"""Parts with a licence of their own reach what the whole reaches, and the whole stays whose it is."""

from __future__ import annotations

import pytest

from compliance.model.declared.lineage import Lineage
from tests.resolve.expansion.writing_out import lineage, reaches

MODEL = """\
artifacts:
  vae: {kind: model, name: base/free}
  whole: {kind: model, name: base/nc, license: nc, PARTS}
  m: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: whole}, outputs: m}
releases: [{artifact: m}]
"""


def built(parts: str, text: str = MODEL) -> Lineage:
    return lineage(text.replace("PARTS", f"parts: [{parts}]"))


def test_a_part_is_an_artifact_with_its_own_licence() -> None:
    found = built("{name: The VAE, license: sa}")
    part = found.artifacts["whole~the-vae"]
    assert (part.name, part.kind, part.licences) == ("The VAE", "model", ("sa",))
    assert found.artifacts["whole"].licences == ("nc",)
    assert reaches(found, "whole~the-vae", "m") == {"derivative": "yes"}
    assert found.locations["artifact:whole~the-vae"] == "m.yaml:6:3"


def test_a_whole_that_others_made_does_not_become_the_publishers_own() -> None:
    found = built("{name: vae, license: sa}")
    assert (found.artifacts["whole"].made_here, found.artifacts["whole"].country) == (False, ("CN",))
    assert found.parties[str(found.steps["whole~parts"].by)].name == "whoever published base/nc"


def test_what_the_registry_knows_of_the_whole_is_kept() -> None:
    text = MODEL.replace("name: base/nc, license: nc", "name: base/heir")
    found = built("{name: vae, license: sa}", text)
    assert [key for key in found.artifacts if "~" in key and "vae" not in key] != []


def test_a_part_without_a_licence_of_its_own_is_the_artifact_it_was_taken_from() -> None:
    found = built("{name: the vae, of: vae}")
    assert [key for key in found.artifacts if "~" in key] == []
    assert reaches(found, "vae", "m") == {"derivative": "yes"}


def test_a_part_under_another_licence_still_comes_from_there() -> None:
    found = built("{name: the vae, of: vae, license: sa}")
    assert found.artifacts["whole~the-vae"].licences == ("sa",)
    assert [reaches(found, key, "m") for key in ("vae", "whole~the-vae")] == [{"derivative": "yes"}] * 2


@pytest.mark.parametrize(("kind", "expected"), [("", "dataset"), (", kind: document", "document")])
def test_rows_under_another_licence_are_part_of_a_data_set(kind: str, expected: str) -> None:
    text = MODEL.replace("whole: {kind: model, name: base/nc,", "whole: {kind: dataset, origin: people,")
    found = built(
        f"{{name: NC rows, license: nc, share: 0.3{kind}}}", text.replace("base: whole", "data: whole")
    )
    part = found.artifacts["whole~nc-rows"]
    assert (part.kind, part.origin, part.licences) == (expected, "people", ("nc",))
    assert reaches(found, "whole~nc-rows", "m") == {"student": "yes"}
    assert found.steps["whole~parts"].inputs["data"][0].share == 0.3


OWN = """\
artifacts:
  base: {kind: model, name: base/free}
  m: {kind: model, parts: [{name: tokenizer, license: nc}]}
steps:
  - {id: one, kind: finetune, inputs: {base: base}, outputs: m}
  - {id: two, kind: finetune, inputs: {base: m}, outputs: m REPLACES}
releases: [{artifact: m}]
"""


@pytest.mark.parametrize("replaces", ["", ", replaces: true"])
def test_parts_of_what_is_made_here_are_there_however_often_it_is_written(replaces: str) -> None:
    found = lineage(OWN.replace(" REPLACES", replaces))
    assert (found.artifacts["m"].made_here, reaches(found, "m~tokenizer", "m")) == (
        True,
        {"derivative": "yes"},
    )
    assert found.steps["m~parts"].by is None


def test_a_released_thing_that_no_step_makes_has_its_parts() -> None:
    text = "artifacts: {d: {kind: dataset, origin: own, parts: [{name: x, license: nc}]}}\nreleases: [{artifact: d}]\n"
    found = lineage(text)
    assert (reaches(found, "d~x", "d"), found.steps["d~parts"].by) == ({"copy": "yes"}, None)


@pytest.mark.parametrize(
    ("part", "origin"),
    [
        ("license: nc", "unknown"), ("license: some words", "unknown"), ("license: free", "own"), ("share: 0.2", "own"),
        ("license: sa, kind: code", "unknown"),
    ],
)  # fmt: skip
def test_a_part_under_another_licence_than_the_whole_is_not_ours_because_the_whole_is(
    part: str, origin: str
) -> None:
    text = (
        f"artifacts: {{d: {{kind: dataset, origin: own, license: free, parts: [{{name: x, {part}}}]}}}}\n"
        "releases: [{artifact: d}]\n"
    )
    found = lineage(text)
    assert found.artifacts["d~x"].origin == origin
    assert found.artifacts["d"].origin == "own"


@pytest.mark.parametrize(
    "late",
    [
        "{id: late, kind: collect, outputs: whole}",
        "{id: late, kind: fetch, outputs: whole}",
        "{id: late, kind: other, outputs: whole}, {id: later, kind: collect, outputs: whole}",
        "{id: late, kind: prune, inputs: {base: whole}, outputs: whole, period: 2026-01}",
        "{id: late, kind: merge, inputs: {base: vae}, outputs: whole, period: 2026-01}",
        "{id: late, kind: merge, inputs: {base: vae}, outputs: whole, replaces: true}",
    ],
)
def test_a_step_that_is_listed_after_the_use_takes_no_part_away(late: str) -> None:
    text = MODEL.replace("outputs: m}\n", f"outputs: m}}\n  - {late}\n", 1)
    found = built("{name: The VAE, license: sa}", text.replace("}, {id: later", "}\n  - {id: later"))
    assert reaches(found, "whole~the-vae", "m") == {"derivative": "yes"}
