"""The classes by which a source reaches what is released, as far as the release hands them out."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.manifest import Release
from compliance.model.reach import Reach
from compliance.model.truth import Truth

Classes = Mapping[Reach, Truth]


def handed_out(classes: Classes, kind: str, release: Release) -> Classes:
    """The classes by which a source reaches a release that hands out labels alone: the rows only shaped them."""
    if release.hands_out != "labels" or kind in ("model", "service") or "copy" not in classes:
        return classes
    truth = classes["copy"]
    kept: dict[Reach, Truth] = {reach: one for reach, one in classes.items() if reach != "copy"}
    return {**kept, "signal": max(truth, kept.get("signal", Truth.NO))}


def only_loaded(classes: Classes) -> bool:
    """Whether the release holds nothing of a source and only makes its user load it."""
    return set(classes) == {"loaded"}
