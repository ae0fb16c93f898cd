"""What of a source a release of labels alone hands out: the labels are the content, the rows shaped them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from compliance.evaluate.reaching.classes import handed_out
from compliance.model.declared.manifest import Release
from compliance.model.packs.reach import Reach
from compliance.model.packs.truth import Truth

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "classes", "labels"),
    [
        ("dataset", {"copy": YES}, {"signal": YES}),
        ("document", {"copy": YES, "signal": UNKNOWN}, {"signal": YES}),
        ("dataset", {"student": YES}, {"student": YES}),
        ("service", {"signal": YES}, {"copy": YES}),
        ("model", {"signal": UNKNOWN, "copy": YES}, {"copy": YES}),
        ("service", {"copy": YES}, {"copy": YES}),
        ("model", {"derivative": YES}, {"derivative": YES}),
    ],
)
def test_labels_are_what_is_handed_out(
    kind: str, classes: Mapping[Reach, Truth], labels: Mapping[Reach, Truth]
) -> None:
    assert handed_out(classes, kind, Release(artifact="rows", hands_out="labels")) == labels
    assert handed_out(classes, kind, Release(artifact="rows")) == classes
