"""What a step works on is its source, also where it is listed as prompts or seeds."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.model.declared.manifest import Manifest
from compliance.pipeline import check_text
from compliance.resolve.lineage.worked_on import with_rows_worked_on

DAY = datetime.date(2025, 11, 20)
TEXT = """\
lineage: 1
project: {id: trial}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  base: {kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}
  theirs: {kind: dataset, name: someorg/rows, THEIRS}
  ours: {kind: dataset, name: Meadow questions, license: CC0-1.0, origin: own}
  out: {kind: dataset}
  tuned: {kind: model}
steps:
  - {id: work, kind: KIND, inputs: {INPUTS}, outputs: out, period: 2025-08}
  - {id: tune, kind: finetune, inputs: {base: base, data: out}, outputs: tuned, period: 2025-09}
releases:
  - {artifact: tuned, name: meadow/answers, date: 2025-10-01, license: Apache-2.0, access: open-weights,
     channels: [Hugging Face], markets: [US], commercial: true, function: general-purpose, license_copies: [Apache-2.0]}
"""
NON_COMMERCIAL = "license: CC-BY-NC-4.0, documented: {where: card, generators: none}"
UNEXPLAINED = "license: Apache-2.0"


def checked(kind: str, inputs: str, theirs: str) -> Report:
    """The report where a step of some kind reads rows of others in some roles."""
    text = TEXT.replace("KIND", kind).replace("INPUTS", inputs).replace("THEIRS", theirs)
    return check_text(text, "trial.yaml", packs=load_packs(), as_of=DAY)


def manifest_of(kind: str, inputs: str, theirs: str) -> Manifest:
    """The manifest where a step of some kind reads rows of others in some roles."""
    text = TEXT.replace("KIND", kind).replace("INPUTS", inputs).replace("THEIRS", theirs)
    return check_manifest(parse_yaml(text, "trial.yaml"), load_packs()).manifest


def open_rules(report: Report) -> set[str]:
    """The rules that keep the check from passing."""
    return {one.rule for one in report.open_findings()}


@pytest.mark.parametrize("theirs", [NON_COMMERCIAL, UNEXPLAINED])
@pytest.mark.parametrize("role", ["prompts", "seed"])
@pytest.mark.parametrize("kind", ["annotate", "judge", "filter", "convert", "collect", "mix"])
def test_rows_that_a_step_keeps_are_open_under_any_role(kind: str, role: str, theirs: str) -> None:
    as_source = checked(kind, "source: theirs", theirs)
    assert as_source.exit_code == 1
    assert open_rules(checked(kind, f"{role}: theirs", theirs)) == open_rules(as_source)


@pytest.mark.parametrize("role", ["prompts", "seed"])
def test_rows_that_a_model_rewrites_are_open_under_any_role(role: str) -> None:
    report = checked("rewrite", f"teacher: base, {role}: theirs", NON_COMMERCIAL)
    assert "data-licences/nc-weights" in open_rules(report)


@pytest.mark.parametrize("role", ["prompts", "seed"])
def test_what_a_model_generates_from_a_seed_stays_remote(role: str) -> None:
    assert checked("generate", f"teacher: base, {role}: theirs", NON_COMMERCIAL).exit_code == 0


@pytest.mark.parametrize("role", ["prompts", "seed"])
@pytest.mark.parametrize("kind", ["annotate", "judge", "rewrite"])
def test_beside_what_a_step_works_on_prompts_are_instructions(kind: str, role: str) -> None:
    manifest = manifest_of(kind, f"source: ours, {role}: theirs", UNEXPLAINED)
    assert with_rows_worked_on(manifest) is manifest


def test_a_mixture_holds_its_seeds_beside_its_data() -> None:
    assert checked("mix", "data: ours, seed: theirs", NON_COMMERCIAL).exit_code == 1


@pytest.mark.parametrize("role", ["prompts", "seed"])
def test_what_rows_were_called_stays_told(role: str) -> None:
    step = with_rows_worked_on(manifest_of("annotate", f"{role}: theirs", UNEXPLAINED)).steps[0]
    assert {name: [item.artifact for item in items] for name, items in step.inputs.items()} == {
        role: ["theirs"],
        "source": ["theirs"],
    }


TUNE = "{base: base, data: out}, outputs: tuned"


@pytest.mark.parametrize("theirs", [NON_COMMERCIAL, UNEXPLAINED])
@pytest.mark.parametrize("role", ["prompts", "seed"])
@pytest.mark.parametrize("kind", ["pretrain", "train", "finetune", "distil-logits"])
def test_training_learns_from_rows_under_any_role(kind: str, role: str, theirs: str) -> None:
    teacher = "teacher: base, " if kind == "distil-logits" else ""
    inputs = f"{{base: base, {teacher}data: ours, {role}: theirs}}, outputs: tuned"
    text = TEXT.replace("kind: finetune", f"kind: {kind}").replace(TUNE, inputs).replace("THEIRS", theirs)
    text = text.replace("KIND", "annotate").replace("INPUTS", "source: ours")
    assert check_text(text, "trial.yaml", packs=load_packs(), as_of=DAY).exit_code == 1


def test_prompts_that_a_model_answers_in_training_stay_remote() -> None:
    inputs = "{base: base, prompts: theirs, judge: base}, outputs: tuned"
    text = TEXT.replace("kind: finetune", "kind: rl").replace(TUNE, inputs).replace("THEIRS", NON_COMMERCIAL)
    text = text.replace("KIND", "annotate").replace("INPUTS", "source: ours")
    report = check_text(text, "trial.yaml", packs=load_packs(), as_of=DAY)
    assert {one.position.value for one in report.findings if one.rule == "data-licences/nc-weights"} == {
        "remote"
    }
