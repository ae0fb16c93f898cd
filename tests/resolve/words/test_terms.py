"""What a release shows of limits and doubts is held against the licence under which it goes out."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text

TEXT = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: university, country: CH}
artifacts:
  rows: {kind: dataset, name: Notes by our staff, license: CC0-1.0, origin: own}
  m: {kind: model}
steps:
  - {id: fit, kind: train, inputs: {data: rows}, outputs: m, period: 2025-03}
releases:
  - {artifact: m, name: meadow/sorter, date: 2025-04-01, license: LICENCE, access: open-weights, commercial: true,
     function: classifier, license_copies: [LICENCE], notices: ["NOTICE"], markets: [CH]}
"""


def _asked(notice: str, licence: str = "Apache-2.0") -> bool:
    text = TEXT.replace("NOTICE", notice).replace("LICENCE", licence)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    return any("come about" in one.missing.question for one in report.questions)


@pytest.mark.parametrize(
    "notice",
    [
        "For research purposes only",
        "Not for commercial use",
        "Research use only",
        "Licence of the rows pending review",
    ],
)
def test_a_notice_that_keeps_back_more_than_the_licence_is_asked_about(notice: str) -> None:
    assert _asked(notice)


@pytest.mark.parametrize(
    "notice",
    [
        "Free for commercial and non-commercial use",
        "For non-commercial or commercial use",
        "A research prototype of our department",
        "Not for medical use",
        "Fine-tuned by Meadow Lab",
    ],
)
def test_a_notice_that_keeps_back_nothing_is_not(notice: str) -> None:
    assert not _asked(notice)


def test_a_notice_that_says_what_the_licence_says_is_not() -> None:
    assert not _asked("Not for commercial use", "CC-BY-NC-4.0")


@pytest.mark.parametrize(
    ("upstream", "notice", "asked"),
    [
        ("CC-BY-NC-4.0", "Rows by Lark Lab, CC BY-NC 4.0", False),
        ("CC-BY-NC-SA-4.0", "Rows by Lark Lab, under CC-BY-NC-SA", False),
        ("CC-BY-4.0", "Rows by Lark Lab, CC BY-NC 4.0", True),
        ("CC-BY-NC-4.0", "Rows by Lark Lab, CC BY-NC-SA 4.0", True),
        ("CC-BY-NC-4.0", "For research purposes only", True),
    ],
)
def test_a_credit_names_the_licence_that_is_stated_of_what_it_credits(
    upstream: str, notice: str, asked: bool
) -> None:
    rows = f"name: lark-lab/rows, license: {upstream}, origin: third-party"
    rows += ", documented: {where: card, generators: none}"
    text = TEXT.replace("name: Notes by our staff, license: CC0-1.0, origin: own", rows)
    text = text.replace("NOTICE", notice).replace("LICENCE", "Apache-2.0")
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    assert any("come about" in one.missing.question for one in report.questions) == asked
