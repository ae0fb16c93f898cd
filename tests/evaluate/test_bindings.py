"""A rule is put to the sources that something connects with a release, however many others there are."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.evaluate import bindings as put
from compliance.evaluate.bindings import bindings
from compliance.evaluate.reaching.reach import ReachTable
from compliance.evaluate.world import World
from compliance.model.declared.manifest import Manifest
from tests.evaluate.world import AS_OF, RELEASE, lineage, manifest, world

WHEN = {"when": {"used": {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student"]}}}}


def _apart(size: int) -> Manifest:
    """So many models, each made from rows of its own and a program, and released for itself."""
    keys = [str(number) for number in range(size)]
    steps: list[dict[str, Any]] = [
        {"id": f"t{key}", "kind": "train", "inputs": {"data": f"rows{key}", "tool": "lib"}, "outputs": [f"m{key}"]}
        for key in keys
    ]  # fmt: skip
    artifacts: dict[str, Any] = {"lib": {"kind": "code", "name": "trainer"}}
    for key in keys:
        artifacts |= {f"rows{key}": {"kind": "dataset", "name": f"rows {key}"}, f"m{key}": {"kind": "model"}}
    releases = [{**RELEASE, "artifact": f"m{key}", "id": f"r{key}"} for key in keys]
    return manifest(artifacts=artifacts, steps=steps, releases=releases)


@pytest.mark.parametrize("size", [1, 4, 40])
def test_what_belongs_to_other_releases_is_not_looked_at(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    kept = put._of_source

    def watched(world: World, rule: Any, source: Any, target: Any) -> Any:
        looked.append(source.id)
        return kept(world, rule, source, target)

    monkeypatch.setattr(put, "_of_source", watched)
    knowledge = world({**WHEN, "about": {"source": {"kind": ["dataset"]}}})
    everything = World(lineage(_apart(size)), knowledge, AS_OF)
    found = list(bindings(everything, knowledge.packs[0].rules[0], everything.lineage.releases[0]))
    assert (["rows0"], {"rows0"}) == (looked, {one.context.source.id for one in found if one.context.source})


@pytest.mark.parametrize("size", [1, 4])
def test_what_reaches_a_version_is_what_has_a_class_there(size: int) -> None:
    table = World(lineage(_apart(size)), world(WHEN), AS_OF).table
    nodes = range(len(table.lineage.versions))
    entries = [entry for given in table.entries.values() for entry in given]
    expected = {node: {entry for entry in entries if table.classes(entry, node)} for node in nodes}
    assert expected == {node: set(table.reaching(node)) for node in nodes}


def _of_one_service(size: int) -> Manifest:
    """So many models, each made from rows of its own that another party let the same service write."""
    keys = [str(number) for number in range(size)]
    steps: list[dict[str, Any]] = []
    artifacts: dict[str, Any] = {"gpt": {"kind": "service", "name": "gpt"}}
    for key in keys:
        artifacts |= {f"rows{key}": {"kind": "dataset"}, f"m{key}": {"kind": "model"}}
        wrote = {"inputs": {"teacher": "gpt"}, "outputs": [f"rows{key}"], "by": "partner"}
        steps += [
            {"id": f"g{key}", "kind": "generate", **wrote},
            {"id": f"t{key}", "kind": "train", "inputs": {"data": f"rows{key}"}, "outputs": [f"m{key}"]},
        ]
    releases = [{**RELEASE, "artifact": f"m{key}", "id": f"r{key}"} for key in keys]
    parties = {"partner": {"name": "Partner", "kind": "company"}}
    return manifest(artifacts=artifacts, steps=steps, releases=releases, parties=parties)


@pytest.mark.parametrize("size", [1, 4, 40])
def test_calls_for_other_releases_are_not_looked_at(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[tuple[int, int]] = []
    kept = ReachTable.classes

    def watched(table: ReachTable, entry: int, node: int) -> Any:
        looked.append((entry, node))
        return kept(table, entry, node)

    knowledge = world({**WHEN, "about": {"source": {"kind": ["service"]}}, "parties": ["caller"]})
    everything = World(lineage(_of_one_service(size)), knowledge, AS_OF)
    monkeypatch.setattr(ReachTable, "classes", watched)
    (found,) = bindings(everything, knowledge.packs[0].rules[0], everything.lineage.releases[0])
    assert (found.party_name, found.context.target.artifact.id) == ("Partner", "rows0")
    assert len(looked) <= 5
