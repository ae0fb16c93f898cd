"""What stands for an answer and is none may stand nowhere that a rule or a registry reads."""

from __future__ import annotations

import json
import pathlib

import pytest

from compliance.errors import InputError
from compliance.load.manifest import load_manifest
from compliance.load.placeholders import stands_for_an_answer

_OPEN = (
    "<true|false>",
    "…",
    "...",
    "TODO",
    "todo: ask Ada",
    "???",
    "tbd",
    "n/a",
    "-",
    "[your name]",
    "${BASE}",
    " ",
)
_ANSWERS = (
    "unknown",
    "< 700000000",
    "between 2 and 5",
    "todo-lists",
    "C++ questions",
    "Ответы",
    "[sic] corpus, 2nd",
)


def _manifest(field: str, value: str) -> str:
    fields = {"name": "our rows", "where": "paper, table 2", "signed": "OpenAI", "base": "acme/base-1b"}
    fields["note"] = "none"
    said = {key: json.dumps(one, ensure_ascii=False) for key, one in (fields | {field: value}).items()}
    return f"""
lineage: 1
project: {{id: p}}
publisher:
  name: Lab
  permission: {{openai: {{answer: true, evidence: [{{signed_by: {said["signed"]}}}]}}}}
artifacts:
  rows:
    kind: dataset
    name: {said["name"]}
    documented: {{where: {said["where"]}, generators: none}}
    note: {said["note"]}
  base: {{kind: model, name: {said["base"]}, license: n/a}}
  tuned: {{kind: model}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: tuned}}
releases:
  - {{artifact: tuned}}
"""


@pytest.mark.parametrize("value", _OPEN)
def test_an_open_place_is_no_answer(value: str) -> None:
    assert stands_for_an_answer(value)


@pytest.mark.parametrize("value", _ANSWERS)
def test_what_says_something_is_an_answer(value: str) -> None:
    assert not stands_for_an_answer(value)


@pytest.mark.parametrize("field", ["name", "where", "signed", "base"])
@pytest.mark.parametrize("value", ["n/a", "[your name]", "tbd"])
def test_a_manifest_with_one_is_refused_at_its_place(tmp_path: pathlib.Path, field: str, value: str) -> None:
    path = tmp_path / "lineage.yaml"
    path.write_text(_manifest(field, value), encoding="utf-8")
    with pytest.raises(InputError, match="stands in the place of an answer"):
        load_manifest(path)


@pytest.mark.parametrize(
    ("field", "value"), [("note", "…"), ("signed", "Ada <ada@openai.com>"), ("name", "rows v2")]
)
def test_notes_addresses_and_names_are_left_alone(tmp_path: pathlib.Path, field: str, value: str) -> None:
    path = tmp_path / "lineage.yaml"
    path.write_text(_manifest(field, value), encoding="utf-8")
    assert load_manifest(path).manifest.artifacts["rows"].kind == "dataset"
