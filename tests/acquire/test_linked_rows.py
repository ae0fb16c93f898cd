"""Sets by where they lie: rows under a heading on data below one on training, and entries of catalogues."""

from __future__ import annotations

import pytest

from compliance.acquire.listing.linked_rows import catalogued, linked_rows
from compliance.acquire.page.markdown import read_page

TABLE = (
    "| Images | Notes |\n|---|---|\n| [Fen365v1](https://fen.example/a) | [a.json](https://fen.example/b) |\n"
    "| [Total](https://fen.example/c) | |\n| [REED30k](https://reed.example/d) | [d.json](https://reed.example/e) |\n"
)


def rows(text: str) -> list[str]:
    return [
        one.name
        for each in read_page(text, "README.md").paragraphs
        for one in (*linked_rows(each), *catalogued(each))
    ]


def test_the_first_cell_leads_to_what_went_in() -> None:
    assert rows(f"# Heron\n\n## Training\n\n### Data\n\n{TABLE}") == ["Fen365v1", "REED30k"]


@pytest.mark.parametrize("above", ["## Data", "## Evaluation\n\n### Data", "## Training\n\n### Results"])
def test_elsewhere_it_tells_nothing(above: str) -> None:
    assert rows(f"# Heron\n\n{above}\n\n{TABLE}") == []


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("- Speech: https://catalog.ldc.upenn.edu/LDC2001S01", ["LDC2001S01"]),
        ("- https://www.openslr.org/12/", ["https://www.openslr.org/12"]),
        ("- Homepage: https://zenodo.org/record/1234", []),
        ("- Speech: https://fen.example/LDC2001S01", []),
        ("- Speech: https://catalog.ldc.upenn.edu/LDC2001S01 was not used", []),
    ],
)
def test_an_entry_of_a_catalogue_is_asked_about(item: str, names: list[str]) -> None:
    assert rows(f"# Heron\n\n## Preparation\n\n{item}\n") == names
