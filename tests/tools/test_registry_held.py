"""Rows of lists are held against the records of their names, field by field."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from tools.registry.held import Holding, same_list
from tools.registry.tables import MTEB, Row


@pytest.fixture(scope="module")
def holding() -> Holding:
    return Holding(load_packs())


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (Row("Qwen/Qwen2.5-7B", "apache-2.0", MTEB), []),
        (Row("Qwen/Qwen2.5-7B", "mit", MTEB), ["licence"]),
        (Row("Qwen/Qwen2.5-7B", "apache-2.0", MTEB, "2024-01-01"), ["date"]),
        (Row("Qwen/Qwen2.5-7B", "", MTEB, "2025-01-01"), []),
        (Row("Qwen/Qwen2.5-7B", "", MTEB, base="google/gemma-2-9b"), ["making", "no base"]),
        (Row("Qwen/Qwen2.5-7B", "", MTEB, developer="Meta"), ["developer"]),
        (Row("Qwen/Qwen3-Embedding-8B", "", MTEB, base="Qwen/Qwen3-8B-Base", function="embedding"), []),
        (Row("Qwen/Qwen3-Embedding-8B", "", MTEB, base="google/gemma-2-9b", function="speech"), ["base", "function"]),
        (Row("nobody/has-this-name", "mit", MTEB), []),
    ],
)  # fmt: skip
def test_what_a_row_speaks_against_is_told(row: Row, fields: list[str], holding: Holding) -> None:
    assert fields == [one.field for one in holding.against(row, "model")]


def test_a_record_and_a_row_of_one_list_belong_together() -> None:
    assert same_list("licence by mteb 2.26.24; the rest recalled", MTEB)
    assert not same_list("README of a/b at 1234567", MTEB)
