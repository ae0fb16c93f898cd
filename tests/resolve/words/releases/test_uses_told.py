"""Words beside a release tell for whom and for what it is; what a text turns on is then asked."""

from __future__ import annotations

import pytest

from compliance.resolve.words.releases.uses_told import uses_in
from tests.probes.test_kinds_of_silence import checked, written

DESK = """
lineage: 1
project: {id: desk, title: Help desk}
publisher: {name: Meadow Lab, kind: company, country: CH, accepted: {google: true}}
artifacts:
  gemini: {kind: service, name: gemini-2.5-flash, provider: google, route: direct, plan: api}
  app: {kind: code, name: meadow-desk, origin: own}
steps:
  - {id: ship, kind: deploy, inputs: {component: gemini}, outputs: app, period: 2025-09}
releases:
  - artifact: app
    name: Meadow Desk
    date: 2025-10-01
    license: proprietary
    access: product
    channels: [own website]
    markets: [DE, US]
    commercial: true
    function: application
    license_copies: []
    notices: []
    facts: {tells_users_ai: true, ai_notice: true, end_user_terms: true, faces_consumers: true}
"""


def test_a_desk_of_which_all_is_said_is_clean() -> None:
    assert checked(DESK) == 0


@pytest.mark.parametrize(
    "fact",
    ["regulated_service: unknown", "consequential_decisions: unknown", "decides_on_people: unknown",
     "reaches_minors: unknown", "intended_purpose: screening of job applicants", "intended_purpose: homework help"],
)  # fmt: skip
def test_what_is_not_known_of_a_use_is_asked(fact: str) -> None:
    assert checked(written(DESK, ("faces_consumers: true", f"faces_consumers: true, {fact}"))) == 1


def test_a_fact_that_is_denied_follows_from_nothing() -> None:
    said = "faces_consumers: true, regulated_service: unknown, decides_on_people: false"
    assert checked(written(DESK, ("faces_consumers: true", said))) == 0


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title: Help desk", "title: Legal advice bot"), ("title: Help desk", "title: CV screening"),
        ("title: Help desk", "title: Homework helper for ten-year-olds"),
        ("title: Help desk", "title: Therapy companion"),
        ("name: Meadow Desk", "name: Meadow Kids"), ("name: Meadow Desk", "name: Meadow Doctor"),
        ("channels: [own website]", "channels: [kindergartens]"),
        ("channels: [own website]", "channels: [hospital wards]"),
        ("channels: [own website]", "channels: [customers in Iran]"),
        ("notices: []", "notices: [For children from 6]"), ("notices: []", "notices: [This bot gives legal advice]"),
    ],
)  # fmt: skip
def test_titles_names_channels_and_notices_tell_of_uses(field: str, said: str) -> None:
    assert checked(written(DESK, (field, said))) == 1


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title: Help desk", "title: Answers on gardening"), ("name: Meadow Desk", "name: Order status"),
        ("channels: [own website]", "channels: [our shop in Berlin]"),
        ("notices: []", "notices: [Not for medical or legal use]"),
        ("notices: []", "notices: [No advice to patients]"), ("notices: []", "notices: [Users must be over 18]"),
    ],
)  # fmt: skip
def test_plain_words_and_denials_tell_of_none(field: str, said: str) -> None:
    assert checked(written(DESK, (field, said))) == 0


def test_words_are_read_whole() -> None:
    words = (
        "Kindle",
        "hospitality",
        "wardrobe planner",
        "higher",
        "Loanword list",
        "school of law",
        "Doctorate",
    )
    assert [fact for word in words for fact in uses_in(word)] == []


@pytest.mark.parametrize(
    ("notice", "code"),
    [
        ("Uses Claude for hard questions", 1), ("Speech by Piper voices", 1), ("mmproj file from LLaVA included", 1),
        ("Contains FFmpeg, licensed under the LGPL", 1), ("Hard questions go to Claude", 1),
        ("A guide for users of Claude", 0), ("Never falls back to Claude", 0), ("Works like Gemini", 0),
        ("Answers on lamps with Maria", 0),
    ],
)  # fmt: skip
def test_a_notice_names_what_is_at_work(notice: str, code: int) -> None:
    assert checked(written(DESK, ("notices: []", f'notices: ["{notice}"]'))) == code


@pytest.mark.parametrize(
    ("function", "code"),
    [
        ("translation", 1),
        ("image", 1),
        ("speech", 1),
        ("general-purpose", 1),
        ("application", 0),
        ("code", 0),
    ],
)
def test_a_program_without_any_model_is_asked_what_does_its_work(function: str, code: int) -> None:
    alone = written(
        DESK,
        (
            "  gemini: {kind: service, name: gemini-2.5-flash, provider: google, route: direct, plan: api}\n",
            "",
        ),
        (
            "steps:\n  - {id: ship, kind: deploy, inputs: {component: gemini}, outputs: app, period: 2025-09}\n",
            "",
        ),
        ("function: application", f"function: {function}"),
    )
    assert checked(alone) == code
