"""No sentence about a scenario reads as if a bill were law, in any format."""

from __future__ import annotations

import datetime
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from compliance import pipeline
from compliance.load.manifest.manifest import load_manifest
from compliance.model.answered.supposed import CaseOutcome, Outcome
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.scenario import Scenario
from compliance.render.pdf.document import draw_page
from compliance.render.sheet.markdown import as_markdown
from compliance.render.sheet.page import as_page
from compliance.render.sheet.terminal import as_text
from compliance.render.sheet.values import as_json
from compliance.render.sheet.whatif import whatif_sheet

DAY = datetime.date(2026, 11, 26)
EXAMPLES = ("olmo-3", "nemotron-nano", "company-on-qwen")
UNLAWFUL = ("proposed", "soft-law")


def bills(packs: Knowledge) -> set[str]:
    """Titles of texts that are no law."""
    return {text.title for text in packs.instruments.values() if text.force in UNLAWFUL}


@pytest.fixture(scope="module")
def outcomes(packs: Knowledge, scenarios: dict[str, Scenario], repo_root: Path) -> tuple[Outcome, ...]:
    """What every scenario makes of three examples."""
    manifests = [load_manifest(repo_root / f"examples/{name}/lineage.yaml", packs) for name in EXAMPLES]
    return tuple(pipeline.whatif(m, packs, DAY, one) for m in manifests for one in scenarios.values())


def said_in_force(printed: str, titles: set[str]) -> list[str]:
    """Texts that are no law and that a page says to be in force, without more."""
    words = " ".join(printed.split())
    found = re.finditer(r"(?<!supposed )(?<!not )in force: ", words, re.IGNORECASE)
    return [title for one in found for title in titles if words.startswith(title, one.end())]


def supposed(outcomes: tuple[Outcome, ...]) -> Iterator[CaseOutcome]:
    """Cases that take rules to be law."""
    return (case for outcome in outcomes for case in outcome.cases if case.enacted and case.rows)


def pdf_text(document: bytes) -> str:
    """The words of a PDF."""
    pypdf = pytest.importorskip("pypdf")
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(document)).pages)


@pytest.mark.parametrize("form", [
    lambda sheets: as_text(sheets, width=4000, color=False),
    as_markdown,
    as_page,
])  # fmt: skip
def test_no_page_says_that_a_bill_is_in_force(
    packs: Knowledge, outcomes: tuple[Outcome, ...], form: Callable[..., str]
) -> None:
    printed = form([whatif_sheet(one) for one in outcomes])
    assert said_in_force(printed, bills(packs)) == []
    assert "supposed in force: Deterring" in printed


def test_no_json_says_that_a_bill_is_in_force(packs: Knowledge, outcomes: tuple[Outcome, ...]) -> None:
    document = json.loads(as_json("what-if", {"outcomes": outcomes}))
    reasons = [
        side["reason"]
        for outcome in document["outcomes"]
        for case in outcome["cases"]
        for row in (*case["rows"], *case["replaced"], *case["asked_anew"])
        for side in (row["before"], row["after"])
        if side
    ]
    assert said_in_force(" ".join(reasons), bills(packs)) == []


def test_every_answer_of_a_rule_that_is_law_in_a_case_only_is_marked(outcomes: tuple[Outcome, ...]) -> None:
    marked = {
        (case.id, row.rule): row.after.supposed
        for case in supposed(outcomes)
        for row in case.rows
        if row.after
    }
    enacted = {
        (case.id, row.rule) for case in supposed(outcomes) for row in case.rows if row.rule in case.enacted
    }
    assert enacted == {key for key, value in marked.items() if value}
    assert len({case for case, _ in enacted}) > 10


def test_a_pdf_says_supposed_too(packs: Knowledge, outcomes: tuple[Outcome, ...]) -> None:
    bill = next(one for one in outcomes if one.scenario == "hr-8283")
    words = pdf_text(draw_page(as_page([whatif_sheet(bill)])))
    assert "supposed in force" in " ".join(words.split())
    assert said_in_force(words, bills(packs)) == []


def test_what_is_law_already_is_said_to_be_in_force(outcomes: tuple[Outcome, ...]) -> None:
    reasons = {row.after.reason for one in outcomes for c in one.cases for row in c.rows if row.after}
    ndaa = [one for one in reasons if "NDAA" in one and "in force: " in one]
    assert ndaa
    assert all("supposed in force" not in one for one in ndaa if "1532" in one and "guidance" not in one)
