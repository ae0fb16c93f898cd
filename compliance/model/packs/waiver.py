"""Accepted risk: who accepts which finding, why, and until when."""

from __future__ import annotations

from typing import Literal

from compliance.model.shapes.shape import DateText, Name, PathId, Shape, Text

Reason = Literal[
    "licence-acquired", "written-permission", "counsel-reviewed", "not-applicable", "accepted-risk"
]


class Waiver(Shape):
    """One accepted finding; it annotates the finding and never hides it."""

    rule: PathId
    release: Name
    source: Name | None = None
    reason: Reason
    statement: Text
    owner: Name
    expires: DateText


class Waivers(Shape):
    """`waivers.yaml`."""

    waivers: tuple[Waiver, ...]
