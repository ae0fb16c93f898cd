"""Which facts do not fit what is said of data."""

from __future__ import annotations

import pytest

from compliance.resolve.against.others_facts import of_others
from tests.resolve.conftest import Resolve

MADE = """\
artifacts:
  m: {{kind: model}}
  chat: {{kind: service, name: talk-1}}
  rows: {{kind: dataset, {rows}}}
  other: {{kind: dataset, origin: own{other}}}
steps:
  - {{id: tune, kind: finetune, inputs: {{data: [rows, other]}}, outputs: m}}{step}
releases: [{{artifact: m, license: free, facts: {{synthetic_made: {said}}}}}]
"""


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"purchased": True}, "purchased: true"),
        ({"grant_shown": "no"}, "grant_shown: no"),
        ({"allows_training": False, "language": "nl"}, "allows_training: false"),
        ({"main_domains": ["example.org"]}, "main_domains: ['example.org']"),
        ({"purchased": False, "rights_cleared": True, "grant_shown": "unknown"}, ""),
        ({}, ""),
    ],
)
def test_only_answers_that_speak_of_others_are_told(facts: dict[str, object], told: str) -> None:
    assert of_others(facts) == told


def _state(resolved: Resolve, rows: str, said: str = "true", other: str = "", step: str = "") -> str:
    return resolved(MADE.format(rows=rows, said=said, other=other, step=step)).artifacts["rows"].making.state


@pytest.mark.parametrize(
    "rows", ["origin: own", "origin: people", "documented: {where: README, generators: none}"]
)
def test_data_by_a_model_that_nothing_names_is_asked(rows: str, resolved: Resolve) -> None:
    assert _state(resolved, rows) == "open"
    assert _state(resolved, rows, said="false") == "known"


def test_naming_a_model_that_wrote_fits(resolved: Resolve) -> None:
    told = ", documented: {where: README, generators: [talk-1]}"
    assert _state(resolved, "origin: own", other=told) == "known"
    step = "\n  - {id: rate, kind: judge, inputs: {judge: chat, data: other}, outputs: other}"
    assert _state(resolved, "origin: own", step=step) == "known"
