"""The lineage as a graph: every arrow leads onwards, and every route is found in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.model.answered.report import Report
from compliance.model.declared.route import Hop, Route
from compliance.render.graph.model import Graph, build_graph
from tests.render.factories import DIRECT, JUDGED, OCR, finding, report
from tests.render.lineages import artifact, drawn_report, large_report, step


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(drawn_report())


def _trail(graph: Graph, value: Report, route: Route) -> set[str]:
    place = next(n for n, item in enumerate(value.findings) if item.routes == (route,))
    return set(graph.trails[place].nodes)


def _acyclic(graph: Graph) -> bool:
    waiting = {node.key: set[str]() for node in graph.nodes}
    for edge in graph.edges:
        waiting[edge.target].add(edge.source)
    while ready := [key for key, before in waiting.items() if not before]:
        for key in ready:
            del waiting[key]
        for before in waiting.values():
            before.difference_update(ready)
    return not waiting


@pytest.mark.parametrize("value", [drawn_report(), large_report()], ids=["full", "large"])
def test_no_arrow_leads_back(value: Report) -> None:
    assert _acyclic(build_graph(value))


def test_an_artifact_that_is_read_and_written_again_stands_twice(graph: Graph) -> None:
    keys = [node.key for node in graph.nodes if node.key.startswith("a:olmo:")]
    assert keys == ["a:olmo:1", "a:olmo:2"]
    assert {edge.key for edge in graph.edges} >= {
        ("a:olmo:1", "s:anneal", "weights"),
        ("s:anneal", "a:olmo:2", "writes"),
    }


def test_the_last_stretch_is_what_is_released(graph: Graph) -> None:
    assert [node.key for node in graph.nodes if node.releases] == ["a:olmo:2"]


def test_writes_without_a_read_between_are_one_stretch() -> None:
    steps = (
        step("a", "collect", (("web", "source", ("data",)),), "mix"),
        step("b", "collect", (("web", "source", ("data",)),), "mix"),
    )
    graph = build_graph(report(steps=steps, artifacts=(artifact("web"), artifact("mix"))))
    assert [node.key for node in graph.nodes if node.kind != "step"] == ["a:web:1", "a:mix:1"]


def test_a_write_without_reading_itself_leads_on_from_the_earlier_stretch() -> None:
    steps = (
        step("a", "collect", (("web", "source", ("data",)),), "mix"),
        step("b", "pretrain", (("mix", "data", ("trained-on",)),), "model"),
        step("c", "collect", (("web", "source", ("data",)),), "mix"),
    )
    names = ("web", "mix", "model")
    graph = build_graph(report(steps=steps, artifacts=tuple(artifact(name) for name in names)))
    assert ("a:mix:1", "a:mix:2", "later") in {edge.key for edge in graph.edges}


@pytest.mark.parametrize(
    ("route", "nodes"),
    [
        (DIRECT, "a:gpt-4.1:1 s:reason a:dolmino:1 s:anneal a:olmo:2"),
        (OCR, "a:gpt-4o:1 s:label a:ocr-mix:1 s:tune-ocr a:olmocr:1 s:transcribe a:science:1 s:mix a:dolma:1 "
              "s:pretrain a:olmo:1 s:anneal a:olmo:2"),
        (JUDGED, "a:llama-3.1:1 s:score a:finemath:1 s:pretrain a:olmo:1 s:anneal a:olmo:2"),
    ],
    ids=["direct", "ocr", "judged"],
)  # fmt: skip
def test_a_route_runs_from_its_source_to_what_is_released(route: Route, nodes: str) -> None:
    value = replace(drawn_report(), findings=(finding(routes=(route,)),))
    assert _trail(build_graph(value), value, route) == set(nodes.split())


def test_a_route_runs_over_the_role_that_it_names(graph: Graph) -> None:
    value = drawn_report()
    place = next(n for n, item in enumerate(value.findings) if item.routes == (OCR,))
    edges = graph.trails[place].edges
    assert ("a:gpt-4o:1", "s:label", "outputs") in edges
    assert not any(source == "a:pdfs:1" for source, _, _ in edges)


def test_a_finding_without_a_route_stands_at_its_source() -> None:
    value = replace(drawn_report(), findings=(finding(routes=()),))
    assert build_graph(value).trails[0].nodes == {"a:gpt-4.1:1"}


def test_a_route_over_steps_that_are_not_there_is_left_out() -> None:
    gone = Route("copy", (Hop("gone", ("outputs",), "nobody", "olmo"),), 1)
    trail = build_graph(replace(drawn_report(), findings=(finding(routes=(gone,)),))).trails[0]
    assert (trail.nodes, trail.edges) == (frozenset(), frozenset())


def test_steps_of_others_and_known_ancestry_are_marked() -> None:
    graph = build_graph(large_report())
    assert [node.key for node in graph.nodes if node.foreign] == ["s:score"]
    assert any(node.added for node in graph.nodes)


def test_what_is_not_stated_is_shown_as_that(graph: Graph) -> None:
    unsettled = [edge.key for edge in graph.edges if edge.kind == "unsettled"]
    assert unsettled == [("a:finemath:1", "s:pretrain", "unsettled")]


def test_a_report_without_a_lineage_has_no_nodes() -> None:
    assert build_graph(report()).nodes == ()
