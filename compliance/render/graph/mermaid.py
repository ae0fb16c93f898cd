"""The lineage as a Mermaid flowchart, for READMEs and issues; whatever stands in a manifest stays text."""

from __future__ import annotations

from compliance.model.answered.report import Report
from compliance.render.graph.fold import levels
from compliance.render.graph.legend import legend_entries
from compliance.render.graph.model import EdgeKind, Graph, Node, NodeKind, build_graph
from compliance.render.graph.resting import resting_description, resting_words
from compliance.render.graph.style import FILL, LINE, STROKE
from compliance.render.graph.text import cut
from compliance.render.view.report_view import View

MOST_NODES = 60
"""GitHub draws larger ones too small to read."""
_ROOM = 300
_SHAPE: dict[NodeKind, tuple[str, str]] = {
    "service": ("{{", "}}"),
    "model": ("(", ")"),
    "dataset": ("[(", ")]"),
    "code": ("[[", "]]"),
    "document": (">", "]"),
    "step": ("([", "])"),
    "summary": ("[", "]"),
}
_ARROW: dict[EdgeKind, str] = {
    "outputs": "==>|generates|",
    "trained-on": "-->|trains on|",
    "weights": "==>|weights|",
    "data": "-->",
    "signal": "-.->|selects|",
    "loads": "-.->|loads|",
    "unsettled": "-.->|not stated|",
    "none": "-.->|no lineage|",
    "writes": "-->",
    "later": "-.->|later|",
}


def render_mermaid(report: Report, view: View) -> str:
    """Return the lineage as a fenced Mermaid block, folded where it is large."""
    shown = levels(build_graph(report), report)
    level = next((level for level in shown if len(level.graph.nodes) <= MOST_NODES), shown[-1])
    graph = level.graph
    ids = {node.key: f"n{number}" for number, node in enumerate(graph.nodes)}
    lines = ["```mermaid", "flowchart LR", f"  accTitle: {_plain(f'Lineage of {view.title}')}"]
    resting = resting_description(view)
    words = [*([level.words] if level.words else []), *([_plain(resting)] if resting else [])]
    lines += [f"  accDescr: {'; '.join(words)}"] if words else []
    lines += [f"  {ids[node.key]}{_label(node)}:::{_style(node)}" for node in graph.nodes]
    lines += [f"  {ids[edge.source]} {_ARROW[edge.kind]} {ids[edge.target]}" for edge in graph.edges]
    lines += [f'  rests["{_plain(resting_words(view))}"]'] if resting else []
    lines += _styles(graph)
    return "\n".join([*lines, "```", ""])


def _style(node: Node) -> str:
    return f"{node.kind}R" if node.releases else node.kind


def _styles(graph: Graph) -> list[str]:
    lines = []
    for style in sorted({_style(node) for node in graph.nodes}):
        kind: NodeKind = style.removesuffix("R")  # type: ignore[assignment]
        width = "4px" if style.endswith("R") else "1.5px"
        colors = f"fill:{FILL[kind].light},stroke:{LINE[kind].light}"
        lines.append(f"  classDef {style} {colors},stroke-width:{width},color:#1b1f24")
    for arrow in legend_entries(graph)[2]:
        places = ",".join(str(n) for n, edge in enumerate(graph.edges) if edge.kind == arrow)
        lines.append(f"  linkStyle {places} stroke:{STROKE[arrow].ink.light}")
    return lines


def _label(node: Node) -> str:
    left, right = _SHAPE[node.kind]
    lines = [_plain(cut(line, _ROOM, 12)) for line in node.lines[:2]]
    lines += [_plain(node.lines[2])] if node.foreign and len(node.lines) > 2 else []
    lines += ["RELEASE"] if node.releases else []
    return f'{left}"{"<br/>".join(lines)}"{right}'


def _plain(text: str) -> str:
    """Text that neither Mermaid nor Markdown nor HTML reads as anything else: all but plain characters are coded."""
    return "".join(char if char.isalnum() or char in " -.,/+·" else f"#{ord(char)};" for char in text)
