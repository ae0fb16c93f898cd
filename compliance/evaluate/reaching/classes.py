"""The classes by which a source reaches what is released, as far as the release hands them out."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.declared.manifest import Release
from compliance.model.packs.reach import Reach
from compliance.model.packs.truth import Truth

Classes = Mapping[Reach, Truth]


def handed_out(classes: Classes, kind: str, release: Release) -> Classes:
    """The classes by which a source reaches a release that hands out labels alone.

    The rows only shaped the labels. What a model or service gave as labels, scores or critiques is what is handed out.
    """
    if release.hands_out != "labels":
        return classes
    gone: Reach = "signal" if kind in ("model", "service") else "copy"
    if gone not in classes:
        return classes
    instead: Reach = "copy" if gone == "signal" else "signal"
    kept: dict[Reach, Truth] = {reach: one for reach, one in classes.items() if reach != gone}
    return {**kept, instead: max(classes[gone], kept.get(instead, Truth.NO))}


def only_loaded(classes: Classes) -> bool:
    """Whether the release holds nothing of a source and only makes its user load it."""
    return set(classes) == {"loaded"}
