"""What is stated of content is asked whatever it is called: rows, a document, code."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from compliance import pipeline
from compliance.model.answered.report import Report

DAY = datetime.date(2026, 11, 28)


def _report(source: dict[str, Any], step: dict[str, Any], kind: str, **release: Any) -> Report:
    document = {
        "lineage": 1, "project": {"id": "p"},
        "publisher": {"name": "Meadow Lab", "kind": "company", "country": "US"},
        "artifacts": {"notes": {"name": "Harbour notes", **source}, "out": {"kind": kind}},
        "steps": [{"id": "make", "outputs": "out", "period": "2025-09", **step}],
        "releases": [{
            "artifact": "out", "date": "2025-10-01", "license": "Apache-2.0", "license_copies": ["Apache-2.0"],
            "commercial": True, **release,
        }],
    }  # fmt: skip
    packs = pipeline.load_packs()
    return pipeline.check_text(json.dumps(document), "lineage.yaml", packs=packs, as_of=DAY)


@pytest.mark.parametrize(
    ("fact", "rule"),
    [
        ("personal_data", "gaps/personal-data"),
        ("works_of_persons", "gaps/works-of-persons"),
        ("measures_bypassed", "law/dmca-data"),
    ],
)
@pytest.mark.parametrize("kind", ["dataset", "document", "code"])
def test_a_fact_of_content_is_asked_of_every_kind_of_content(kind: str, fact: str, rule: str) -> None:
    source = {"kind": kind, "origin": "own", "license": "CC0-1.0", "facts": {fact: True}}
    train = {"kind": "pretrain", "inputs": {"data": "notes"}}
    report = _report(source, train, "model", access="open-weights", function="general-purpose")
    assert rule in {one.rule for one in report.open_findings()}


def test_weights_that_were_got_by_getting_round_a_measure_count_like_data() -> None:
    source = {"kind": "model", "name": "EleutherAI/pythia-1.4b", "facts": {"measures_bypassed": True}}
    shrink = {"kind": "quantise", "inputs": {"base": "notes"}}
    report = _report(source, shrink, "model", access="open-weights", function="general-purpose")
    assert "law/dmca-data" in {one.rule for one in report.open_findings()}


@pytest.mark.parametrize("step", ["bundle", "mix", "deploy"])
@pytest.mark.parametrize("origin", ["web", "third-party", "people"])
def test_a_program_without_a_known_licence_is_asked_about_wherever_it_was_found(
    origin: str, step: str
) -> None:
    role = "component" if step == "deploy" else "source"
    source = {"kind": "code", "origin": origin}
    make = {"kind": step, "inputs": {role: "notes"}}
    report = _report(source, make, "code", access="public", function="application")
    assert "data-licences/licence-not-known" in {one.rule for one in report.open_findings()}
    known = _report({**source, "license": "CC0-1.0"}, make, "code", access="public", function="application")
    assert "data-licences/licence-not-known" not in {one.rule for one in known.open_findings()}
