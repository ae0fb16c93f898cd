"""Records of provenance in other standards: PROV-JSON, OpenLineage, OASIS Data Provenance, usage terms."""

from __future__ import annotations

import json
from typing import Any

import pytest

from compliance.acquire.bom.croissant import read_croissant
from compliance.acquire.bom.openlineage import looks_like_events, read_event_lines
from compliance.acquire.foreign import foreign_format, read_foreign
from compliance.acquire.found import Found
from compliance.acquire.tree import read_tree
from compliance.model.declared.sighting import Mention
from compliance.model.shapes.location import Location

PROV: dict[str, Any] = {
    "prefix": {"ex": "http://example.org/"},
    "entity": {
        "ex:base": {"prov:label": "org/base-7b", "prov:type": "model"},
        "ex:rows": {"prov:label": {"$": "org/rows", "lang": "en"}},
        "ex:mid": {},
        "ex:tuned": {"prov:label": "me/tuned", "prov:type": "model", "dcterms:license": "MIT"},
    },
    "activity": {"ex:clean": {}, "ex:tune": {}, "ex:look": {"prov:type": "evaluate"}},
    "agent": {
        "ex:gpt": {
            "prov:type": {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"},
            "prov:label": "GPT-4",
        }
    },
    "used": {
        "_:1": {"prov:activity": "ex:clean", "prov:entity": "ex:rows"},
        "_:2": {"prov:activity": "ex:tune", "prov:entity": "ex:mid", "prov:role": "data"},
        "_:3": {"prov:activity": "ex:tune", "prov:entity": "ex:base", "prov:role": "base"},
        "_:4": {"prov:activity": "ex:look", "prov:entity": "ex:tuned"},
    },
    "wasGeneratedBy": {
        "_:5": {"prov:entity": "ex:mid", "prov:activity": "ex:clean"},
        "_:6": {"prov:entity": "ex:tuned", "prov:activity": "ex:tune"},
    },
    "wasAssociatedWith": {"_:7": {"prov:activity": "ex:clean", "prov:agent": "ex:gpt"}},
}
EVENT: dict[str, Any] = {
    "eventType": "COMPLETE", "eventTime": "2025-01-01T00:00:00Z", "producer": "https://x.org",
    "run": {"runId": "1"}, "job": {"namespace": "n", "name": "mix"},
    "inputs": [{"namespace": "s3://bucket", "name": "rows", "facets": {"schema": {}}},
               {"namespace": "huggingface", "name": "org/rows"}, {"namespace": "file", "name": "/tmp/a.csv"}],
    "outputs": [{"namespace": "s3://bucket", "name": "mixed"}],
}  # fmt: skip
RECORD: dict[str, Any] = {
    "source": {"name": "News", "issuer": [{"legal-name": "Acme"}]},
    "provenance": {
        "date": "2026-01-10", "source": "https://x.org/earlier.json",
        "generation-method": [{"code": "feeds", "long-description": "feeds"}],
        "sub-provenance": {"source": "https://x.org/first.json"},
    },
    "use": {"license": ["Apache-2.0"], "consents": ["https://x.org/c.pdf"]},
}  # fmt: skip


def silent(text: str, section: str) -> list[Mention]:
    """A reader of prose that finds nothing."""
    return []


def read(document: object) -> Found:
    return read_foreign(read_tree(json.dumps(document, indent=1), True), "d.json", silent)


def test_entities_that_nothing_writes_are_upstreams_and_ends_are_released() -> None:
    found = read(PROV)
    assert [one.name for one in found.sightings if one.if_known] == ["mid"]
    expected = [
        ("mid", "data", "me/tuned"),
        ("org/rows", "data", None),
        ("org/base-7b", "base", "me/tuned"),
        ("GPT-4", "generated-by", None),
    ]
    assert sorted(expected) == sorted((one.name, one.relation, one.into) for one in found.sightings)
    assert [(one.kind, one.name, one.licence) for one in found.published] == [("model", "me/tuned", "MIT")]
    assert [one.what.split(";")[0] for one in found.lost] == ["mid is made on the way"]


def test_a_derivation_of_bundles_counts_too() -> None:
    inner = {
        "entity": {"a": {}, "b": {}},
        "wasDerivedFrom": {"d": {"prov:generatedEntity": "b", "prov:usedEntity": "a"}},
    }
    found = read({"prefix": {"ex": "http://x/"}, "bundle": {"ex:b": inner}})
    assert [(one.name, one.relation, one.into) for one in found.sightings] == [("a", "data", "b")]


def test_a_document_without_making_says_so() -> None:
    found = read({"prefix": {}, "entity": {"ex:a": {"prov:label": "a"}}})
    assert [one.what for one in found.lost] == ["says of no entity what it was made from"]


def test_sets_that_no_job_writes_are_upstreams_of_those_that_none_reads() -> None:
    found = read(EVENT)
    expected = [("s3://bucket/rows", "s3://bucket/mixed"), ("org/rows", "s3://bucket/mixed")]
    assert expected == [(one.name, one.into) for one in found.sightings]
    assert [one.name for one in found.published] == ["s3://bucket/mixed"]
    assert [name for name, _ in found.reads] == ["file:/tmp/a.csv"]
    assert [one.what for one in found.lost] == ["facet schema has no place here"]


def test_events_one_a_line_keep_their_line_and_join() -> None:
    later = {**EVENT, "inputs": EVENT["outputs"], "outputs": [{"namespace": "s3://bucket", "name": "last"}]}
    later["run"] = {"runId": "another"}
    text = f"\n{json.dumps(EVENT)}\n{json.dumps(later)}\n"
    assert looks_like_events(text)
    found = read_event_lines(text, "e.ndjson", silent)
    assert found is not None
    assert [one.name for one in found.published] == ["s3://bucket/last"]
    assert {one.place.line for one in found.sightings if not one.if_known} == {2}


@pytest.mark.parametrize("text", ['{"a": 1}\n', "no json\n", "", '[1]\n{"b": 2}\n'])
def test_other_rows_are_no_events(text: str) -> None:
    assert (looks_like_events(text), read_event_lines(text, "e.jsonl", silent)) == (False, None)


def test_a_record_tells_set_licence_issuer_and_the_records_it_comes_from() -> None:
    found = read(RECORD)
    one = found.published[0]
    assert (one.name, one.licence, one.date, one.publisher) == ("News", "Apache-2.0", "2026-01-10", "Acme")
    expected = ["https://x.org/earlier.json", "https://x.org/first.json"]
    assert expected == [each.name for each in found.sightings]
    assert [each.what for each in found.lost] == ["use.consents has no place here"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [(PROV, "prov"), (EVENT, "openlineage"), ([EVENT], "openlineage"), (RECORD, "data-provenance"),
     ({"entity": "x"}, None), ({"source": {"name": "a"}}, None), ({"eventTime": "x"}, None), ([], None)],
)  # fmt: skip
def test_a_record_is_known_by_its_keys(document: object, expected: str | None) -> None:
    assert expected == foreign_format(read_tree(json.dumps(document), True))


def croissant(**usage: object) -> Found:
    document = {"@type": "sc:Dataset", "name": "rows", "distribution": [], **usage}
    return read_croissant(read_tree(json.dumps(document, indent=1), True), "c.json", silent)


@pytest.mark.parametrize(
    ("usage", "statements", "lost"),
    [
        ({"usageInfo": "http://purl.obolibrary.org/obo/DUO_0000046"}, ["DUO:0000046, non-commercial use"], []),
        ({"cr:consentCode": [{"@id": "obo:DUO_0000042"}]}, [], ["DUO:0000042 (general research) has no place here"]),
        ({"usageInfo": {"termCode": "DUO:0000004"}}, [], []),
        ({"usageInfo": {"@type": "odrl:Offer", "odrl:prohibition": [{"odrl:action": {"@id": "odrl:commercialize"}}]}},
         ["ODRL, prohibition of commercial use"], []),
        ({"usageInfo": {"odrl:permission": [{"odrl:action": "odrl:sell"}]}}, [],
         ["usageInfo is left out: terms of use that a manifest has no word for"]),
    ],
)  # fmt: skip
def test_usage_terms_limit_what_they_limit_and_the_rest_is_told(
    usage: dict[str, object], statements: list[str], lost: list[str]
) -> None:
    found = croissant(**usage)
    assert statements == [one.words for one in found.statements]
    assert {"non-commercial"} >= {one.text for one in found.statements}
    assert lost == [one.what for one in found.lost]


def test_what_usage_terms_say_keeps_its_line() -> None:
    found = croissant(usageInfo=[{"@id": "obo:DUO_0000018"}])
    assert [Location("c.json", 7, 1)] == [one.place for one in found.statements]
