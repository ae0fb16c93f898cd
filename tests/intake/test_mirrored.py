"""Copies that the makers of a work keep are told with what they copy."""

from __future__ import annotations

import pytest

from tests.intake.conftest import Scanned

MODEL = "---\nlicense: mit\npipeline_tag: robotics\n---\n# Heron\n\n"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "It was trained on our own rows and on a mirror of FEN-Grasp that we keep at heron/fen-mirror.",
            True,
        ),
        ("It was tuned on a re-upload of FEN-Grasp.", True),
        ("It was tested on a mirror of FEN-Grasp.", False),
        ("Others host a mirror of FEN-Grasp.", False),
        ("We did not use a copy of FEN-Grasp.", False),
    ],
)
def test_a_copy_is_of_rows_that_went_in(scanned: Scanned, sentence: str, told: bool) -> None:
    scan = scanned({"README.md": MODEL + sentence + "\n"})
    assert [one.relation for one in scan.upstreams if one.name == "FEN-Grasp"] == (["data"] if told else [])
