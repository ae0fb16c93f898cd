"""Terms in their maker's own words are told by their name and one limit; what says more stays unread."""

from __future__ import annotations

import datetime
import functools

import pytest

from compliance.load.packs.knowledge import load_packs
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


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Lark Terms of Use (strictly for non-commercial use)", "non-commercial-own-words"),
        ("Lark Model License (research only)", "research-own-words"),
        ("Lark terms of service: all rights reserved", "proprietary"),
        ("Lark terms of service", None),
        ("Lark licence (non-commercial, no military use)", None),
        ("Lark licence, free for everybody", None),
    ],
)
def test_terms_of_what_is_put_out_may_name_the_model_or_grant_nothing(text: str, licence: str | None) -> None:
    found = in_own_words(text, _reader(), ours=True)
    assert (found.together if found else None) == ((licence,) if licence else None)


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Lark terms: non-commercial use only", "non-commercial"),
        ("Lark Model License (research only)", "research-only"),
        ("Lark licence (research only; no redistribution)", None),
    ],
)
def test_of_weights_the_limit_stands_as_it_would_without_a_name(text: str, licence: str | None) -> None:
    found = in_own_words(text, _reader(), of_weights=True)
    assert (found.together if found else None) == ((licence,) if licence else None)


RELEASED = """
lineage: 1
project: {id: p}
publisher: {name: Harbour Works, kind: university, country: US}
artifacts:
  base: {kind: model, name: harbour-friends/tide, origin: third-party, license: CC-BY-NC-4.0}
  m: {kind: model, name: harbour/m}
steps: [{id: q, kind: quantise, inputs: {base: base}, outputs: m, period: 2025-01}]
releases:
  - {artifact: m, date: 2025-02-01, license: "LICENCE", access: open-weights, commercial: false, function: speech}
"""


@pytest.mark.parametrize(
    ("licence", "read"),
    [("Harbour Model License (non-commercial use only)", True), ("Harbour Model License", False)],
)
def test_a_label_of_ones_own_is_read_and_asked_about_where_it_is_not(licence: str, read: bool) -> None:
    text = RELEASED.replace("LICENCE", licence)
    report = check_text(text, "lineage.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    asked = [
        one.missing.question for one in report.questions if "Harbour Model License" in one.missing.question
    ]
    assert bool(asked) != read
    assert all("all rights reserved” are read" in one for one in asked)
    assert any("no licence that is known" in str(one) for one in report.warnings) != read


MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Harbour Works, kind: university, country: US}
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
