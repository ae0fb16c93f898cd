"""Rows that a folder holds beside its weights: their card, their columns, and what a page lists of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from compliance.intake import Scan
from compliance.intake.drafting.draft import draft_of
from tests.intake.conftest import Scanned

WEIGHTS = "---\nlicense: apache-2.0\nlibrary_name: transformers\n---\n\n# Fen Hand\n\nA policy.\n"
ROWS = "---\nlicense: {}\ntask_categories: [robotics]\n---\n\n# Fen shelves\n\nEpisodes.\n"


def test_limits_of_rows_beside_weights_differ_from_the_licence_of_these(scanned: Scanned) -> None:
    scan = scanned({"README.md": WEIGHTS, "rows/README.md": ROWS.format("cc-by-nc-4.0")})
    told = [one for one in scan.contradictions if one.kind == "licence"]
    assert [one.about for one in told] == ["Fen shelves"]
    assert {one.place.file for one in told[0].said} == {"README.md", "rows/README.md"}


def test_rows_without_limits_differ_in_nothing(scanned: Scanned) -> None:
    scan = scanned({"README.md": WEIGHTS, "rows/README.md": ROWS.format("cc0-1.0")})
    assert not [one for one in scan.contradictions if one.kind == "licence"]


def test_what_a_notice_says_of_data_is_told_of_what_the_weights_were_made_from(scanned: Scanned) -> None:
    notice = "Contains data of the Marsh Board licensed under CC BY-SA 4.0.\n"
    scan = scanned({"README.md": WEIGHTS, "NOTICE": notice})
    assert any(one.kind == "licence" and "rows" in one.about for one in scan.contradictions)


def test_a_list_of_training_data_that_leaves_a_set_out_is_told(scanned: Scanned) -> None:
    page = "# Fen\n\n## Training data\n\n| source | years |\n|---|---|\n| FENR5 | 2019 |\n"
    code = "from datasets import load_dataset\nload_dataset('marsh/more-rows')\n"
    scan = scanned({"MODEL_CARD.md": page, "fit.py": code})
    assert any(one.kind == "completeness" and "marsh/more-rows" in one.why for one in scan.contradictions)


def test_a_column_of_writers_takes_over_and_one_of_origins_tells_who_wrote(scanned: Scanned) -> None:
    rows = '{"text": "a", "writer": "DrugBank", "text_from": "whisper-large-v3"}\n' * 2
    scan = scanned({"README.md": "# Fen pairs\n\nPairs.\n", "rows.jsonl": rows})
    told = {one.name: one.relation for one in scan.upstreams}
    assert told == {"DrugBank": "data", "whisper-large-v3": "generated-by"}


TRAINING = "base_model: Qwen/Qwen2.5-7B\nadapter: lora\ndatasets:\n  - path: {}\n    type: alpaca\n"
LINE = '{"instruction": "a", "output": "b"}\n'


def drafted(scan: Scan) -> tuple[dict[str, Mapping[str, object]], dict[str, Mapping[str, object]]]:
    """The artifacts and steps of a draft, by id."""
    draft = draft_of(scan, "fen")
    return {one.key: one.fields for one in draft.artifacts}, {one.key: one.fields for one in draft.steps}


@pytest.mark.parametrize("here", [True, False])
@pytest.mark.parametrize("beside", [True, False])
def test_rows_of_a_file_that_training_reads_stand_in_the_draft(
    scanned: Scanned, here: bool, beside: bool
) -> None:
    config = TRAINING.format("data/fen_rows.jsonl") + ("  - path: marsh/rows\n" if beside else "")
    files = {"README.md": "# Fen\n\nA tune.\n", "lora.yml": config}
    artifacts, steps = drafted(scanned({**files, **({"data/fen_rows.jsonl": LINE} if here else {})}))
    assert artifacts["fen_rows"] == {"kind": "dataset"}
    inputs = steps["train"]["inputs"]
    assert isinstance(inputs, dict)
    assert inputs["data"] == (["rows", "fen_rows"] if beside else "fen_rows")


def test_several_files_are_one_data_set(scanned: Scanned) -> None:
    config = TRAINING.format("a.jsonl") + "  - path: b.jsonl\n  - path: c.jsonl\n  - path: d.jsonl\n"
    draft = draft_of(scanned({"README.md": "# Fen\n\nA tune.\n", "lora.yml": config}), "fen")
    (entry,) = (one for one in draft.artifacts if one.fields == {"kind": "dataset"})
    assert entry.key == "rows-in-files"
    assert "rows of a.jsonl, b.jsonl, c.jsonl …" in entry.confirm


def test_rows_that_a_model_wrote_are_taken_for_those_that_training_reads(scanned: Scanned) -> None:
    writes = "from openai import OpenAI\nc = OpenAI()\nr = c.chat.completions.create(model='gpt-4o', messages=[])\n"
    files = {
        "README.md": "# Fen\n\nA tune.\n",
        "lora.yml": TRAINING.format("data/fen.jsonl"),
        "make.py": writes,
    }
    artifacts, steps = drafted(scanned(files))
    assert "fen" not in {key for key, fields in artifacts.items() if fields["kind"] == "dataset"}
    assert steps["write-rows"]["outputs"] == "generated-data"


def test_rows_to_measure_on_are_not_trained_on(scanned: Scanned) -> None:
    config = (
        "base_model: Qwen/Qwen2.5-7B\ndatasets:\n  - path: marsh/rows\ntest_datasets:\n  - path: held.jsonl\n"
    )
    artifacts, _ = drafted(scanned({"README.md": "# Fen\n\nA tune.\n", "lora.yml": config}))
    assert "held" not in artifacts
