"""The lineage on the page: the drawing, the same unfolded, and which of their parts each finding runs over."""

from __future__ import annotations

import json
from dataclasses import dataclass

from compliance.model.answered.report import Report
from compliance.render.graph.fold import MOST, drawable, levels
from compliance.render.graph.layout import lay_out
from compliance.render.graph.legend import MARK_WORD, arrow_swatch, legend_entries, mark_swatch, swatch
from compliance.render.graph.model import EDGE_WORD, KIND_WORD, Graph, build_graph
from compliance.render.graph.svg import draw
from compliance.render.html.entries import Entry

ROOM = (1080, 620)
FOLD_ABOVE = 60
"""Nodes from which on the page first shows a folded drawing."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing of the lineage."""

    id: str
    title: str
    note: str
    """What is folded; empty where nothing is."""
    svg: str
    folded: tuple[str, ...]
    """What each folded node stands for."""


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: a picture, and its words."""

    svg: str
    words: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """What the page needs to draw the lineage and to light routes in it."""

    drawings: tuple[Drawing, ...]
    """The one to show first, then the unfolded one if they differ."""
    legend: tuple[Key, ...]
    data: str
    """JSON of numbers only: for each drawing, for each finding, the places of its nodes and its arrows."""


def build_lineage(report: Report, entries: tuple[Entry, ...]) -> Lineage:
    """Draw the lineage of a report."""
    full, *folded = levels(build_graph(report), report)
    shown = [full] if 0 < len(full.graph.nodes) <= MOST else []
    first = drawable(folded)
    if len(full.graph.nodes) > FOLD_ABOVE and len(first.graph.nodes) < len(full.graph.nodes):
        shown.insert(0, first)
    places = {id(finding): n for n, finding in enumerate(report.findings)}
    order = [places[id(entry.card.finding)] for entry in entries]
    drawings, data = [], []
    for number, level in enumerate(shown):
        title = "Lineage, folded" if level.words else "Whole lineage"
        svg = draw(lay_out(level.graph, ROOM), name=title, number=True)
        names = tuple(node.title for node in level.graph.nodes if node.members)
        drawings.append(Drawing(f"drawing-{number + 1}", title, level.words, svg, names))
        data.append(_trails(level.graph, order))
    return Lineage(
        tuple(drawings), _legend(*(level.graph for level in shown)), json.dumps(data, separators=(",", ":"))
    )


def _trails(graph: Graph, order: list[int]) -> list[list[list[int]]]:
    trails = {trail.finding: trail for trail in graph.trails}
    return [
        [
            [n for n, node in enumerate(graph.nodes) if node.key in trails[place].nodes],
            [n for n, edge in enumerate(graph.edges) if edge.key in trails[place].edges],
        ]
        for place in order
    ]


def _legend(*graphs: Graph) -> tuple[Key, ...]:
    """What any of the drawings has."""
    found = [legend_entries(graph) for graph in graphs]
    keys = []
    for kind, words in KIND_WORD.items():
        if any(kind in kinds for kinds, _, _ in found):
            keys.append(Key(_picture(f'<g class="n n-{kind}">{swatch(kind)}</g>'), words))
    for mark, words in MARK_WORD.items():
        if any(mark in marks for _, marks, _ in found):
            keys.append(Key(_picture(mark_swatch(mark)), words))
    for arrow, words in EDGE_WORD.items():
        if any(arrow in arrows for _, _, arrows in found):
            keys.append(Key(_picture(arrow_swatch(arrow)), words))
    return tuple(keys)


def _picture(inner: str) -> str:
    return (
        '<svg class="lineage swatch" viewBox="-2 -4 35 22" width="35" height="22" aria-hidden="true" '
        f'focusable="false">{inner}</svg>'
    )
