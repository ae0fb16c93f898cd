"""A model and a data set may share an id, as they do on a hub: each keeps its facts, its parents and its children."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from compliance.errors import UsageError
from compliance.fleet.check import check
from compliance.fleet.explain import explain
from compliance.fleet.ingest import ingest
from compliance.fleet.recall import recall
from compliance.fleet.store import Store
from compliance.kernels.numpy_kernel import reach
from compliance.model.known.knowledge import Knowledge

from .conftest import AS_OF, few

Record = dict[str, Any]
MODEL: Record = {
    "id": "meadow/owl", "modelId": "meadow/owl", "pipeline_tag": "text-generation", "createdAt": "2025-05-01T00:00:00Z",
    "tags": ["license:mit", "dataset:meadow/owl", "base_model:finetune:brook/base"],
}  # fmt: skip
DATA: Record = {
    "_id": "1", "id": "meadow/owl", "createdAt": "2025-04-01T00:00:00Z",
    "tags": ["license:cc-by-nc-4.0", "source_datasets:tatsu-lab/alpaca"],
}  # fmt: skip
EDGES: Record = {"child": "brook/tuned", "parent": "meadow/owl", "step": "finetune", "role": "base"}


def _store(folder: Path, knowledge: Knowledge, files: Sequence[Sequence[Record]]) -> Store:
    store = Store(folder / "hub.fleet")
    for number, records in enumerate(files):
        path = folder / f"{number}.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
        ingest(store, path, knowledge, lambda _: None)
    return store


def _edges(store: Store) -> list[tuple[Any, ...]]:
    return store.all(
        f"SELECT c.id, c.data, p.id, p.data FROM ({store.current('edges')}) e JOIN names c ON c.n = e.target "
        "JOIN names p ON p.n = e.source ORDER BY ALL"
    )


@pytest.mark.parametrize("order", list(permutations((MODEL, DATA))))
@pytest.mark.parametrize("at_once", [True, False])
def test_each_keeps_what_is_told_of_it(
    order: Sequence[Record], at_once: bool, tmp_path: Path, knowledge: Knowledge
) -> None:
    store = _store(tmp_path, knowledge, [order] if at_once else [[one] for one in order])
    kinds = store.all(f"SELECT kind, licence FROM ({store.current('artifacts')}) ORDER BY kind")
    assert kinds == [("dataset", "cc-by-nc-4.0"), ("model", "mit")]
    assert _edges(store) == [
        ("meadow/owl", False, "brook/base", False),
        ("meadow/owl", False, "meadow/owl", True),
        ("meadow/owl", True, "tatsu-lab/alpaca", True),
    ]


@pytest.mark.parametrize("order", list(permutations(([MODEL], [DATA], [EDGES]))))
def test_an_edge_that_says_no_kind_means_the_model(
    order: Sequence[Sequence[Record]], tmp_path: Path, knowledge: Knowledge
) -> None:
    store = _store(tmp_path, knowledge, [*order, [EDGES]])
    assert ("brook/tuned", None, "meadow/owl", False) in _edges(store)


@pytest.mark.parametrize("order", list(permutations(([DATA], [EDGES]))))
def test_where_there_is_a_data_set_alone_it_means_that(
    order: Sequence[Sequence[Record]], tmp_path: Path, knowledge: Knowledge
) -> None:
    store = _store(tmp_path, knowledge, order)
    assert ("brook/tuned", None, "meadow/owl", True) in _edges(store)


def test_what_is_behind_the_data_set_reaches_the_model(tmp_path: Path, knowledge: Knowledge) -> None:
    store = _store(tmp_path, knowledge, [[MODEL, DATA]])
    check(store, few(knowledge), AS_OF, reach, lambda _: None)
    held = {one.rule: one for one in explain(store, few(knowledge), AS_OF, "meadow/owl")}
    route = held["openai/competing-models"].route
    assert [(hop.source, hop.target) for hop in route[1:]] == [
        ("tatsu-lab/alpaca", "meadow/owl"),
        ("meadow/owl", "meadow/owl"),
    ]
    of_data = {one.rule for one in explain(store, few(knowledge), AS_OF, "datasets/meadow/owl")}
    assert "openai/competing-models" in of_data
    assert store.numbers("datasets/meadow/owl") == store.numbers("meadow/owl")[1:]
    assert [one.release for one in recall(store, knowledge, AS_OF, "meadow/owl")] == ["meadow/owl"]
    with pytest.raises(UsageError, match="knows no 'datasets/brook/base'"):
        store.numbers("datasets/brook/base")
