"""What keeps the place of an answer is taken out and told, or refused at its place; no check passes while it stands."""

from __future__ import annotations

import datetime
import json
import pathlib
from typing import Any

import pytest

from compliance import pipeline
from compliance.errors import InputError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest, load_manifest
from compliance.load.manifest.placeholders import without_placeholders
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge

DAY = datetime.date(2026, 11, 26)
PASSES = """lineage: 1
project: {id: a}
publisher: {name: Meadow, kind: company, country: US}
artifacts:
  base: {kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}
  rows: {kind: dataset, name: our rows, license: CC0-1.0, origin: own, documented: {where: README, generators: none}}
  tuned: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2026-01}
releases:
  - {artifact: tuned, name: meadow/t, date: 2026-02-01, license: Apache-2.0, access: open-weights, channels: [hf],
     markets: [US], commercial: true, function: general-purpose, license_copies: [Apache-2.0], notices: []}
"""


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("{license: FILL-IN, origin: web}", {"origin": "web"}),
        ("{documented: {where: FILL-IN, generators: none}, origin: web}", {"origin": "web"}),
        ("{facts: {grant_shown: <true|false>}, origin: web}", {"origin": "web"}),
        ("{notices: [FILL-IN, Built with Llama]}", {"notices": ["Built with Llama"]}),
        ("{license: fill in the form}", {"license": "fill in the form"}),
    ],
)
def test_only_what_keeps_the_place_of_an_answer_is_taken_out(value: str, kept: dict[str, Any]) -> None:
    document, found = without_placeholders(parse_yaml(f"artifacts: {{a: {value}}}", "lineage.yaml"))
    assert document.data == {"artifacts": {"a": kept}}
    assert [one.place.line for one in found] == ([] if "form" in value else [1])


@pytest.mark.parametrize(
    "line",
    [
        "artifacts.rows.license: FILL-IN",
        "artifacts.rows.facts.grant_shown: <true|false>",
        "publisher.facts.monthly_users: ...",
        "publisher.name: unknown",
        "publisher.name: FILL-IN",
    ],
)
@pytest.mark.parametrize("allowed", [(), ("not-covered", "needs-facts")])
def test_no_check_passes_with_a_placeholder(line: str, allowed: tuple[str, ...], packs: Knowledge) -> None:
    def exit_code(text: str) -> int:
        loaded = check_manifest(parse_yaml(text, "lineage.yaml"), packs)
        return pipeline.check_loaded(loaded, packs, DAY, allowed=allowed).exit_code

    assert exit_code(PASSES) == 0
    assert exit_code(f"{PASSES}{line}\n") == 1


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
