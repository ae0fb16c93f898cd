"""A notice that gives a source another licence than the manifest does is a statement about that source."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: university, country: SE}
artifacts:
  rows:
    kind: dataset
    name: meadow-friends/Garden questions
    license: LICENCE
    documented: {where: section 2 of the paper, generators: none}
  tuned: {kind: model}
steps:
  - {id: tune, kind: train, inputs: {data: rows}, outputs: tuned, period: 2025-09}
releases:
  - {artifact: tuned, name: meadow/tuned, date: 2025-10-01, license: CC-BY-4.0, access: open-weights,
     commercial: false, function: task-model, notices: ["NOTICE"]}
"""


def _disagree(notice: str, licence: str = "CC-BY-NC-4.0") -> bool:
    text = MANIFEST.replace("NOTICE", notice).replace("LICENCE", licence)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))
    return any(
        one.rule == "labels/upstream-statements" and str(one.position) == "arguable"
        for one in report.findings
    )


@pytest.mark.parametrize(
    "notice",
    [
        "The weights were trained on data licensed under CC BY 4.0: Garden questions",
        "Garden questions (CC BY 4.0)",
        "Thanks to: Garden questions [MIT], and to everybody",
        "Garden questions, CC-BY-4.0",
        "meadow-friends/Garden questions is licensed under the Apache License 2.0.",
    ],
)
def test_another_licence_beside_the_name_is_heard(notice: str) -> None:
    assert _disagree(notice)


@pytest.mark.parametrize(
    "notice",
    [
        "Garden questions (CC BY-NC 4.0)",
        "Garden questions, CC-BY-NC-4.0",
        "meadow/tuned, made with Garden questions, is licensed under CC BY 4.0",
        "Garden questions (section 2)",
        "Garden questions and answers (MIT)",
        "Our Garden questions-mini (MIT)",
        "Released under CC BY 4.0",
    ],
)
def test_the_same_licence_and_that_of_something_else_are_not(notice: str) -> None:
    assert not _disagree(notice)


def test_one_of_several_that_are_offered_is_no_other() -> None:
    assert not _disagree("Garden questions (MIT)", "MIT OR Apache-2.0")
    assert not _disagree("Garden questions (MIT)", "terms that nobody knows")
