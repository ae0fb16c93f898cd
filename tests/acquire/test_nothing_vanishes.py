"""What a document states of upstreams is told, however it is written: none takes another's place unseen."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from compliance.acquire.bom.openlineage import read_event_lines
from compliance.acquire.foreign import read_foreign
from compliance.acquire.found import Found
from compliance.acquire.tree import read_tree
from compliance.model.declared.sighting import Mention
from tests.effort import effort_below

_CONTEXT = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld"
_MINE: dict[str, Any] = {"type": "ai_AIPackage", "spdxId": "u:mine", "name": "mine"}
_BASE: dict[str, Any] = {"type": "ai_AIPackage", "spdxId": "u:base", "name": "org/base"}
_ROWS: dict[str, Any] = {"type": "dataset_DatasetPackage", "spdxId": "u:rows", "name": "org/rows"}
_ROOT: dict[str, Any] = {"type": "SpdxDocument", "spdxId": "u:document", "rootElement": ["u:mine"]}
_MODEL: dict[str, Any] = {"type": "machine-learning-model", "bom-ref": "m", "name": "mine"}
_LLAMA: dict[str, Any] = {"type": "machine-learning-model", "name": "base", "group": "org"}
_DATA: dict[str, Any] = {"type": "data", "bom-ref": "d", "name": "rows", "group": "org"}


def _silent(text: str, section: str) -> list[Mention]:
    return []


def _read(document: object) -> Found:
    return read_foreign(read_tree(json.dumps(document, indent=1), True), "d.json", _silent)


def _names(found: Found) -> set[tuple[str, str]]:
    return {(one.name, one.relation) for one in found.sightings if one.is_lineage}


def _spdx(*elements: Mapping[str, Any]) -> Found:
    return _read({"@context": _CONTEXT, "@graph": [_ROOT, _MINE, *elements]})


def _tie(word: str, to: object, **more: object) -> dict[str, Any]:
    return {"type": "Relationship", "relationshipType": word, "from": "u:mine", "to": to, **more}


_BOTH = {("org/base", "base"), ("org/rows", "data")}
_ASKED = {("org/base", "unknown-use"), ("org/rows", "unknown-use")}


@pytest.mark.parametrize(
    ("elements", "expected"),
    [
        ([_BASE, _ROWS, _tie("descendantOf", ["u:base"]), _tie("trainedOn", ["u:rows"])], _BOTH),
        ([_tie("descendantOf", _BASE, spdxId="r1"), _tie("trainedOn", [_ROWS], spdxId="r2")], _BOTH),
        ([_BASE, _ROWS], _ASKED),
        ([_BASE, _ROWS, _tie("contains", ["u:base"]), _tie("hasInput", ["u:rows"])], _ASKED),
        ([_tie("trainedOn", ["https://huggingface.co/datasets/org/rows"])], {("org/rows", "data")}),
        ([_ROWS, {**_BASE, "spdxId": "u:rows"}, _tie("trainedOn", ["u:rows"])],
         {("org/rows", "data"), ("org/base", "unknown-use")}),
        ([{**_BASE, "type": ["ai_AIPackage"]}, _tie("descendantOf", ["u:base"])], {("org/base", "base")}),
        ([_BASE, _ROWS, _tie("descendantOf", ["u:base"]),
          {**_tie("trainedOn", ["u:rows"]), "from": "u:base"}], _BOTH),
    ],
)  # fmt: skip
def test_every_package_of_an_spdx_document_is_told(
    elements: Sequence[Mapping[str, Any]], expected: set[tuple[str, str]]
) -> None:
    found = _spdx(*elements)
    assert expected == _names(found)
    assert {one.into for one in found.sightings} <= {"mine", None}


def test_licences_that_are_declared_and_concluded_stand_together() -> None:
    told = [
        {"type": "simplelicensing_LicenseExpression", "spdxId": f"u:{word}", "simplelicensing_licenseExpression": word}
        for word in ("CC-BY-NC-4.0", "MIT")
    ]  # fmt: skip
    ties = [
        {**_tie(word, [f"u:{licence}"]), "from": "u:rows"}
        for word, licence in (("hasDeclaredLicense", "CC-BY-NC-4.0"), ("hasConcludedLicense", "MIT"))
    ]
    found = _spdx(_ROWS, _tie("trainedOn", ["u:rows"]), *told, *ties)
    assert [one.licence for one in found.sightings] == ["CC-BY-NC-4.0 AND MIT"]


def _bom(about: Mapping[str, Any], *components: Mapping[str, Any], **more: object) -> Found:
    return _read(
        {"bomFormat": "CycloneDX", "metadata": {"component": about}, "components": components, **more}
    )


def _deep(component: Mapping[str, Any], levels: int) -> dict[str, Any]:
    held = dict(component)
    for number in range(levels):
        held = {"type": "application", "name": f"part {number}", "components": [held]}
    return held


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (_bom({**_MODEL, "components": [_LLAMA, _DATA]}), _ASKED),
        (_bom(_MODEL, _deep(_LLAMA, 30), _DATA), _ASKED),
        (_bom(_MODEL, formulation=[{"components": [_LLAMA, _DATA]}]), _ASKED),
        (_bom(_MODEL, {"type": "library", "name": "b", "purl": "pkg:huggingface/org/base@1a2b"},
              {"type": "file", "name": "r", "purl": "pkg:huggingface/datasets/org/rows"}), _ASKED),
        (_bom(_MODEL, {"type": "file", "name": "weights", "modelCard": {}}), {("weights", "unknown-use")}),
        (_bom(_MODEL, services=[{"name": "gpt-4o"}]), {("gpt-4o", "unknown-use")}),
        (_bom({**_DATA, "name": "mine", "pedigree": {"ancestors": [_DATA]}}), {("org/rows", "data")}),
        (_bom({**_DATA, "name": "mine", "pedigree": {"ancestors": [_LLAMA]}}), {("org/base", "generated-by")}),
        (_bom({**_MODEL, "pedigree": {"ancestors": [{**_LLAMA, "name": "tune", "pedigree": {"ancestors": [_LLAMA]},
               "modelCard": {"modelParameters": {"datasets": [_DATA]}}}]}}), {("org/tune", "base"), *_BOTH}),
        (_bom({**_MODEL, "modelCard": {"modelParameters": {"datasets": [{"ref": "d"}]}}}, _DATA,
              {**_DATA, "name": "other"}), {("org/rows", "data"), ("org/other", "unknown-use")}),
    ],
)  # fmt: skip
def test_every_model_and_data_set_of_a_bill_is_told(found: Found, expected: set[tuple[str, str]]) -> None:
    assert expected == _names(found)


def test_what_has_no_id_comes_in_the_order_of_the_document() -> None:
    named = [f"org/m{number}" for number in random.Random(7).sample(range(900), 120)]
    found = _spdx(*({"type": "ai_AIPackage", "name": one} for one in named))
    assert [one.name for one in found.sightings] == named


def test_what_stands_for_an_id_is_never_printed() -> None:
    found = _spdx(
        _tie("trainedOn", {"type": "dataset_DatasetPackage"}),
        {"type": "Relationship", "relationshipType": "trainedOn", "from": {"type": "ai_AIPackage"}, "to": "u:mine"},
        _tie("hasDeclaredLicense", {"type": "simplelicensing_SimpleLicensingText"}),
    )  # fmt: skip
    printed = [*(one.what for one in found.lost), *(str(one.licence) for one in found.published)]
    assert [text for text in printed if re.search(r"\d{6}", text)] == []
    assert "a licence without a name" in printed


def test_an_ancestor_without_a_name_is_lost_aloud() -> None:
    found = _bom({**_MODEL, "pedigree": {"ancestors": [{"type": "machine-learning-model"}]}})
    assert [one.what for one in found.lost] == ["an ancestor of mine is not named"]


_ENTITIES: dict[str, Any] = {
    "e:mine": {"prov:label": "mine", "prov:type": "model"},
    "e:rows": {"prov:label": "org/rows", "prov:type": "dataset"},
    "e:set": {"prov:label": "set", "prov:type": "dataset"},
}
_WROTE = {"w": {"prov:activity": "e:train", "prov:entity": "e:mine"}}


def _use(activity: str, entity: str) -> dict[str, Any]:
    return {"prov:activity": activity, "prov:entity": entity}


@pytest.mark.parametrize(
    ("records", "relation"),
    [
        ({"used": {"u": _use("e:look", "e:rows")}}, "unknown-use"),
        ({"used": {"u": _use("e:look", "e:rows")}, "wasGeneratedBy": _WROTE,
          "wasInformedBy": {"i": {"prov:informed": "e:train", "prov:informant": "e:look"}}}, "data"),
        ({"used": {"u": _use("e:train", "e:set")}, "wasGeneratedBy": _WROTE,
          "hadMember": {"h": {"prov:collection": "e:set", "prov:entity": "e:rows"}}}, "data"),
        ({"wasInfluencedBy": {"i": {"prov:influencee": "e:mine", "prov:influencer": "e:rows"}}}, "data"),
        ({"specializationOf": {"s": {"prov:specificEntity": "e:mine", "prov:generalEntity": "e:rows"}}}, "data"),
        ({"wasDerivedFrom": {"a": {"prov:generatedEntity": "e:mine", "prov:usedEntity": "e:rows"},
                             "b": {"prov:generatedEntity": "e:rows", "prov:usedEntity": "e:mine"}}}, "data"),
    ],
)  # fmt: skip
def test_an_entity_that_was_used_is_told(records: Mapping[str, Any], relation: str) -> None:
    found = _read({"prefix": {"e": "http://x/"}, "entity": _ENTITIES, **records})
    assert ("org/rows", relation) in _names(found)


def _went_on(*pairs: tuple[str, str]) -> dict[str, Any]:
    told = [{"prov:informant": f"e:{before}", "prov:informed": f"e:{after}"} for before, after in pairs]
    return {f"i{number}": one for number, one in enumerate(told)}


def _writes(**entities: str) -> dict[str, Any]:
    return {key: {"prov:activity": f"e:{key}", "prov:entity": f"e:{one}"} for key, one in entities.items()}


@pytest.mark.parametrize(
    ("went_on", "wrote", "released"),
    [
        ([("look", "a")], {"a": "mine"}, {"mine"}),
        ([("look", "a"), ("a", "b"), ("b", "c")], {"c": "mine"}, {"mine"}),
        ([("look", "a"), ("look", "b")], {"a": "mine", "b": "other"}, {"mine", "other"}),
        ([("look", "a"), ("a", "b"), ("a", "c")], {"b": "mine", "c": "other"}, {"mine", "other"}),
        ([("look", "a"), ("a", "look"), ("a", "b")], {"b": "mine"}, {"mine"}),
        ([("look", "look"), ("look", "a"), ("look", "nowhere")], {"a": "mine"}, {"mine"}),
    ],
)
def test_what_an_activity_used_that_wrote_nothing_went_into_all_that_went_on_from_it(
    went_on: list[tuple[str, str]], wrote: dict[str, str], released: set[str]
) -> None:
    entities = {**_ENTITIES, "e:other": {"prov:label": "other", "prov:type": "model"}}
    found = _read({"prefix": {"e": "http://x/"}, "entity": entities, "used": {"u": _use("e:look", "e:rows")},
                   "wasInformedBy": _went_on(*went_on), "wasGeneratedBy": _writes(**wrote)})  # fmt: skip
    assert [(one.name, one.relation, one.if_known) for one in found.sightings] == [
        ("org/rows", "data", False)
    ]
    assert {one.name for one in found.published} == released
    assert all("\0" not in one.what for one in found.lost)


def test_activities_that_go_on_from_each_other_are_read_in_proportion() -> None:
    many = 8_000
    pairs = [(f"a{number}", f"a{number + 1}") for number in range(many)]
    used = {f"u{number}": _use(f"e:a{number}", "e:rows") for number in range(many)}
    with effort_below(400):
        found = _read({"prefix": {"e": "http://x/"}, "entity": _ENTITIES, "used": used,
                       "wasInformedBy": _went_on(*pairs),
                       "wasGeneratedBy": _writes(**{f"a{many}": "mine"})})  # fmt: skip
    assert len(found.sightings) == many


def test_a_thing_that_two_parts_tell_keeps_what_both_say() -> None:
    twice = {**_ENTITIES, "e:rows": [_ENTITIES["e:rows"], {"dcterms:license": "CC-BY-NC-4.0"}]}
    tied = {"d": {"prov:generatedEntity": "e:mine", "prov:usedEntity": "e:rows"}}
    other = {"entity": {"e:rows": {"prov:label": "org/other"}}}
    found = _read({"prefix": {}, "entity": twice, "wasDerivedFrom": tied, "bundle": {"b": other}})
    assert [(one.name, one.licence) for one in found.sightings] == [("org/rows", "CC-BY-NC-4.0")]


def _event(reads: Sequence[str], writes: Sequence[str]) -> dict[str, Any]:
    return {
        "eventTime": "2026-01-01T00:00:00Z", "producer": "p", "job": {"name": "j"},
        "inputs": [{"namespace": "hf", "name": one} for one in reads],
        "outputs": [{"namespace": "hf", "name": one} for one in writes],
    }  # fmt: skip


@pytest.mark.parametrize(
    "events",
    [
        [_event(["rows"], ["rows"]), _event(["rows"], ["out"])],
        [_event(["rows"], ["mid"]), _event(["mid"], ["rows"]), _event(["mid"], ["out"])],
    ],
)
def test_a_set_that_comes_of_itself_was_there_before(events: Sequence[Mapping[str, Any]]) -> None:
    assert "rows" in {one.name for one in _read(events).sightings if not one.if_known}


def test_late_and_broken_events_are_read_or_told() -> None:
    lines = [json.dumps(_event([f"org/d{number % 3}"], ["me/out"])) for number in range(6_000)]
    lines += ['{"eventTime": broken', '{"a": 1}', json.dumps(_event(["org/last"], ["me/out"]))]
    found = read_event_lines("\n".join(lines), "e.jsonl", _silent)
    assert found is not None
    assert [one.place.line for one in found.sightings if one.name == "org/last"] == [6_003]
    assert [one.place.line for one in found.lost] == [6_001, 6_002]


def test_earlier_provenance_and_sources_in_fields_are_read() -> None:
    provenance: dict[str, Any] = {
        "source": [{"url": "https://huggingface.co/datasets/org/rows"}, {"name": "o/x"}]
    }
    for _ in range(30):
        provenance = {"sub-provenance": [provenance], "date": "2020-01-01"}
    found = _read({"source": {"title": "mine"}, "provenance": provenance, "use": {"license": "mit"}})
    assert [one.name for one in found.sightings] == ["https://huggingface.co/datasets/org/rows", "o/x"]


@pytest.mark.parametrize(
    "fields",
    [
        {"sc:isBasedOn": "https://huggingface.co/datasets/org/rows"},
        {"https://schema.org/isBasedOn": {"name": "org/rows"}},
        {"isBasedOn": "org/other", "schema:isBasedOn": "org/rows"},
        {"isBasedOn": {"@id": "#rows"}, "hasPart": [{"@id": "#rows", "name": "org/rows"}]},
        {
            "isBasedOn": [{"@id": "#gone"}, {"@id": "#rows"}],
            "mentions": {"x": [{"@id": "#rows", "name": "org/rows"}]},
        },
    ],
)
def test_a_source_of_croissant_may_have_a_prefix_or_stand_elsewhere(fields: Mapping[str, Any]) -> None:
    about = {"@type": "Dataset", "name": "mine", "conformsTo": "http://mlcommons.org/croissant/1.0"}
    assert ("org/rows", "data") in _names(_read({**about, **fields}))
