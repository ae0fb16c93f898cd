from __future__ import annotations

import json

import pytest

from compliance.model.declared.share import (
    NOTHING,
    UNKNOWN,
    WHOLE,
    Ingredient,
    Share,
    SourceShare,
    StepShares,
    percent,
)
from compliance.render.planned.shares import bar, share_sections, shares_json

ROW = SourceShare(
    "chat", "Chat", "service", NOTHING, Share(0.1, 0.2), (Ingredient("mix", "all of it", WHOLE),)
)
STEP = StepShares("tune", "pretrain", "m", (1e9, 1e9), (ROW,))


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (WHOLE, "100 %"),
        (UNKNOWN, "not known"),
        (Share(0, 0.5), "up to 50 %"),
        (Share(0.0028, 0.0077), "0.28–0.77 %"),
    ],
)
def test_a_share_is_told_by_one_number_or_by_its_bounds(share: Share, expected: str) -> None:
    assert percent(share) == expected


@pytest.mark.parametrize("share", [NOTHING, WHOLE, UNKNOWN, Share(0.001, 0.002), Share(0.33, 0.66)])
def test_every_bar_has_the_same_width_and_shows_what_is_possible(share: Share) -> None:
    drawn = bar(share)
    assert (len(drawn), bool(set(drawn) & {"█", "░"})) == (20, share.high > 0)


def test_only_an_explanation_tells_how_a_number_came_about() -> None:
    told = [
        "mix: all of it" in "".join(line.text for line in share_sections([STEP], explain=one)[0].lines)
        for one in (False, True)
    ]
    assert told == [False, True]


def test_the_document_for_programs_holds_the_bounds() -> None:
    data = json.loads(shares_json([STEP]))
    assert data["steps"][0]["sources"][0]["any_depth"] == {"low": 0.1, "high": 0.2}
