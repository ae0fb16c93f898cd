"""What BOMs and data sets' records list is never passed over: uses that are not told are asked, licences are kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from compliance.intake import Scan
from compliance.intake.documents import import_documents
from compliance.intake.drafting.draft import draft_of
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import load_packs

MODEL = {"type": "machine-learning-model", "name": "heron", "bom-ref": "heron"}
ROWS = {"type": "data", "name": "ponds", "bom-ref": "ponds"}


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def imported(document: dict[str, Any], folder: Path, packs: Knowledge) -> Scan:
    path = folder / "bom.json"
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    return import_documents([path], packs)


def bom(*components: dict[str, Any], about: dict[str, Any] | None = None) -> dict[str, Any]:
    head = {"metadata": {"component": about}} if about else {}
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", **head, "components": list(components)}


def upstream(scan: Scan) -> set[tuple[str, str]]:
    return {(one.name, one.relation) for one in scan.upstreams}


def test_data_that_a_bom_ties_to_nothing_is_asked_for(tmp_path: Path, packs: Knowledge) -> None:
    scan = imported(bom(MODEL, ROWS), tmp_path, packs)
    assert upstream(scan) == {("ponds", "unknown-use")}
    assert [one.about for one in scan.questions] == ["ponds"]


def test_hosted_models_of_an_application_are_not_what_is_released(tmp_path: Path, packs: Knowledge) -> None:
    hosted = [
        {**MODEL, "name": "GPT-4.1", "bom-ref": "a"},
        {**MODEL, "name": "Claude 2.1 (old)", "bom-ref": "b"},
    ]
    scan = imported(bom(*hosted, about={"type": "application", "name": "pond-desk"}), tmp_path, packs)
    assert [one.name for one in scan.released] == ["pond-desk"]
    assert upstream(scan) == {("GPT-4.1", "unknown-use"), ("Claude 2.1", "unknown-use")}
    assert {one.kind for one in scan.upstreams} == {"service"}


def test_two_models_of_one_bom_are_two_releases(tmp_path: Path, packs: Knowledge) -> None:
    scan = imported(bom(MODEL, {**MODEL, "name": "egret", "bom-ref": "egret"}), tmp_path, packs)
    assert [one.name for one in scan.released] == ["heron", "egret"]


def test_a_description_that_begins_with_the_model_s_own_name_names_no_upstream(
    tmp_path: Path, packs: Knowledge
) -> None:
    described = {**MODEL, "name": "Llama-3.1-8B", "description": "Meta Llama-3.1-8B, a model."}
    assert not imported(bom(described), tmp_path, packs).upstreams


@pytest.mark.parametrize(
    "model",
    [
        {**MODEL, "modelCard": {"modelParameters": {"datasets": [{"ref": "ponds"}]}}},
        {**MODEL, "pedigree": {"ancestors": [{**ROWS, "type": "machine-learning-model",
                                              "licenses": [{"license": {"id": "CC-BY-4.0"}}]}]}},
    ],
)  # fmt: skip
def test_an_upstream_keeps_the_licence_that_the_bom_gives_it(
    tmp_path: Path, packs: Knowledge, model: dict[str, Any]
) -> None:
    rows = {**ROWS, "licenses": [{"license": {"id": "CC-BY-4.0"}}]}
    draft = draft_of(imported(bom(model, rows), tmp_path, packs), "x")
    licences = {entry.key: entry.fields.get("license") for entry in draft.artifacts}
    assert licences == {"ponds": "CC-BY-4.0", "heron": None}


def record(**fields: object) -> dict[str, Any]:
    return {
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "Ponds",
        **fields,
    }


def test_a_source_is_called_by_its_name_and_keeps_its_licence(tmp_path: Path, packs: Knowledge) -> None:
    sources = [
        {"name": "Heron Records", "url": "https://herons.example/", "license": "CC-BY-4.0"},
        {"name": "Rows", "url": "https://huggingface.co/datasets/org/rows"},
        {"url": "https://egrets.example/"},
    ]
    scan = imported(record(**{"prov:wasDerivedFrom": sources}), tmp_path, packs)
    names = {"Heron Records", "org/rows", "https://egrets.example/"}
    assert upstream(scan) == {(name, "data") for name in names}
    draft = draft_of(scan, "x")
    licences = {entry.fields["name"]: entry.fields.get("license") for entry in draft.artifacts}
    assert licences["Heron Records"] == "CC-BY-4.0"
    assert licences["org/rows"] is None


def test_a_sentence_on_tools_is_no_tool(tmp_path: Path, packs: Knowledge) -> None:
    told = "Our own classifier; a compiler for the category of builds"
    assert not imported(record(**{"rai:machineAnnotationTools": told}), tmp_path, packs).upstreams
    scan = imported(record(**{"rai:machineAnnotationTools": "Perspective API"}), tmp_path, packs)
    assert {relation for _, relation in upstream(scan)} == {"filtered-by"}


def test_every_field_of_rai_is_read_or_told(tmp_path: Path, packs: Knowledge) -> None:
    fields = {
        "rai:dataCollection": "By hand.",
        "rai:dataCollectionType": "Survey",
        "rai:hasSyntheticData": True,
    }
    scan = imported(record(**fields), tmp_path, packs)
    assert {one.what.split(" ")[0] for one in scan.lost} == {"rai:dataCollectionType", "rai:hasSyntheticData"}


def test_files_and_fields_tell_their_own_making(tmp_path: Path, packs: Knowledge) -> None:
    writer = {"@type": "prov:SoftwareAgent", "prov:label": "gpt-4o"}
    activity = {"prov:label": "Captions", "prov:wasAssociatedWith": writer}
    fields = [{"@type": "cr:Field", "name": "caption", "prov:wasGeneratedBy": activity}]
    scan = imported(
        record(
            distribution=[{"@type": "cr:FileObject", "prov:wasDerivedFrom": {"name": "Heron Records"}}],
            recordSet=[{"@type": "cr:RecordSet", "field": fields}],
        ),
        tmp_path,
        packs,
    )
    assert upstream(scan) == {("Heron Records", "data"), ("gpt-4o", "generated-by")}
