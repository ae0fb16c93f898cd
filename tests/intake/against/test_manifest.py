"""A manifest that lies in a folder is held against the folder's files."""

from __future__ import annotations

import pytest

from compliance.intake.disagreeing.statements import Contradiction
from tests.intake.conftest import Scanned

CARD = (
    "---\nlicense: mit\nbase_model: Qwen/Qwen2.5-7B\npipeline_tag: text-generation\n---\n# marsh/Heron-7B\n\n"
)
MANIFEST = """\
lineage: 1
project: {{id: heron, title: Heron}}
publisher: {{name: Marsh, kind: company, country: GB}}
artifacts:
  start: {{kind: model, name: {base}}}
  teacher: {{kind: {kind}, name: {teacher}}}
  rows: {{kind: dataset, name: marsh/heron-rows{origin}}}
  heron: {{kind: model}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: teacher}}, outputs: rows}}
  - {{id: tune, kind: finetune, inputs: {{base: start, data: rows}}, outputs: heron}}
releases:
  - {{artifact: heron, name: marsh/Heron-7B, date: {day}, license: {licence}, access: open-weights}}
"""
ASKS = (
    "from openai import OpenAI\nWRITER = 'gpt-4o-2024-08-06'\n\n\ndef write(text):\n"
    "    return OpenAI().chat.completions.create(model=WRITER, messages=[text])\n"
)


def manifest(**told: str) -> str:
    usual = {"base": "Qwen/Qwen2.5-7B", "kind": "service", "teacher": "gpt-4o-2024-08-06", "origin": "",
             "day": "2025-03-01", "licence": "MIT"}  # fmt: skip
    return MANIFEST.format_map(usual | told)


def told(scanned: Scanned, text: str, card: str = CARD) -> list[Contradiction]:
    scan = scanned({"README.md": card, "write.py": ASKS, "lineage.yaml": text})
    return [one for one in scan.contradictions if any(each.place.file == "lineage.yaml" for each in one.said)]


def test_a_manifest_that_says_what_the_folder_shows_contradicts_nothing(scanned: Scanned) -> None:
    assert not told(scanned, manifest())


@pytest.mark.parametrize(
    ("changed", "kind", "about", "line"),
    [
        ({"kind": "model", "teacher": "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"}, "identity", "teacher", 6),
        ({"base": "Qwen/Qwen2.5-7B-Instruct"}, "identity", "base", 5),
        ({"licence": "Apache-2.0"}, "licence", "marsh/Heron-7B", 13),
    ],
)
def test_what_a_manifest_names_and_files_show_otherwise_is_told_with_both_places(
    scanned: Scanned, changed: dict[str, str], kind: str, about: str, line: int
) -> None:
    (one,) = told(scanned, manifest(**changed))
    assert (one.kind, one.about) == (kind, about)
    assert [each.place.line for each in one.said if each.place.file == "lineage.yaml"] == [line]
    assert {each.place.file for each in one.said} > {"lineage.yaml"}


def test_rows_that_a_manifest_says_people_made_and_a_model_wrote_disagree(scanned: Scanned) -> None:
    other = manifest(origin=", origin: people", teacher="claude-3-opus-20240229")
    assert ("lineage", "marsh/heron-rows") in {(one.kind, one.about) for one in told(scanned, other)}


@pytest.mark.parametrize(
    ("words", "day", "differ"),
    [
        ("Released: 2025-03-18\n", "2025-03-01", True),
        ("Release date: March 18, 2025\n", "2025-03-18", False),
        ("Release date: 18 March 2025\n", "2025-03", False),
        ("| | |\n|---|---|\n| Release date | 2025-03-18 |\n", "2025-05-01", True),
        ("公開日: 2025年3月18日\n\n日本語の音声を認識するモデルです。\n", "2025-05-01", True),
        ("Released: 2025-03-18 (v1)\n\nReleased: 2025-05-02 (v2)\n", "2025-06-01", False),
    ],
)
def test_another_day_of_release_than_the_page_tells_is_told(
    scanned: Scanned, words: str, day: str, differ: bool
) -> None:
    found = told(scanned, manifest(day=day), CARD + words)
    assert ("date" in {one.kind for one in found}) is differ


def test_a_manifest_that_cannot_be_read_contradicts_nothing(scanned: Scanned) -> None:
    assert not told(scanned, "lineage: 1\nsteps: [{kind: nothing}]\n")


OWN = "---\nlicense: {licence}\n---\n# heron-rows\n\nThe notes were written {when}.\n"


def beside(scanned: Scanned, text: str, **files: str) -> set[tuple[str, str]]:
    named = {key.replace("__", "/").replace("_dot_", "."): words for key, words in files.items()}
    scan = scanned({"README.md": CARD, "write.py": ASKS, "lineage.yaml": text, **named})
    found = (
        one for one in scan.contradictions if any(each.place.file == "lineage.yaml" for each in one.said)
    )
    return {(one.kind, one.about) for one in found}


@pytest.mark.parametrize(
    ("licence", "expected"), [("cc-by-nc-4.0", {("licence", "marsh/heron-rows")}), ("cc-by-4.0", set())]
)
def test_the_licence_of_own_rows_is_held_against_their_card(
    scanned: Scanned, licence: str, expected: set[tuple[str, str]]
) -> None:
    text = manifest(origin=", license: CC-BY-4.0")
    assert beside(scanned, text, data__README_dot_md=OWN.format(licence=licence, when="by hand")) == expected


@pytest.mark.parametrize(
    ("when", "expected"), [("in May 2024", {("date", "rows")}), ("in March 2025", set())]
)
def test_when_own_rows_were_made_is_held_against_their_card(
    scanned: Scanned, when: str, expected: set[tuple[str, str]]
) -> None:
    text = manifest().replace("outputs: rows}", "outputs: rows, period: 2025-02/2025-03}")
    told = beside(scanned, text, data__CARD_dot_md=OWN.format(licence="mit", when=when))
    assert {one for one in told if one[0] == "date"} == expected


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("tune_dot_yaml", "base_model: Qwen/Qwen2.5-7B\ndatasets:\n- path: fen/reed\n"),
        (
            "distil_dot_yaml",
            "model_name_or_path: Qwen/Qwen2.5-7B\nteacher_model_name_or_path: ${T:-Qwen/Qwen2.5-72B}\n",
        ),
        (
            "keep_dot_sh",
            "SECOND=${SECOND:-fen/reader-large}\npython -m heron.filter --second-opinion $SECOND\n",
        ),
    ],
)
def test_what_went_in_and_the_manifest_leaves_out_is_told(scanned: Scanned, file: str, words: str) -> None:
    assert beside(scanned, manifest(), **{file: words}) == {("completeness", "the manifest")}


@pytest.mark.parametrize(
    ("days", "differs"), [(("2025-04-09",), True), (("2025-04-09", "2025-03-01"), False)]
)
def test_a_release_is_of_a_day_that_the_list_of_changes_knows(
    scanned: Scanned, days: tuple[str, ...], differs: bool
) -> None:
    text = "".join(f"## {9 - at}.0.0 ({day})\n\n" for at, day in enumerate(days))
    assert bool(beside(scanned, manifest(), CHANGELOG_dot_md=text)) is differs
