"""Draw a placed graph as SVG: one drawing code for the page, the paper and the standalone file.

Text is escaped; no address, script or foreign file is ever part of a drawing.
"""

from __future__ import annotations

from html import escape

from compliance.render.graph import style as graph_style
from compliance.render.graph.layout import STEP_HEIGHT, Box, Path, Placed
from compliance.render.graph.legend import LEGEND_WIDTH, legend, legend_height
from compliance.render.graph.model import Node, NodeKind
from compliance.render.graph.text import wrapped

LINES_OF_BOX, LINES_OF_ROUND = 4, 3
"""How many lines fit a node with square ends, and one whose ends are round."""
_NOTE = 24
"""Room for a note below a drawing."""
_BOXES = ("model", "service", "code", "document", "summary")


def draw(
    placed: Placed,
    *,
    name: str,
    with_legend: bool = False,
    number: bool = False,
    note: tuple[str, str] | None = None,
) -> str:
    """Return the drawing as an `svg` element without styles.

    Args:
        placed: The graph with places.
        name: What the picture shows, for those who do not see it.
        with_legend: Whether a legend stands below it.
        number: Whether nodes and edges carry their place in the graph as `data-n` and `data-e`, for scripts.
        note: A line that stands below it all, and the same at more length for its description.
    """
    below = placed.height + (legend_height(placed.graph, placed.width) if with_legend else 0)
    low = below + (_NOTE if note else 0)
    wide = max(placed.width, LEGEND_WIDTH if with_legend else 0)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="lineage" viewBox="0 0 {wide} {low}" '
        f'width="{wide}" height="{low}" role="img" aria-label="{escape(name)}">',
        f"<title>{escape(name)}</title>",
    ]
    for place, path in enumerate(placed.paths):
        parts.append(arrow(path, placed.direction == "right", f' data-e="{place}"' if number else ""))
    for place, node in enumerate(placed.graph.nodes):
        parts.append(box(node, placed.boxes[node.key], f' data-n="{place}"' if number else ""))
    if with_legend:
        parts.append(legend(placed.graph, placed.height, placed.width))
    if note:
        parts.insert(2, f"<desc>{escape(note[1])}</desc>")
        parts.append(f'<text class="tf" x="14" y="{below + _NOTE // 2}">{escape(note[0])}</text>')
    return "\n".join([*parts, "</svg>"])


def arrow(path: Path, rightwards: bool, attributes: str = "") -> str:
    """Return one arrow."""
    (x, y), *rest = path.points
    line = [f"M{x} {y}"]
    tip = rest[-1]
    # The head is as long as 7 units; the line ends in it.
    ends = [*rest[:-1], (tip[0] - 6, tip[1]) if rightwards else (tip[0], tip[1] - 6)]
    for place, (to_x, to_y) in enumerate(ends):
        if place % 2:
            line.append(f"L{to_x} {to_y}")
        elif rightwards:
            half = (x + to_x) // 2
            line.append(f"C{half} {y} {half} {to_y} {to_x} {to_y}")
        else:
            half = (y + to_y) // 2
            line.append(f"C{x} {half} {to_x} {half} {to_x} {to_y}")
        x, y = to_x, to_y
    back = "l-8 -4v8z" if rightwards else "l-4 -8h8z"
    return (
        f'<g class="e e-{path.edge.kind}"{attributes}><title>{escape(path.edge.title)}</title>'
        f'<path class="l" d="{"".join(line)}"/><path class="h" d="M{tip[0]} {tip[1]}{back}"/></g>'
    )


def box(node: Node, place: Box, attributes: str = "") -> str:
    """Return one node."""
    classes = [f"n n-{node.kind}"]
    classes += ["rel"] if node.releases else []
    classes += ["add"] if node.added else []
    classes += ["oth"] if node.foreign else []
    return (
        f'<g class="{" ".join(classes)}" transform="translate({place.x} {place.y})"{attributes}>'
        f"<title>{escape(node.title)}</title>{shape(node.kind, place.width, place.height)}"
        f"{_inner(node, place)}{_lines(node, place)}{_flag(node, place)}</g>"
    )


