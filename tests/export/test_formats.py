"""Manifests in the words of other standards: what both can say survives the way there and back, the rest is told."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance.export.card import front_matter
from compliance.export.croissant import croissant
from compliance.export.cyclonedx import Version, cyclonedx
from compliance.export.mermaid import mermaid
from compliance.export.prov import prov
from compliance.export.spdx import _profiles, spdx
from compliance.export.spdx_ids import is_expression
from compliance.intake.documents import import_documents
from compliance.intake.drafting.draft import draft_of
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.declared.manifest import Manifest
from compliance.pipeline import load_packs

DAY = datetime.date(2025, 10, 1)
MANIFEST = """\
lineage: 1
project: {id: tuned}
publisher: {name: Meadow}
artifacts:
  base: {kind: model, name: Qwen/Qwen2.5-7B, license: Apache-2.0, revision: d149729}
  alpaca: {kind: dataset, name: tatsu-lab/alpaca, license: CC-BY-NC-4.0}
  gpt: {kind: service, name: gpt-4o-2024-08-06, provider: openai}
  rows: {kind: dataset, name: meadow/rows}
  tuned: {kind: model, name: meadow/tuned-7b}
steps:
  - {id: write, kind: generate, inputs: {teacher: gpt}, outputs: rows, period: 2025-05}
  - {id: tune, kind: finetune, inputs: {base: base, data: [alpaca, rows]}, outputs: tuned}
  - {id: test, kind: evaluate, inputs: {subject: tuned}}
releases:
  - {artifact: tuned, license: llama3.1}
