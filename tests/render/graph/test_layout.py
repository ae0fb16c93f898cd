"""Places: nothing overlaps, arrows lead forwards, and the same graph gives the same picture."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.render.graph.layout import Direction, Placed, lay_out, scale
from compliance.render.graph.model import Graph, build_graph
from tests.render.lineages import drawn_report, large_report

ROOM = (1200, 800)


@pytest.fixture(scope="module", params=["full", "large"])
def graph(request: pytest.FixtureRequest) -> Graph:
    return build_graph(drawn_report() if request.param == "full" else large_report())


@pytest.fixture(scope="module", params=["right", "down"])
def placed(graph: Graph, request: pytest.FixtureRequest) -> Placed:
    direction: Direction = request.param
    return lay_out(graph, ROOM, direction)


def test_no_node_lies_on_another(placed: Placed) -> None:
    boxes = sorted(placed.boxes.values(), key=lambda box: (box.x, box.y))
    for one, other in itertools.combinations(boxes, 2):
        apart_x = one.x + one.width < other.x or other.x + other.width < one.x
        apart_y = one.y + one.height < other.y or other.y + other.height < one.y
        assert apart_x or apart_y


def test_all_lies_within_the_picture(placed: Placed) -> None:
    for box in placed.boxes.values():
        assert 0 <= box.x <= placed.width - box.width
        assert 0 <= box.y <= placed.height - box.height
    for path in placed.paths:
        assert all(0 <= x <= placed.width and 0 <= y <= placed.height for x, y in path.points)


def test_every_arrow_leads_onwards_and_meets_its_nodes(placed: Placed) -> None:
    rightwards = placed.direction == "right"
    for path in placed.paths:
        along = [x if rightwards else y for x, y in path.points]
        assert along == sorted(along)
        source, target = placed.boxes[path.edge.source], placed.boxes[path.edge.target]
        assert along[0] == (source.x + source.width if rightwards else source.y + source.height)
        assert along[-1] == (target.x if rightwards else target.y)


def test_no_arrow_passes_through_a_node(placed: Placed) -> None:
    rightwards = placed.direction == "right"
    for path in placed.paths:
        for (x, y), (to_x, to_y) in itertools.pairwise(path.points[1:-1]):
            for box in placed.boxes.values():
                side, along = (
                    ((box.y, box.height), (box.x, box.width))
                    if rightwards
                    else ((box.x, box.width), (box.y, box.height))
                )
                here, start, end = (y, x, to_x) if rightwards else (x, y, to_y)
                straight = (y == to_y) if rightwards else (x == to_x)
                inside = side[0] < here < side[0] + side[1] and start < along[0] + along[1] and end > along[0]
                assert not (straight and inside)


def test_without_a_direction_the_larger_picture_is_taken(graph: Graph) -> None:
    both = [lay_out(graph, ROOM, "right"), lay_out(graph, ROOM, "down")]
    assert scale(lay_out(graph, ROOM), ROOM) == max(scale(each, ROOM) for each in both)


def test_an_empty_graph_has_a_small_picture() -> None:
    assert lay_out(Graph((), (), ()), ROOM).boxes == {}


def test_the_same_graph_is_placed_the_same_in_every_process(repo_root: Path) -> None:
    program = (
        "import hashlib; from tests.render.lineages import large_report; from compliance.render.graph.print import "
        "render_svg; from compliance.render.view.report_view import build_view; r = large_report(); "
        "print(hashlib.sha256(render_svg(r, build_view(r)).encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=repo_root, env={"PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1
