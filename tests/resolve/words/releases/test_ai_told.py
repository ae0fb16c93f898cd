"""A notice that tells people that they deal with an AI answers whether they are told; other sentences leave it open."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text
from compliance.resolve.words.releases.ai_told import tells_it_is_ai

PRODUCT = """\
lineage: 1
project: {id: manuals}
publisher: {name: Meadow Lab, kind: company, country: LV}
artifacts:
  qwen: {kind: model, name: Qwen/Qwen3-4B, license: Apache-2.0}
  app: {kind: code}
steps: [{id: put-up, kind: deploy, inputs: {component: qwen}, outputs: app, period: 2025-08}]
releases:
  - {artifact: app, name: Answers, date: 2025-09-01, access: product, license: "Meadow terms: all rights reserved",
     commercial: true, function: application, channels: [own website], markets: [LV],
     notices: ["NOTICE", "Qwen3-4B, Apache-2.0"], license_copies: [Apache-2.0] FACTS}
"""


def open_on(notice: str, facts: str = "") -> list[str]:
    """Rules that stay open where a notice is shown."""
    text = PRODUCT.replace("NOTICE", notice).replace(" FACTS", facts)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    return [finding.rule for finding in report.open_findings()]


@pytest.mark.parametrize(
    "notice",
    [
        "You are talking to a machine.", "You are chatting with an AI assistant. It may err.",
        "Beware: you're speaking with a chatbot", "This is an AI, not a person", "I am an AI assistant!",
        "Sie chatten mit einer KI.", "Vous parlez à une IA.", "Está hablando con una inteligencia artificial",
    ],
)  # fmt: skip
def test_a_clause_that_says_so_answers(notice: str) -> None:
    assert tells_it_is_ai(notice)


@pytest.mark.parametrize(
    "notice",
    [
        "Nobody will say that you are talking to a machine", "You are not talking to a machine",
        "You are talking to a machine operator", "Ask our assistant", "You may be talking to a machine",
        "If you are talking to a machine, press 1", "You are talking to an AI expert", "Made with AI", "",
        "You are talking to a person, not a machine",
    ],
)  # fmt: skip
def test_a_clause_that_says_more_less_or_the_opposite_does_not(notice: str) -> None:
    assert not tells_it_is_ai(notice)


def test_people_who_are_told_need_not_be_told_of_again() -> None:
    told = open_on("You are talking to a machine.")
    untold = open_on("Ask our assistant")
    assert len(untold) == len(told) + 1
    assert next(one for one in untold if one not in told).startswith("law/eu")


def test_what_is_stated_as_a_fact_wins() -> None:
    denied = open_on("You are talking to a machine.", ", facts: {tells_users_ai: false}")
    assert len(denied) == len(open_on("You are talking to a machine.")) + 1
    unknown = open_on("You are talking to a machine.", ", facts: {tells_users_ai: unknown}")
    assert len(unknown) == len(denied)
