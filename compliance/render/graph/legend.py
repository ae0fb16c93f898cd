"""The legend of a drawing: only the kinds of nodes and arrows that it has, and the marks on them."""

from __future__ import annotations

from html import escape

from compliance.render.graph.model import EDGE_WORD, KIND_WORD, EdgeKind, Graph, NodeKind

LEGEND_WIDTH = 560
_COLUMN = 232
_ROW = 20


def legend_entries(graph: Graph) -> tuple[list[NodeKind], list[str], list[EdgeKind]]:
    """Kinds of nodes, marks on nodes and classes of arrows that a graph has, in the order of the legend."""
    kinds = {node.kind for node in graph.nodes}
    arrows = {edge.kind for edge in graph.edges}
    marks = {
        "rel": any(node.releases for node in graph.nodes),
        "oth": any(node.foreign for node in graph.nodes),
        "add": any(node.added for node in graph.nodes),
    }
    return (
        [kind for kind in KIND_WORD if kind in kinds],
        [mark for mark, there in marks.items() if there],
        [kind for kind in EDGE_WORD if kind in arrows],
    )


MARK_WORD = {
    "rel": "thick line: released",
    "oth": "double line: a step by others",
    "add": "dashed line: known ancestry, not in the manifest",
}


def _cells(graph: Graph) -> list[tuple[str, str]]:
    """Picture and words of every entry."""
    kinds, marks, arrows = legend_entries(graph)
    cells = [(f'<g class="n n-{kind}">{swatch(kind)}</g>', KIND_WORD[kind]) for kind in kinds]
    cells += [(mark_swatch(mark), MARK_WORD[mark]) for mark in marks]
    cells += [(arrow_swatch(kind), EDGE_WORD[kind]) for kind in arrows]
    return cells


def _columns(width: int) -> int:
    return max(2, max(width, LEGEND_WIDTH) // _COLUMN)


def legend_height(graph: Graph, width: int) -> int:
    """Return how much room the legend takes below a drawing of this width."""
    rows = -(-len(_cells(graph)) // _columns(width))
    return rows * _ROW + 34


def legend(graph: Graph, top: int, width: int) -> str:
    """Return the legend, to stand below a drawing."""
    columns = _columns(width)
    cells = _cells(graph)
    rows = -(-len(cells) // columns)
    parts = [f'<g class="key" transform="translate(14 {top + 16})"><text class="th">Legend</text>']
    for place, (picture, words) in enumerate(cells):
        column, row = divmod(place, rows)
        x, y = column * _COLUMN, row * _ROW + 10
        parts.append(
            f'<g transform="translate({x} {y})">{picture}'
            f'<text class="tf" x="38" y="11">{escape(words)}</text></g>'
        )
    return "".join([*parts, "</g>"])


def swatch(kind: NodeKind) -> str:
    """Return a small outline of a kind of node, 30 by 15."""
    match kind:
        case "service":
            return '<path class="b" d="M5 0H25L30 7.5L25 15H5L0 7.5Z"/>'
        case "dataset":
            return (
                '<path class="b" d="M0 3C0 -1 30 -1 30 3V12C30 16 0 16 0 12Z"/>'
                '<path class="in" d="M0 3C0 7 30 7 30 3"/>'
            )
        case "code":
            return '<rect class="b" width="30" height="15"/><path class="in" d="M4 0V15M26 0V15"/>'
        case "document":
            return '<path class="b" d="M0 0H24L30 6V15H0Z"/><path class="in" d="M24 0V6H30"/>'
        case "step":
            return '<rect class="b" width="30" height="15" rx="7.5"/>'
        case "summary":
            return (
                '<rect class="b" x="4" y="-2" width="26" height="14" rx="1"/>'
                '<rect class="b" y="2" width="26" height="14" rx="1"/>'
            )
        case _:
            return '<rect class="b" width="30" height="15" rx="4"/>'


def mark_swatch(mark: str) -> str:
    """Return a small picture of a mark on nodes."""
    if mark == "oth":
        inner = '<rect class="in" x="2.5" y="2.5" width="25" height="10" rx="5"/>'
        return f'<g class="n n-step oth">{swatch("step")}{inner}</g>'
    return f'<g class="n n-model {mark}">{swatch("model")}</g>'


def arrow_swatch(kind: EdgeKind) -> str:
    """Return a short arrow of a class."""
    return f'<g class="e e-{kind}"><path class="l" d="M0 7.5H25"/><path class="h" d="M31 7.5l-8 -4v8z"/></g>'
