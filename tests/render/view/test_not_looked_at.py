"""A report says in short that laws of places are not asked, of an offer to the whole world as of others."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text
from compliance.render.view.not_looked_at import bounds_in_short, places_unasked

MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Lab, kind: company, country: US}
artifacts:
  own: {kind: dataset, origin: own, documented: {where: data sheet, generators: none}}
  m: {kind: model}
steps:
  - {id: train, kind: train, inputs: {data: own}, outputs: m, period: 2026-01}
releases:
  - {artifact: m, name: lab/m, date: 2026-02-10, license: Apache-2.0, access: open-weights, commercial: true,
     function: general-purpose, markets: [MARKET]}
"""


@pytest.mark.parametrize(("market", "told"), [("worldwide", True), ("US-CA", False), ("JP", False)])
def test_only_an_offer_to_the_whole_world_leaves_places_unasked(market: str, *, told: bool) -> None:
    text = MANIFEST.replace("MARKET", market)
    report = check_text(text, "lineage.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    assert told == places_unasked(report).startswith("Offered worldwide: ")


@pytest.mark.parametrize("market", ["worldwide", "US-CA", "JP", "unknown"])
def test_the_laws_of_places_that_are_not_named_are_said_not_to_be_looked_at(market: str) -> None:
    text = MANIFEST.replace("MARKET", market)
    report = check_text(text, "lineage.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    assert "; laws elsewhere; " in bounds_in_short(report)
    assert "laws" not in bounds_in_short(replace(report, not_put=()))
