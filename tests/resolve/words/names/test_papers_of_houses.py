"""Papers of firms and bodies that are called our own are asked about, as rows and in a product."""

from __future__ import annotations

import pytest

from compliance.resolve.words.names.papers_of_houses import papers_of_houses
from tests.probes.test_kinds_of_silence import checked, written
from tests.resolve.words.names.test_in_ids import ROWS
from tests.resolve.words.releases.test_uses_told import DESK

THEIRS = (
    "Handbook of Keller AG", "ISO 27001", "DIN EN 1090", "VDE norms", "Stripe API docs", "Bosch manuals",
    "Product sheets of Siemens", "Confluence of Keller & Sons Ltd", "Terms of our suppliers", "Lectures of MIT",
    "Gartner reports", "Manual of the Bosch GSR 12", "PCI DSS",
)  # fmt: skip
OURS = (
    "Our handbook", "Employee handbook", "Meadow manuals", "Handbook of Meadow Lab", "Garden handbook", "FAQ",
    "Our notes on ISO 27001", "Questions about Stripe docs", "Terms and conditions", "IT guidelines", "Manual of Bern",
    "Opening hours and prices", "Product sheets", "Release notes",
)  # fmt: skip


@pytest.mark.parametrize("name", THEIRS)
def test_a_paper_of_a_firm_is_not_our_own_by_saying_so(name: str) -> None:
    assert checked(written(ROWS, ("name: Meadow drafts", f'name: "{name}"'))) == 1


@pytest.mark.parametrize("name", ["Handbook of Keller AG", "ISO 27001", "Stripe API docs"])
def test_so_it_is_in_a_product_that_answers_from_it(name: str) -> None:
    docs = f'  docs: {{kind: document, name: "{name}", origin: own}}\nsteps:'
    assert (
        checked(written(DESK, ("steps:", docs), ("component: gemini", "component: gemini, source: docs")))
        == 1
    )


@pytest.mark.parametrize("name", OURS)
def test_papers_of_the_house_name_nobody(name: str) -> None:
    assert list(papers_of_houses(name, ["Meadow Lab"])) == []
    assert checked(written(ROWS, ("name: Meadow drafts", f'name: "{name}"'))) == 0
