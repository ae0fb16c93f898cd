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


TRANSLATED = """\
lineage: 1
project: {id: tales}
publisher: {name: Meadow Society, kind: nonprofit, country: PT}
artifacts:
  old: {kind: document, name: Tales printed in 1880, license: public domain, origin: third-party,
        documented: {where: "print of 1880, shelf 12", generators: none}}
  pairs: {kind: dataset, name: Tales in two languages AT-ROWS}
steps:
  - {id: turn, kind: KIND, inputs: {GIVEN}, outputs: pairs, period: 2024-04 AT-STEP}
releases:
  - {artifact: pairs, name: meadow/tales, date: 2025-05-05, license: CC0-1.0, access: public,
     commercial: true, function: dataset, channels: [Zenodo], markets: [PT], notices: [], license_copies: [CC0-1.0]}
"""
BY_NONE = ', documented: {where: "README, section Translators", generators: none}'


def translated(
    *, rows: str = "", step: str = "", kind: str = "rewrite", given: str = "source: old", more: str = ""
) -> Report:
    text = TRANSLATED.replace(" AT-ROWS", rows).replace(" AT-STEP", step)
    return checked(text.replace("KIND", kind).replace("GIVEN", given) + more)


@pytest.mark.parametrize(("kind", "given"), [("rewrite", "source: old"), ("generate", "prompts: old")])
@pytest.mark.parametrize(("rows", "step"), [(BY_NONE, ""), ("", BY_NONE), (BY_NONE, BY_NONE)])
def test_who_wrote_in_a_step_of_writing_is_asked_of_its_kind(
    rows: str, step: str, kind: str, given: str
) -> None:
    asked = translated(rows=rows, step=step, kind=kind, given=given)
    assert lines(asked) == ["steps.turn.kind: FILL-IN"]
    assert "Did people write" in asked.questions[0].missing.question
    answered = translated(rows=rows, step=step, kind=kind, given=given, more="steps.turn.kind: annotate\n")
    assert lines(answered) == []


def test_where_nobody_says_that_no_model_wrote_the_rows_are_asked_about() -> None:
    assert lines(translated()) == ["artifacts.pairs.documented: {where: FILL-IN, generators: FILL-IN}"]


@pytest.mark.parametrize("given", ["source: old, tool: old", "source: old, unknown: old"])
def test_a_writer_that_may_be_there_is_asked_about_and_not_the_kind(given: str) -> None:
    assert "steps.turn.kind: FILL-IN" not in lines(translated(step=BY_NONE, given=given))
