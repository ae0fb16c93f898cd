"""A set that is said to be drawn from a known one rests on it, whoever documented that no model wrote any of it."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DK}
artifacts:
  rows: {kind: dataset, name: skua/rows-of-things, license: Apache-2.0, origin: third-party,
    documented: {where: "WHERE", generators: none MORE}}
  out: {kind: model}
  THEIRS
steps:
  STEP
  - {id: t, kind: train, inputs: {data: rows}, outputs: out, period: 2025-08}
releases:
  - {artifact: out, name: meadow/lark, date: 2025-10-10, license: Apache-2.0, access: open-weights,
     commercial: true, function: vision, markets: [DK]}
"""


def _asked(where: str, more: str = "", theirs: str = "", step: str = "") -> bool:
    text = (
        MANIFEST.replace("WHERE", where).replace("MORE", more).replace("THEIRS", theirs).replace("STEP", step)
    )
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))
    return any(
        one.rule == "gaps/undisclosed-upstream" and str(one.position) == "needs-facts"
        for one in report.findings
    )


@pytest.mark.parametrize(
    "where",
    [
        "card of the set, ten classes of ImageNet",
        "README: a subset of easily classified classes from ImageNet",
        "paper; sampled from UltraChat",
        "card; filtered from the UltraFeedback pairs",
        "card: 10 % of OpenOrca",
        "translated from Alpaca, see the paper",
        "Karte: Teilmenge von ImageNet",
    ],
)
def test_the_set_behind_it_is_asked_about(where: str) -> None:
    assert _asked(where)


@pytest.mark.parametrize(
    "where",
    [
        "card of the set",
        "paper; compared with UltraFeedback",
        "card: not taken from ImageNet",
        "labels of the same kind as ImageNet, photographed by staff",
        "https://example.org/imagenet-like",
    ],
)
def test_a_set_that_is_only_spoken_of_is_not(where: str) -> None:
    assert not _asked(where)


def test_what_is_denied_or_listed_is_settled() -> None:
    where = "card of the set, ten classes of ImageNet"
    assert not _asked(where, more=", not_from: [ImageNet]")
    theirs = "theirs: {kind: dataset, name: ImageNet}"
    step = "- {id: pick, kind: filter, by: maker, inputs: {source: theirs}, outputs: rows, period: 2024-01}"
    text = MANIFEST.replace(
        "artifacts:", "parties: {maker: {name: Skua Club, kind: community}}\nartifacts:", 1
    )
    text = text.replace("WHERE", where).replace("MORE", "").replace("THEIRS", theirs).replace("STEP", step)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))
    asked = [
        one
        for one in report.findings
        if one.rule == "gaps/undisclosed-upstream" and str(one.position) == "needs-facts"
    ]
    assert asked == []
