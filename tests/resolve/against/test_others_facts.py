"""Which facts do not fit what is said of data."""

from __future__ import annotations

import pytest

from compliance.resolve.against.others_facts import as_stated, of_others, unsettled
from tests.probes.test_kinds_of_silence import checked, written
from tests.resolve.conftest import Resolve
from tests.resolve.words.names.test_in_ids import TUNE

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
        ({"outside_contributions": "unknown", "language": "nl"}, "outside_contributions: unknown"),
        ({"made_here": False}, "made_here: false"),
        ({"main_domains": ["example.org"]}, "main_domains: ['example.org']"),
        ({"purchased": False, "rights_cleared": True, "made_here": True}, ""),
        ({}, ""),
    ],
)
def test_only_answers_that_speak_of_others_are_told(facts: dict[str, object], told: str) -> None:
    assert of_others(facts) == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"rights_cleared": "unknown"}, "rights_cleared: unknown"),
        ({"grant_shown": "no", "allows_training": True}, "grant_shown: false"),
        ({"terms_bar_training": True}, "terms_bar_training: true"),
        ({"terms_bar_training": "no", "licence_settled": "yes"}, ""),
        ({}, ""),
    ],
)
def test_leave_that_is_missing_or_not_known_is_told(facts: dict[str, object], told: str) -> None:
    fact = unsettled(facts, "MIT")
    assert (as_stated(fact, facts) if fact else "") == told


@pytest.mark.parametrize(
    "licence", ["CC-BY-NC-4.0", "cc-by-nc-sa-3.0", "FAIR Noncommercial Research License"]
)
def test_a_limit_that_the_licence_itself_holds_is_no_leave_that_is_missing(licence: str) -> None:
    assert unsettled({"limits_trained_models": True}, licence) == ""
    assert unsettled({"limits_trained_models": True}, "Apache-2.0") == "limits_trained_models"
    assert unsettled({"rights_cleared": "unknown"}, licence) == "rights_cleared"


@pytest.mark.parametrize(
    "origin",
    ["origin: own", "origin: people", "origin: third-party, documented: {where: README, generators: none}"],
)
@pytest.mark.parametrize(
    "fact",
    ["rights_cleared: unknown", "licence_settled: false", "inside_product: true", "teachers_cleared: false"],
)
def test_a_thing_of_which_it_is_stated_stays_open(origin: str, fact: str, resolved: Resolve) -> None:
    assert _state(resolved, f"{origin}, facts: {{{fact}}}", said="false") == "open"


@pytest.mark.parametrize(
    "fact", ["rights_cleared: true", "terms_bar_training: false", "inside_product: false"]
)
def test_a_thing_of_which_the_contrary_is_stated_does_not(fact: str, resolved: Resolve) -> None:
    assert _state(resolved, f"origin: own, facts: {{{fact}}}", said="false") == "known"


def test_so_does_a_base_that_the_registry_knows() -> None:
    settled = written(TUNE, ("license: Apache-2.0}", "license: Apache-2.0, facts: {licence_settled: true}}"))
    assert checked(settled) == 0
    assert checked(written(settled, ("licence_settled: true", "licence_settled: unknown"))) == 1


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


def _released_with(fact: str) -> int:
    return checked(written(TUNE, ("notices: []", f"notices: []\n    facts: {{{fact}}}")))


@pytest.mark.parametrize(
    "fact",
    ["user_data_used: true", "user_data_used: unknown", "user_data_services: chats of our app",
     "synthetic_made: unknown", "summary_names_generators: true"],
)  # fmt: skip
def test_what_a_release_tells_of_users_or_models_that_nothing_names_is_asked(fact: str) -> None:
    assert _released_with(fact) == 1


@pytest.mark.parametrize(
    "fact", ["user_data_used: false", "user_data_services: none", "summary_names_generators: false"]
)
def test_a_denial_is_not(fact: str) -> None:
    assert _released_with(fact) == 0


@pytest.mark.parametrize("answer", ["false", "unknown"])
def test_sources_that_are_not_said_to_be_lawful_are_asked_about(answer: str) -> None:
    assert _released_with(f"sources_lawful: {answer}") == 1
    assert _released_with("sources_lawful: true") == 0


@pytest.mark.parametrize(("answer", "code"), [("false", 1), ("unknown", 1), ("true", 0)])
def test_data_on_people_that_nobody_took_care_of_is_asked_about(answer: str, code: int) -> None:
    rows = f"origin: own, facts: {{personal_data_handled: {answer}}}}}"
    assert checked(written(TUNE, ("origin: own}", rows))) == code


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("https://huggingface.co/datasets/wren/tides", 1),
        ("https://www.kaggle.com/datasets/wren/tides", 1),
        ("https://huggingface.co/datasets/meadow/garden-rows", 0),
        ("dataset card", 0),
    ],
)
def test_a_licence_that_somebody_elses_page_states_is_of_rows_of_theirs(where: str, code: int) -> None:
    rows = f"origin: own, statements: [{{license: CC0-1.0, where: '{where}'}}]}}"
    assert checked(written(TUNE, ("origin: own}", rows))) == code
