"""Terms in their maker's own words are told by their name and one limit; what says more stays unread."""

from __future__ import annotations

import datetime
import functools

import pytest

from compliance.load.packs import load_packs
from compliance.pipeline import check_text
from compliance.resolve.licences.own_words import in_own_words
from compliance.resolve.licences.text import LicenceReader


@functools.cache
def _reader() -> LicenceReader:
    return LicenceReader(load_packs().registry)


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Harbour speech terms: non-commercial research and educational purposes only", "research-own-words"),
        ("Tidemark licence for the 2019 challenge (research only)", "research-own-words"),
        ("Quay data agreement, for research use only", "research-own-words"),
        ("Quay EULA - academic use only.", "research-own-words"),
        ("research only under the Quay agreement", "research-own-words"),
        ("non-commercial use only (Quay data terms)", "non-commercial-own-words"),
        ("Quay licence (research only; models may not be shared)", None),
        ("Quay licence: no redistribution, research only", None),
        ("Quay agreement on trained models (research only)", None),
        ("custom licence for research", None),
        ("CC BY 4.0 (research only)", None),
        ("Quay licence (MIT)", None),
        ("Quay recordings (research only)", None),
    ],
)
def test_a_name_and_one_limit_are_read(text: str, licence: str | None) -> None:
    found = in_own_words(text, _reader())
    assert (found.together if found else None) == ((licence,) if licence else None)


MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Harbour Works, kind: company, country: US}
artifacts:
  rows: {kind: dataset, name: Tides of the harbour, origin: third-party, license: "LICENCE", facts: {FACTS}}
  m: {kind: model, name: harbour/m}
steps: [{id: t, kind: train, inputs: {data: rows}, outputs: m, period: 2025-01}]
releases: [{artifact: m, date: 2025-02-01, license: MIT, access: open-weights, commercial: true, function: speech}]
"""


@pytest.mark.parametrize(("facts", "position"), [("", "remote"), ("limits_trained_models: true", "arguable")])
def test_one_statement_has_one_answer(facts: str, position: str) -> None:
    text = MANIFEST.replace("LICENCE", "Tide terms of access: non-commercial research only").replace(
        "FACTS", facts
    )
    report = check_text(text, "lineage.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    told = {one.rule: one.position.value for one in report.findings if one.source == "rows"}
    assert told["data-licences/own-words-nc-weights"] == position
    assert told.get("data-licences/licence-not-known", "clear") == "clear"
    assert not [one for one in report.not_covered if one.name == "rows"]
