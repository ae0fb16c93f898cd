"""Whoever made rows ran the models that are documented to have written them."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.pipeline import check_text

DAY = datetime.date(2025, 11, 20)
TEXT = """\
lineage: 1
project: {id: trial}
publisher: {name: Meadow Lab, kind: company, country: US}
parties: {sister: {name: Meadow Studio, affiliate: true}, shop: {name: Harbour Systems}}
artifacts:
  base: {kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}
  rows: {kind: dataset, license: CC0-1.0, WHOSE documented: {where: README, generators: [GENERATOR]}}
  tuned: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2025-09}
releases:
  - {artifact: tuned, name: meadow/answers, date: 2025-10-01, license: Apache-2.0, access: open-weights,
     channels: [Hugging Face], markets: [US], commercial: true, function: general-purpose, license_copies: [Apache-2.0]}
"""
OURS = [
    "name: Meadow questions, origin: own,",
    "name: questions, developer: Meadow Lab,",
    "name: questions, developer: meadow lab,",
    "name: meadow/questions,",
    "",
]
THEIRS = [
    "name: someorg/questions,",
    "name: questions, origin: third-party,",
    "name: questions, developer: Harbour Systems,",
]


def checked(whose: str, generator: str) -> Report:
    """The report on a tune with rows that a model is documented to have written."""
    text = TEXT.replace("WHOSE", whose).replace("GENERATOR", generator)
    return check_text(text, "trial.yaml", packs=load_packs(), as_of=DAY)


@pytest.mark.parametrize("whose", OURS)
@pytest.mark.parametrize(
    ("generator", "rule"),
    [
        ("facebook/nllb-200-3.3B", "model-licences/cc-weights/run-for-business"),
        ("mistralai/Codestral-22B-v0.1", "model-licences/custom-nc/run-for-business"),
    ],
)
def test_who_documents_a_model_for_its_own_rows_ran_it(generator: str, rule: str, whose: str) -> None:
    assert rule in {one.rule for one in checked(whose, generator).open_findings()}


@pytest.mark.parametrize("whose", THEIRS)
def test_whoever_takes_rows_of_others_did_not_run_what_wrote_them(whose: str) -> None:
    report = checked(whose, "facebook/nllb-200-3.3B")
    assert not [one for one in report.findings if one.rule.endswith("run-for-business") and one.own]


def test_a_company_of_the_group_ran_what_wrote_its_rows() -> None:
    found = checked("name: questions, developer: Meadow Studio,", "facebook/nllb-200-3.3B").findings
    assert {one.party_name for one in found if one.rule.endswith("run-for-business")} == {"Meadow Studio"}


def test_published_rows_of_others_stay_theirs_whatever_they_are_called() -> None:
    report = checked("name: tatsu-lab/alpaca, origin: own,", "facebook/nllb-200-3.3B")
    assert not [one for one in report.findings if one.rule.endswith("run-for-business") and one.own]
    assert report.exit_code == 1
