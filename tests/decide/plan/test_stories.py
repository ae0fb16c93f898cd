"""Plans for releases as they occur, with the bundled packs; the stories are invented, the licences are not."""

from __future__ import annotations

import datetime

import pytest

from compliance.decide.plan.prices import Prices
from compliance.decide.plan.search import Search
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.costs import load_costs
from compliance.model.answered.plan import Planning, Put
from compliance.model.known.knowledge import Knowledge
from compliance.planning import Question, find_plans

HEAD = """\
lineage: 1
project: {id: story}
publisher: {name: Meadow Lab, kind: company, country: US, facts: {monthly_users: 1000}}
"""
RELEASE = "date: 2025-02-01, access: open-weights, commercial: true, function: general-purpose"


def tune(base: str, name: str, licence: str, more: str = "") -> str:
    return f"""{HEAD}artifacts:
  base: {{kind: model, name: {base}}}
  rows: {{kind: dataset, name: Meadow rows, license: CC0-1.0, origin: own}}
  tuned: {{kind: model}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: tuned, period: 2025-01}}
releases:
  - {{artifact: tuned, name: {name}, license: {licence}, {RELEASE}{more}}}
"""


def distilled(name: str, teacher: str = "meta-llama/Llama-3.1-405B-Instruct") -> str:
    return f"""{HEAD}artifacts:
  teacher: {{kind: model, name: {teacher}}}
  base: {{kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}}
  prompts: {{kind: dataset, name: Meadow prompts, license: CC0-1.0, origin: own}}
  answers: {{kind: dataset}}
  tuned: {{kind: model}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: teacher, prompts: prompts}}, outputs: answers, period: 2025-01}}
  - {{id: tune, kind: finetune, inputs: {{base: base, data: answers}}, outputs: tuned, period: 2025-01}}
releases:
  - {{artifact: tuned, name: {name}, license: Apache-2.0, {RELEASE}, license_copies: [Apache-2.0]}}
"""


def planned(text: str, packs: Knowledge) -> Planning:
    loaded = check_manifest(parse_yaml(text, "lineage.yaml"), packs)
    return find_plans(Question(loaded, packs, datetime.date(2026, 11, 26)), load_costs(packs))


LLAMA_LINE = (
    "Built with Llama; Llama 3.3 is licensed under the Llama 3.3 Community License, Copyright © Meta Platforms, Inc. "
    "All Rights Reserved."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (distilled("meadow/Nova-1.4b"), {"rename:tuned:Llama"}),
        (
            tune("meta-llama/Llama-3.3-70B-Instruct", "meadow/Llama-70B", "MIT"),
            {"change-licence:tuned:llama3.3", "ship-licence-copy:tuned:llama3.3", "add-notice:tuned:base"},
        ),
        (
            tune(
                "meta-llama/Llama-3.3-70B-Instruct",
                "meadow/Llama-70B",
                "llama3.3",
                ", license_copies: [llama3.3]",
            ),
            {"add-notice:tuned:base"},
        ),
        (
            tune("google/gemma-2-9b-it", "meadow/answers", "MIT"),
            {"change-licence:tuned:gemma", "ship-licence-copy:tuned:gemma", "add-notice:tuned:base"},
        ),
        (
            tune("EleutherAI/pythia-1.4b", "meadow/answers", "Apache-2.0"),
            {"ship-licence-copy:tuned:apache-2.0"},
        ),
    ],
)
def test_the_plan_names_the_least_change_that_settles_a_release(
    text: str, expected: set[str], packs: Knowledge
) -> None:
    plan = planned(text, packs).plans[0]
    assert {act.key for act in plan.acts} == expected


def test_a_notice_is_planned_in_the_words_that_the_licence_sets(packs: Knowledge) -> None:
    text = tune(
        "meta-llama/Llama-3.3-70B-Instruct", "meadow/Llama-70B", "llama3.3", ", license_copies: [llama3.3]"
    )
    says = planned(text, packs).plans[0].acts[0].says
    assert [words for words in LLAMA_LINE.split("; ") if f"“{words}”" not in says] == []


def test_words_that_a_rule_asks_for_other_licences_are_not_planned(packs: Knowledge) -> None:
    text = tune("black-forest-labs/FLUX.1-dev", "meadow/strokes", "flux-1-dev-non-commercial-license")
    says = " ".join(act.says for plan in planned(text, packs).plans for act in plan.acts)
    assert "FLUX.1 [dev]" in says
    assert not any(words in says.lower() for words in ("community licen", "“built with", "llama"))


def test_of_words_that_a_licence_leaves_a_choice_of_one_is_planned(packs: Knowledge) -> None:
    text = distilled("meadow/answers", "Qwen/Qwen2.5-72B-Instruct")
    says = " ".join(act.says for act in planned(text, packs).plans[0].acts)
    assert ("“Built with Qwen”" in says, "improved using" in says.lower()) == (True, False)


def test_sixty_causes_take_no_more_than_twenty_evaluations(packs: Knowledge) -> None:
    sets = "".join(f"  s{n}: {{kind: dataset, name: org{n}/rows-{n}}}\n" for n in range(60))
    names = ", ".join(f"s{n}" for n in range(60))
    text = tune("EleutherAI/pythia-1.4b", "meadow/answers", "Apache-2.0").replace(
        "  tuned:", f"{sets}  tuned:", 1
    )
    found = planned(text.replace("data: rows", f"data: [{names}]"), packs)
    causes = {item.cause for item in found.open}
    assert (len(causes) >= 60, found.complete, bool(found.plans), found.evaluations <= 20) == (
        True,
        True,
        True,
        True,
    )


@pytest.mark.parametrize("name", ["gpt-4o-2024-08-06", "gpt-4.1-2025-04-14"])
def test_the_permission_of_whoever_sells_the_route_is_an_answer_under_its_name(
    name: str, packs: Knowledge
) -> None:
    service = f"{{kind: service, name: {name}, provider: openai, route: azure, plan: api}}"
    text = distilled("meadow/answers").replace(
        "teacher: {kind: model, name: meta-llama/Llama-3.1-405B-Instruct}", f"teacher: {service}"
    )
    unknown = text.replace("country: US, facts", "country: US, permission: {microsoft: unknown}, facts")
    loaded = check_manifest(parse_yaml(unknown, "lineage.yaml"), packs)
    question = Question(loaded, packs, datetime.date(2026, 11, 26))
    costs = load_costs(packs).model_copy(update={"acts": {"obtain-permission:microsoft": "never"}})
    state = Search(loaded.manifest, packs, Prices(costs), question.judge)
    state.test(frozenset())
    expected = Put("publisher", "publisher", "permission", "yes", "microsoft")
    assert expected in [act.edit for act in state.acts.values()]


@pytest.mark.parametrize("entry", ["alpaca", "gpt-4-rows", "ultrachat", "sharegpt.cleaned"])
def test_what_takes_the_place_of_rows_is_not_taken_for_them_by_its_id(entry: str, packs: Knowledge) -> None:
    text = f"""{HEAD}artifacts:
  base: {{kind: model, name: Qwen/Qwen2.5-7B, license: Apache-2.0}}
  {entry}: {{kind: dataset, name: tatsu-lab/alpaca}}
  tuned: {{kind: model}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base, data: {entry}}}, outputs: tuned, period: 2025-01}}
releases:
  - {{artifact: tuned, name: meadow/tuned-7b, license: Apache-2.0, {RELEASE}}}
"""
    cheapest = planned(text, packs).plans[0]
    assert f"replace-input:{entry}" in [act.key for act in cheapest.acts]
