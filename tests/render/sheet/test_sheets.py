"""Sheets as text and as Markdown: the same content, nothing that a terminal or a page obeys."""

from __future__ import annotations

import json
import re

import pytest

from compliance.model.packs.truth import Readings, Truth
from compliance.render.sheet.blocks import Bullets, Paragraph, Section, Sheet, Table
from compliance.render.sheet.markdown import as_markdown
from compliance.render.sheet.page import as_page
from compliance.render.sheet.terminal import as_text
from compliance.render.sheet.values import as_json

SHEET = Sheet(
    "What if",
    (Paragraph("Nothing binds today.", strong=True), Bullets(("one", "two"))),
    (
        Section(
            "A case",
            (Table(("of", "then"), (("a model\n→ a release", "arguable"),), (3, 1)), Paragraph("Limits.")),
        ),
    ),
)


def words(text: str) -> set[str]:
    """The words of a page."""
    return {word.strip("*#|-·→") for word in text.replace("<br>", " ").split()}


def test_both_forms_hold_every_word() -> None:
    told = {"Nothing", "binds", "one", "two", "case", "model", "release", "arguable", "Limits."}
    assert told <= words(as_text([SHEET], width=80, color=False))
    assert told <= words(as_markdown([SHEET]))
    assert told <= words(re.sub(r"<[^>]+>", " ", as_page([SHEET])))


@pytest.mark.parametrize("width", [20, 60, 100])
def test_lines_are_no_longer_than_the_width(width: int) -> None:
    lines = as_text([SHEET], width=width, color=False).splitlines()
    assert max(map(len, lines)) <= max(width, 60)


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "a|b", "<script>x</script>", "[red]x[/]"])
def test_names_are_printed_as_what_they_are(hostile: str) -> None:
    sheet = Sheet(hostile, (Table(("of",), ((hostile,),)),))
    assert "\x1b" not in as_text([sheet], width=80, color=False)
    for page in (as_markdown([sheet]), as_page([sheet])):
        assert "<script>" not in page
        assert "\x1b" not in page


def test_without_color_there_is_none_and_with_it_the_same_words() -> None:
    plain, colored = (as_text([SHEET], width=80, color=color) for color in (False, True))
    assert "\x1b[" not in plain
    assert "\x1b[" in colored


def test_values_become_json_with_readings_by_name() -> None:
    told = json.loads(
        as_json("trial/1", {"readings": Readings(Truth.NO, Truth.UNKNOWN, Truth.YES), "sheet": SHEET})
    )
    assert told["readings"] == {"narrow": "no", "plain": "unknown", "broad": "yes"}
    assert (told["kind"], told["sheet"]["title"]) == ("trial/1", "What if")
