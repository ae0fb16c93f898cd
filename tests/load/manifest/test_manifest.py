"""A manifest or waiver file becomes frozen values with the place of every key, or all its faults at once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

import pytest
from pydantic import ValidationError

from compliance.errors import InputError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest, load_manifest, load_waivers
from compliance.model.known.knowledge import Knowledge, Registry
from compliance.model.names.catalogue import Catalogue
from compliance.model.names.registry import Relations
from compliance.model.packs.rule import FactEntry

MANIFEST = """\
lineage: 1
project: {id: p}
publisher: {name: Lab, facts: {revenue: 5}}
parties:
  maker: {name: Maker, facts: {revenue: 6}}
artifacts:
  rows: {kind: dataset, facts: {personal_data: yes}}
  m: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {data: [rows, {artifact: rows, share: 0.5}]}, outputs: m, facts: {region: x}}
releases:
  - {artifact: m, facts: {dod: true}}
"""
TYPES: dict[str, Literal["number", "yes-no", "text"]] = {
    "publisher.revenue": "number", "party.revenue": "number", "source.personal_data": "yes-no", "step.region": "text",
    "release.dod": "yes-no",
}  # fmt: skip
FACTS = {name: FactEntry(type=kind, question="What?") for name, kind in TYPES.items()}


def _packs(facts: dict[str, FactEntry]) -> Knowledge:
    registry = Registry(Relations(relations={}, carry={}), {}, {}, Catalogue.of())
    return Knowledge(packs=(), instruments={}, definitions={}, facts=facts, registry=registry, used=())


def _faults(text: str, facts: dict[str, FactEntry] | None = None) -> list[str]:
    with pytest.raises(InputError) as caught:
        check_manifest(parse_yaml(text, "m.yaml"), _packs(facts) if facts else None)
    return [str(fault) for fault in caught.value.faults]


def test_a_file_is_loaded_with_its_places_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "lineage.yaml"
    path.write_text(MANIFEST)
    loaded = load_manifest(path, _packs(FACTS))
    assert loaded.manifest.project.id == "p"
    assert str(loaded.where(("steps", 0))) == f"{path}:10:5"
    assert str(loaded.where(("steps", 0, "no-such-key"))) == f"{path}:10:5"
    assert loaded.document.sha256 == hashlib.sha256(MANIFEST.encode()).hexdigest()


def test_values_are_frozen() -> None:
    manifest = check_manifest(parse_yaml(MANIFEST, "m.yaml")).manifest
    with pytest.raises(ValidationError):
        manifest.project = None  # type: ignore[assignment]


def test_one_value_stands_for_a_list_of_one() -> None:
    step = check_manifest(parse_yaml(MANIFEST, "m.yaml")).manifest.steps[0]
    assert (
        step.outputs,
        [(item.artifact, item.share) for item in step.inputs["data"]],
    ) == (("m",), [("rows", None), ("rows", 0.5)])


def test_what_is_not_said_is_unknown() -> None:
    manifest = check_manifest(parse_yaml(MANIFEST, "m.yaml")).manifest
    release, step = manifest.releases[0], manifest.steps[0]
    assert {"unknown"} == {
        release.access,
        release.commercial,
        release.function,
        step.authorised,
        step.commissioned,
    }
    assert (release.notices, release.license_copies, release.date) == (None, None, None)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", "yes"),
        ("yes", "yes"),
        ("false", "no"),
        ("no", "no"),
        ("unknown", "unknown"),
        ("~", "unknown"),
    ],
)
def test_yes_and_no_can_be_written_either_way(word: str, value: str) -> None:
    text = MANIFEST.replace("{artifact: m,", f"{{artifact: m, commercial: {word},")
    assert value == check_manifest(parse_yaml(text, "m.yaml")).manifest.releases[0].commercial


def test_a_release_goes_by_its_id_or_its_artifact() -> None:
    text = MANIFEST + "  - {id: second, artifact: m}\n"
    releases = check_manifest(parse_yaml(text, "m.yaml")).manifest.releases
    assert [release.key for release in releases] == ["m", "second"]


def test_every_fact_must_be_in_the_catalogue() -> None:
    text = MANIFEST.replace("revenue", "revenu").replace("region", "zzz")
    assert _faults(text, FACTS) == [
        "m.yaml:3:32: unknown fact 'revenu'; did you mean 'revenue'?",
        "m.yaml:5:32: unknown fact 'revenu'; did you mean 'revenue'?",
        "m.yaml:10:106: unknown fact 'zzz'; see `compliance rules facts` for the facts rules ask",
    ]


def test_without_a_catalogue_facts_are_taken_as_they_are() -> None:
    text = MANIFEST.replace("revenue", "revenu")
    assert check_manifest(parse_yaml(text, "m.yaml")).manifest.publisher.facts == {"revenu": 5}


def test_facts_of_a_party_may_be_said_of_the_publisher() -> None:
    only_party = {key: entry for key, entry in FACTS.items() if key != "publisher.revenue"}
    assert check_manifest(parse_yaml(MANIFEST, "m.yaml"), _packs(only_party)).manifest.publisher.facts == {
        "revenue": 5
    }


def test_a_share_is_between_nothing_and_all() -> None:
    for share in ("1.01", "-0.1"):
        faults = _faults(MANIFEST.replace("share: 0.5", f"share: {share}"))
        assert len(faults) == 1
        assert "steps[0].inputs.data[1].share" in faults[0]


def test_a_manifest_releases_something() -> None:
    head, _, _ = MANIFEST.partition("releases:")
    assert len(_faults(head)) == 1
    assert len(_faults(head + "releases: []\n")) == 1


def test_waivers_are_read(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(
        "waivers:\n  - {rule: a/b, release: m, reason: accepted-risk, statement: Known., owner: Board, expires: 2026}\n"
    )
    waiver = load_waivers(path).waivers[0]
    assert (waiver.rule, waiver.source, waiver.expires) == ("a/b", None, "2026")


def test_waivers_without_end_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(
        "waivers:\n  - {rule: a/b, release: m, reason: accepted-risk, statement: Known., owner: Board}\n"
    )
    with pytest.raises(InputError, match="'expires' is required"):
        load_waivers(path)
