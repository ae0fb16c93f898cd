"""Shares: which part of some data descends from a source, as the numbers that are possible."""

from __future__ import annotations

from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """A part between 0 and 1, known by its bounds."""

    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether the number itself is known."""
        return self.low == self.high

    def or_(self, other: Share) -> Share:
        """One of two: whatever either may be."""
        return Share(min(self.low, other.low), max(self.high, other.high))

    def and_(self, other: Share) -> Share:
        """Of content that is counted if either of two things holds of it."""
        return Share(max(self.low, other.low), min(1.0, self.high + other.high))


def percent(share: Share) -> str:
    """A share in per cent, as one number or as its bounds.

    >>> percent(Share(0.004, 0.011)), percent(Share(0.25, 0.25)), percent(Share(0, 1))
    ('0.4–1.1 %', '25 %', 'not known')
    """
    if (share.low, share.high) == (0, 1):
        return "not known"
    low, high = _number(share.low), _number(share.high)
    if low == high:
        return f"{low} %"
    return f"up to {high} %" if share.low == 0 else f"{low}–{high} %"


def _number(part: float) -> str:
    return f"{part * 100:.2g}" if part < 0.1 else f"{part * 100:.3g}"


NOTHING = Share(0.0, 0.0)
WHOLE = Share(1.0, 1.0)
UNKNOWN = Share(0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One input of a mixture, as it was weighed."""

    name: str
    weight: str
    """What is said of its part in the mixture, in words."""
    share: Share
    """Which part of the input itself descends from the source."""


@dataclass(frozen=True, slots=True)
class SourceShare:
    """Which part of a step's training data descends from one source."""

    source: str
    name: str
    kind: str
    direct: Share
    """Content that the source wrote, or that was carried over from it."""
    any_depth: Share
    """And content written by models that were trained on such content, over any number of generations."""
    ingredients: tuple[Ingredient, ...] = ()


@dataclass(frozen=True, slots=True)
class StepShares:
    """What the training data of one step descends from."""

    step: str
    kind: str
    target: str
    tokens: tuple[float, float] | None
    """Tokens of its training data in all, where every input says how many."""
    sources: tuple[SourceShare, ...]
    """The largest first."""
