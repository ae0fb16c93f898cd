"""The bundled scenarios on a real pipeline and on small ones: what each case makes of them, and what it leaves."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from compliance import pipeline
from compliance.load.documents.yaml_reader import Document
from compliance.load.manifest.manifest import LoadedManifest, check_manifest, load_manifest
from compliance.model.answered.supposed import CaseOutcome, Outcome
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.scenario import Scenario
from compliance.model.shapes.location import Marks
from compliance.render.sheet.terminal import as_text
from compliance.render.sheet.whatif import whatif_sheet

DAY = datetime.date(2026, 11, 26)
VERDICTS = re.compile(
    r"\b(illegal|unlawful|legal(ly)? ok|steal|stolen|attack(ed|ing)?|threat|danger|rogue|enem(y|ies))\b",
    re.I,
)
Scenarios = dict[str, Scenario]


@pytest.fixture(scope="module")
def olmo(packs: Knowledge, repo_root: Path) -> LoadedManifest:
    """The pipeline of the main example."""
    return load_manifest(repo_root / "examples/olmo-3/lineage.yaml", packs)


@pytest.fixture(scope="module")
def outcomes(packs: Knowledge, scenarios: Scenarios, olmo: LoadedManifest) -> dict[str, Outcome]:
    """What every scenario makes of it."""
    return {key: pipeline.whatif(olmo, packs, DAY, one) for key, one in scenarios.items()}


def project(
    packs: Knowledge,
    artifacts: dict[str, Any],
    steps: list[dict[str, Any]],
    publisher: dict[str, Any] | None = None,
    **release: Any,
) -> LoadedManifest:
    """A project with one release, called `m`."""
    data = {
        "lineage": 1,
        "project": {"id": "trial"},
        "publisher": {"name": "Lab", "kind": "company", "country": "US", **(publisher or {})},
        "artifacts": {"m": {"kind": "model"}, **artifacts},
        "steps": steps,
        "releases": [
            {
                "artifact": "m",
                "access": "open-weights",
                "function": "general-purpose",
                "date": "2026-10-01",
                **release,
            }
        ],
    }
    return check_manifest(Document(data, Marks("m.yaml", {}), "m.yaml", ""), packs)


QWEN = {"kind": "model", "name": "Qwen/Qwen2.5-7B", "license": "Apache-2.0"}
DEEPSEEK = {"kind": "model", "name": "deepseek-ai/DeepSeek-V3", "license": "MIT"}
ROWS = {"kind": "dataset", "origin": "own", "license": "CC0-1.0"}
TUNE = [{"id": "tune", "kind": "finetune", "inputs": {"base": "base", "data": "rows"}, "outputs": ["m"]}]
LEARN = [
    {"id": "write", "kind": "generate", "inputs": {"teacher": "base"}, "outputs": ["rows"]},
    {"id": "train", "kind": "train", "inputs": {"data": "rows"}, "outputs": ["m"]},
]


def case(outcome: Outcome, name: str) -> CaseOutcome:
    """A case by its id."""
    return next(one for one in outcome.cases if one.id == name)


def positions(found: CaseOutcome) -> dict[tuple[str, str | None], str]:
    """Where every answer stands in a case."""
    return {(row.rule, row.source): row.after.position.value for row in found.rows if row.after}


def test_there_are_the_eleven_and_each_says_what_it_cannot_answer(scenarios: Scenarios) -> None:
    assert list(range(1, 12)) == [one.order for one in scenarios.values()]
    assert all(one.sources and one.does_not_cover and one.records for one in scenarios.values())


def test_every_case_has_an_answer_about_some_project(outcomes: dict[str, Outcome]) -> None:
    silent = {(key, one.id) for key, outcome in outcomes.items() for one in outcome.cases if not one.rows}
    assert set() == silent


def test_no_scenario_has_a_word_that_judges(scenarios: Scenarios, outcomes: dict[str, Outcome]) -> None:
    for key, outcome in outcomes.items():
        printed = as_text([whatif_sheet(outcome)], width=200, color=False)
        # The short title of the bill is its own.
        assert VERDICTS.search(printed.replace("American AI Model Theft", "")) is None, key


def test_nothing_binds_where_only_bills_and_unstated_facts_are_looked_at(
    outcomes: dict[str, Outcome],
) -> None:
    bound = {key for key, one in outcomes.items() if one.binding}
    assert {"data-model-chain", "academic-release"} == bound  # terms of providers, which are in force


def test_a_us_person_is_outside_the_bill_and_a_foreign_one_inside_it(
    packs: Knowledge, scenarios: Scenarios, outcomes: dict[str, Outcome]
) -> None:
    bill = outcomes["hr-8283"]
    assert {"clear"} == set(positions(case(bill, "as-stated")).values())
    foreign = [
        row.after.readings.words()["plain"]
        for row in case(bill, "foreign-publisher").rows
        if row.after and (row.rule, row.source, row.release) == ("law/hr-8283", "azure-openai#1", "olmo-3-7b")
    ]
    assert foreign == ["yes"]  # narrowly it waits for a text on grounded searches that is not held
    assert {"clear"} == set(positions(case(bill, "with-leave")).values())


def test_the_four_texts_give_one_lineage_different_answers_side_by_side(outcomes: dict[str, Outcome]) -> None:
    chain = outcomes["data-model-chain"]
    assert chain.side_by_side
    reader, writer = (
        [
            max(
                (
                    r.after.readings
                    for r in one.rows
                    if r.after and (r.release, r.source) == ("olmo-3-7b", source)
                ),
                key=tuple,
            ).words()
            for one in chain.cases
        ]
        for source in ("gpt-4o", "azure-openai#1")
    )
    plain = [[words["plain"] for words in row] for row in (reader, writer)]
    assert plain == [["no"] * 5, ["yes"] * 5]  # who only read pages taught nothing on the plain reading
    assert [words["broad"] for words in reader] == ["yes", "no", "yes", "yes", "yes"]


@pytest.mark.parametrize(
    ("steps", "today", "wider"),
    [(TUNE, "breach", "breach"), (LEARN, "arguable", "arguable")],
)
def test_deepseek_on_a_defence_contract_is_looked_at_today(
    packs: Knowledge, scenarios: Scenarios, steps: Any, today: str, wider: str
) -> None:
    rows = ROWS if steps is TUNE else {"kind": "dataset"}
    found = pipeline.whatif(
        project(packs, {"base": DEEPSEEK, "rows": rows}, steps), packs, DAY, scenarios["defence-contract"]
    )
    assert today == positions(case(found, "today"))["law/ndaa-1532-own-use", "base"]
    assert wider == positions(case(found, "wider-guidance"))["law/ndaa-1532-own-use", "base"]
    assert positions(case(found, "waived"))["law/ndaa-1532-own-use", "base"] == "clear"


def test_qwen_on_a_defence_contract_waits_for_guidance(packs: Knowledge, scenarios: Scenarios) -> None:
    given = project(packs, {"base": QWEN, "rows": ROWS}, TUNE)
    found = pipeline.whatif(given, packs, DAY, scenarios["defence-contract"])
    assert ("law/ndaa-1532-own-use", "base") not in positions(case(found, "today"))
    assert positions(case(found, "wider-guidance"))["law/ndaa-1532-wider", "base"] == "breach"


def test_a_substitute_for_restricted_weights_clears_what_looked_at_them(
    packs: Knowledge, scenarios: Scenarios
) -> None:
    given = project(packs, {"base": QWEN, "rows": ROWS}, TUNE)
    found = case(pipeline.whatif(given, packs, DAY, scenarios["restricted-origin"]), "commerce")
    assert positions(found)["law/icts-review", None] == "arguable"
    assert [artifact for artifact, _ in found.swapped] == ["base"]
    assert "CN" not in found.swapped[0][1].country
    assert [(row.rule, row.after and row.after.position) for row in found.replaced] == [
        ("law/icts-review", None)
    ]


@pytest.mark.parametrize(
    ("name", "act", "clause"),
    [
        ("mistralai/Mistral-7B-v0.3", None, "arguable"),
        ("Qwen/Qwen2.5-7B", "arguable", "arguable"),
        ("EleutherAI/pythia-1.4b", None, "clear"),
    ],
)
def test_federal_texts_part_on_foreign_bases(
    packs: Knowledge, scenarios: Scenarios, name: str, act: str | None, clause: str
) -> None:
    given = project(packs, {"base": {"kind": "model", "name": name}, "rows": ROWS}, TUNE)
    found = pipeline.whatif(given, packs, DAY, scenarios["federal-use"])
    assert act == positions(case(found, "act")).get(("law/no-adversarial-ai-act", "base"))
    assert clause == positions(case(found, "gsa-clause"))["law/gsar-american-ai", "base"]


@pytest.mark.parametrize(
    ("function", "marks"),
    [("image", "breach"), ("video", "breach"), ("general-purpose", "remote"), ("embedding", None)],
)
def test_marks_are_asked_of_what_makes_pictures(
    packs: Knowledge, scenarios: Scenarios, function: str, marks: str | None
) -> None:
    given = project(packs, {"base": QWEN, "rows": ROWS}, TUNE, function=function)
    found = case(pipeline.whatif(given, packs, DAY, scenarios["california"]), "no-mark")
    assert marks == positions(found).get(("law/ca-marking-any-provider", None))


def test_hiding_the_base_is_what_a_letter_turns_on(packs: Knowledge, scenarios: Scenarios) -> None:
    given = project(packs, {"base": QWEN, "rows": ROWS}, TUNE)
    found = pipeline.whatif(given, packs, DAY, scenarios["committee-letter"])
    assert {"clear"} == set(positions(case(found, "documented")).values())
    assert positions(case(found, "undisclosed"))["law/ftc-origin-claims", None] == "arguable"


def test_what_a_substitute_asks_itself_is_told(packs: Knowledge, scenarios: Scenarios) -> None:
    given = project(packs, {"base": QWEN, "rows": ROWS}, TUNE)
    found = case(pipeline.whatif(given, packs, DAY, scenarios["restricted-origin"]), "commerce")
    assert found.asked_anew
    assert {"base"} == {row.source for row in found.asked_anew}
    assert {found.swapped[0][1].name} == {row.source_name for row in found.asked_anew}
    assert all(row.after and row.after.force == "in-force" for row in found.asked_anew)


def test_an_open_licence_decides_where_open_source_would_stay_open(
    packs: Knowledge, scenarios: Scenarios
) -> None:
    own_terms = {"kind": "model", "name": "Qwen/Qwen2.5-72B", "license": "qwen"}
    told = [
        positions(
            case(
                pipeline.whatif(
                    project(packs, {"base": base, "rows": ROWS}, TUNE),
                    packs,
                    DAY,
                    scenarios["restricted-origin"],
                ),
                "open-source-kept",
            )
        )
        for base in (QWEN, own_terms)
    ]
    assert [one["scenario/icts-open-source", "base"] for one in told] == ["clear", "arguable"]


@pytest.mark.parametrize(
    ("name", "provider", "blocked"),
    [("Qwen/Qwen2.5-7B", "", "remote"), ("deepseek-reasoner", "deepseek", "breach")],
)
def test_blocking_ends_payments_and_leaves_published_weights_open(
    packs: Knowledge, scenarios: Scenarios, name: str, provider: str, blocked: str
) -> None:
    service = {"kind": "service", "name": name, "provider": provider, "route": "direct", "plan": "api"}
    base = service if provider else QWEN
    given = project(packs, {"base": base, "rows": {"kind": "dataset"}}, LEARN)
    found = pipeline.whatif(given, packs, DAY, scenarios["listed-developer"])
    assert blocked == positions(case(found, "blocked"))["law/listed-distiller", "base"]
    assert positions(case(found, "list-of-attackers"))["law/listed-distiller", "base"] == "clear"


def test_tuning_is_measured_against_a_third_of_the_base(packs: Knowledge, scenarios: Scenarios) -> None:
    given = project(packs, {"base": QWEN, "rows": ROWS}, TUNE)
    found = pipeline.whatif(given, packs, DAY, scenarios["eu-tuning"])
    told = {
        name: positions(case(found, name)).get(("law/eu-policy-and-summary", None))
        for name in ("below-a-third", "above-a-third", "base-unknown")
    }
    assert told == {"below-a-third": "clear", "above-a-third": "needs-facts", "base-unknown": "needs-facts"}
    asked = {fact.fact for fact in case(found, "above-a-third").questions}
    assert {"release.copyright_policy", "release.training_summary"} <= asked


def test_where_nothing_of_such_an_origin_is_in_it_no_case_lists_any(
    packs: Knowledge, scenarios: Scenarios
) -> None:
    pythia = {"kind": "model", "name": "EleutherAI/pythia-1.4b", "license": "Apache-2.0"}
    given = project(packs, {"base": pythia, "rows": ROWS}, TUNE)
    found = pipeline.whatif(given, packs, DAY, scenarios["restricted-origin"])
    assert [one.exposures for one in found.cases] == [()] * 3
    assert [one.swapped for one in found.cases] == [()] * 3
