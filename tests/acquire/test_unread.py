"""What documents of known standards name where their readers do not look is told."""

from __future__ import annotations

import json
import pathlib
import struct
from collections.abc import Mapping
from typing import Any

import pytest

from compliance.intake.documents import import_documents
from compliance.intake.folder import Scan, scan_files
from compliance.pipeline import load_packs

BASE, ROWS = "meta-llama/Llama-3.1-8B", "tatsu-lab/alpaca"


def _imported(tmp_path: pathlib.Path, name: str, document: object) -> Scan:
    place = tmp_path / name
    place.write_text(document if isinstance(document, str) else json.dumps(document))
    return import_documents([place], load_packs())


def _told(scan: Scan) -> str:
    seen = [f"{one.relation} {one.name} {one.licence}" for one in scan.found.sightings]
    said = [one.text for one in scan.found.statements]
    return "\n".join([*seen, *said, *(one.what for one in scan.lost)])


def _bom(**component: object) -> dict[str, Any]:
    about = {"type": "machine-learning-model", "name": "meadow/tuned", **component}
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component": about}}


def _spdx(*others: Mapping[str, Any], **package: object) -> dict[str, Any]:
    about = {"type": "ai_AIPackage", "spdxId": "u:m", "name": "meadow/tuned", **package}
    return {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [about, *others]}


def _croissant(**fields: object) -> dict[str, Any]:
    return {
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "fen notes",
        **fields,
    }