"""


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return check_manifest(parse_yaml(MANIFEST, "lineage.yaml")).manifest


def back(document: Mapping[str, Any], path: Path) -> dict[str, str]:
    """Names and relations after importing an export."""
    path.write_text(json.dumps(document), encoding="utf-8")
    scan = import_documents([path], load_packs())
    assert [one.name for one in scan.released][:1] == ["meadow/tuned-7b"]
    return {one.name: one.relation for one in scan.upstreams}


@pytest.mark.parametrize("standard", ["cyclonedx", "spdx", "prov"])
def test_licences_of_what_it_was_made_from_come_back(
    manifest: Manifest, tmp_path: Path, standard: str
) -> None:
    documents = {"cyclonedx": cyclonedx(manifest), "spdx": spdx(manifest, DAY), "prov": prov(manifest)}
    document = documents[standard][0]
    path = tmp_path / "bom.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    draft = draft_of(import_documents([path], load_packs()), "x")
    licences = {entry.fields.get("name"): entry.fields.get("license") for entry in draft.artifacts}
    assert licences["Qwen/Qwen2.5-7B"] == "Apache-2.0"
    assert licences["tatsu-lab/alpaca"] == "CC-BY-NC-4.0"


def test_cyclonedx_comes_back_with_every_link(manifest: Manifest, tmp_path: Path) -> None:
    bom, lost = cyclonedx(manifest)
    expected = {"Qwen/Qwen2.5-7B": "base", "tatsu-lab/alpaca": "data", "gpt-4o-2024-08-06": "generated-by"}
    assert back(bom, tmp_path / "bom.json") == expected
    assert lost == ["no word for: gpt -> rows: generate (write), as teacher"]


def test_spdx_comes_back_with_what_it_has_words_for(manifest: Manifest, tmp_path: Path) -> None:
    document, lost = spdx(manifest, DAY)
    assert back(document, tmp_path / "s.json") == {"Qwen/Qwen2.5-7B": "base", "tatsu-lab/alpaca": "data"}
    told = "licence of tuned is no SPDX expression: llama3.1"
    assert lost[:2] == ["no word for: gpt -> rows: generate (write), as teacher", told]
    claimed = next(one["profileConformance"] for one in document["@graph"] if one["type"] == "SpdxDocument")
    assert claimed == ["core", "software", "simpleLicensing"]
    assert [words.split(",")[0] for words in lost[2:]] == [
        "conformance to the ai profile is not claimed", "conformance to the dataset profile is not claimed"
    ]  # fmt: skip


def test_spdx_tells_two_licences_of_each_model_and_data_set_if_only_that_none_is_known(
    manifest: Manifest,
) -> None:
    document, _ = spdx(manifest, DAY)
    words = ("hasDeclaredLicense", "hasConcludedLicense")
    told = [
        (one["from"], one["relationshipType"])
        for one in document["@graph"]
        if one.get("relationshipType") in words
    ]
    packages = [
        one["spdxId"]
        for one in document["@graph"]
        if one["type"] in ("ai_AIPackage", "dataset_DatasetPackage")
    ]
    assert sorted((each, word) for each in packages for word in words) == sorted(told)


def test_spdx_claims_a_profile_whose_every_fact_is_there() -> None:
    package = {"type": "ai_AIPackage", "software_downloadLocation": "x", "software_packageVersion": "1",
               "software_primaryPurpose": "model", "releaseTime": "t", "suppliedBy": "s"}  # fmt: skip
    assert _profiles([package]) == (["core", "software", "simpleLicensing", "ai"], [])


def test_licences_are_identifiers_only_where_the_list_has_them(manifest: Manifest) -> None:
    bom, _ = cyclonedx(manifest)
    licences = {
        one["name"]: one.get("licenses") for one in [bom["metadata"]["component"], *bom["components"]]
    }
    expected = {
        "meadow/tuned-7b": [{"license": {"name": "llama3.1"}}],
        "Qwen/Qwen2.5-7B": [{"license": {"id": "Apache-2.0"}}],
        "tatsu-lab/alpaca": [{"license": {"id": "CC-BY-NC-4.0"}}],
        "meadow/rows": None,
    }
    assert licences == expected


def test_prov_comes_back_with_every_upstream(manifest: Manifest, tmp_path: Path) -> None:
    document, _ = prov(manifest)
    expected = {"Qwen/Qwen2.5-7B": "base", "tatsu-lab/alpaca": "data", "gpt-4o-2024-08-06": "generated-by"}
    assert back(document, tmp_path / "p.json") == expected


@pytest.mark.parametrize("version", ["1.6", "1.7"])
def test_both_versions_of_cyclonedx_come_back(manifest: Manifest, tmp_path: Path, version: Version) -> None:
    bom, _ = cyclonedx(manifest, version)
    assert set(back(bom, tmp_path / "b.json")) == {"Qwen/Qwen2.5-7B", "tatsu-lab/alpaca", "gpt-4o-2024-08-06"}


def test_croissant_comes_back_with_sources_writers_and_judges(tmp_path: Path) -> None:
    text = MANIFEST.replace(
        "{kind: dataset, name: meadow/rows}", "{kind: dataset, name: meadow/rows, license: MIT}"
    )
    text = text.replace("inputs: {teacher: gpt}", "inputs: {teacher: gpt, filter: base, seed: alpaca}")
    document, _ = croissant(check_manifest(parse_yaml(text, "x.yaml")).manifest, DAY)
    path = tmp_path / "c.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    scan = import_documents([path], load_packs())
    assert [(one.name, one.licence, one.date) for one in scan.released] == [
        ("meadow/rows", "MIT", "2025-10-01")
    ]
    expected = {
        "tatsu-lab/alpaca": "data",
        "gpt-4o-2024-08-06": "generated-by",
        "Qwen/Qwen2.5-7B": "filtered-by",
    }
    assert expected == {one.name: one.relation for one in scan.upstreams}


def test_prov_has_a_word_for_every_input_and_output(manifest: Manifest) -> None:
    document, lost = prov(manifest)
    assert lost == []
    used = {(one["prov:activity"], one["prov:entity"], one["prov:role"]) for one in document["used"].values()}
    assert ("lineage:step/write", "lineage:gpt", "teacher") in used
    assert len(used) == 5
    assert {one["prov:entity"] for one in document["wasGeneratedBy"].values()} == {
        "lineage:rows",
        "lineage:tuned",
    }
    assert document["activity"]["lineage:step/write"] == {
        "prov:type": "generate",
        "lineage:period": "2025-05",
    }


def test_a_card_s_front_matter_names_base_and_data_and_tells_the_rest(manifest: Manifest) -> None:
    text, lost = front_matter(manifest)
    expected = (
        "---\nlicense: llama3.1\nbase_model:\n- Qwen/Qwen2.5-7B\nbase_model_relation: finetune\n"
        "datasets:\n- tatsu-lab/alpaca\n- meadow/rows\n---\n"
    )
    assert text == expected
    assert lost == ["no field for: gpt -> rows: generate (write), as teacher"]


def test_mermaid_draws_every_link_and_no_text_steers_it() -> None:
    text = MANIFEST.replace("meadow/rows", "'a\"]--> <b>&'")
    drawn, _ = mermaid(check_manifest(parse_yaml(text, "x.yaml")).manifest)
    assert drawn.count("-->") == 4
    assert "<b>" not in drawn


def test_the_same_manifest_gives_the_same_bytes(manifest: Manifest) -> None:
    once, again = ([json.dumps(make(manifest)) for make in (cyclonedx, prov)] for _ in range(2))
    assert once == again


@pytest.mark.parametrize(
    ("text", "expected"),
    [("MIT OR Apache-2.0", True), ("MIT", True), ("llama3.1", False), ("free for all", False)],
)
def test_expressions_are_told_from_other_texts(text: str, expected: bool) -> None:
    assert is_expression(text) == expected


def test_examples_export_in_every_format(repo_root: Path) -> None:
    for path in sorted(repo_root.glob("examples/*/lineage.yaml")):
        one = check_manifest(parse_yaml(path.read_text(encoding="utf-8"), path.name)).manifest
        for made, _ in (cyclonedx(one), spdx(one, DAY), prov(one), front_matter(one), mermaid(one)):
            assert made


@pytest.mark.parametrize(
    "name",
    [
        "meadow/rows",
        "rows # of ours",
        "a: b",
        "[x]",
        "null",
        "No",
        "1e5",
        "*x",
        "- x",
        '"q" \\ b',
        "x\ny: z",
        "木|x",
        "a\u2028b",
    ],
)
def test_a_card_s_front_matter_reads_back_as_it_was_said(name: str) -> None:
    read = yaml.safe_load(MANIFEST)
    read["artifacts"]["rows"]["name"] = read["releases"][0]["license"] = name
    text, _ = front_matter(Manifest.model_validate(read))
    (card,) = (one for one in yaml.safe_load_all(text) if one)
    assert card["datasets"][-1] == name
    assert card["license"] == name.lower()
