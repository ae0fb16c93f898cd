"""Every line that a question gives, written where it says, loads and moves a finding that waits for it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance import pipeline
from compliance.errors import InputError
from compliance.load.packs import load_packs
from compliance.model.finding import Finding
from compliance.model.knowledge import Knowledge
from compliance.model.report import AnswerLine, Report

DAY = datetime.date(2026, 11, 26)
EVERY = 11
"""One manifest of so many is taken from the shared corpora."""
WITHOUT_A_LINE = {("open-image-models-24.yaml", "step.role")}


class _Loader(yaml.SafeLoader):
    """Dates stay texts, as the program reads them."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, word) for tag, word in known if not tag.endswith(":timestamp")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


def _write(document: Any, line: AnswerLine) -> None:
    """Put a line where its path says."""
    node = document
    for key in line.path[:-1]:
        if isinstance(node, list):
            node = next(entry for entry in node if entry.get("id", entry.get("artifact")) == key)
        else:
            node = node.setdefault(key, {})
    node[line.path[-1]] = yaml.load(line.value, _Loader)


def _check(text: str, packs: Knowledge) -> Report:
    return pipeline.check_text(text, "lineage.yaml", packs=packs, as_of=DAY)


def _stand(findings: tuple[Finding, ...]) -> dict[Any, Any]:
    return {one.identity: (one.position, one.missing, one.readings) for one in findings}


def _faults(path: Path, packs: Knowledge) -> list[tuple[str, str]]:
    text = path.read_text(encoding="utf-8")
    try:
        report = _check(text, packs)
    except InputError:
        return []  # probes of unreadable manifests ask nothing
    before = _stand(report.findings)
    faults = []
    for question in report.questions:
        told = (path.name, question.missing.fact)
        document = yaml.load(text, _Loader)
        for line in question.lines:
            _write(document, line)
        after = _stand(_check(yaml.safe_dump(document, sort_keys=False, allow_unicode=True), packs).findings)
        moved = any(after.get(one) != before[one] for one in question.findings)
        if not (moved and question.lines) and told not in WITHOUT_A_LINE:
            faults.append(told)
    return faults


@pytest.mark.parametrize("name", ["olmo-3", "quickstart", "clean", "merge-gguf", "eu-product"])
def test_every_line_of_an_example_moves_what_waits_for_it(
    name: str, repo_root: Path, packs: Knowledge
) -> None:
    assert _faults(repo_root / "examples" / name / "lineage.yaml", packs) == []


def test_every_line_of_a_sample_of_manifests_moves_what_waits_for_it(shared: Path, packs: Knowledge) -> None:
    files = sorted((*shared.glob("*/manifests/*.yaml"), *shared.glob("probes/*/*.yaml")))[::EVERY]
    assert len(files) > 10
    assert [fault for path in files for fault in _faults(path, packs)] == []
