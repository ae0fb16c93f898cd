"""Lists of several forms come to one graph, which a fleet takes in, and which says where each edge is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from compliance.fleet.ingest import ingest
from compliance.fleet.store import Store
from compliance.load.packs.knowledge import load_packs
from tools.hub_graph import Graph, as_hub, main, sound


def _said(graph: Graph) -> set[tuple[str, str, str | None, str]]:
    return {(e.child, e.parent, e.relation, ", ".join(graph.told_by[k])) for k, e in graph.edges.items()}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "Model ID,Type,Base Model\nbrook/b,quantized,\"meadow/a, meadow/c\"\nbrook/none,,\n"),
        ("a.csv", "source,target,edge\nmeadow/a,brook/b,quantized\nmeadow/c,brook/b,quantised\n"),
        ("a.tsv", "model_id\tbase_model\trelation\nbrook/b\t['meadow/a', 'meadow/c']\tquantize\n"),
        ("a.jsonl", '{"child": "brook/b", "parent": ["meadow/a", "meadow/c"], "relation": "quantized"}\n'),
        ("a.json", '[{"id": "brook/b", "tags": ["base_model:quantized:meadow/a", "base_model:quantized:meadow/c"]}]'),
        (
            "brook/b/README.md",
            "---\nbase_model:\n- meadow/a\n- https://huggingface.co/meadow/c\nbase_model_relation: quantized\n---\n",
        ),
    ],
)  # fmt: skip
def test_one_thing_said_in_several_forms(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "list" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    graph = Graph()
    told = graph.add(tmp_path / "list")
    assert _said(graph) == {
        ("brook/b", "meadow/a", "quantized", "list"),
        ("brook/b", "meadow/c", "quantized", "list"),
    }
    assert (told.edges, told.fresh, told.left_out) == (2, 2, 0)
    assert {edge.step for edge in graph.edges.values()} == {"quantise"}


def _page(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text(json.dumps(records), encoding="utf-8")
    return path


def test_places_are_put_together(tmp_path: Path) -> None:
    hub = _page(
        tmp_path / "pages.json",
        {"_id": "1", "id": "brook/b", "modelId": "brook/b", "createdAt": "2024-07-01T08:00:00Z",
         "tags": ["base_model:meadow/a", "license:mit"]},
        {"_id": "2", "id": "brook/rows", "tags": ["source_datasets:extended|meadow/rows", "source_datasets:original"]},
        {"_id": "3", "id": "brook/demo", "sdk": "gradio", "tags": []},
    )  # fmt: skip
    table = tmp_path / "table.csv"
    table.write_text(
        "model,base_model,type\nbrook/b,meadow/a,adapter\nbrook/b,./out/last,\n", encoding="utf-8"
    )
    graph = Graph()
    assert [graph.add(place)[1:] for place in (hub, table)] == [(2, 2, 2, 0), (2, 1, 0, 1)]
    # What is told by one place only is kept, and a relation that is told wins over one that is not.
    assert _said(graph) == {
        ("brook/b", "meadow/a", "adapter", "pages.json, table.csv"),
        ("brook/rows", "meadow/rows", "dataset", "pages.json"),
    }
    (model,) = (row for row in graph.artifacts.values() if row.kind == "model")
    assert (model.licence, model.released) == ("mit", "2024-07-01")
    assert ("dataset", "brook/rows") in graph.artifacts


@pytest.mark.parametrize("name", ["/models/a", "../a", "C:\\models\\a", "None", "nan", "a b", "", 3, "a/b/c"])
def test_what_is_no_name(name: object) -> None:
    assert sound(name) is None
    assert as_hub({"id": name, "base_model": "meadow/a"}) is None


def test_a_damaged_file_is_left_out_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.json").write_text("[{", encoding="utf-8")
    (tmp_path / "good.csv").write_text("child,parent\nbrook/b,meadow/a\n", encoding="utf-8")
    graph = Graph()
    assert graph.add(tmp_path).edges == 1
    assert "bad.json: left out" in capsys.readouterr().err


def test_a_fleet_takes_it_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "table.csv"
    table.write_text("child,parent\nbrook/b,meadow/a\nmeadow/a,brook/b\n", encoding="utf-8")
    out = tmp_path / "graph.jsonl"
    main(["--out", str(out), str(table)])
    assert "2 artifacts, 2 edges: 2 to base models, 0 to data sets" in capsys.readouterr().out
    store = Store(tmp_path / "hub.fleet")
    ingest(store, out, load_packs(), lambda _: None)
    assert store.counts() == (2, 2)
