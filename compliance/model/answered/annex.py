"""What a report carries on request beside its findings: a plan, scenarios, exposure, shares, each in a few lines."""

from __future__ import annotations

from typing import Literal

from compliance.values import dataclass

AnnexKey = Literal["plan", "whatif", "exposure", "shares"]
ANNEXES: tuple[AnnexKey, ...] = ("plan", "whatif", "exposure", "shares")
"""What can be asked for, in the order in which reports carry it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a whole, by its bounds between 0 and 1."""

    label: str
    low: float
    high: float
    words: str
    """The part in words."""


@dataclass(frozen=True, slots=True)
class Annex:
    """A short part of a report; nothing in it counts for the check."""

    key: AnnexKey
    title: str
    lines: tuple[str, ...]
    bars: tuple[Bar, ...] = ()
    command: str = ""
    """What prints it at length."""
