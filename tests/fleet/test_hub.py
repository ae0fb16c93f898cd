from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.fleet.explain import explain
from compliance.fleet.hub import rows
from compliance.fleet.rows import ArtifactRow
from compliance.fleet.store import Store
from compliance.model.known.knowledge import Knowledge

from .conftest import AS_OF, HUB, checked, few, positions


def test_a_hub_is_ingested_checked_and_explained(
    tmp_path: Path, knowledge: Knowledge, told: Callable[..., int]
) -> None:
    store = Store(tmp_path / "hub.fleet")
    assert told(store, HUB) == 1
    assert len(positions(store)) < checked(store, knowledge).written
    held = {(rule, release): readings for rule, release, readings in positions(store)}
    # As the quickstart's own check says of the same model: arguable, because Alpaca is for non-commercial use.
    assert held["data-licences/nc-weights", "meadow/tuned-7b"] == 8
    # What a service wrote into a data set that the registry knows still reaches what was made from it.
    route = next(
        one for one in explain(store, knowledge, AS_OF, "brook/tuned-7b-GGUF", "openai/competing-models")
    ).route
    assert [hop.source for hop in route] == ["text-davinci-003", "tatsu-lab/alpaca", "meadow/tuned-7b"]
    assert route[0].documented is not None


@pytest.mark.parametrize("tags", [3, True, "license:mit", None, {"license": "mit"}])
def test_tags_that_are_no_list_tell_nothing(tags: object) -> None:
    (row,) = rows({"id": "meadow/odd", "tags": tags})
    assert isinstance(row, ArtifactRow)
    assert (row.id, row.licence) == ("meadow/odd", None)


def test_a_name_that_nobody_knows_has_a_position_of_its_own(
    tmp_path: Path, knowledge: Knowledge, told: Callable[..., int]
) -> None:
    store = Store(tmp_path / "hub.fleet")
    told(store, HUB)
    found = {one.rule: one for one in explain(store, knowledge, AS_OF, "brook/mix")}["not-covered/name"]
    assert (found.position, found.route[0].source) == ("not-covered", "gone/lost")
    assert explain(store, knowledge, AS_OF, "meadow/tuned-7b", "not-covered/name") == []
    checked(store, few(knowledge))
    assert store.all("SELECT id FROM positions JOIN names USING (n) WHERE rule = 'not-covered/name'") == [
        ("brook/mix",)
    ]


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ({"_id": "1", "id": "meadow/a", "modelId": "meadow/a", "tags": ["region:us"]}, "model"),
        ({"_id": "1", "id": "meadow/a", "tags": ["region:us"], "createdAt": "2024-07-01"}, "dataset"),
        ({"id": "meadow/a", "tags": ["region:us"]}, "model"),
        ({"id": "meadow/a", "tags": ["size_categories:1K<n<10K"]}, "dataset"),
    ],
)
def test_records_of_data_sets_need_no_tags_of_data(record: dict[str, object], kind: str) -> None:
    (row,) = rows(record)
    assert isinstance(row, ArtifactRow)
    assert row.kind == kind


def test_tags_name_what_a_data_set_was_made_of() -> None:
    names = ("original", "extended", "extended|squad", "meadow/rows", "extended|other-news", "other")
    _, *edges = rows({"_id": "1", "id": "brook/set", "tags": [f"source_datasets:{name}" for name in names]})
    assert [edge[1] for edge in edges] == ["squad", "meadow/rows"]
