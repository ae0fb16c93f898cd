"""Parts of a whole as a drawing: what is certain filled, what is possible hatched, each with its number beside it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from compliance.errors import printable
from compliance.model.answered.annex import Bar
from compliance.render.graph.style import FONT

_WIDTH, _ROW, _LABEL, _NUMBER = 760, 24, 330, 90
_MOST = 52
"""Characters of a label that fit before its bar."""


def bars_svg(bars: Sequence[Bar], *, name: str = "Shares of training data") -> str:
    """Return the drawing; empty where there is nothing to draw."""
    if not bars:
        return ""
    height = _ROW * len(bars) + 4
    rows = "".join(_row(number, bar) for number, bar in enumerate(bars))
    told = "; ".join(f"{bar.label}: {bar.words}" for bar in bars)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bars" role="img" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" font-family="{escape(FONT)}" font-size="11">'
        f"<title>{_text(name)}</title><desc>{_text(told)}</desc>{rows}</svg>"
    )


def _row(number: int, bar: Bar) -> str:
    top, room = number * _ROW + 4, _WIDTH - _LABEL - _NUMBER
    sure, possible = room * bar.low, max(room * bar.high, 1.5)
    label = bar.label if len(bar.label) <= _MOST else f"{bar.label[: _MOST - 1]}…"
    return (
        f'<text x="{_LABEL - 8}" y="{top + 12}" text-anchor="end" fill="currentColor">{_text(label)}</text>'
        f'<rect x="{_LABEL}" y="{top}" width="{room}" height="16" fill="none" stroke="#8a929c" stroke-width="0.75"/>'
        f'<rect x="{_LABEL}" y="{top}" width="{possible:.1f}" height="16" fill="#9cc3e6"/>'
        f'<rect x="{_LABEL}" y="{top}" width="{sure:.1f}" height="16" fill="#1f5f99"/>'
        f'<text x="{_LABEL + room + 8}" y="{top + 12}" fill="currentColor">{_text(bar.words)}</text>'
    )


def _text(text: str) -> str:
    return escape(printable(text))
