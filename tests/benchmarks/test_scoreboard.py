"""The command from notes to a score."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import scoreboard
from benchmarks.notes.scoring import load_scorer
from benchmarks.notes.table import totals

NOTE = """
id: sample
release: {name: Lab-7B, who: Lab, org_type: company, date: '2024-06', kind: model, licence_declared: MIT}
nodes:
- {id: base, kind: model, name: Foo-7B, developer: Foo, licence: Apache-2.0}
- {id: out, kind: model, name: Lab-7B, developer: Lab, licence: MIT}
steps:
- {n: 1, kind: finetune, inputs: [{node: base, role: base}], outputs: [out]}
expected:
- {family: 'provider-terms:openai', headline: clear, readings: {narrow: clear, plain: clear, broad: clear}}
"""


@pytest.fixture
def folder(tmp_path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMPLIANCE_SHARED", str(shared))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "sample.yaml").write_text(NOTE, encoding="utf-8")
    return tmp_path / "notes"


def test_json_is_the_scorers_object_and_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    predicted = folder.parent / "predictions.yaml"
    assert scoreboard.main(["cases", str(folder), "--json", "--predictions", str(predicted)]) == 0
    printed = json.loads(capsys.readouterr().out)
    scorer = load_scorer()
    assert printed == scorer.score(scorer.load_folder(folder), scorer.load_predictions(predicted))
    assert printed["verdict_accuracy"] == 1


def test_the_table_shows_each_key_and_writes_manifests(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = folder.parent / "written"
    assert scoreboard.main(["cases", str(folder), "--only", "sample", "--write", str(written)]) == 0
    out = capsys.readouterr().out
    assert "ok   provider-terms:openai" in out
    assert (written / "sample.yaml").is_file()


def test_a_missing_folder_cannot_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scoreboard.main(["cases", str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_totals_stand_beside_the_goals() -> None:
    lines = list(totals("cases", {"keys": 3, "verdict_accuracy": 0.5, "overclaims": 0}))
    assert lines[1].endswith("MISSED")
    assert lines[2].endswith("ok")
