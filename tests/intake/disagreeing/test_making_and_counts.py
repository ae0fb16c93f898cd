"""Claims of how a work was made, and counts that a program wrote, against what pages say."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from compliance.intake import Scan
from tests.intake.conftest import Scanned

CARD = "---\nlicense: mit\nbase_model: Qwen/Qwen3-0.6B\npipeline_tag: text-generation\n---\n# Heron\n\n"
SET = "---\nlicense: cc-by-4.0\nlanguage: [en]\ntask_categories: [text-generation]\n---\n# Heron rows\n\n"
SHEET = "---\nlicense: cc-by-4.0\n---\n# heron-rows\n\n"
ASKS = (
    "from openai import OpenAI\n{name} = 'gpt-4o-2024-08-06'\nclient = OpenAI()\n\n\ndef {verb}(text):\n"
    "    return client.chat.completions.create(model={name}, messages=[text])\n"
)


def told(scan: Scan) -> set[tuple[str, str]]:
    return {(one.kind, one.about) for one in scan.contradictions}


@pytest.mark.parametrize(
    ("files", "kind", "about"),
    [
        ({"README.md": CARD + "The vision tower was kept frozen.", "run.sh": "swift sft --freeze_vit false\n"},
         "lineage", "frozen vision"),
        ({"README.md": CARD + "We froze the language model.", "run.yaml": "model: x\nfreeze_llm: false\n"},
         "lineage", "frozen language"),
        ({"README.md": CARD + "Quantised without any calibration.", "q.sh": "llama-quantize --imatrix a.dat f16 Q4\n"},
         "lineage", "calibration of quantised weights"),
        ({"README.md": CARD + "Rows were kept by rule-based filters only.",
          "judge.py": ASKS.format(name="JUDGE", verb="judge")}, "lineage", "judged by a model"),
        ({"README.md": CARD + "No LLM judged the answers.", "grade.py": ASKS.format(name="GRADER", verb="grade")},
         "lineage", "judged by a model"),
        ({"README.md": CARD, "data/README.md": SHEET + "It holds 9,300 clips.", "data/stats.json": '{"clips": 4100}'},
         "size", "number of clips"),
        ({"README.md": SET + "It has 9,300 pairs.", "data/info.json": '{"num_rows": 4100}'}, "size", "training rows"),
        ({"README.md": CARD + "It learnt from 9,300 riddles.", "data/CARD.md": SHEET + "4,100 riddles in all."},
         "size", "count of riddles"),
        ({"README.md": SET + "9,300 pairs.", "docs/DATASHEET.md": "# Datasheet\n\n- 4,100 pairs."},
         "size", "training rows"),
        ({"README.md": SET + "Names and addresses of tenants were removed.",
          "rows.jsonl": '{"text": "a", "customer_email": "a@example.org"}\n'}, "privacy", "personal data"),
        ({"README.md": SET + "Case numbers are masked.", "r.jsonl": '{"text": "a", "aktenzeichen": "4 C 1/24"}\n'},
         "privacy", "personal data"),
        ({"README.md": SET + "Tenants gave their consent.", "DATEN.md": "Eine Einwilligung liegt nicht vor."},
         "privacy", "consent"),
        ({"README.md": CARD, "PRICES.md": "# Prices\n\nCommercial use: 300 € a year."}, "licence", "commercial use"),
        ({"README.md": SET + "Nothing comes from Stack Overflow.",
          "get.py": "from datasets import load_dataset\nrows = load_dataset('fen/stackoverflow-posts')\n"},
         "lineage", "content of stackoverflow"),
        ({"README.md": CARD + "Released: 2025-03-01", "CHANGELOG.md": "## 1.0.0 (2025-06-09)\n- first\n"},
         "date", "day of the release"),
        ({"README.md": CARD + "Inputs of up to 512 tokens.", "t.py": "model.max_seq_length = 128\n"},
         "size", "context length"),
    ],
)  # fmt: skip
def test_what_two_files_tell_of_the_making_is_held_against_each_other(
    scanned: Scanned, files: Mapping[str, str], kind: str, about: str
) -> None:
    assert (kind, about) in told(scanned(files))


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": CARD + "The vision tower was kept frozen.", "run.sh": "swift sft --freeze_vit true\n"},
        {"README.md": CARD + "The vision tower was unfrozen.", "run.sh": "swift sft --freeze_vit false\n"},
        {"README.md": CARD + "No calibration was needed.", "q.sh": "llama-quantize f16 Q4\n"},
        {"README.md": CARD + "No LLM judged the answers.", "write.py": ASKS.format(name="WRITER", verb="write")},
        {"README.md": CARD, "data/README.md": SHEET + "4,000 training clips.", "data/stats.json": '{"clips": 4100}'},
        {"README.md": CARD, "data/README.md": SHEET + "4,000 clips. 100 clips", "data/stats.json": '{"clips": 4100}'},
        {"README.md": SET + "It has 4,100 pairs.", "data/info.json": '{"num_rows": 4100}'},
        {"README.md": CARD + "9,300 riddles.", "docs/usage.md": "We tried 4,100 riddles."},
        {"README.md": SET + "Names of tenants were removed.", "rows.jsonl": '{"text": "a", "full_name": "[NAME]"}\n'},
        {"README.md": CARD, "PRICES.md": "# Prices\n\nCommercial use is free, there is no fee."},
        {"README.md": CARD + "Released: 2025-03-01", "CHANGELOG.md": "## 1.1.0 (2025-06-09)\n## 1.0.0 (2025-03-01)\n"},
    ],
)  # fmt: skip
def test_files_that_may_all_be_true_contradict_nothing(scanned: Scanned, files: Mapping[str, str]) -> None:
    assert not told(scanned(files)) - {("lineage", "who wrote the rows")}


def test_the_title_of_a_licence_that_is_not_known_by_its_text_is_held_against_the_card(
    scanned: Scanned,
) -> None:
    scan = scanned(
        {"README.md": CARD, "LICENSE": "QWEN RESEARCH LICENSE AGREEMENT\n\nBy using it you agree.\n"}
    )
    assert ("licence", "Heron") in told(scan)
    assert any("not known" in one.what for one in scan.lost)


def test_a_title_that_nobody_knows_is_no_licence(scanned: Scanned) -> None:
    scan = scanned({"README.md": CARD, "LICENSE": "HERON MARSH LICENCE\n\nBy using it you agree.\n"})
    assert not scan.contradictions
    assert any("not known" in one.what for one in scan.lost)


def test_a_page_that_lies_with_rows_is_their_card(scanned: Scanned) -> None:
    scan = scanned({"README.md": CARD, "data/CARD.md": SHEET, "model/CARD.md": SHEET.replace("rows", "two")})
    assert {one.folder: one.kind for one in scan.released} == {
        "": "model",
        "data": "dataset",
        "model": "model",
    }
