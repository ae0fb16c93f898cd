"""A figure of how time and memory of a check grow with the artifacts of a manifest."""

from __future__ import annotations

import math
from collections.abc import Mapping

from benchmarks.measure import Cost

_WIDE, _HIGH, _EDGE = 520, 300, 48


def curve(costs: Mapping[int, Cost], bare: Cost) -> str:
    """SVG of processor time and memory of whole processes, as multiples of a bare one, on logarithmic scales."""
    most = max(max(c.seconds / bare.seconds, c.mebibytes / bare.mebibytes) for c in costs.values())
    low, high = math.log10(min(costs)), math.log10(max(costs))

    def place(artifacts: int, ratio: float) -> tuple[float, float]:
        across = (math.log10(artifacts) - low) / (high - low)
        up = math.log10(max(ratio, 1)) / math.log10(most)
        return _EDGE + across * (_WIDE - 2 * _EDGE), _HIGH - _EDGE - up * (_HIGH - 2 * _EDGE)

    drawn = []
    ratios = {
        "time": ({n: c.seconds / bare.seconds for n, c in costs.items()}, "#1f5fa8"),
        "memory": ({n: c.mebibytes / bare.mebibytes for n, c in costs.items()}, "#a8571f"),
    }
    for name, (values, colour) in ratios.items():
        points = [place(n, ratio) for n, ratio in values.items()]
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
        drawn.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [
            f'<text x="{x:.0f}" y="{y - 6:.0f}" fill="{colour}" text-anchor="middle">{ratio:.0f}×</text>'
            for (x, y), ratio in zip(points, values.values(), strict=True)
        ]
        drawn.append(
            f'<text x="{_WIDE - 4}" y="{points[-1][1] + 14:.0f}" fill="{colour}" text-anchor="end">{name}</text>'
        )
    drawn += [
        f'<text x="{place(n, 1)[0]:.0f}" y="{_HIGH - _EDGE + 18}" text-anchor="middle">{n:,}</text>'
        for n in costs
    ]
    drawn.append(
        f'<text x="{_WIDE / 2:.0f}" y="{_HIGH - 8}" text-anchor="middle">artifacts; × a bare process</text>'
    )
    size = f'viewBox="0 0 {_WIDE} {_HIGH}" font-family="sans-serif" font-size="11"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    return "\n".join([head, '<rect width="100%" height="100%" fill="white"/>', *drawn, "</svg>"]) + "\n"
