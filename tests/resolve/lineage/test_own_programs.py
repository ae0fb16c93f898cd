"""A program of one's own that only loads things is one's own; nobody else's becomes so."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DK}
parties: {others: {name: Skua Club, kind: community}}
artifacts:
  code: {kind: code, name: meadow program, license: Apache-2.0 ORIGIN}
  weights: {kind: model, name: mistralai/Mistral-7B-Instruct-v0.3, license: Apache-2.0}
  app: {kind: code APP}
steps:
  - {id: load, kind: fetch, inputs: {ROLE: code, component: weights}, outputs: app, period: 2024-08 WHOSE}
  MORE
releases:
  - {artifact: app, name: meadow/program, date: 2024-08-08, license: Apache-2.0, access: public,
     commercial: true, function: application, license_copies: [Apache-2.0], markets: [DK]}
"""


def _open(
    origin: str = ", origin: own", app: str = "", role: str = "subject", whose: str = "", more: str = ""
) -> int:
    text = MANIFEST.replace("ORIGIN", origin).replace("APP", app).replace("ROLE", role)
    text = text.replace("WHOSE", whose).replace("MORE", more)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 1, 1))
    return sum(str(one.position) not in ("clear", "remote", "not-applicable") for one in report.findings)


@pytest.mark.parametrize("role", ["subject", "source"])
def test_it_is_the_program_that_loads(role: str) -> None:
    assert _open(role=role) == 0


@pytest.mark.parametrize(
    "told",
    [
        {"origin": ""},
        {"origin": ", origin: third-party"},
        {"app": ", name: skua/reader"},
        {"app": ", developer: Skua Club"},
        {"whose": ", by: others"},
        {"role": "tool"},
        {"app": ", documented: false"},
    ],
)
def test_what_may_be_somebody_elses_is_asked(told: dict[str, str]) -> None:
    assert _open(**told) > 0


def test_what_is_made_of_others_things_is_made_of_them() -> None:
    theirs = "- {id: pack, kind: bundle, inputs: {source: theirs}, outputs: app, period: 2024-07}"
    text = MANIFEST.replace(
        "  app:", "  theirs: {kind: code, name: skua/reader, license: CC-BY-NC-4.0}\n  app:"
    )
    text = text.replace("ORIGIN", ", origin: own").replace("APP", "").replace("ROLE", "subject")
    text = text.replace("WHOSE", "").replace("MORE", theirs)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 1, 1))
    assert any(str(one.position) not in ("clear", "remote", "not-applicable") for one in report.findings)
