"""Columns called after who does the work say which model did it; headings may have a rule beneath."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.acquire.page.markdown import read_page
from compliance.acquire.rows.columns import read_columns
from compliance.acquire.walk import TextFile


@pytest.mark.parametrize(
    ("column", "value", "relation"),
    [
        ("tagger", "heron/reed-3b", "generated-by"),
        ("query_author", "quill-2", "generated-by"),
        ("caption_source", "see-4b", "generated-by"),
        ("pair_scorer", "critic-2", "judged-by"),
        ("seed_from", "heron/proverbs", "data"),
        ("teacher_name", "big-70b", "generated-by"),
    ],
)
def test_a_column_is_called_after_who_does_the_work(column: str, value: str, relation: str) -> None:
    file = TextFile(Path("rows.csv"), "rows.csv", f"id,{column}\n1,{value}\n")
    assert [(one.name, one.relation) for one in read_columns(file).sightings] == [(value, relation)]


@pytest.mark.parametrize(("column", "value"), [("author", "Claude"), ("editor", "anna"), ("title", "gpt-4o")])
def test_a_word_alone_may_be_anybody(column: str, value: str) -> None:
    file = TextFile(Path("rows.csv"), "rows.csv", f"id,{column}\n1,{value}\n")
    assert read_columns(file).sightings == []


def test_a_line_above_a_rule_is_a_heading() -> None:
    page = read_page(
        "Heron Notes\n===========\n\nWords.\n\nSources\n-------\n\nMore.\n\n- one\n---\n", "README.md"
    )
    assert (page.title, page.title_line) == ("Heron Notes", 1)
    assert [one.section for one in page.paragraphs][:2] == ["", "Sources"] or "Sources" in page.paragraphs[
        1
    ].section


@pytest.mark.parametrize("text", ["It was made by us.\n---\n", "a | b\n--- | ---\n1 | 2\n", "- item\n---\n"])
def test_a_rule_beneath_other_lines_makes_no_heading(text: str) -> None:
    assert read_page(text, "README.md").title == ""
