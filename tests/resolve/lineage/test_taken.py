"""Who calls a service or runs weights has taken their terms, and is not asked where outputs of others come in."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DK ACCEPTED}
parties: {others: {name: Skua Club, kind: community}}
artifacts:
  gpt: {kind: service, name: gpt-4, provider: openai, developer: OpenAI, country: US, route: ROUTE, plan: api}
  seeds: {kind: dataset, name: Questions of our own, origin: own, license: CC0-1.0}
  theirs: {kind: dataset, name: skua/answers, license: CC0-1.0}
  marks: {kind: dataset, name: meadow/marks, license: CC0-1.0}
  base: {kind: model, name: Qwen/Qwen3-8B, license: Apache-2.0}
  out: {kind: model}
steps:
  - {id: made, kind: generate, by: others, inputs: {teacher: gpt, seed: seeds}, outputs: theirs, period: 2024-03}
  - {id: tune, kind: finetune, inputs: {base: base, data: theirs}, outputs: out, period: 2025-09}
  STEP
releases:
  - {artifact: out, name: meadow/lark, date: 2025-10-10, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, markets: [DK]}
"""
CALL = (
    "- {id: mark, kind: generate, inputs: {teacher: gpt, seed: seeds}, outputs: marks, period: 2025-08 WHOSE}"
)


def _report(step: str = "", route: str = "direct", accepted: str = "", whose: str = "") -> Report:
    text = MANIFEST.replace("STEP", step.replace("WHOSE", whose))
    text = text.replace("ROUTE", route).replace("ACCEPTED", accepted)
    return check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))


def _asked(report: Report) -> bool:
    return any(
        missing.fact == "party.accepted" and missing.subject.startswith("publisher:openai")
        for finding in report.findings
        for missing in finding.missing
    )


def _bites(report: Report) -> bool:
    return any(
        one.rule == "openai/competing-models" and str(one.position) == "arguable" for one in report.findings
    )


def test_who_calls_nobody_is_asked() -> None:
    assert _asked(_report())


@pytest.mark.parametrize("whose", ["", ", facts: {account_holder: own}", ", by: publisher"])
def test_who_calls_the_same_provider_has_its_terms(whose: str) -> None:
    report = _report(CALL, whose=whose)
    assert not _asked(report)
    assert _bites(report)
    assert any("counts as having accepted the terms of openai" in line for line in report.warnings)


@pytest.mark.parametrize(
    ("route", "whose"),
    [
        ("azure", ""),
        ("unknown", ""),
        ("direct", ", by: others"),
        ("direct", ", facts: {account_holder: other}"),
        ("direct", ", facts: {account_holder: unknown}"),
    ],
)
def test_another_route_or_account_shows_nothing(route: str, whose: str) -> None:
    direct = _report(CALL, route=route, whose=whose)
    assert _asked(direct) or not _bites(direct)


def test_what_is_stated_stands_before_what_the_steps_show() -> None:
    report = _report(CALL, accepted=", accepted: {openai: false}")
    assert not _asked(report)
    assert not _bites(report)


LICENSED = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DK}
parties: {others: {name: Skua Club, kind: community}}
artifacts:
  llama: {kind: model, name: meta-llama/Llama-2-7b-hf, license: llama2}
  seeds: {kind: dataset, name: Questions of our own, origin: own, license: CC0-1.0}
  theirs: {kind: dataset, name: skua/answers, license: CC0-1.0}
  draft: {kind: model, name: meadow/draft}
  base: {kind: model, name: Qwen/Qwen3-8B, license: Apache-2.0}
  out: {kind: model}
steps:
  - {id: made, kind: generate, by: others, inputs: {teacher: llama, seed: seeds}, outputs: theirs, period: 2024-03}
  - {id: tune, kind: finetune, inputs: {base: base, data: theirs}, outputs: out, period: 2025-09}
  STEP
releases:
  - {artifact: out, name: meadow/lark, date: 2025-10-10, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, markets: [DK]}
