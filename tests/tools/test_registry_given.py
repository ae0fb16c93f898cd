"""What a list does not give is told, where a record rests on that list alone."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.records import ModelEntry
from tools.registry.given import Giving, read_there
from tools.registry.tables import MTEB, Row

NAME = "Qwen/Qwen3-Embedding-8B"


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def _entry(where: str = MTEB, **said: Any) -> ModelEntry:
    source = {"where": where, "read": "2026-01-01"}
    return ModelEntry.model_validate(
        {
            "id": "qwen3-embedding",
            "family": "qwen3",
            "developer": "alibaba",
            "names": [NAME],
            "source": source,
            "assurance": "secondary",
            **said,
        }
    )


@pytest.mark.parametrize(
    ("row", "entry", "missing"),
    [
        (Row(NAME, "apache-2.0", MTEB), _entry(licence="apache-2.0"), []),
        (Row(NAME, "", MTEB), _entry(licence="apache-2.0"), ["licence"]),
        (Row(NAME, "", MTEB), _entry(base=["Qwen/Qwen3-8B-Base"]), ["base"]),
        (Row(NAME, "", MTEB), _entry(f"{MTEB}; base recalled", base=["Qwen/Qwen3-8B-Base"]), []),
        (Row(NAME, "", MTEB, "2025-06-05"), _entry(released="2025-06"), []),
        (Row(NAME, "", MTEB, "2025-06-05"), _entry(released="2025-05"), ["released"]),
        (Row(NAME, "", MTEB, function="embedding"), _entry(function="speech"), ["function"]),
        (Row(NAME, "", MTEB), _entry(names=[NAME, "Qwen/Qwen3-Else-8B"]), ["name"]),
        (Row(NAME, "", MTEB), _entry("README of a/b at 1234567", licence="apache-2.0"), []),
    ],
)
def test_fields_and_names_that_no_row_gives_are_told(
    row: Row, entry: ModelEntry, missing: list[str], packs: Knowledge
) -> None:
    assert missing == [field for field, _ in Giving(packs, [row], []).missing("model", entry)]


@pytest.mark.parametrize(
    ("where", "field", "read"),
    [
        ("a list", "base", True),
        ("a list; base recalled", "base", False),
        ("licence by a list; the rest recalled", "licence", True),
        ("licence by a list; the rest recalled", "base", False),
        ("licence and base by a list; the rest recalled", "base", True),
        ("a list; date recalled", "released", False),
    ],
)
def test_a_source_says_which_fields_it_gives(where: str, field: str, read: bool) -> None:
    assert read_there(where, field) is read
