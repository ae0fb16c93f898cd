"""A table of a whole series tells of the work only in the work's own row; the long form of its name is the work."""

from __future__ import annotations

from tests.intake.conftest import MODEL, ROWS, Scanned, told

TABLE = """\
## Family

| Base model | Ours |
|---|---|
| Qwen2.5-7B | Heron-7B |
| Llama-3-8B | Egret-8B |
"""


def test_only_the_row_of_the_work_tells_its_base(scanned: Scanned) -> None:
    assert told(scanned, MODEL.replace("# Heron", "# Heron-7B") + TABLE) == {"Qwen2.5-7B": "base"}


def test_where_no_row_names_the_work_all_are_told(scanned: Scanned) -> None:
    assert set(told(scanned, MODEL.replace("# Heron", "# Bittern") + TABLE)) == {"Qwen2.5-7B", "Llama-3-8B"}


def test_the_long_form_of_a_name_is_no_other_thing(scanned: Scanned) -> None:
    text = (
        ROWS.replace("# Heron notes", "# FenNotes")
        + "## Dataset Summary\n\nMarsh Bird Notes (FenNotes) Dataset.\n"
    )
    assert told(scanned, text) == {}