def _prov(**records: object) -> dict[str, Any]:
    entity = {"e:m": {"prov:type": "model"}, "e:d": {"prov:type": "dataset", "prov:label": "rows"}}
    return {
        "prefix": {"e": "http://e/"}, "entity": entity,
        "used": {"_:u": {"prov:activity": "e:t", "prov:entity": "e:d"}},
        "wasGeneratedBy": {"_:g": {"prov:activity": "e:t", "prov:entity": "e:m"}}, **records,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("document", "named"),
    [
        (_bom(properties=[{"name": "base", "value": BASE}]), BASE),
        (_bom(pedigree={"notes": f"Fine-tuned from {BASE}."}), BASE),
        (_bom(pedigree={"variants": [{"type": "machine-learning-model", "name": BASE}]}), BASE),
        (_bom(externalReferences=[{"type": "other", "url": f"https://huggingface.co/{BASE}"}]), BASE),
        (_bom(externalReferences=[{"type": "other", "url": f"pkg:huggingface/{BASE}@1"}]), BASE),
        (_bom(modelCard={"modelParameters": {"datasets": [ROWS]}}), ROWS),
        (_bom(type="data", description="The answers were generated with GPT-4."), "GPT-4"),
        (_bom(releaseNotes={"description": "Distilled from GPT-4."}), "GPT-4"),
        (_spdx(ai_informationAboutTraining=f"Fine-tuned from {BASE} on answers of people."), BASE),
        (_spdx(summary="Distilled from GPT-4."), "GPT-4"),
        (_spdx({"type": "software_Package", "spdxId": "u:b", "name": BASE}), BASE),
        (_spdx(software_packageUrl=f"pkg:huggingface/{BASE}"), BASE),
        (_croissant(hasPart=[{"@type": "Dataset", "name": ROWS}]), ROWS),
        (_croissant(isPartOf={"@type": "Dataset", "name": ROWS}), ROWS),
        (_croissant(isBasedOn={"@list": [ROWS]}), ROWS),
        (_croissant(description=[{"@value": "Answers were generated with GPT-4."}]), "GPT-4"),
        (_croissant(**{"prov:wasGeneratedBy": {"prov:used": {"name": ROWS}}}), ROWS),
        (_croissant(**{"prov:wasGeneratedBy": {"prov:wasAssociatedWith": "GPT-4"}}), "GPT-4"),
        (_croissant(**{"http://www.w3.org/ns/prov#wasDerivedFrom": ROWS}), ROWS),
        (_prov(wasAttributedTo={"_:a": {"prov:entity": "e:d", "prov:agent": "e:gpt-4"}}), "gpt-4"),
        (_prov(wasStartedBy={"_:a": {"prov:activity": "e:t", "prov:trigger": "e:gpt-4"}}), "gpt-4"),
        ({"run_id": "a", "flavors": {"f": {"x": 1}}, "metadata": {"base_model": {"name": BASE}}}, BASE),
        ({"run_id": "a", "flavors": {"f": {"x": 1}}, "metadata": {"base_models": [BASE]}}, BASE),
        ({"vars": [{"base": BASE}], "stages": {"t": {"cmd": "python t.py ${base}", "outs": ["m"]}}}, BASE),
        ({"stages": {"t": {"matrix": {"model": [BASE]}, "cmd": "python t.py", "outs": ["m"]}}}, BASE),
        ({"datasets": [{"name": "a", "type": "dvc", "url": f"https://github.com/{ROWS}"}],
          "stages": {"t": {"cmd": "python t.py", "deps": ["ds://a"]}}}, ROWS),
        ({"outs": [{"path": "d", "md5": "a"}], "meta": {"source": ROWS}}, ROWS),
    ],
)  # fmt: skip
def test_what_is_named_anywhere_in_a_document_is_told(
    tmp_path: pathlib.Path, document: object, named: str
) -> None:
    assert named.lower() in _told(_imported(tmp_path, "document.json", document)).lower()


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (_bom(licenses=[{"license": {"text": {"content": "For no commercial use"}}}]), "For no commercial use"),
        (_bom(licenses=[{"license": {"name": "Ours", "url": "https://example.org/nc"}}]), "example.org/nc"),
        (_bom(evidence={"licenses": [{"license": {"id": "CC-BY-NC-4.0"}}]}), "CC-BY-NC-4.0"),
        (_bom(copyright="Copyright Fen Ltd, all rights reserved"), "all rights reserved"),
        (_spdx(software_attributionText=["Built with Llama"]), "Built with Llama"),
        (_croissant(license={"@id": "https://creativecommons.org/licenses/by-nc/4.0/"}), "by-nc"),
        (_croissant(license=["MIT", {"@id": "https://creativecommons.org/licenses/by-nc/4.0/"}]), "by-nc"),
        (_croissant(license={"@value": "CC-BY-NC-4.0"}), "CC-BY-NC-4.0"),
        (_croissant(**{"dct:license": "https://creativecommons.org/licenses/by-nc/4.0/"}), "by-nc"),
        (_croissant(conditionsOfAccess="for research alone"), "for research alone"),
        (_croissant(distribution=[{"name": "a", "license": "CC-BY-NC-4.0"}]), "CC-BY-NC-4.0"),
        ({"outs": [{"path": "d", "md5": "a"}], "meta": {"license": "CC-BY-NC-4.0"}}, "CC-BY-NC-4.0"),
    ],
)  # fmt: skip
def test_what_is_said_anywhere_of_terms_is_told(tmp_path: pathlib.Path, document: object, words: str) -> None:
    assert words in _told(_imported(tmp_path, "document.json", document))


@pytest.mark.parametrize(
    "document",
    [
        _bom(licenses=[{"license": {"id": "MIT", "url": "https://opensource.org/licenses/MIT"}}]),
        _bom(externalReferences=[{"type": "vcs", "url": "https://huggingface.co/meadow/tuned"}]),
        _bom(components=[{"type": "library", "name": "requests", "licenses": [{"license": {"id": "BSD"}}]}]),
        _spdx(description="A tuned model for notes."),
        _croissant(license="https://choosealicense.com/licenses/mit/", encodingFormat="text/csv"),
        _croissant(citation="Compared with Llama 3 by Fen et al."),
    ],
)
def test_what_is_told_already_or_names_nothing_is_not_told_again(
    tmp_path: pathlib.Path, document: object
) -> None:
    scan = _imported(tmp_path, "document.json", document)
    assert [one.what for one in scan.lost] == []


