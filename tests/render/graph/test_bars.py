"""Bars show what is certain and what is possible, and say their numbers in words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from compliance.model.answered.annex import Bar
from compliance.render.graph.bars import bars_svg


def _widths(svg: str) -> list[float]:
    return [float(one) for one in re.findall(r'<rect [^>]*? width="([\d.]+)"', svg)]


@pytest.mark.parametrize(("low", "high"), [(0.25, 0.5), (0.0, 1.0), (1.0, 1.0), (0.004, 0.011)])
def test_what_is_certain_is_never_wider_than_what_is_possible(low: float, high: float) -> None:
    whole, possible, sure = _widths(bars_svg([Bar("a", low, high, "some")]))
    assert sure <= possible <= whole
    assert abs(sure - whole * low) < 0.1
    assert abs(possible - whole * high) < 0.1


def test_a_sliver_that_is_possible_is_seen() -> None:
    _, possible, sure = _widths(bars_svg([Bar("a", 0.0, 1e-9, "up to nothing much")]))
    assert (sure, possible) == (0.0, 1.5)


def test_names_are_text_and_the_drawing_is_told() -> None:
    svg = bars_svg([Bar("<b>&\u202e", 0.1, 0.2, "10–20 %"), Bar("x" * 90, 0, 0, "none")])
    root = ET.fromstring(svg)
    told = root.findtext("{http://www.w3.org/2000/svg}desc")
    assert told is not None
    assert "10–20 %" in told
    assert "\u202e" not in svg


def test_nothing_is_drawn_of_nothing() -> None:
    assert bars_svg([]) == ""
