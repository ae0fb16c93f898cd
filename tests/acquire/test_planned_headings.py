"""What stands under a heading on plans has not gone into anything yet."""

from __future__ import annotations

import pytest

from compliance.acquire.page.markdown import read_page
from compliance.acquire.prose.described import planned


@pytest.mark.parametrize(
    ("heading", "ahead"),
    [
        ("Next Plan", True),
        ("Roadmap", True),
        ("Future work", True),
        ("Plan of the corpus", False),
        ("Training", False),
    ],
)
def test_headings_on_plans_are_known(heading: str, ahead: bool) -> None:
    page = read_page(f"# Heron\n\n## {heading}\n\nWe will tune it from fenlab/Reed-2b.\n", "README.md")
    assert (heading in planned(page)) is ahead
