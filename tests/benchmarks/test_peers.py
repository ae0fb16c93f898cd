"""Every peer finds the routes that we find, and one that finds others is told."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

from benchmarks import peers
from benchmarks.synthetic import synthetic
from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve


def _drawn(size: int, seed: int) -> Lineage:
    return resolve(Manifest.model_validate(synthetic(size, seed)), load_packs().registry)


def _module(name: str) -> None:
    module = peers.PEERS[name][0]
    if not os.environ.get("CI"):
        pytest.importorskip(module)
    importlib.import_module(module)


@pytest.mark.parametrize("seed", [3, 7])
@pytest.mark.parametrize("name", peers.PEERS)
def test_a_peer_finds_the_same_routes(name: str, seed: int) -> None:
    _module(name)
    [(told, ratio)] = peers.against(_drawn(40, seed), 1, (name,))
    assert (told, ratio > 0) == (name, True)


@pytest.mark.parametrize("name", peers.PEERS)
def test_a_peer_finds_the_same_routes_of_a_real_project(repo_root: Path, name: str) -> None:
    _module(name)
    knowledge = load_packs()
    one = pipeline.load_manifest(repo_root / "examples/olmo-3/lineage.yaml", knowledge)
    lineage = resolve(one.manifest, knowledge.registry, one.where, one.used)
    assert [told for told, _ in peers.against(lineage, 1, (name,))] == [name]


@pytest.mark.parametrize("lost", [1, 5])
def test_a_peer_that_finds_other_routes_is_told(monkeypatch: pytest.MonkeyPatch, lost: int) -> None:
    _module("networkx")
    module, work = peers.PEERS["networkx"]

    def careless(lineage: Lineage, target: int) -> peers.Found:
        return set(sorted(work(lineage, target))[lost:])

    monkeypatch.setitem(peers.PEERS, "networkx", (module, careless))
    with pytest.raises(ValueError, match="networkx finds other routes"):
        list(peers.against(_drawn(40, 7), 1, ("networkx",)))


def test_a_peer_that_is_not_installed_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(peers.PEERS, "CEL", ("no_such_module_here", peers.PEERS["CEL"][1]))
    assert list(peers.against(_drawn(40, 7), 1, ("CEL",))) == []
