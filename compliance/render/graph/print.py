"""The drawings of a report as finished pictures: one for a file of its own, and a series for paper."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.model.answered.report import Report
from compliance.render.graph.fold import MOST, Level, drawable, levels, merge_steps
from compliance.render.graph.layout import Placed, lay_out, scale
from compliance.render.graph.model import build_graph
from compliance.render.graph.resting import resting_description, resting_words
from compliance.render.graph.strip import draw_strip
from compliance.render.graph.svg import draw, styled
from compliance.render.view.report_view import View
from compliance.render.view.words import count

SCREEN = (1200, 800)
PORTRAIT = (660, 860)
LANDSCAPE = (1010, 560)
LEGIBLE = 0.55
"""Least scale at which the smallest letters can still be read on paper."""
BEARABLE = 0.45
"""Least scale at which the whole is still worth a page of its own beside a folded overview."""
FOLD_ABOVE = 80
"""Nodes from which on a file of its own folds what lies on no route."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture for paper, complete with its styles and its legend."""

    title: str
    caption: str
    svg: str
    width: int
    """In CSS pixels, as drawn; to be scaled down to the page."""
    height: int
    landscape: bool
    """Whether it is larger on a page that is turned."""
    finding: int | None
    """Place of the finding in `report.findings`; None for the overview."""


def render_svg(report: Report, view: View) -> str:
    """Return the lineage as an SVG file: no script, no address, light and dark."""
    shown = levels(build_graph(report), report)
    level = drawable(shown if len(shown[0].graph.nodes) <= FOLD_ABOVE else shown[1:])
    placed = lay_out(level.graph, SCREEN)
    resting = resting_words(view)
    note = (resting, resting_description(view)) if resting else None
    return styled(draw(placed, name=_name(view, level), with_legend=True, note=note), dark=True) + "\n"


def drawings_for_print(report: Report, view: View) -> list[Figure]:
    """Return an overview, the whole where it fits a page, and a strip for each open finding with routes.

    The overview is folded until it is legible.
    """
    figures = []
    if report.artifacts:
        level, placed, landscape = _legible(report)
        figures.append(_overview("Lineage", level, placed, landscape, report, view))
        whole = merge_steps(build_graph(report))
        if level.words and len(whole.nodes) <= MOST:
            placed = lay_out(whole, LANDSCAPE)
            if scale(placed, LANDSCAPE) >= BEARABLE:
                figures.append(_overview("Lineage, unfolded", Level(whole, ""), placed, True, report, view))
    places = {id(finding): n for n, finding in enumerate(report.findings)}
    for card in view.cards:
        if card.open and card.finding.routes:
            svg = styled(draw_strip(card.finding, report, name=f"Routes of: {card.title}"))
            caption = f"{card.short_subject}: {count(len(card.finding.routes), 'route')}."
            place = places[id(card.finding)]
            figures.append(Figure(card.title, caption, svg, *_size(svg), landscape=False, finding=place))
    return figures


def _overview(
    title: str, level: Level, placed: Placed, landscape: bool, report: Report, view: View
) -> Figure:
    svg = styled(draw(placed, name=_name(view, level), with_legend=True))
    return Figure(title, _caption(level, report), svg, *_size(svg), landscape=landscape, finding=None)


def _legible(report: Report) -> tuple[Level, Placed, bool]:
    """The least folded drawing that can be read on a page; the most folded one where none can."""
    best = None
    drawn = levels(build_graph(report), report)
    tried = [drawn[0], *(Level(merge_steps(each.graph), each.words) for each in drawn)]
    for level in [each for each in tried if len(each.graph.nodes) <= MOST] or [drawable(tried)]:
        for room, landscape in ((PORTRAIT, False), (LANDSCAPE, True)):
            placed = lay_out(level.graph, room)
            size = scale(placed, room)
            if best is None or size > best[0]:
                best = (size, level, placed, landscape)
            if size >= LEGIBLE:
                return level, placed, landscape
    if best is None:
        raise AssertionError("there is always a level")
    return best[1:]


def _size(svg: str) -> tuple[int, int]:
    head = svg.split(">", 1)[0]
    wide, high = (head.split(f' {name}="', 1)[1].split('"', 1)[0] for name in ("width", "height"))
    return int(wide), int(high)


def _name(view: View, level: Level) -> str:
    folded = f"; {level.words}" if level.words else ""
    return f"Lineage of {view.title}{folded}"


def _caption(level: Level, report: Report) -> str:
    steps = count(len(report.steps), "step")
    told = f"{count(len(report.artifacts), 'artifact')} and {steps}, from what was used to what is released"
    return f"{told}; {level.words}." if level.words else f"{told}."
