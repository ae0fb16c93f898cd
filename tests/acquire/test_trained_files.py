"""Files of rows that code reads which trains: they stand in the draft, so that the check asks who wrote them."""

from __future__ import annotations

import pytest

from compliance.acquire.code import read_python

HEAD = (
    "import json, os\nimport pandas as pd\nfrom pathlib import Path\nfrom datasets import load_dataset\n"
    "from transformers import Trainer\nDATA = Path('data')\n"
)
TRAINS = "Trainer(model=model, train_dataset=rows).train()\n"


@pytest.mark.parametrize(
    ("line", "file"),
    [
        ("rows = pd.read_csv('data/answers.csv')", "data/answers.csv"),
        ("rows = open(DATA / 'answers.jsonl')", "answers.jsonl"),
        ("rows = pd.read_json(os.path.join('data', 'answers.json'))", "answers.json"),
        ("rows = load_dataset('json', data_files='data/answers.jsonl')", "data/answers.jsonl"),
        (
            "rows = load_dataset('csv', data_files={'train': 'data/a.csv', 'test': 'data/test.csv'})",
            "data/a.csv",
        ),
    ],
)
def test_rows_of_files_are_trained_on_where_code_trains(line: str, file: str) -> None:
    assert [name for name, _ in read_python(HEAD + line + "\n" + TRAINS, "tune.py", {}).trained_on] == [file]
    assert read_python(HEAD + line + "\n", "look.py", {}).trained_on == []


@pytest.mark.parametrize("file", ["data/test.jsonl", "rows-dev.csv", "config.json", "data/eval_set.jsonl"])
def test_files_that_are_set_aside_are_not(file: str) -> None:
    text = HEAD + f"rows = open('{file}')\n" + TRAINS
    assert read_python(text, "tune.py", {}).trained_on == []
