"""What a person is asked: what settles most comes first, and every answer stands where the manifest reads it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from compliance.intake import scan_folder
from compliance.intake.drafting.draft import draft_of
from compliance.intake.drafting.interview import NEW, filled, given, slots, unstated
from compliance.intake.drafting.writing import manifest_text
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.answered.finding import MissingFact
from compliance.model.answered.report import AnswerLine, Question, Report
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_text
from tests.intake.conftest import README

Folder = Callable[[Mapping[str, str]], Path]
TYPED = {"date": "2025-10-01", "country": "US", "markets": "US", "period": "2025-09", "kind": "company"}
CARD = README.replace("datasets: [meadow/rows]", "datasets: [meadow/rows, heron-lab/unheard-of]")


def drafted(folder: Folder, packs: Knowledge) -> str:
    return manifest_text(draft_of(scan_folder(folder({"README.md": CARD}), packs), "x"))


def report_of(text: str, packs: Knowledge) -> Report:
    return check_text(text, "x", packs=packs, as_of=datetime.date(2025, 11, 20))


def question(value: str, options: tuple[str, ...] = (), path: str = "artifacts.rows.license") -> Question:
    line = AnswerLine(tuple(path.split(".")), value, options)
    return Question(MissingFact("source.license", "rows", "Which?"), (), 1, (line,))


def test_answers_stand_where_the_manifest_reads_them(folder: Folder, packs: Knowledge) -> None:
    text = drafted(folder, packs)
    before = report_of(text, packs)
    waiting = slots(text, before.questions)
    assert 0 < len(waiting) <= 10
    for one in waiting:
        answer = given(one, TYPED.get(one.key) or (*one.words, one.example)[0])
        assert answer
        text = filled(text, one, answer)
        check_manifest(parse_yaml(text, "x"), packs)
    after = report_of(text, packs)
    assert not {one.path for one in waiting} & {one.path for one in slots(text, after.questions)}
    assert len(after.questions) < len(before.questions)


def test_what_a_report_asks_of_an_upstream_is_asked_too_and_first(folder: Folder, packs: Knowledge) -> None:
    text = drafted(folder, packs)
    waiting = slots(text, report_of(text, packs).questions)
    upstream = [number for number, one in enumerate(waiting) if one.path[:2] == ("artifacts", "unheard-of")]
    slower = [number for number, one in enumerate(waiting) if one.key == "markets"]
    assert upstream
    assert not slower or max(upstream) < min(slower)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("gated", "gated"), ("Open weights", "open-weights"), ("somehow", None), ("", None)],
)
def test_a_word_that_a_fact_does_not_take_is_refused(typed: str, expected: str | None) -> None:
    (one,) = slots("  - artifact: m\n    # access:\n")
    assert given(one, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("yes", "true"), ("N", "false"), ("true", "true"), ("so", None)]
)
def test_yes_and_no_are_answers_to_what_is_true_or_not(typed: str, expected: str | None) -> None:
    (one,) = slots("", [question("true", ("false",))])
    assert one.choices == "yes, no"
    assert given(one, typed) == expected


@pytest.mark.parametrize(
    ("asked", "typed", "line"),
    [
        (question("FILL-IN"), "", None),
        (question("Apache-2.0"), "MIT", "artifacts.rows.license: MIT"),
        (question("[MIT]", path="releases.m.license_copies"), "MIT, A B", "releases.m.license_copies: [MIT, A B]"),
        (question("[MIT]", path="releases.m.license_copies"), "none", "releases.m.license_copies: []"),
        (question("{kind: dataset}"), "", None),
    ],
)  # fmt: skip
def test_a_fact_without_a_line_goes_after_what_stands(asked: Question, typed: str, line: str | None) -> None:
    found = slots("lineage: 1\n", [asked])
    assert [one.line for one in found] == ([NEW] if line else [])
    assert [filled("lineage: 1\n", one, typed) for one in found] == (
        [f"lineage: 1\n{line}\n"] if line else []
    )


def test_who_publishes_is_asked_first_where_no_file_names_anybody(folder: Folder, packs: Knowledge) -> None:
    text = drafted(folder, packs).replace("name: meadow\n", "name: unknown\n")
    first, *others = slots(text, report_of(text, packs).questions)
    assert first.path == ("publisher", "name")
    assert "\n  name: Meadow Lab\n" in filled(text, first, "Meadow Lab")
    assert not [one for one in others if one.path == first.path]
    assert not [one for one in slots(drafted(folder, packs)) if one.path == first.path]


@pytest.mark.parametrize(
    ("kind", "offered"),
    [("{kind: model, name: a/b}", False), ("\n    kind: model", False), ("{kind: code}", True)],
)
def test_a_model_is_not_offered_functions_that_say_nothing_of_it(kind: str, offered: bool) -> None:
    space = "" if kind.startswith("\n") else " "
    text = f"artifacts:\n  m:{space}{kind}\nreleases:\n  - artifact: m\n    # function:\n"
    (one,) = slots(text)
    assert ("application" in one.words) is offered
    assert "task-model" in one.words


@pytest.mark.parametrize(
    ("typed", "written"), [("DE, FR", "[DE, FR]"), ("DE,", "[DE]"), ("worldwide", "worldwide")]
)
def test_several_markets_are_given_with_commas(typed: str, written: str) -> None:
    text = "releases:\n  - artifact: m\n    # markets:\n"
    (one,) = slots(text)
    assert filled(text, one, typed).endswith(f"    markets: {written}\n")


def test_a_question_for_something_that_the_manifest_does_not_name_says_for_what(packs: Knowledge) -> None:
    text = """lineage: 1
project: {id: p, title: P}
publisher: {name: Heron, kind: company, country: US}
artifacts:
  base: {kind: model, name: Qwen/Qwen2.5-7B}
  rows: {kind: dataset, name: tatsu-lab/alpaca}
  tuned: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2025-09}
releases:
  - {artifact: tuned, name: heron/t, date: 2025-10-01, license: Apache-2.0, access: open-weights, commercial: true}
"""
    report = report_of(text, packs)
    asked = {one.path: one for one in slots(text, report.questions, sources=unstated(report))}
    accepted = asked["publisher", "accepted", "openai"]
    assert "asked because of text-davinci-003, behind tatsu-lab/alpaca" in accepted.prompt
    assert not any(one.why for one in slots(text, report.questions))


def test_a_name_that_stands_in_quotes_is_shown_without() -> None:
    (one,) = slots('releases:\n  - artifact: m\n    name: "Marsh 🐦"\n    # date:\n')
    assert one.prompt.startswith("Marsh 🐦: When")


@pytest.mark.parametrize(
    ("kind", "offered"), [("model", True), ("service", True), ("dataset", False), ("code", False)]
)
def test_only_of_what_may_hold_weights_it_is_asked_whether_these_are_open(kind: str, offered: bool) -> None:
    text = f"artifacts:\n  m: {{kind: {kind}, name: Egret}}\nreleases:\n  - artifact: m\n    # access:\n"
    (one,) = slots(text)
    assert ("open-weights" in one.words) is offered
    assert "public" in one.words
