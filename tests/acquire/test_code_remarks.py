"""Comments of code that trains or makes rows: where so many of these come from."""

from __future__ import annotations

import pytest

from compliance.acquire.code import read_python
from compliance.acquire.code.remarks import OF_REMARK

TRAINS = "from transformers import Trainer\nTrainer(model=model, train_dataset=rows).train()\n"


def told(text: str) -> list[str]:
    return [one.name for one in read_python(text, "tune.py", {}).sightings if one.how == OF_REMARK]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("# 40k sentences from Tatoeba", ["Tatoeba"]),
        ("rows = []  # 1,200 parallel pairs of OPUS and JW300", ["OPUS", "JW300"]),
        ("# 12 hours taken from the Fen Speech Corpus, 3k from Reedbank", ["Fen Speech Corpus", "Reedbank"]),
        ('"""Tunes the tagger.\n\nAbout 5M lines (cleaned) from OpenSubtitles, the rest from Leipzig Corpora.\n"""',
         ["OpenSubtitles", "Leipzig Corpora"]),
    ],
)  # fmt: skip
def test_a_comment_with_an_amount_names_where_rows_come_from(line: str, names: list[str]) -> None:
    assert told(f"{line}\n{TRAINS}") == names


@pytest.mark.parametrize(
    "line",
    [
        "# 500 sentences from Tatoeba, held out",
        "# sentences from Tatoeba would be nicer",
        "# 2 rows from each of the files",
        "# 10 examples from The first page",
        "NOTE = '40k sentences from Tatoeba'",
    ],
)
def test_other_comments_name_none(line: str) -> None:
    assert told(f"{line}\n{TRAINS}") == []


def test_code_that_neither_trains_nor_handles_rows_is_not_read_for_comments() -> None:
    assert told("# 40k sentences from Tatoeba\nprint(1)\n") == []
