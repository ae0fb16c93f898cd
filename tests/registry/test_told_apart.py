"""What a source says of a part, a condition or another name is not lost in the record of the whole."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_text
from compliance.resolve.names.lookup import Names

MANIFEST = """\
lineage: 1
project: {id: p}
publisher: {name: Harbour Works, kind: company, country: CA}
artifacts:
  rows: {kind: dataset, name: NAME}
  m: {kind: model}
steps: [{id: train, kind: pretrain, inputs: {data: rows}, outputs: m, period: 2025-02}]
releases:
  - {artifact: m, name: harbour/m, date: 2025-03-03, license: Apache-2.0, access: open-weights, commercial: true,
     function: general-purpose, markets: [CA]}
"""
MADE = "gaps/undisclosed-upstream"
DISAGREE = "labels/upstream-statements"
LIMITED = "data-licences/permissive-with-a-limit"


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def _open(name: str, packs: Knowledge) -> set[str]:
    told = MANIFEST.replace("NAME", name)
    report = check_text(told, "lineage.yaml", packs=packs, as_of=datetime.date(2026, 11, 20))
    return {one.rule for one in report.open_findings()}


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("facebook/mlqa", True),
        ("HowTo100M", True),
        ("YT-Temporal-1B", True),
        ("internlm/OREAL-RL-Prompts", True),
        ("allenai/Dolci-Instruct-SFT-7B", True),
        ("HuggingFaceH4/Multilingual-Thinking", True),
        ("openbmb/UltraFeedback", False),
        ("openai/gsm8k", False),
        ("google-research-datasets/conceptual_captions", False),
        ("stanfordnlp/coqa", False),
    ],
)
def test_rows_that_machines_wrote_in_part_are_not_taken_for_people_s(
    name: str, asked: bool, packs: Knowledge
) -> None:
    assert (MADE in _open(name, packs)) == asked


@pytest.mark.parametrize(
    ("name", "position"),
    [("GSM8K Socratic", None), ("segmind/SSD-1B", "remote"), ("segmind/Segmind-Vega", "remote")],
)
def test_a_writer_that_a_source_names_and_no_record_has_is_asked_for_its_licence(
    name: str, position: str | None, packs: Knowledge
) -> None:
    """A teacher's teacher is a further generation: told, on the broad reading, once its pupil's licence is known."""
    text = (
        MANIFEST
        if "GSM" in name
        else MANIFEST.replace("kind: dataset", "kind: model").replace("data:", "teacher:")
    )
    report = check_text(
        text.replace("NAME", name), "lineage.yaml", packs=packs, as_of=datetime.date(2026, 11, 20)
    )
    told = report.findings if position else report.open_findings()
    found = [one for one in told if one.rule.startswith("model-licences/unknown-parents/")]
    assert any(position is None or one.position == position for one in found)


@pytest.mark.parametrize(
    ("name", "both"),
    [
        ("AISHELL/AISHELL-4", True),
        ("AISHELL/AISHELL-3", False),
        ("projecte-aina/sts-ca", True),
        ("projecte-aina/wnli-ca", False),
        ("embedding-data/PAQ_pairs", True),
        ("embedding-data/simple-wiki", False),
        ("apple/mkqa", True),
        ("shibing624/alpaca-zh", True),
        ("allegro/klej-polemo2-in", True),
        ("biglam/lancaster_newsbooks", True),
        ("biglam/lampeter_corpus", False),
        ("WizardLMTeam/WizardLM_evol_instruct_70k", True),
        ("vidore/biomedical_lectures_v2", True),
        ("vidore/shiftproject_test", False),
        ("indonesian-nlp/id_newspapers_2018", True),
        ("TurkuNLP/squad_v2_fi", True),
    ],
)
def test_two_statements_about_one_set_stand_beside_each_other(
    name: str, both: bool, packs: Knowledge
) -> None:
    assert (DISAGREE in _open(name, packs)) == both


@pytest.mark.parametrize(
    ("name", "limited"),
    [("berkeley-nest/Nectar", True), ("shibing624/alpaca-zh", True), ("openai/gsm8k", False)],
)
def test_a_condition_beside_a_licence_is_not_left_out(name: str, limited: bool, packs: Knowledge) -> None:
    assert (LIMITED in _open(name, packs)) == limited


def test_no_line_has_the_day_of_a_member_that_stands_apart(packs: Knowledge) -> None:
    first = [
        one.entry.id
        for kind in ("model", "dataset")
        for one in packs.registry.catalogue.all(kind)
        if one.entry.released and one.entry.names and one.entry.names[0] in one.entry.excluded
    ]
    assert first == []


@pytest.mark.parametrize(
    ("name", "narrower"),
    [
        ("TMElyralab/MusePose", ("research-only",)),
        ("TMElyralab/MuseTalk", ()),
        ("alvdansen/littletinies", ("research-only",)),
        ("enhanceaiteam/Flux-uncensored", ("flux-1-dev-nc",)),
        ("RunDiffusion/Juggernaut-XL-v9", ("rundiffusion-services",)),
    ],
)
def test_a_text_that_narrows_the_tag_of_its_card_stands_beside_it(
    name: str, narrower: tuple[str, ...], packs: Knowledge
) -> None:
    record = Names(packs.registry).model(name)
    assert record is not None
    assert record.also_subject_to == narrower
