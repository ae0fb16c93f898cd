"""A rule on many sites reads the terms of that site alone whose content a source is."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import Finding
from compliance.model.packs.instrument import Instrument
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DK}
artifacts:
  pages: {kind: dataset, name: Pages, developer: SITE, origin: web}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: gather, kind: collect, inputs: {source: pages}, outputs: rows, period: 2026-01}
  - {id: train, kind: train, inputs: {data: rows}, outputs: m, period: 2026-03}
releases:
  - {artifact: m, name: meadow/lark, date: 2026-06-01, license: Apache-2.0, access: public,
     commercial: true, function: general-purpose, markets: [DK]}
"""


def found_by(rule: str, site: str) -> Finding:
    """What one rule found of pages of a site that were gathered in January 2026."""
    text = MANIFEST.replace("SITE", site)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 10, 10))
    return next(one for one in report.findings if one.rule == rule)


@pytest.mark.parametrize(
    ("rule", "site", "text"),
    [
        ("platforms/no-training", "The Guardian", "guardian/terms-of-service"),
        ("platforms/no-training", "Coursera", "coursera/terms-of-use"),
        ("platforms/no-machines", "Coursera", "coursera/terms-of-use"),
        ("platforms/no-machines", "Civitai", "civitai/terms-of-service"),
        ("platforms/no-machines", "YouTube", "youtube/terms-of-service"),
    ],
)
def test_of_the_terms_of_many_sites_those_of_the_own_one_are_told(rule: str, site: str, text: str) -> None:
    assert {clause.instrument for clause in found_by(rule, site).clauses} == {text}


def test_terms_of_laws_and_licences_are_of_no_site() -> None:
    record = {
        "policy": 1, "id": "a/b", "title": "T", "publisher": "A", "kind": "statute",
        "assurance": "full-text", "verified_on": "2026-01-01", "evidence": "Read.", "sites": ["A"],
    }  # fmt: skip
    with pytest.raises(ValueError, match="terms of sites"):
        Instrument.model_validate(record)
