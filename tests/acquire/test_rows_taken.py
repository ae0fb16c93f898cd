"""Where a sentence says that rows were taken from, and what stands one after the other on which a thing was trained."""

from __future__ import annotations

import pytest

from compliance.acquire.listing.rows_taken import rows_taken
from compliance.acquire.page.markdown import read_page


def told(text: str) -> list[tuple[str, bool]]:
    """What a page names so, each with whether words say it firmly."""
    page = read_page(f"# Heron clips\n\n{text}\n", "README.md")
    return [(one.name, bool(one.cue)) for each in page.paragraphs for one in rows_taken(each)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The clips have been collected from Fenster, and cut.", [("Fenster", False)]),
        ("It holds 6M drawings extracted from FenShape.", [("FenShape", True)]),
        ("All sentences were extracted from the Moor Parallel Corpus v1.0.", [("Moor Parallel Corpus v1.0", True)]),
        ("Recipes scraped from the Bogfood website.", [("Bogfood", True)]),
        ("Images were downloaded from FenPics, ReedArt and MOOR-2.",
         [("FenPics", True), ("ReedArt", True), ("MOOR-2", True)]),
        ("It was pretrained on 2,105 faces from the Heron Data Bank and Bittern Structural Database.",
         [("Heron Data Bank", True), ("Bittern Structural Database", True)]),
        ("Articles are collected from two Finnish news sites, FenYLE and REED.", [("FenYLE", True), ("REED", True)]),
        ("We tuned it on prompts, mixing a small proportion of UltraReed, ShareFen, and OpenMoor examples.",
         [("UltraReed", True), ("ShareFen", True), ("OpenMoor", True)]),
        ("It was pretrained on a web dataset (FEN-1689M).", [("FEN-1689M", True)]),
        ("We tuned it on a 1:1 ratio of FEN-Aesthetics and FEN-Birds, a part that is not out.",
         [("FEN-Aesthetics", True), ("FEN-Birds", True)]),
    ],
)  # fmt: skip
def test_where_content_was_taken_from_is_named(text: str, names: list[tuple[str, bool]]) -> None:
    assert told(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The recordings were collected from Canada and France.",
        "Texts were gathered from Moor University.",
        "Reviews were collected from English speakers.",
        "Posts were collected from Fenster users who agreed.",
        "Scores were obtained from the test set of FenQA.",
        "Data were collected from January to March.",
        "We take as an example passages extracted from FenPedia.",
        "Your images can be downloaded from FenPics.",
        "The lines were extracted from M. N. Moor's works.",
        "| Source | Words |\n|---|---|\n| texts collected from FenBook | 3M |",
    ],
)
def test_people_places_and_months_are_no_sources(text: str) -> None:
    assert told(text) == []
