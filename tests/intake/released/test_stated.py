"""What fields state of upstreams stands in the draft, beside a release or another thing of the same name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compliance.intake.documents import import_documents
from compliance.intake.drafting.draft import draft_of
from compliance.intake.drafting.drafted import Draft
from compliance.intake.folder import Scan
from compliance.pipeline import load_packs


def _scan(path: Path, text: str) -> Scan:
    path.write_text(text, encoding="utf-8")
    return import_documents([path], load_packs())


def _named(draft: Draft) -> dict[str, tuple[str, object]]:
    assert len({one.key for one in draft.artifacts}) == len(draft.artifacts)
    return {one.key: (str(one.fields.get("name")), one.fields["kind"]) for one in draft.artifacts}


def _inputs(draft: Draft) -> set[str]:
    given = [one.fields["inputs"] for one in draft.steps]
    return {
        key
        for each in given if isinstance(each, dict)
        for value in each.values()
        for key in (value if isinstance(value, list) else [value])
    }  # fmt: skip


@pytest.mark.parametrize(
    ("front", "heading", "expected"),
    [
        ("base_model: meta-llama/Llama-2-7b", "Llama-2-7b", {("meta-llama/Llama-2-7b", "model")}),
        ("base_model: org/thing", "thing", {("org/thing", "model")}),
        ("base_model: org/x\ndatasets: [org/x]", "mine", {("org/x", "model"), ("org/x", "dataset")}),
        ("datasets: [org/mine]", "mine", {("org/mine", "dataset")}),
        ("datasets: [org/a-b, org-a/b]", "mine", {("org/a-b", "dataset"), ("org-a/b", "dataset")}),
        ("duplicated_from: org/thing", "thing", {("org/thing", "model")}),
    ],
)
def test_a_field_of_a_card_names_another_thing(
    tmp_path: Path, front: str, heading: str, expected: set[tuple[str, str]]
) -> None:
    draft = draft_of(_scan(tmp_path / "README.md", f"---\nlicense: mit\n{front}\n---\n# {heading}\n"), "x")
    named = _named(draft)
    assert {named[key] for key in _inputs(draft)} == expected
    assert named[str(draft.releases[0].fields["artifact"])] == (heading, "model")


def test_a_bill_may_call_model_base_and_rows_alike(tmp_path: Path) -> None:
    model = {"type": "machine-learning-model", "name": "wren"}
    card = {"modelParameters": {"datasets": [{"type": "dataset", "name": "wren"}]}}
    about = {**model, "modelCard": card, "pedigree": {"ancestors": [{**model, "group": "org"}]}}
    text = json.dumps({"bomFormat": "CycloneDX", "metadata": {"component": about}})
    draft = draft_of(_scan(tmp_path / "bom.json", text), "x")
    named = _named(draft)
    assert {named[key] for key in _inputs(draft)} == {("org/wren", "model"), ("wren", "dataset")}


def test_names_that_end_alike_by_the_hundred_have_ids_of_their_own(tmp_path: Path) -> None:
    listed = "\n".join(f"- org-{number}/rows" for number in range(300))
    draft = draft_of(_scan(tmp_path / "README.md", f"---\ndatasets:\n{listed}\n---\n# mine\n"), "x")
    assert len(_inputs(draft)) == 300
    assert len(_named(draft)) == 301


def test_rows_that_nobody_named_are_not_a_set_that_is_called_so(tmp_path: Path) -> None:
    text = "---\ndatasets: [org/generated-data]\n---\n# mine\n\nThe data was generated with GPT-4.\n"
    draft = draft_of(_scan(tmp_path / "README.md", text), "x")
    written = next(one.fields["outputs"] for one in draft.steps if one.key == "write-rows")
    assert _named(draft)[str(written)] == ("None", "dataset")
    assert ("org/generated-data", "dataset") in _named(draft).values()


def test_a_name_that_cannot_be_one_is_lost_aloud(tmp_path: Path) -> None:
    scan = _scan(tmp_path / "README.md", f"---\ndatasets: [org/{'a' * 400}]\n---\n# mine\n")
    assert [one.what.split(":")[0] for one in scan.lost] == ["front matter, datasets"]
    assert all(len(one.what) < 200 for one in scan.lost)
