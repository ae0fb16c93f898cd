"""Folding keeps what matters, says what it folded, and makes no loops."""

from __future__ import annotations

import pytest

from compliance.render.graph.fold import fold, levels, merge_steps
from compliance.render.graph.model import Graph, build_graph
from tests.render.graph.test_model import _acyclic
from tests.render.lineages import drawn_report, large_report


@pytest.fixture(scope="module")
def large() -> Graph:
    return build_graph(large_report())


def test_every_level_is_smaller_and_has_no_loop() -> None:
    found = [level.graph for level in levels(build_graph(large_report()), large_report())]
    sizes = [len(graph.nodes) for graph in found]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 270
    assert sizes[-1] < 40
    assert all(_acyclic(graph) for graph in found)


def test_a_level_keeps_every_node_on_a_route_that_matters(large: Graph) -> None:
    value = large_report()
    opened = levels(large, value)[2].graph
    kept = {node.key for node in opened.nodes}
    for trail in large.trails:
        if value.is_open(value.findings[trail.finding]):
            assert trail.nodes <= kept


def test_all_nodes_are_shown_or_folded_once(large: Graph) -> None:
    folded = levels(large, large_report())[1].graph
    shown = [key for node in folded.nodes for key in (node.members or (node.key,))]
    assert sorted(shown) == sorted(node.key for node in large.nodes)


def test_a_folded_node_names_what_it_stands_for(large: Graph) -> None:
    folded = levels(large, large_report())[1].graph
    summary = next(node for node in folded.nodes if node.kind == "summary")
    assert summary.lines[0].startswith("+")
    assert summary.title.endswith(".")
    assert "folded" in summary.title


def test_a_trail_runs_through_folded_nodes(large: Graph) -> None:
    folded = fold(large, {node.key for node in large.nodes if node.releases})
    keys = {node.key for node in folded.nodes}
    edges = {edge.key for edge in folded.edges}
    assert all(trail.nodes <= keys and trail.edges <= edges for trail in folded.trails)


def test_arrows_between_the_same_nodes_become_one(large: Graph) -> None:
    folded = levels(large, large_report())[3].graph
    keys = [edge.key for edge in folded.edges]
    assert len(keys) == len(set(keys))
    assert any("arrows" in edge.title for edge in folded.edges)


def test_a_step_is_merged_with_what_it_alone_wrote() -> None:
    graph = merge_steps(build_graph(drawn_report()))
    keys = {node.key for node in graph.nodes}
    assert not keys & {"s:label", "s:pretrain", "s:anneal"}
    assert ("a:gpt-4o:1", "a:ocr-mix:1", "outputs") in {edge.key for edge in graph.edges}
    assert _acyclic(graph)
    merged = next(node for node in graph.nodes if node.key == "a:finemath:1")
    assert "by Hugging Face" in merged.title
    assert all(trail.nodes <= keys for trail in graph.trails)


def test_a_step_is_kept_where_several_write_the_same() -> None:
    graph = merge_steps(build_graph(large_report()))
    assert "s:join-0" in {node.key for node in graph.nodes}
