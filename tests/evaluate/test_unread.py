"""Sentences, tables and reasons are composed for findings that somebody reads, and for no others."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from compliance.evaluate import evaluate
from compliance.later import Later
from compliance.load.manifest.manifest import load_manifest
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import Evaluation
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import Position
from compliance.resolve import resolve

EXAMPLES = ("olmo-3", "company-on-qwen", "eu-product", "merge-gguf")
AS_OF = datetime.date(2026, 11, 28)


def _evaluated(example: str, repo_root: Path, packs: Knowledge) -> Evaluation:
    loaded = load_manifest(repo_root / "examples" / example / "lineage.yaml", packs)
    return evaluate(resolve(loaded.manifest, packs.registry, loaded.where, loaded.used), packs, AS_OF)


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


@pytest.mark.parametrize("example", EXAMPLES)
def test_evaluating_composes_nothing(
    example: str, repo_root: Path, packs: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed: list[Later] = []
    monkeypatch.setattr(Later, "value", lambda self: composed.append(self))
    found = _evaluated(example, repo_root, packs)
    assert found.findings
    assert not composed


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_read_last_says_the_same_as_what_is_read_at_once(
    example: str, repo_root: Path, packs: Knowledge
) -> None:
    late = _evaluated(example, repo_root, packs)
    backwards = [(one.reason, one.elements, one.stopped, one.turns_on) for one in reversed(late.findings)]
    early = _evaluated(example, repo_root, packs)
    assert [(one.reason, one.elements, one.stopped, one.turns_on) for one in early.findings] == backwards[
        ::-1
    ]
    assert late == early
    assert all(one.reason for one in early.findings if one.position is not Position.CLEAR)
