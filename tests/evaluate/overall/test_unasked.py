"""Where something is left out without which rules are put to nobody, that is no clearance."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.cause import is_unasked, uncovered_words
from compliance.model.answered.report import Report
from compliance.pipeline import check_text
from compliance.render.view.report_view import build_view

DAY = datetime.date(2025, 11, 20)
TEXT = """\
lineage: 1
project: {id: trial}
publisher: {name: Meadow Lab, kind: company, country: US}
ASKER
parties: {other: {name: Harbour Systems, kind: company, country: NL AFFILIATE}}
artifacts:
  base: {kind: model, name: BASE}
  rows: {kind: dataset, name: Meadow questions, license: CC0-1.0, origin: own}
  tuned: {kind: model}
  small: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2025-09 TUNED}
  - {id: shrink, kind: quantise, inputs: {base: tuned}, outputs: small, period: 2025-09 SHRUNK}
releases:
  - {artifact: WHAT, name: meadow/answers, date: 2025-10-01, license: Apache-2.0, access: open-weights,
     channels: [Hugging Face], markets: [US], commercial: true, function: general-purpose,
     license_copies: [Apache-2.0] BY}
"""
FREE, LLAMA = "EleutherAI/pythia-1.4b", "meta-llama/Llama-3.1-8B"


def checked(text: str = TEXT, base: str = LLAMA, **words: str) -> Report:
    """The report on a tune of a base, with words in their places."""
    said = {"ASKER": "", "AFFILIATE": "", "TUNED": "", "SHRUNK": "", "WHAT": "tuned", "BY": "", **words}
    for place, word in {"BASE": base, **said}.items():
        text = text.replace(place, word)
    return check_text(text, "trial.yaml", packs=load_packs(), as_of=DAY)


def unasked(report: Report) -> list[str]:
    """Why releases leave open what whoever asks owes."""
    return [one.why for one in report.not_covered if is_unasked(one)]


@pytest.mark.parametrize("base", [FREE, LLAMA])
def test_an_asker_who_does_nothing_is_no_clearance(base: str) -> None:
    report = checked(base=base, ASKER="asker: other")
    assert report.exit_code == 1
    assert "what Harbour Systems does with it is not told" in unasked(report)[0]


@pytest.mark.parametrize("what", ["tuned", "small"])
@pytest.mark.parametrize("base", [FREE, LLAMA])
def test_what_the_publisher_makes_and_somebody_else_puts_out_was_handed_on(base: str, what: str) -> None:
    report = checked(base=base, WHAT=what, BY=", by: other", SHRUNK=", by: other" if what == "small" else "")
    assert report.exit_code == 1
    assert "owes for handing it on" in unasked(report)[0]


def test_a_release_of_ones_own_beside_it_answers_for_what_is_handed_on() -> None:
    second = "  - {artifact: small, by: other, access: open-weights}\n"
    assert unasked(checked(TEXT + second, SHRUNK=", by: other")) == []


def test_a_release_of_something_else_answers_for_nothing() -> None:
    second = "  - {id: rows, artifact: rows, access: public, license: CC0-1.0}\n"
    assert len(unasked(checked(TEXT + second, BY=", by: other"))) == 1


def test_whether_the_releaser_belongs_to_the_group_is_asked_where_that_is_written_as_unknown() -> None:
    by = {"TUNED": ", by: other", "SHRUNK": ", by: other", "BY": ", by: other"}
    assert "belongs to the group" in unasked(checked(AFFILIATE=", affiliate: unknown", **by))[0]
    assert "is not told" in unasked(checked(**by))[0]


@pytest.mark.parametrize("asker", ["", "asker: publisher", "asker: other"])
def test_a_group_is_asked_as_one_whichever_of_it_asks(asker: str) -> None:
    asked = {one.rule for one in checked().open_findings()}
    report = checked(ASKER=asker, AFFILIATE=", affiliate: true")
    assert {one.rule for one in report.open_findings()} == asked
    assert unasked(report) == []


def test_whoever_takes_a_release_into_one_of_its_own_is_asked() -> None:
    report = checked(base=FREE, ASKER="asker: other", WHAT="small", SHRUNK=", by: other", BY=", by: other")
    assert unasked(report) == []


def test_the_report_says_so_in_its_own_words() -> None:
    report = checked(ASKER="asker: other")
    (one,) = [each for each in report.not_covered if is_unasked(each)]
    assert "of which not everything is asked" in uncovered_words(one)
    assert [each.no_text for each in build_view(report).not_covered] == [False]


APP = """\
lineage: 1
project: {id: trial}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  inside: {INSIDE}
  desk: {kind: code, name: Meadow desk, origin: own}
  app: {kind: code}
steps:
  - {id: put, kind: deploy, inputs: {component: inside, tool: desk}, outputs: app, period: 2025-09}
releases:
  - {artifact: app, date: 2025-10-01, license: proprietary, commercial: true, function: application, markets: [US]
     ACCESS}
"""
SERVICES = [
    "kind: service, name: claude-3-5-sonnet-20241022, provider: anthropic, route: direct, plan: api",
    "kind: service, name: gemini-2.5-pro, provider: google, route: direct, plan: api",
    "kind: service, name: grok-3, provider: xai, route: direct, plan: enterprise",
]


def offered(inside: str, access: str) -> list[str]:
    """Why a program that something runs in leaves rules unasked."""
    text = APP.replace("INSIDE", inside).replace("ACCESS", access)
    return unasked(check_text(text, "trial.yaml", packs=load_packs(), as_of=DAY))


@pytest.mark.parametrize("access", ["", ", access: unknown"])
@pytest.mark.parametrize("inside", SERVICES)
def test_how_others_get_what_a_service_runs_in_has_to_be_told(inside: str, access: str) -> None:
    (why,) = offered(inside, access)
    assert "`access` is stated" in why


@pytest.mark.parametrize("access", ["internal", "product", "api"])
@pytest.mark.parametrize("inside", SERVICES)
def test_where_it_is_told_nothing_is_left_out(inside: str, access: str) -> None:
    assert offered(inside, f", access: {access}") == []


def test_of_weights_that_one_runs_oneself_it_is_not_asked() -> None:
    assert offered("kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0", "") == []


def test_what_a_name_only_may_mean_runs_in_nothing() -> None:
    assert (
        offered("kind: model, name: open-weight base (Llama or Mistral), developer: Meta/Mistral", "") == []
    )


TUNED = """\
lineage: 1
project: {id: trial}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  theirs: {kind: service, name: gpt-4o-2024-08-06, provider: openai, route: direct, plan: api}
  rows: {kind: dataset, name: Meadow questions, license: CC0-1.0, origin: own}
  tuned: {kind: KIND}
steps:
  - {id: tune, kind: finetune, inputs: {base: theirs, data: rows}, outputs: tuned, period: 2025-09}
releases:
  - {artifact: tuned, date: 2025-10-01, license: Apache-2.0, access: ACCESS, commercial: true,
     function: general-purpose, markets: [US], license_copies: [Apache-2.0]}
"""


@pytest.mark.parametrize("access", ["open-weights", "gated"])
@pytest.mark.parametrize("kind", ["service", "model"])
def test_weights_of_a_hosted_tune_are_open_whatever_it_is_called(kind: str, access: str) -> None:
    text = TUNED.replace("KIND", kind).replace("ACCESS", access)
    assert check_text(text, "trial.yaml", packs=load_packs(), as_of=DAY).exit_code == 1
