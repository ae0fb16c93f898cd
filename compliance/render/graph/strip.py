"""Draw the routes of one finding as strips: station after station, wrapped like text to the width of a page.

A strip needs no layout library: a route is a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from compliance.model.answered.finding import Finding
from compliance.model.answered.report import Report
from compliance.model.declared.route import Route
from compliance.render.graph.layout import HEIGHT, Box, Path
from compliance.render.graph.model import EDGE_WORD, Edge, EdgeKind, Node, build_graph
from compliance.render.graph.svg import arrow, box
from compliance.render.graph.text import cut, wrapped
from compliance.render.view.evidence import route_line
from compliance.render.view.words import clean, count

STRIP_WIDTH = 680
MOST_ROUTES = 6
_NODE = 164
_GAP = 74
_ROW = HEIGHT + 30
_HEAD = 22


@dataclass(frozen=True, slots=True)
class _Station:
    """A node of a route, and the arrow that leads to it."""

    node: Node
    kind: EdgeKind
    words: str


def draw_strip(finding: Finding, report: Report, *, name: str, width: int = STRIP_WIDTH) -> str:
    """Return the routes of a finding, one below the other, as an `svg` element without styles."""
    graph = build_graph(report)
    nodes = {node.key: node for node in graph.nodes}
    shown = finding.routes[:MOST_ROUTES]
    parts: list[str] = []
    top = 4
    for number, route in enumerate(shown, 1):
        stations = _stations(route, nodes)
        line = route_line(route)
        told = "; ".join(part for part in (line.reach_words, line.depth_words, line.caution) if part)
        head = f"Route {number} of {len(finding.routes)}: {told}" if len(finding.routes) > 1 else told
        parts.append(f'<text class="tf" x="4" y="{top + 12}">{escape(cut(head, width - 8, 10))}</text>')
        parts.append(_rows(stations, top + _HEAD, width))
        top += _HEAD + _height(len(stations), width)
    if left := len(finding.routes) - len(shown):
        parts.append(f'<text class="tf" x="4" y="{top + 12}">and {count(left, "more route")}</text>')
        top += _HEAD
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="lineage" viewBox="0 0 {width} {top}" width="{width}" '
        f'height="{top}" role="img" aria-label="{escape(name)}"><title>{escape(name)}</title>'
        f"{''.join(parts)}</svg>"
    )


def _stations(route: Route, nodes: dict[str, Node]) -> list[_Station]:
    stations: list[_Station] = []
    for hop in (hop for hop in route.hops if hop.step):
        if not stations:
            stations.append(_Station(_artifact(hop.source, nodes), "writes", ""))
        relations = [word for word in EDGE_WORD if word in hop.relations]
        kind: EdgeKind = relations[0] if relations else "unsettled"
        step = nodes.get(f"s:{hop.step}") or Node(f"s:{hop.step}", "step", (clean(hop.step),), "")
        stations.append(_Station(step, kind, EDGE_WORD[kind]))
        stations.append(_Station(_artifact(hop.target, nodes), "writes", "result"))
    return stations


def _artifact(artifact: str, nodes: dict[str, Node]) -> Node:
    """The last stretch of an artifact, which carries its releases."""
    number = 1
    while f"a:{artifact}:{number + 1}" in nodes:
        number += 1
    key = f"a:{artifact}:{number}"
    return nodes.get(key) or Node(key, "document", (clean(artifact),), "")


def _per_row(width: int) -> int:
    return max(1, (width - 8 + _GAP - 14) // (_NODE + _GAP))


def _height(stations: int, width: int) -> int:
    return -(-stations // _per_row(width)) * _ROW + 2


def _place(number: int, top: int, width: int) -> Box:
    row, column = divmod(number, _per_row(width))
    return Box(18 + column * (_NODE + _GAP), top + row * _ROW + 8, _NODE, HEIGHT)


def _rows(stations: list[_Station], top: int, width: int) -> str:
    parts = []
    for number, station in enumerate(stations):
        here = _place(number, top, width)
        if number:
            parts.append(_link(station, _place(number - 1, top, width), here))
        parts.append(box(station.node, here))
    return "".join(parts)


def _link(station: _Station, before: Box, here: Box) -> str:
    """The arrow to a station, with what it stands for above it; a new row begins with a short one."""
    middle = here.y + here.height // 2
    same_row = before.y == here.y
    start = before.x + before.width if same_row else here.x - 16
    way = Path(Edge("", "", station.kind, station.words), ((start, middle), (here.x, middle)))
    drawn = arrow(way, rightwards=True)
    if not same_row:
        end = before.x + before.width
        low = here.y - 13
        drawn += (
            f'<g class="e e-{station.kind}"><path class="l" d="M{end} {before.y + before.height // 2}h9'
            f'V{low}H{start}V{middle}"/></g>'
        )
        return drawn + _words(station.words, here.x + 4, low - 3, 240, "start")
    return drawn + _words(station.words, (start + here.x) // 2 - 2, middle - 6, _GAP - 10, "middle")


def _words(text: str, x: int, y: int, room: int, anchor: str) -> str:
    """Words beside an arrow, in several lines where one is too short."""
    lines = wrapped(text, room, 9, 3) if anchor == "middle" else [text]
    top = y - 11 * (len(lines) - 1)
    return "".join(
        f'<text class="tf" x="{x}" y="{top + 11 * n}" text-anchor="{anchor}">{escape(cut(line, room, 9))}</text>'
        for n, line in enumerate(lines)
    )
