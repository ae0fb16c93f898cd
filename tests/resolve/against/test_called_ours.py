"""What is called our own under the name of a published work of somebody else."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report

ROWS = """\
lineage: 1
project: {{id: p}}
publisher: {{name: {publisher}, kind: company, country: CH}}
artifacts:
  base: {{kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}}
  rows: {{kind: dataset, name: {name}, origin: own, license: CC0-1.0, facts: {{personal_data: false}}{more}}}
  tuned: {{kind: model}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: tuned, period: 2026-03}}
releases:
  - {{artifact: tuned, name: meadow/answers, date: 2026-05-20, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, channels: [Hugging Face], markets: [CH], notices: [],
     license_copies: [Apache-2.0]}}
"""
WEIGHTS = ROWS.replace("EleutherAI/pythia-1.4b, license", "{name}, origin: own, license").replace(
    "name: {name}, origin: own, license: CC0-1.0",
    "name: Meadow questions and answers, origin: own, license: CC0-1.0",
)
RULE = "labels/declared-against-known"


def _checked(name: str, form: str = ROWS, publisher: str = "Meadow Lab", more: str = "") -> Report:
    text = form.format(name=name, publisher=publisher, more=more)
    return pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 1))


def _asked(report: Report) -> bool:
    return report.exit_code == 1 and any(one.rule == RULE for one in report.open_findings())


@pytest.mark.parametrize(
    "name",
    [
        "UCSC-VLAA/MedTrinity-25M", "MedTrinity-25M", "C-MTEB/LCQMC", "LCQMC", "LLaVA-NeXT-Data", "imagenet-1k-wds",
        "eriktks/conll2003", "OCRBench", "a-m-team/AM-DeepSeek-R1-Distilled-1.4M",
    ],
)  # fmt: skip
def test_rows_of_an_account_are_not_our_own_because_their_record_tells_no_licence(name: str) -> None:
    assert _asked(_checked(name))


@pytest.mark.parametrize("name", ["timm/resnet18.a1_in1k", "xlnet/xlnet-base-cased", "chaidiscovery/chai-1"])
def test_nor_are_weights_of_an_account(name: str) -> None:
    assert _asked(_checked(name, WEIGHTS))


@pytest.mark.parametrize("name", ["mnist", "MNIST", "Mnist", "xsum", "superglue", "travelplanner"])
def test_nor_are_rows_called_by_a_coined_word_alone(name: str) -> None:
    assert _asked(_checked(name))


@pytest.mark.parametrize("name", ["emotion", "Matrix", "apps", "medical", "Meadow answers", "answers-2025"])
def test_a_plain_word_for_what_rows_hold_is_nobodys_name(name: str) -> None:
    assert _checked(name).exit_code == 0


@pytest.mark.parametrize(
    ("name", "publisher", "more"),
    [
        ("UCSC-VLAA/MedTrinity-25M", "UCSC VLAA Lab", ""),
        ("eriktks/conll2003", "Erik TKS", ""),
        ("UCSC-VLAA/MedTrinity-25M", "Santa Cruz Lab", ", developer: UCSC-VLAA"),
    ],
)
def test_an_account_is_the_publishers_where_it_is_called_so_or_said_to_be(
    name: str, publisher: str, more: str
) -> None:
    assert not _asked(_checked(name, publisher=publisher, more=more))


def test_another_developer_beside_our_own_is_asked_as_before() -> None:
    assert _asked(_checked("UCSC-VLAA/MedTrinity-25M", more=", developer: C-MTEB"))
    assert _asked(_checked("UCSC-VLAA/MedTrinity-25M", more=", developer: ours"))
    assert _asked(_checked("Meadow rows", more=", developer: Harbour Systems"))


RELEASED = """\
lineage: 1
project: {{id: p}}
publisher: {{name: {publisher}, kind: company, country: CH}}
artifacts:
  rows: {{kind: dataset, name: Meadow questions and answers, origin: own, license: CC0-1.0,
    facts: {{personal_data: false}}{more}}}
releases:
  - {{artifact: rows, name: {name}, date: 2026-05-20, license: CC0-1.0, access: public, commercial: true,
     function: dataset, channels: [Hugging Face], markets: [CH], notices: [], license_copies: [CC0-1.0]}}
"""


@pytest.mark.parametrize(
    "name",
    [
        "allenai/tulu-3-sft-personas-math-filtered", "MBZUAI/LaMini-instruction", "ScaleAI/Browser-ART",
        "MCINext/quora-fa", "clips/mteb-nl-bbsard",
    ],
)  # fmt: skip
def test_own_rows_that_go_out_under_the_name_of_anothers_set_are_asked(name: str) -> None:
    assert _asked(_checked(name, RELEASED))
    assert _asked(_checked(name, RELEASED.replace("Meadow questions and answers", "answers")))


@pytest.mark.parametrize(
    ("name", "publisher", "more"),
    [
        ("meadow/answers", "Meadow Lab", ""),
        ("emotion", "Meadow Lab", ""),
        ("ScaleAI/Browser-ART", "Scale AI", ""),
        ("MCINext/quora-fa", "Sharif lab", ", developer: MCINext"),
    ],
)
def test_a_name_of_their_own_is_not(name: str, publisher: str, more: str) -> None:
    assert not _asked(_checked(name, RELEASED, publisher, more))
