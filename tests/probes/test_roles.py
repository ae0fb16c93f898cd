"""No role hides what an input is: rows are no instrument, and nobody has weights that a service keeps."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs

MANIFEST = """\
lineage: 1
project: {{id: roles}}
publisher: {{name: Meadow Lab, kind: company, country: CH}}
artifacts:
  s: {source}
  asked: {{kind: dataset, name: Questions by our staff, origin: own, documented: {{where: sheet, generators: none}}}}
  base: {{kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}}
  made: {{kind: {made}}}
steps:
  - {{id: make, kind: {step}, inputs: {{{inputs}}}, outputs: made, period: 2026-02}}
releases:
  - {{artifact: made, name: meadow/made, date: 2026-05-20, license: Apache-2.0, access: {access}, commercial: true,
     function: {function}, channels: [Hugging Face], markets: [CH], notices: [], license_copies: [Apache-2.0]}}
"""
ROWS = ("{kind: dataset, name: tatsu-lab/alpaca}", "{kind: dataset, name: maker/rows, developer: Maker}")
SERVICES = (
    "{kind: service, name: gpt-4o, provider: openai, route: direct, plan: api}",
    "{kind: service, name: claude-sonnet-4, provider: anthropic, route: direct, plan: api}",
    "{kind: service, name: gemini-2.5-pro, provider: google, route: vertex, plan: enterprise}",
    "{kind: service, name: command-a, provider: cohere, route: direct, plan: api}",
)
TRAINING = ("pretrain", "train", "finetune", "preference-tune", "rl")


def code(source: str, step: str, inputs: str, made: str = "model") -> int:
    """The exit code of a release in which one step makes everything."""
    told = {"model": ("open-weights", "general-purpose"), "dataset": ("public", "dataset")}[made]
    text = MANIFEST.format(
        source=source, step=step, inputs=inputs, made=made, access=told[0], function=told[1]
    )
    day = datetime.date(2026, 11, 28)
    return pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=day).exit_code


def test_the_same_step_without_the_input_is_clean() -> None:
    assert code(ROWS[0].replace("tatsu-lab/alpaca", "unused"), "finetune", "base: base, data: asked") == 0


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("step", TRAINING)
@pytest.mark.parametrize("role", ["tool", "reward", "judge"])
def test_rows_are_no_instrument_of_training(rows: str, step: str, role: str) -> None:
    assert code(rows, step, f"base: base, data: asked, {role}: s") == 1


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize(
    ("step", "role"),
    [
        ("annotate", "tool"),
        ("annotate", "judge"),
        ("collect", "tool"),
        ("mix", "tool"),
        ("annotate", "reward"),
    ],
)
def test_rows_are_no_instrument_of_other_rows(rows: str, step: str, role: str) -> None:
    assert code(rows, step, f"source: asked, {role}: s", "dataset") == 1


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("step", [*TRAINING, "merge", "quantise", "prune", "bundle"])
def test_weights_that_a_service_keeps_are_in_no_release(service: str, step: str) -> None:
    role = "component" if step == "bundle" else "base"
    rows = "" if step in ("merge", "quantise", "prune", "bundle") else ", data: asked"
    assert code(service, step, f"{role}: s{rows}") == 1


def test_what_a_host_serves_is_asked_of_the_model_alone() -> None:
    """The weights of an open model can be had, wherever it was tuned."""
    host = "{kind: service, name: Qwen/Qwen2.5-7B-Instruct, provider: together, serves: Qwen/Qwen2.5-7B-Instruct}"
    text = MANIFEST.format(
        source=host, step="finetune", inputs="base: s, data: asked", made="model",
        access="open-weights", function="general-purpose",
    )  # fmt: skip
    report = pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 28))
    assert "gaps/weights-of-a-service" not in {finding.rule for finding in report.findings}
