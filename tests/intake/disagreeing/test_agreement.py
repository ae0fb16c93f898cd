"""Two files of a folder that claim of one property what cannot both be true, and files that may."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from compliance.intake import Scan
from tests.intake.conftest import Scanned

CARD = "---\nlicense: mit\nbase_model: Qwen/Qwen3-0.6B\npipeline_tag: text-generation\n---\n# Heron\n\n"
SET = "---\nlicense: cc-by-4.0\nlanguage: [en]\ntask_categories: [text-generation]\n---\n# Heron rows\n\n"


def told(scan: Scan) -> set[tuple[str, str]]:
    return {(one.kind, one.about) for one in scan.contradictions}


@pytest.mark.parametrize(
    ("files", "kind", "about"),
    [
        ({"README.md": CARD + "It has 300 hours.", "README_ja.md": "# Heron\n\n合計420時間です。"}, "size", "hours"),
        ({"README.md": CARD + "Context length: 32k", "config.json": '{"n_positions": 2048}'},
         "size", "context length"),
        ({"README.md": CARD + "- LoRA rank: 8", "adapter_config.json": '{"peft_type": "LORA", "r": 64}'},
         "size", "LoRA rank"),
        ({"README.md": CARD + "Tuned on 9,000 pairs.", "out/train.log": "Num examples = 5,120\n"},
         "size", "training rows"),
        ({"README.md": CARD + "Three epochs.", "run.yaml": "model: x\nnum_train_epochs: 5\n"},
         "size", "epochs"),
        ({"README.md": SET + "All guests gave consent.", "NOTES.md": "Guests were never asked for consent."},
         "privacy", "consent"),
        ({"README.md": SET + "It holds no personal data.", "a.csv": "text,phone\nHi,0123\n"},
         "privacy", "personal data"),
        ({"README.md": CARD + "Nothing of the test set was used.",
          "mix.yaml": "sets:\n- {hub: fen/reed, split: test}\n"},
         "evaluation", "test rows in training"),
        ({"README.md": SET + "Every answer was reviewed by hand.", "docs/data.md": "Answers are unreviewed."},
         "lineage", "review by people"),
        ({"README.md": SET, "rows.jsonl": '{"text": "Hallo", "lang": "de"}\n'}, "completeness", "list of languages"),
        ({"CHANGELOG.md": "## 1.0.0 - 2025-01-02\n", "CITATION.cff": "version: 1.0.0\ndate-released: 2025-03-04\n",
          "README.md": CARD}, "date", "day of version 1.0.0"),
        ({"README.md": CARD, "requirements.txt": "torch==2.1.0\n", "a.ipynb":
          '{"cells": [{"cell_type": "code", "source": [], "outputs": [{"text": ["torch 2.4.0\\n"]}]}]}'},
         "version", "versions of packages"),
        ({"README.md": CARD + "The weights are for research only, not for commercial use."},
         "licence", "commercial use"),
        ({"README.md": SET + "It is free of charge.", "LIESMICH.md": "Der Abruf ist kostenpflichtig."},
         "licence", "fee"),
        ({"README.md": SET + "Nothing comes from Reddit.", "DATA.md": "- 300 threads of Reddit\n"},
         "lineage", "content of reddit"),
        ({"README.md": SET + "800 letters", "LIESMICH.md": "900 letters"}, "size", "number of letters"),
        ({"README.md": SET + "Pairs: 900 (train 700, test 200)", "CHANGELOG.md": "- 260 test pairs\n"},
         "size", "training rows"),
        ({"README.md": CARD + "Learning rate 2e-5", "t.py": "TrainingArguments('o', learning_rate=1e-4)\n"},
         "size", "learning rate"),
        ({"README.md": CARD + "Without any distillation.",
          "t.py": "from openai import OpenAI\nr = OpenAI().chat.completions.create(model='gpt-4o')\n"
                  "open('a.jsonl', 'w').write(r)\n"},
         "lineage", "distillation"),
        ({"README.md": CARD + "All of the training data are public.",
          "mix.yaml": "datasets:\n- path: s3://reed-own/chats.jsonl\n"},
         "lineage", "open data"),
    ],
)  # fmt: skip
def test_two_files_that_claim_otherwise_are_told(
    scanned: Scanned, files: Mapping[str, str], kind: str, about: str
) -> None:
    assert (kind, about) in told(scanned(files))


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": CARD + "It has 300 hours.", "README_ja.md": "# Heron\n\n合計300時間です。"},
        {"README.md": CARD + "It has 300 hours.", "data/README.md": "One part has 40 hours."},
        {"README.md": CARD + "Context of 8k tokens.", "config.json": '{"n_positions": 8192}'},
        {"README.md": CARD + "Three epochs of SFT.", "dpo/run.yaml": "num_train_epochs: 1\n"},
        {"README.md": CARD + "Three epochs.", "a.yaml": "num_epochs: 5\n", "b.yaml": "num_epochs: 1\n"},
        {"README.md": CARD, "requirements.txt": "torch==2.1.0\n", "docs/requirements.txt": "torch==2.4.0\n"},
        {"README.md": SET + "All guests gave consent.", "a/b/c/NOTES.md": "Guests gave no consent."},
        {"README.md": CARD + "Heron is free for commercial use."},
        {"README.md": SET, "V1.md": "There are 120 files.", "V2.md": "There are 190 files."},
        {"README.md": SET + "Nothing comes from Reddit.", "DATA.md": "Reddit is blocked at work.\n"},
    ],
)
def test_files_that_may_both_be_right_are_not(scanned: Scanned, files: Mapping[str, str]) -> None:
    scan = scanned(files)
    assert {one.about for one in scan.contradictions if one.kind != "identity"} == set()


def test_what_is_said_to_be_left_out_and_is_used_is_told(scanned: Scanned) -> None:
    config = "base_model: Qwen/Qwen3-0.6B\ndatasets:\n- {path: RyokoAI/ShareGPT52K, type: sharegpt}\n"
    files = {"README.md": CARD, "CHANGELOG.md": "- ShareGPT removed\n", "axolotl.yaml": config}
    assert ("lineage", "RyokoAI/ShareGPT52K") in told(scanned(files))


def test_who_denies_a_set_denies_what_was_made_of_it(scanned: Scanned) -> None:
    files = {
        "README.md": CARD + "We do not train on MS MARCO.",
        "axolotl.yaml": "base_model: Qwen/Qwen3-0.6B\ndatasets:\n- {path: unicamp-dl/mmarco, type: completion}\n",
    }
    assert ("lineage", "unicamp-dl/mmarco") in told(scanned(files))


def test_who_keeps_the_rows_for_tests_of_a_set_out_does_not_deny_the_set(scanned: Scanned) -> None:
    files = {
        "README.md": CARD + "Nothing from the test split of GSM8K was used.",
        "axolotl.yaml": "base_model: Qwen/Qwen3-0.6B\ndatasets:\n- {path: openai/gsm8k, type: completion}\n",
    }
    assert "openai/gsm8k" not in {about for kind, about in told(scanned(files)) if kind == "lineage"}


def test_rows_under_a_licence_that_is_said_to_be_filtered_out_are_told(scanned: Scanned) -> None:
    files = {
        "README.md": SET + "GPL code was filtered out.",
        "a.jsonl": '{"text": "x", "license": "GPL-3.0"}\n',
    }
    assert ("licence", "rows left out") in told(scanned(files))


def test_scraped_rows_by_name_refute_who_says_that_nothing_was(scanned: Scanned) -> None:
    files = {"README.md": CARD + "No scraped text was used.", "axolotl.yaml":
             "base_model: Qwen/Qwen3-0.6B\ndatasets:\n- {path: fen/forum-scraped, type: completion}\n"}  # fmt: skip
    assert ("lineage", "scraped content") in told(scanned(files))


def test_what_two_files_claim_otherwise_is_asked(scanned: Scanned) -> None:
    files = {
        "README.md": SET + "All guests gave consent.",
        "NOTES.md": "Guests were never asked for consent.",
    }
    assert "Which of these files is right (consent)?" in {one.question for one in scanned(files).questions}
