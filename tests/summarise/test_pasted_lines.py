"""Every line that a question prints, pasted as it is, alone or with all others, loads and moves what waits for it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from compliance import pipeline
from compliance.errors import InputError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.cause import is_unfilled
from compliance.model.answered.finding import Finding
from compliance.model.answered.report import Report
from compliance.model.known.knowledge import Knowledge
from compliance.model.words.placeholder import FILL_IN
from compliance.render.view.questions import RankedQuestion, build_questions, in_order
from compliance.values import replace

DAY = datetime.date(2026, 11, 26)
EXAMPLES = (
    "clean", "company-on-qwen", "eu-product", "merge-gguf", "nemotron-nano", "olmo-3", "quickstart", "shares"
)  # fmt: skip
EVERY = 31
"""One of so many probes is taken."""
HEAD = """lineage: 1
project: {id: asked}
publisher: {name: Meadow Lab, kind: company, country: US}
"""
ARTIFACTS = """artifacts:
  base: {kind: model, name: Qwen/Qwen2.5-7B, license: Apache-2.0}
  rows: {kind: dataset, name: Meadow tickets, license: CC0-1.0, origin: own,
         documented: {where: README, generators: none}}
  helper: {kind: service, name: claude-sonnet-4-20250514, provider: anthropic, route: direct, plan: api}
  tuned: {kind: model}
steps:
"""
RELEASE = """releases:
  - {artifact: tuned, id: weights, name: meadow/answers-7b, date: 2026-02-01, license: Apache-2.0, access: open-weights,
     channels: [Hugging Face], markets: [US], commercial: true, function: general-purpose, license_copies: [Apache-2.0],
     notices: []}
"""
MADE = {
    "a service as the tool of a tune": HEAD + ARTIFACTS
    + "  - {id: tune, kind: rl, inputs: {base: base, prompts: rows, tool: helper}, outputs: tuned, period: 2026-01}\n"
    + RELEASE,
    "weights of an unknown role": HEAD + ARTIFACTS
    + "  - {id: tune, kind: quantise, inputs: {unknown: base}, outputs: tuned, period: 2026-01}\n"
    + RELEASE.replace("license_copies: [Apache-2.0],", ""),
    "a variant without its training": HEAD + ARTIFACTS
    + "  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2026-01}\n"
    + RELEASE + "variants:\n  planned: {leaves_out: [tune]}\n",
    "a host that does not say what it runs": HEAD
    + ARTIFACTS.replace("claude-sonnet-4-20250514, provider: anthropic", "Some Host API, provider: together")
    + "  - {id: tune, kind: finetune, inputs: {base: base, data: rows, teacher: helper}, outputs: tuned,\n"
    + "     period: 2026-01}\n"
    + RELEASE,
    "another party that puts it out": HEAD
    + "parties:\n  ie: {name: Meadow Ireland, kind: company, country: IE, affiliate: true}\n"
    + ARTIFACTS.replace("Qwen/Qwen2.5-7B, license: Apache-2.0", "meta-llama/Llama-3.1-8B, license: llama3.1")
    + "  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2026-01, by: ie}\n"
    + RELEASE.replace("notices: []", "by: ie"),
}  # fmt: skip


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


def _check(text: str, packs: Knowledge) -> Report:
    return pipeline.check_text(text, "lineage.yaml", packs=packs, as_of=DAY)


def _stand(findings: tuple[Finding, ...]) -> dict[Any, Any]:
    return {one.identity: (one.position, one.missing, one.readings) for one in findings}


def _pasted(text: str, lines: Sequence[str]) -> str:
    return "\n".join((text.removesuffix("\n"), *lines, ""))


def _faults(path: Path, packs: Knowledge) -> list[tuple[str, str]]:
    text = path.read_text(encoding="utf-8")
    try:
        report = _check(text, packs)
    except InputError:
        return []  # probes of unreadable manifests ask nothing
    before = _stand(report.findings)
    faults = []
    printed = build_questions(report).items
    told = [str(line) for question in printed for line in question.lines]
    together = _check(_pasted(text, told), packs)
    filled = [str(line) for question in _with_examples(report) for line in question.lines]
    all_filled = _stand(_check(_pasted(text, filled), packs).findings)
    if any(FILL_IN in line for line in told) and together.exit_code == 0:
        faults.append((path.name, "a placeholder passes"))
    for question, shown, example in zip(in_order(report), printed, _with_examples(report), strict=True):
        lines = [str(line) for line in shown.lines]
        after = _check(_pasted(text, lines), packs)
        for line in () if shown.whole else lines[1:]:
            check_manifest(parse_yaml(_pasted(text, [line]), "lineage.yaml"), packs)
        if any(FILL_IN in line for line in lines):
            if after.exit_code == 0:
                faults.append((path.name, f"{question.missing.fact}: a placeholder answers"))
            stand = _stand(after.findings)
            if all(stand.get(one) == before[one] for one in question.findings):
                faults.append((path.name, f"{question.missing.fact}: not moved by its line as it is"))
            if any(is_unfilled(one) for one in after.not_covered):
                faults.append((path.name, f"{question.missing.fact}: told apart from what waits for it"))
            after = _check(_pasted(text, [str(line) for line in example.lines]), packs)
        stands = (_stand(after.findings), all_filled)
        moved = all(any(stand.get(one) != before[one] for one in question.findings) for stand in stands)
        if not (moved and lines):
            faults.append((path.name, question.missing.fact))
    return faults


def _with_examples(report: Report) -> Sequence[RankedQuestion]:
    """The questions with what could stand in the place of placeholders."""
    questions = tuple(
        replace(one, lines=tuple(replace(line, value=line.example or line.value) for line in one.lines))
        for one in report.questions
    )
    return build_questions(replace(report, questions=questions)).items


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_line_of_an_example_moves_what_waits_for_it(
    name: str, repo_root: Path, packs: Knowledge
) -> None:
    assert _faults(repo_root / "examples" / name / "lineage.yaml", packs) == []


@pytest.mark.parametrize("name", sorted(MADE))
def test_lines_fit_roles_variants_and_parties(name: str, tmp_path: Path, packs: Knowledge) -> None:
    path = tmp_path / "lineage.yaml"
    path.write_text(MADE[name], encoding="utf-8")
    assert build_questions(_check(MADE[name], packs)).items != ()
    assert _faults(path, packs) == []


def test_every_line_of_all_manifests_moves_what_waits_for_it(shared: Path, packs: Knowledge) -> None:
    files = [*sorted(shared.glob("*/manifests/*.yaml")), *sorted(shared.glob("probes/*/*.yaml"))[::EVERY]]
    assert len(files) > 80
    assert [fault for path in files for fault in _faults(path, packs)] == []
