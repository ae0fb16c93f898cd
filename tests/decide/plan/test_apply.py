from __future__ import annotations

import pytest

from compliance.decide.plan.apply import written
from compliance.decide.plan.edits import apply_acts
from compliance.decide.plan.search import search
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.resolve.words.notes.plain_steps import is_plain_of
from tests.decide.plan.small import COSTS, judge_with
from tests.decide.plan.test_search import ALWAYS, rule
from tests.evaluate.world import manifest, world

PERMIT = {"fact": "party.permission", "is": True}


@pytest.mark.parametrize(
    "given",
    [
        rule(ALWAYS, "replace-input"),
        rule(ALWAYS, "obtain-permission", permitted=PERMIT),
        rule({"fact": "release.commercial", "is": True}, "change-purpose"),
    ],
)
def test_a_plan_written_out_is_a_manifest_of_which_nothing_is_open(given: dict[str, object]) -> None:
    knowledge = world(given)
    judge = judge_with(knowledge, covered=True)
    plan = search(manifest(), knowledge, COSTS, judge).plans[0]
    again = check_manifest(parse_yaml(written(manifest(), plan), "planned.yaml")).manifest
    assert judge(again)[1].open_findings() == ()


def test_an_answer_that_a_plan_rests_on_stays_a_question() -> None:
    knowledge = world(rule({"fact": "party.accepted", "is": True}, "supply-fact"))
    start = manifest(publisher={"name": "Lab", "kind": "company", "accepted": {"one": "unknown"}})
    plan = search(start, knowledge, COSTS, judge_with(knowledge, covered=True)).plans[0]
    text = written(start, plan)
    again = check_manifest(parse_yaml(text, "planned.yaml")).manifest
    assert (again, "# To answer first: What is party.accepted of Lab? Needed: no." in text) == (
        apply_acts(start, ()),
        True,
    )


def test_a_release_of_which_only_the_artifact_is_stated_stays_a_release() -> None:
    knowledge, start = world(rule(ALWAYS, "replace-input")), manifest(releases=[{"artifact": "m"}])
    plan = search(start, knowledge, COSTS, judge_with(knowledge, covered=True)).plans[0]
    again = check_manifest(parse_yaml(written(start, plan), "planned.yaml")).manifest
    assert [one.artifact for one in again.releases] == ["m"]


def test_what_a_plan_says_of_steps_tells_of_nothing_else() -> None:
    knowledge = world(rule(ALWAYS, "replace-input"))
    plan = search(manifest(), knowledge, COSTS, judge_with(knowledge, covered=True)).plans[0]
    again = check_manifest(parse_yaml(written(manifest(), plan), "planned.yaml")).manifest
    noted = [step for step in again.steps if step.note]
    assert noted
    assert all(is_plain_of(step.note or "", step.kind, {}) for step in noted)
    assert not any(one.note for one in again.artifacts.values())
