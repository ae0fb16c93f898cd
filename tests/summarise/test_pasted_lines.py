"""Every line that a question prints, pasted as it is, alone or with all others, loads and moves what waits for it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from compliance import pipeline
from compliance.errors import InputError
from compliance.load.manifest import check_manifest
from compliance.load.packs import load_packs
from compliance.load.yaml_reader import parse_yaml
from compliance.model.finding import Finding
from compliance.model.knowledge import Knowledge
from compliance.model.report import Report
from compliance.render.view.questions import build_questions, in_order

DAY = datetime.date(2026, 11, 26)
EXAMPLES = (
    "clean", "company-on-qwen", "eu-product", "merge-gguf", "nemotron-nano", "olmo-3", "quickstart", "shares"
)  # fmt: skip
EVERY = 11
"""One of so many probes is taken."""
WITHOUT_A_LINE = {("open-image-models-24.yaml", "step.role")}


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
    pasted = [str(line) for printed in build_questions(report).items for line in printed.lines]
    together = _stand(_check(_pasted(text, pasted), packs).findings)
    for question, printed in zip(in_order(report), build_questions(report).items, strict=True):
        told = (path.name, question.missing.fact)
        lines = [str(line) for line in printed.lines]
        after = _stand(_check(_pasted(text, lines), packs).findings)
        for line in () if printed.whole else lines[1:]:
            check_manifest(parse_yaml(_pasted(text, [line]), "lineage.yaml"), packs)
        moved = all(
            any(stand.get(one) != before[one] for one in question.findings) for stand in (after, together)
        )
        if not (moved and lines) and told not in WITHOUT_A_LINE:
            faults.append(told)
    return faults


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_line_of_an_example_moves_what_waits_for_it(
    name: str, repo_root: Path, packs: Knowledge
) -> None:
    assert _faults(repo_root / "examples" / name / "lineage.yaml", packs) == []


def test_every_line_of_all_manifests_moves_what_waits_for_it(shared: Path, packs: Knowledge) -> None:
    files = [*sorted(shared.glob("*/manifests/*.yaml")), *sorted(shared.glob("probes/*/*.yaml"))[::EVERY]]
    assert len(files) > 80
    assert [fault for path in files for fault in _faults(path, packs)] == []
