"""Names in fields of cards and of a hub's records are read in every form, and a field without one is told."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from compliance.acquire.card import read_card
from compliance.acquire.named import licences, named
from compliance.fleet.hub import rows
from compliance.fleet.rows import ArtifactRow, EdgeRow
from compliance.model.declared.sighting import Mention


def _silent(text: str, section: str) -> list[Mention]:
    return []


_FORMS = [
    ("base_model: {name: Seven, repo_id: org/seven-7b}", {"org/seven-7b"}),
    ("base_model:\n- model: org/x\n- {hub: org/y}", {"org/x", "org/y"}),
    ("datasets:\n- {path: org/rows, split: train}\n- [a/b, c/d]", {"org/rows", "a/b", "c/d"}),
    ("datasets: {train: squad, eval: [x/y]}", {"squad", "x/y"}),
    ("datasets: {squad: 0.3, c4: 0.7}", {"squad", "c4"}),
    ("datasets: {org/a: 10%, org/b: {weight: 2}}", {"org/a", "org/b"}),
    ("datasets: {mix: {parts: [{name: squad}, {id: org/z}]}}", {"squad", "org/z"}),
    ("base_models: [{id: org/x}]\nteacher_model: {name: gpt-4o, provider: openai}", {"org/x", "gpt-4o"}),
    ("base_model: none\ndatasets: []", set()),
]


@pytest.mark.parametrize(("front", "expected"), _FORMS)
def test_a_card_s_field_is_read_whatever_it_holds(front: str, expected: set[str]) -> None:
    found = read_card(f"---\n{front}\n---\n# thing\n", "README.md", _silent)
    assert expected == {one.name for one in found.sightings if one.is_lineage}
    assert found.lost == []


def _record(front: str) -> list[Any]:
    return list(rows({"id": "me/thing", "modelId": "me/thing", "cardData": yaml.safe_load(front)}))


@pytest.mark.parametrize(("front", "expected"), _FORMS)
def test_a_hub_s_record_tells_what_the_card_tells(front: str, expected: set[str]) -> None:
    assert expected == {one.parent for one in _record(front) if isinstance(one, EdgeRow)}


@pytest.mark.parametrize("held", ["true", "[false]", "{weight: 3}", "[[[[[[[[[[[[org/x]]]]]]]]]]]]"])
@pytest.mark.parametrize("field", ["base_model", "datasets", "teacher_model"])
def test_a_field_without_a_name_is_an_upstream_that_nobody_names(field: str, held: str) -> None:
    front = f"{field}: {held}"
    found = read_card(f"---\n{front}\nlicense: mit\n---\n# thing\n", "README.md", _silent)
    assert len([one for one in found.sightings if one.is_lineage]) == 1
    if held != "{weight: 3}":
        assert [one.place.line for one in found.lost] == [2]
    assert len([one for one in _record(front) if isinstance(one, EdgeRow)]) == 1


@pytest.mark.parametrize(
    ("front", "licence"),
    [
        ("license: {name: apache-2.0, link: 'https://huggingface.co/org/x/LICENSE'}", "apache-2.0"),
        ("license: [{id: mit}, {spdx: CC-BY-NC-4.0}]", "mit AND CC-BY-NC-4.0"),
        ("license: {code: mit, weights: cc-by-nc-4.0}", "mit AND cc-by-nc-4.0"),
        ("license: other\nlicense_name: {name: house-terms}", "house-terms"),
    ],
)
def test_a_licence_is_read_whatever_holds_it(front: str, licence: str) -> None:
    found = read_card(f"---\n{front}\n---\n# thing\n", "README.md", _silent)
    assert [one.text for one in found.statements] == [licence]
    assert [one.licence for one in _record(front) if isinstance(one, ArtifactRow)] == [licence]


def test_a_licence_that_cannot_be_read_is_told() -> None:
    found = read_card("---\nlicense: [true]\n---\n# thing\n", "README.md", _silent)
    assert [one.what for one in found.lost] == ["front matter, license, holds no name that can be read"]


def test_names_are_looked_for_in_bounded_depth() -> None:
    deep: object = "org/x"
    for _ in range(50_000):
        deep = [deep]
    assert named(deep) == licences(deep) == []
