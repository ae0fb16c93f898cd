"""Colors, dashes and shapes of the lineage drawing, in light and in dark.

Every kind differs by shape and every relation by dash and weight as well as by color, so that the drawing can be read
without seeing color. The hues keep apart for the common forms of color blindness.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compliance.render.graph.model import EdgeKind, NodeKind

FONT = "'DejaVu Sans', Verdana, 'Segoe UI', system-ui, sans-serif"


@dataclass(frozen=True, slots=True)
class Ink:
    """A color in light and in dark."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """How an arrow is drawn."""

    ink: Ink
    width: float
    dash: str = ""


PAPER = Ink("#ffffff", "#15181d")
TEXT = Ink("#1b1f24", "#eceff3")
FAINT = Ink("#4a525c", "#b4bcc7")
ACCENT = Ink("#c2185b", "#ff8ab5")

FILL: dict[NodeKind, Ink] = {
    "service": Ink("#fde6d8", "#4a2a17"),
    "model": Ink("#dfeafa", "#1b3350"),
    "dataset": Ink("#dcf1e7", "#173d30"),
    "code": Ink("#ece6f7", "#352a4d"),
    "document": Ink("#f7efd2", "#433a17"),
    "step": Ink("#f4f5f7", "#262b33"),
    "summary": Ink("#ffffff", "#1d2127"),
}
LINE: dict[NodeKind, Ink] = {
    "service": Ink("#a8420a", "#f0a27a"),
    "model": Ink("#1f5fa8", "#86b6f0"),
    "dataset": Ink("#0b6e4f", "#6cc9a5"),
    "code": Ink("#5b3f9a", "#b9a3ea"),
    "document": Ink("#7a6300", "#d9c25f"),
    "step": Ink("#5a636e", "#98a2ae"),
    "summary": Ink("#5a636e", "#98a2ae"),
}
STROKE: dict[EdgeKind, Stroke] = {
    "outputs": Stroke(Ink("#a8420a", "#f0a27a"), 2.4),
    "trained-on": Stroke(Ink("#1f5fa8", "#86b6f0"), 2.0, "9 3"),
    "weights": Stroke(Ink("#5b3f9a", "#b9a3ea"), 3.6),
    "data": Stroke(Ink("#0b6e4f", "#6cc9a5"), 1.4),
    "signal": Stroke(Ink("#7a6300", "#d9c25f"), 1.8, "2.5 3.5"),
    "loads": Stroke(Ink("#5b3f9a", "#b9a3ea"), 1.8, "7 4"),
    "unsettled": Stroke(Ink("#9c1c5b", "#f291c0"), 1.8, "9 3 2 3"),
    "none": Stroke(Ink("#7c858f", "#7f8995"), 1.2, "1 5"),
    "writes": Stroke(Ink("#5a636e", "#98a2ae"), 1.2),
    "later": Stroke(Ink("#5a636e", "#98a2ae"), 1.2, "5 4"),
}

Mode = Literal["light", "dark"]


def rules(mode: Mode, scope: str = "svg.lineage") -> str:
    """Return the style rules of one mode, each selector within the scope."""
    pick = _Pick(mode)
    lines = [
        f"{scope}{{font-family:{FONT};background:{pick(PAPER)}}}",
        f"{scope} text{{fill:{pick(TEXT)};font-size:11px}}",
        f"{scope} .t1{{font-size:12px;font-weight:bold}}",
        f"{scope} .t3,{scope} .tf{{fill:{pick(FAINT)};font-size:10px}}",
        f"{scope} .th{{font-size:12px;font-weight:bold}}",
        f"{scope} .b{{stroke-width:1.4}}",
        f"{scope} .rel .b{{stroke-width:3}}",
        f"{scope} .add .b{{stroke-dasharray:4 3}}",
        f"{scope} .in{{fill:none}}",
        f"{scope} .flag{{fill:{pick(TEXT)}}}",
        f"{scope} .flagt{{fill:{pick(PAPER)};font-size:9px;font-weight:bold}}",
        f"{scope} .e path{{fill:none}}",
    ]
    for kind, ink in FILL.items():
        lines.append(
            f"{scope} .n-{kind} .b{{fill:{pick(ink)};stroke:{pick(LINE[kind])}}}"
            f"{scope} .n-{kind} .in{{stroke:{pick(LINE[kind])}}}"
        )
    for edge, stroke in STROKE.items():
        dash = f";stroke-dasharray:{stroke.dash}" if stroke.dash else ""
        color = pick(stroke.ink)
        lines.append(
            f"{scope} .e-{edge} .l{{stroke:{color};stroke-width:{stroke.width}{dash}}}"
            f"{scope} .e-{edge} .h{{fill:{color}}}"
        )
    return "\n".join(lines)


class _Pick:
    def __init__(self, mode: Mode) -> None:
        self._mode = mode

    def __call__(self, ink: Ink) -> str:
        color: str = getattr(ink, self._mode)
        return color