def shape(kind: NodeKind, width: int, height: int) -> str:
    """Return the outline of a kind of node."""
    w, h = width, height
    match kind:
        case "service":
            return f'<path class="b" d="M10 0H{w - 10}L{w} {h / 2:g}L{w - 10} {h}H10L0 {h / 2:g}Z"/>'
        case "dataset":
            return (
                f'<path class="b" d="M0 6C0 -2 {w} -2 {w} 6V{h - 6}C{w} {h + 2} 0 {h + 2} 0 {h - 6}Z"/>'
                f'<path class="in" d="M0 6C0 14 {w} 14 {w} 6"/>'
            )
        case "code":
            return f'<rect class="b" width="{w}" height="{h}"/><path class="in" d="M6 0V{h}M{w - 6} 0V{h}"/>'
        case "document":
            return (
                f'<path class="b" d="M0 0H{w - 12}L{w} 12V{h}H0Z"/><path class="in" d="M{w - 12} 0V12H{w}"/>'
            )
        case "step":
            return f'<rect class="b" width="{w}" height="{h}" rx="{h / 2:g}"/>'
        case "summary":
            return (
                f'<rect class="b" x="6" y="-4" width="{w - 6}" height="{h - 2}" rx="2"/>'
                f'<rect class="b" y="2" width="{w - 6}" height="{h - 2}" rx="2"/>'
            )
        case _:
            return f'<rect class="b" width="{w}" height="{h}" rx="9"/>'


def _inner(node: Node, place: Box) -> str:
    """A second outline for what others did."""
    if not node.foreign or node.kind != "step":
        return ""
    w, h = place.width - 7, place.height - 7
    return f'<rect class="in" x="3.5" y="3.5" width="{w}" height="{h}" rx="{h / 2:g}"/>'


def _lines(node: Node, place: Box) -> str:
    room = place.width - (30 if node.kind == "step" else 24)
    most = 2 if place.height == STEP_HEIGHT else LINES_OF_BOX if node.kind in _BOXES else LINES_OF_ROUND
    shown = _fitted(node.lines, room, most)
    drop = 5 if node.kind == "dataset" else 0
    start = place.height / 2 + drop + 4 - 6.5 * (len(shown) - 1)
    middle = (place.width - (6 if node.kind == "summary" else 0)) / 2
    return "".join(
        f'<text class="{kind}" x="{middle:g}" y="{start + 13.5 * n:g}" text-anchor="middle">{escape(line)}</text>'
        for n, (kind, line) in enumerate(shown)
    )


def _fitted(lines: tuple[str, ...], room: int, most: int) -> list[tuple[str, str]]:
    """The lines of a node with their class: the first is bold; what is left over wraps or is cut."""
    first, *rest = lines or ("",)
    shown = [("t1", line) for line in wrapped(first, room / 1.12, 12, max(1, most - len(rest)))]
    while rest:
        own = most - len(shown) - (len(rest) - 1)
        shown += [("t3", line) for line in wrapped(rest.pop(0), room, 10, max(1, own))]
    return shown[:most]


def _flag(node: Node, place: Box) -> str:
    if not node.releases:
        return ""
    return (
        f'<rect class="flag" x="{place.width - 62}" y="-8" width="56" height="14" rx="2"/>'
        f'<text class="flagt" x="{place.width - 34}" y="2.5" text-anchor="middle">RELEASE</text>'
    )


def styled(svg: str, *, dark: bool = False) -> str:
    """Return a drawing with its styles inside, as a picture of its own.

    Args:
        svg: What `draw` returned.
        dark: Whether it follows a reader who prefers dark; paper does not.
    """
    rules = graph_style.rules("light")
    if dark:
        rules += f"\n@media (prefers-color-scheme: dark){{\n{graph_style.rules('dark')}\n}}"
    head, tail = svg.split(">", 1)
    return f"{head}><style>\n{rules}\n</style>{tail}"
