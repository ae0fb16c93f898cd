"""Mixtures: the part of a whole, out of the parts of what it was put together from; what is not known is left open."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.declared.share import NOTHING, UNKNOWN, WHOLE, Share
from compliance.values import dataclass

_ROUNDING = 1e-9
_PLACES = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One input of a mixture: which part of it counts, and its weight as far as that is stated."""

    share: Share
    stated: float | None = None
    """Its stated part of the mixture."""
    size: tuple[float, float] | None = None
    """Its size in tokens, between two numbers."""


def mixed(parts: Sequence[Part]) -> Share:
    """Which part of a mixture counts.

    By the stated parts where any is stated, by sizes where all have one; else every proportion is possible.

    >>> mixed([Part(WHOLE, stated=0.25), Part(NOTHING, stated=0.75)])
    Share(low=0.25, high=0.25)
    >>> mixed([Part(WHOLE, stated=0.25), Part(NOTHING)])
    Share(low=0.25, high=0.25)
    >>> mixed([Part(WHOLE), Part(NOTHING)])
    Share(low=0.0, high=1.0)
    """
    if not parts:
        return NOTHING
    if any(part.stated is not None for part in parts):
        return _by_stated(parts)
    sizes = [part.size for part in parts if part.size is not None]
    if len(sizes) == len(parts):
        lows = [(part.share.low, size) for part, size in zip(parts, sizes, strict=True)]
        highs = [(1 - part.share.high, size) for part, size in zip(parts, sizes, strict=True)]
        return _bounded(_least_mean(lows), 1 - _least_mean(highs))
    return _bounded(min(part.share.low for part in parts), max(part.share.high for part in parts))


def _by_stated(parts: Sequence[Part]) -> Share:
    known = [(part.stated, part.share) for part in parts if part.stated is not None]
    open_ones = [part.share for part in parts if part.stated is None]
    rest = 1 - sum(weight for weight, _ in known)
    if rest < -_ROUNDING:
        return UNKNOWN  # the stated parts are more than the whole: nothing can be said
    rest = max(rest, 0.0) if rest > _ROUNDING else 0.0
    # What no input accounts for may descend from anything.
    left = open_ones or [UNKNOWN]
    low = sum(weight * share.low for weight, share in known) + rest * min(one.low for one in left)
    high = sum(weight * share.high for weight, share in known) + rest * max(one.high for one in left)
    return _bounded(low, high)


def _least_mean(parts: Sequence[tuple[float, tuple[float, float]]]) -> float:
    """The least mean of values whose weights lie between two numbers: the smallest values get the most weight."""
    ordered = sorted(parts)
    best = 1.0
    for turn in range(len(ordered) + 1):
        weights = [high if n < turn else low for n, (_, (low, high)) in enumerate(ordered)]
        total = sum(weights)
        if total > 0:
            mean = sum(w * value for w, (value, _) in zip(weights, ordered, strict=True)) / total
            best = min(best, mean)
    return best


def selected(share: Share, size: tuple[float, float] | None, used: tuple[float, float] | None) -> Share:
    """Which part of a selection counts, of which it is not known how it was made.

    Where only one of the two sizes is stated, all of it was used.

    >>> selected(Share(0.5, 0.5), (100, 100), (80, 80))
    Share(low=0.375, high=0.625)
    """
    if size is None or used is None or used[0] >= size[1]:
        return share
    if used[0] <= 0:
        return share if share in (NOTHING, WHOLE) else UNKNOWN
    times = size[1] / used[0]
    return _bounded(1 - (1 - share.low) * times, share.high * times)


def _bounded(low: float, high: float) -> Share:
    """A share without the crumbs of reckoning, so that a number that is known is one number."""
    return Share(round(min(max(low, 0.0), 1.0), _PLACES), round(min(max(high, 0.0), 1.0), _PLACES))
