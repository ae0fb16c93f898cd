from __future__ import annotations

import dataclasses
import json

import pytest

from compliance.model.answered.plan import Act, LicenceOutcome, Need, Obstacle, OpenItem, Plan, Planning, Put
from compliance.render.explain.rule import Section
from compliance.render.planned.machine import licences_json, plans_json
from compliance.render.planned.pages import licence_sections, plan_sections

ITEM = OpenItem("a/rule", "m", "chat", "releaser", "A title", "Chat", "arguable", "terms:one@m")


def act(word: str, *, question: bool = False) -> Act:
    return Act(f"{word}:x", word, "x", f"Do {word}.", Put("release", "m", "name", "y"), 3, question=question)


def planning(*plans: Plan, obstacles: tuple[Obstacle, ...] = (), complete: bool = True) -> Planning:
    return Planning("plain", (ITEM,), plans, obstacles, complete, 7, 2, 3)


def text(sections: tuple[Section, ...]) -> str:
    return "\n".join(
        line for one in sections for line in (one.title, *(f"{x.lead} {x.text}" for x in one.lines))
    )


PLAN = Plan((Need(act("rename"), (ITEM,)), Need(act("supply-fact", question=True), ())), 6)


def test_what_is_to_be_done_stands_apart_from_what_is_to_be_found_out() -> None:
    told = text(plan_sections(planning(PLAN)))
    assert (
        told.index("1 thing to do")
        < told.index("Do rename.")
        < told.index("1 answer")
        < told.index("? Do supply")
    )


def test_only_an_explanation_says_what_every_act_is_for() -> None:
    told = [text(plan_sections(planning(PLAN), explain=one)).count("A title") for one in (False, True)]
    assert told == [1, 2]


def test_where_no_plan_exists_what_stands_in_the_way_is_named_with_what_bears_on_it() -> None:
    told = text(plan_sections(planning(obstacles=(Obstacle(ITEM, (act("rename"),)), Obstacle(ITEM, ())))))
    assert ("There is no plan" in told, "Do rename." in told, "no change is known" in told) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize("acts", [(), (act("rename"),)])
def test_where_no_plan_exists_the_questions_that_stand_in_the_way_are_told(acts: tuple[Act, ...]) -> None:
    waits = dataclasses.replace(ITEM, position="needs-facts", asks=("Which weights does it start from?",))
    told = text(plan_sections(planning(obstacles=(Obstacle(waits, acts),))))
    assert ("1. Which weights does it start from?" in told, "no change is known" in told) == (
        True,
        False,
    )


def test_a_search_that_was_ended_claims_no_proof() -> None:
    told = text(plan_sections(planning(complete=False)))
    assert ("There is no plan" in told, "No plan costs less than 7." in told) == (False, True)


def test_licences_against_which_the_same_speaks_are_told_together() -> None:
    blocked = {"narrow": (), "plain": (ITEM,), "broad": (ITEM,)}
    free: dict[str, tuple[OpenItem, ...]] = dict.fromkeys(("narrow", "plain", "broad"), ())
    outcomes = [LicenceOutcome("nc", "m", free, non_commercial=True), LicenceOutcome("x", "m", blocked, stated=True),
                LicenceOutcome("y", "m", blocked)]  # fmt: skip
    told = text(licence_sections(outcomes))
    assert ("1 licence on the broad reading" in told, "x (stated) and y: on the narrow reading" in told) == (
        True,
        True,
    )


def test_the_documents_for_programs_say_the_same() -> None:
    plans = json.loads(plans_json({"": planning(PLAN)}))
    licences = json.loads(
        licences_json([LicenceOutcome("x", "m", {"narrow": (), "plain": (ITEM,), "broad": (ITEM,)})])
    )
    assert (plans["least_cost"], plans["plans"][0]["acts"][1]["question"], licences["licences"][0]["readings"]) == (
        6, True, ["narrow"],
    )  # fmt: skip