def test_a_document_with_many_texts_says_where_it_is_read_no_further(tmp_path: pathlib.Path) -> None:
    many = [{"name": f"key{number}", "value": f"some words {number}"} for number in range(1_200)]
    scan = _imported(tmp_path, "document.json", _bom(properties=many))
    assert any("not from here on" in one.what for one in scan.lost)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("FROM qwen2.5:7b\nLICENSE CC-BY-NC-4.0\n", "CC-BY-NC-4.0"),
        ('FROM qwen2.5:7b\nLICENSE "CC-BY-NC-4.0"\n', "CC-BY-NC-4.0"),
        ('FROM qwen2.5:7b\nLICENSE """\nLlama 3.1\nCommunity License\n"""\n', "Llama 3.1 Community License"),
        ('FROM qwen2.5:7b\nLICENSE """' + "You may not sell this. " * 9 + '"""\n', "You may not sell this."),
        (f"FROM \\\n  {BASE}\n", BASE),
        (f"FROM '''{BASE}'''\n", BASE),
    ],
)
def test_a_modelfile_states_its_licences_and_its_base(tmp_path: pathlib.Path, text: str, told: str) -> None:
    assert told in _told(_imported(tmp_path, "Modelfile", text))


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("Base_Model", BASE, f"base {BASE}"),
        ("base_model", f"/srv/{BASE}", "names a file or folder"),
        ("base_model", f"{BASE}.safetensors", "names a file or folder"),
        ("license", "You may not sell this. " * 40, "You may not sell this."),
        ("modelspec.usage_hint", "no commercial use", "no commercial use"),
        ("modelspec.description", f"merged from {BASE}", BASE),
        ("datasets", json.dumps([ROWS, "fen/rows"]), f"data {ROWS}"),
        ("config", json.dumps({"_name_or_path": BASE}), f"base {BASE}"),
        ("lora_base", BASE, BASE),
        ("teacher_model", "gpt-4o", "generated-by gpt-4o"),
        ("sd_merge_models", json.dumps([{"name": BASE}]), f"base {BASE}"),
        ("sd_merge_models", "{", "sd_merge_models cannot be read"),
    ],
)
def test_a_header_of_weights_drops_nothing_that_it_states(
    tmp_path: pathlib.Path, key: str, value: str, told: str
) -> None:
    header = json.dumps({"__metadata__": {key: value}}).encode()
    (tmp_path / "m.safetensors").write_bytes(struct.pack("<Q", len(header)) + header)
    assert told in _told(import_documents([tmp_path / "m.safetensors"], load_packs()))


@pytest.mark.parametrize("document", [_bom, _croissant, _spdx])
def test_a_description_is_read_to_a_bound_and_that_is_told(tmp_path: pathlib.Path, document: Any) -> None:
    long = "It is a model for notes on the fen. " * 600
    scan = _imported(tmp_path, "document.json", document(description=f"{long}Distilled from GPT-4."))
    assert any("goes on behind the 20,000 letters" in one.what for one in scan.lost)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("config.json", {"_name_or_path": BASE}),
        ("config.json", {"_name_or_path": BASE, "model_type": "llama", "architectures": None}),
        ("config.json", {"_name_or_path": BASE, "transformers_version": "4.44.0"}),
        ("adapter_config.json", {"base_model_name_or_path": BASE}),
        ("adapter_config.json", {"base_model_name_or_path": BASE, "r": 16, "lora_alpha": 32}),
    ],
)
def test_a_configuration_that_names_its_base_is_one_without_its_other_keys(
    tmp_path: pathlib.Path, name: str, fields: object
) -> None:
    (tmp_path / "README.md").write_text("# Fen\n\nA model for notes.\n")
    assert f"base {BASE}" in _told(_imported(tmp_path, name, fields))
    assert BASE in [one.name for one in scan_files(tmp_path, load_packs()).upstreams]