"""
RUN = "- {id: drafts, kind: finetune, inputs: {base: llama, data: seeds}, outputs: draft, period: 2025-08}"


@pytest.mark.parametrize(
    ("step", "asked"), [("", True), (RUN, False), (RUN.replace("base:", "judge:"), False)]
)
def test_who_runs_weights_has_their_licence(step: str, asked: bool) -> None:
    text = LICENSED.replace("STEP", step)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))
    found = {
        missing.subject
        for one in report.findings
        for missing in one.missing
        if missing.fact == "party.accepted"
    }
    assert ("publisher:llama2" in found) is asked


def test_a_call_to_the_platform_for_mainland_china_takes_the_terms_too() -> None:
    """Nobody calls a provider's own platform without an account, wherever it stands."""

    def asked(route: str) -> bool:
        text = (
            MANIFEST.replace("STEP", CALL.replace("WHOSE", ""))
            .replace("ROUTE", route)
            .replace("ACCEPTED", "")
        )
        text = text.replace(
            "gpt-4, provider: openai, developer: OpenAI, country: US", "glm-4.6, provider: zai"
        )
        report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 28))
        return any(
            missing.fact == "party.accepted" and missing.subject.startswith("publisher:zai")
            for finding in report.findings
            for missing in finding.missing
        )

    assert not asked("direct")
    assert not asked("mainland")
    assert asked("openrouter")


def test_a_publisher_whom_nobody_named_is_spoken_of_as_the_publisher() -> None:
    text = MANIFEST.replace("STEP", "").replace("ROUTE", "azure").replace("ACCEPTED", "")
    text = text.replace("Meadow Lab", "unknown")
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))
    assert report.publisher == "the publisher"
    assert {one.party_name for one in report.findings if one.party == "releaser"} == {"the publisher"}
    assert "Has the publisher itself accepted" in " ".join(one.missing.question for one in report.questions)


TUNED = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DK}
artifacts:
  base: {kind: model, name: meadow-friends/base, LICENCE documented: {where: card, generators: none}}
  rows: {kind: dataset, name: Questions of our own, origin: own, license: CC0-1.0}
  out: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: out, period: 2025-09}
releases:
  - {artifact: out, name: meadow/lark, date: 2025-10-10, license: MIT, access: open-weights, commercial: true,
     function: general-purpose, markets: [DK]}
"""


@pytest.mark.parametrize("licence", ["", "license: MIT OR Apache-2.0,", "license: MIT AND Apache-2.0,"])
def test_whose_weights_have_several_licences_or_none_known_is_not_asked_whether_it_took_them(
    licence: str,
) -> None:
    text = TUNED.replace("LICENCE", licence)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))
    assert report.findings
    assert not any(one.fact == "party.accepted" for finding in report.findings for one in finding.missing)


HAD = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DK ACCEPTED}
artifacts:
  weights: {kind: model, NAMED}
  app: {kind: code}
steps: [{id: put-up, kind: deploy, inputs: {component: weights}, outputs: app, period: 2025-09}]
releases: [{artifact: app, name: App, date: 2025-10-10, access: internal, commercial: true, markets: [DK]}]
"""
AGREED = (
    "name: mistralai/Codestral-22B-v0.1, license: Commercial agreement of 2025-03-01, "
    "against_record: {because: separate-licence, where: agreement with Mistral AI of 2025-03-01}"
)
OF_TWO_TEXTS = "name: allenai/OLMo-2-0325-32B-Instruct"


def _asked_of_weights(named: str, accepted: str = "") -> bool:
    text = HAD.replace("NAMED", named).replace("ACCEPTED", accepted)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2025, 10, 10))
    return any(
        one.rule == "gaps/licence-not-accepted" and str(one.position) in ("needs-facts", "arguable")
        for one in report.findings
    )


@pytest.mark.parametrize("named", [AGREED, OF_TWO_TEXTS])
def test_who_runs_weights_under_an_agreement_or_under_several_texts_has_taken_these(named: str) -> None:
    assert not _asked_of_weights(named)


def test_who_says_something_of_one_of_several_texts_is_asked_as_before() -> None:
    assert _asked_of_weights(OF_TWO_TEXTS, ", accepted: {gemma: false}")
    assert _asked_of_weights(OF_TWO_TEXTS, ", accepted: {apache-2.0: false}")
