"""Words for a place that say that nothing is told there."""

from __future__ import annotations

import datetime
import time

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.model.words.silence import tells_nothing

MANIFEST = """\
lineage: 1
project: {id: words, title: Tune for meadows}
publisher: {name: Meadow Lab, kind: company, country: CH}
artifacts:
  base: {kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}
  rows: {kind: dataset, name: kestrel/recipes, developer: Kestrel, license: CC0-1.0,
    documented: {where: "WHERE", generators: none}}
  tuned: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2026-02}
releases:
  - {artifact: tuned, name: meadow/made, date: 2026-05-20, license: Apache-2.0, access: open-weights, commercial: true,
     function: general-purpose, channels: [Hugging Face], markets: [CH], notices: [], license_copies: [Apache-2.0]}
"""
SILENT = [
    "not documented anywhere",
    "undocumented",
    "n.d.",
    "nothing found",
    "we looked and found no hint",
    "no information on the card",
    "The card is silent.",
    "card does not say",
    "the dataset card doesn't mention it",
    "README: generators not stated",
    "README says nothing about it",
    "README has no section on data",
    "no model is mentioned in the card",
    "could not find out",
    "asked the author, no reply so far",
    "the author did not answer",
    "page is gone (404)",
    "the repository was deleted",
    "nicht dokumentiert",
    "kein Hinweis in der Karte",
    "keine Angabe",
    "wird noch geprüft",
    "non documenté",
    "aucune information",
    "la carte ne dit rien",
    "no se especifica",
    "sin documentar",
    "non specificato",
    "não informado",
    "未说明",
    "数据来源不明",
    "記載なし",
]
TELLING = [
    "README, section Data",
    "card of 3 May 2025",
    "paper, appendix B: no language model was used",
    "report: nothing was generated",
    "datasheet, question 12",
    "mail of the author of 2 May 2025",
    "arXiv 2501.01234, table 2; the annotators were paid",
    "internal report 4, not published",
    "https://kestrel.example/data/not-found-words",
    "the page is gone, archived copy at web.archive.org/web/2025/kestrel.example",
    "Datenblatt, Abschnitt 3: von Hand geschrieben, keine Maschine",
    "rapport technique, annexe B, aucun modèle de langue",
    "数据卡第三节:人工撰写",
]


@pytest.mark.parametrize("where", SILENT)
def test_what_tells_nothing_is_no_place(where: str) -> None:
    assert tells_nothing(where)


@pytest.mark.parametrize("where", TELLING)
def test_a_place_that_tells_something_is_one(where: str) -> None:
    assert not tells_nothing(where)


@pytest.mark.parametrize(("where", "code"), [("the card does not say", 1), ("README, section Data", 0)])
def test_how_a_thing_was_made_stays_open_where_it_is_told_nowhere(where: str, code: int) -> None:
    day = datetime.date(2026, 11, 28)
    text = MANIFEST.replace("WHERE", where)
    assert pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=day).exit_code == code


@pytest.mark.parametrize("piece", ["card ", "no ", "the card says no ", "found x ", "a, ", "没有"])
def test_long_words_take_little_time(piece: str) -> None:
    before = time.process_time()
    tells_nothing(piece * 20_000)
    assert time.process_time() - before < 5
