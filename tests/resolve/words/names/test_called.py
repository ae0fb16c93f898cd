"""Rows and weights called by a known data set that stands nowhere behind them are asked about."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.pipeline import check_text

ROWS = """
lineage: 1
project: {id: p, title: TITLE}
publisher: {name: Meadow University, kind: university, country: NL}
artifacts:
  src: {kind: dataset, name: SOURCE, origin: own, license: CC-BY-4.0}
  out: {kind: KIND, name: NAME}
steps:
  - {id: s, kind: STEP, inputs: {source: src}, outputs: out}
releases:
  - {artifact: out, name: NAME, date: 2025-05, license: CC-BY-4.0, access: public, commercial: false}
"""


def checked(
    name: str, *, kind: str = "dataset", title: str = "Rows", source: str = "Notes of our archive"
) -> Report:
    text = (
        ROWS.replace("NAME", name)
        .replace("KIND", kind)
        .replace("TITLE", f"'{title}'")
        .replace("SOURCE", source)
    )
    text = text.replace("STEP", "convert" if kind == "dataset" else "pretrain")
    return check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))


def asked(report: Report) -> bool:
    return any(one.missing.fact == "source.making_explained" for one in report.questions)


@pytest.mark.parametrize(
    "name",
    [
        "acme/fineweb-edu-dutch",
        "acme/squad-nl",
        "acme/the-pile-nl",
        "acme/ms-marco-nl",
        "acme/MMLU-nl",
        "acme/dolly-15k-nl",
        "acme/openwebtext-nl",
        "meadow/Common-Voice-clips",
        "LibriSpeech whispered",
    ],
)
def test_rows_called_by_a_known_set_are_asked_about(name: str) -> None:
    assert asked(checked(name))


@pytest.mark.parametrize("name", ["acme/squad-roberta", "acme/imagenet-resnet", "acme/UltraChat-small"])
def test_so_are_weights_that_start_from_none(name: str) -> None:
    assert asked(checked(name, kind="model"))


@pytest.mark.parametrize(
    "name",
    [
        "acme/race-results",  # sets are called so, too
        "acme/peter-rabbit",
        "acme/oscar-dutch",
        "Questions and answers on gardens",
        "Dutch news summaries",
        "acme/natural-language-notes",
    ],
)
def test_plain_words_stand_for_no_set(name: str) -> None:
    assert not asked(checked(name))


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("FineWeb-Edu translated to Dutch", True),
        ("A cleaned copy of OSCAR", True),
        ("An alternative to ImageNet", False),
        ("Sentences of our archive, in the format of SQuAD", False),
        ("Dutch sentences, tested on MMLU", False),
        ("Questions in the spirit of SQuAD", False),
    ],
)
def test_a_title_of_rows_tells_what_they_were_drawn_from(title: str, tells: bool) -> None:
    assert asked(checked("acme/rows", title=title)) == tells


def test_nothing_is_asked_where_the_set_stands_behind_or_is_ruled_out() -> None:
    behind = ROWS.replace("origin: own, license: CC-BY-4.0", "license: CC-BY-SA-4.0").replace(
        "SOURCE", "SQuAD"
    )
    told = ROWS.replace("SOURCE", "Notes of our archive").replace(
        "kind: KIND, name: NAME",
        "kind: KIND, name: NAME, documented: {where: README, generators: none, not_from: [squad]}",
    )
    for text in (behind, told):
        words = {"NAME": "acme/squad-nl", "KIND": "dataset", "TITLE": "Rows", "STEP": "convert"}
        for word, value in words.items():
            text = text.replace(word, value)
        report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))
        assert not any("“squad”" in one.missing.question for one in report.questions)


@pytest.mark.parametrize(
    ("name", "is_asked"),
    [
        ("meadow/verse-20m", False),
        ("meadow/verse-20M-base", False),
        ("meadow/verse-20-mini", True),
        ("meadow/verse-20-masks", True),
    ],
)
def test_a_figure_that_counts_parameters_ends_no_name_of_a_set(name: str, is_asked: bool) -> None:
    assert asked(checked(name, kind="model")) == is_asked
