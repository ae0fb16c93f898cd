"""What to do lists what would change where a finding stands, in literal words where the text has them."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.answered.finding import Duty
from compliance.render.view.actions import actions_of, owed_of, who_can
from tests.render import factories as make

BADGE = Duty("notice", ("Built with Llama",), "Llama 3.1", "missing")
SHOWN = Duty("notice", ("Built with Llama",), "Llama 3.1", "shown")
COPY = Duty("licence-copy", ("Gemma Terms of Use",), "Gemma", "not-stated", "gemma")


def _ids(**changes: Any) -> list[str]:
    return [action.id for action in actions_of(make.finding(make.BREACHING, **changes))]


@pytest.mark.parametrize(
    ("duties", "to_do", "expected"),
    [
        ((), ("supply-fact", "replace-input"), ["replace-input"]),
        ((BADGE,), ("add-notice", "replace-input"), ["notice", "replace-input"]),
        ((SHOWN,), ("add-notice", "replace-input"), ["replace-input"]),
        ((BADGE, COPY), ("ship-licence-copy", "add-notice"), ["notice", "licence-copy"]),
        ((), ("add-notice",), ["add-notice"]),
    ],
    ids=["no fact is missing", "in its words", "shown already", "both", "no words known"],
)
def test_only_what_would_help_is_listed(duties: Any, to_do: Any, expected: list[str]) -> None:
    assert _ids(duties=duties, what_to_do=to_do) == expected


def test_a_missing_fact_is_to_be_stated() -> None:
    assert "supply-fact" in [action.id for action in actions_of(make.waiting())]


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        (BADGE, "Show “Built with Llama”, for Llama 3.1 (not there yet)."),
        (COPY, "Ship a copy of the Gemma Terms of Use, for Gemma (not stated whether it is there)."),
        (
            Duty("name-prefix", ("Llama 3", "Llama-3"), "Llama 3", "missing"),
            "Let the name begin with “Llama 3” or “Llama-3”, for Llama 3 (not there yet).",
        ),
        (
            Duty("credit", ("org/rows (MIT)",), "org/rows", "missing"),
            "Credit “org/rows (MIT)” (not there yet).",
        ),
    ],
)
def test_a_duty_says_its_words_and_what_is_missing(duty: Duty, expected: str) -> None:
    assert [action.sentence for action in actions_of(make.finding(duties=(duty,), what_to_do=()))] == [
        expected
    ]


def test_who_can_do_it_stands_in_a_fixed_order() -> None:
    finding = make.finding(what_to_do=("obtain-permission", "ask-counsel", "replace-input"))
    assert who_can(actions_of(finding)) == ("engineer", "counsel", "provider")


def test_the_strictest_beginning_of_a_name_serves_the_others() -> None:
    strict = Duty("name-prefix", ("Llama 3",), "Llama 3", "missing")
    wide = Duty("name-prefix", ("Llama 3", "Llama-3"), "Llama 3.1", "missing")
    other = Duty("name-prefix", ("Qwen",), "Qwen", "missing")
    findings = [make.finding(duties=(wide, other)), make.finding(duties=(strict,))]
    assert [one.short for one in owed_of(findings)] == [
        "let the name begin with “Qwen”",
        "let the name begin with “Llama 3”",
    ]
