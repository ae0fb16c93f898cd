"""Lines on how rows were made that stand elsewhere than at their `documented`: at their program, at a fact of them."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.pipeline import check_text

RENDERED = """\
lineage: 1
project: {id: orchards}
publisher: {name: Meadow Lab, kind: company, country: PT}
artifacts:
  sim: {kind: code, name: orchard-sim, license: MIT, origin: own}
  studio: {kind: code, name: PROGRAM, license: MIT}
  frames: {kind: dataset, name: Orchard frames, license: CC0-1.0, origin: own,
           documented: {where: README, generators: none}}
steps:
  - {id: render, kind: generate, inputs: {tool: [sim, studio]}, outputs: frames, period: 2025-04}
releases:
  - {artifact: frames, name: meadow/orchard-frames, date: 2025-05-05, license: CC0-1.0, access: public,
     commercial: true, function: dataset, channels: [Zenodo], markets: [PT], notices: [], license_copies: [CC0-1.0]}
"""


def checked(text: str) -> Report:
    return check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))


def lines(report: Report) -> list[str]:
    return [
        f"{'.'.join(line.path)}: {line.value}"
        for one in report.questions
        if one.missing.fact == "source.making_explained"
        for line in one.lines
    ]


@pytest.mark.parametrize("program", ["meadowsoft/renderer", "povray", "lark/sampler"])
def test_the_line_that_is_printed_is_the_one_that_answers(program: str) -> None:
    text = RENDERED.replace("PROGRAM", program)
    asked = lines(checked(text))
    assert asked == ["artifacts.studio.documented: {where: FILL-IN, generators: none}"]
    assert lines(checked(text + asked[0].replace("FILL-IN", "docs/renderer.md") + "\n")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("generators: none}}", "generators: unknown}}"),
        ("origin: own,\n           documented: {where: README, generators: none}}", "origin: third-party}"),
        ("tool: [sim, studio]", "teacher: studio"),
    ],
)
def test_where_something_else_is_open_the_rows_are_asked_about(old: str, new: str) -> None:
    assert old in RENDERED
    assert not any("studio" in line for line in lines(checked(RENDERED.replace(old, new))) if "sim" in line)
    assert lines(checked(RENDERED.replace(old, new)))


@pytest.mark.parametrize(
    ("fact", "settled"), [("rights_cleared: unknown", "true"), ("terms_bar_training: true", "false")]
)
def test_a_fact_by_which_leave_is_missing_is_answered_at_the_fact(fact: str, settled: str) -> None:
    known = RENDERED.replace("tool: [sim, studio]", "tool: sim").replace("PROGRAM", "povray")
    text = known.replace("generators: none}}", f"generators: none}}, facts: {{{fact}}}}}")
    name = fact.partition(":")[0]
    asked = lines(checked(text))
    assert asked == [f"artifacts.frames.facts.{name}: {settled}"]
    assert lines(checked(text.replace(f"facts: {{{fact}}}", f"facts: {{{name}: {settled}}}"))) == []


def test_of_several_sets_each_is_told_once_where_its_program_is_answered() -> None:
    other = (
        "  other: {kind: dataset, name: Tiles, origin: own, documented: {where: README, generators: none}}"
    )
    more = "  - {id: more, kind: generate, inputs: {tool: [sim, studio]}, outputs: other, period: 2025-04}"
    train = "  - {id: fit, kind: train, inputs: {data: [frames, other]}, outputs: fitted, period: 2025-04}"
    text = RENDERED.replace("PROGRAM", "povray").replace(
        "steps:", f"{other}\n  fitted: {{kind: model}}\nsteps:\n{more}\n{train}"
    )
    report = checked(
        text.replace("artifact: frames", "artifact: fitted").replace("function: dataset", "function: code")
    )
    asked = " ".join(
        one.missing.question for one in report.questions if one.missing.fact == "source.making_explained"
    )
    assert "Tiles" in asked
    assert asked.count("`documented` there says so") == 2
