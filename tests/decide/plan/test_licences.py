from __future__ import annotations

from typing import Any

from compliance.decide.plan.licences import survey
from tests.decide.plan.small import COSTS, judge_with
from tests.evaluate.world import RELEASE, manifest, world

BASE: dict[str, Any] = {
    "artifacts": {"base": {"kind": "model", "name": "base/nc", "license": "nc"}, "m": {"kind": "model"}},
    "steps": [
        {"id": "tune", "kind": "finetune", "inputs": {"base": "base", "data": "base"}, "outputs": ["m"]}
    ],
    "releases": [{**RELEASE, "license": "free"}],
}
REACH = {"reach": {"narrow": [], "plain": ["derivative"], "broad": ["derivative"]}}
LOOSER = {
    "about": {"source": {"licence": ["nc"]}},
    "when": {"weights": REACH, "looser": {"licence": {"of": "release", "drops": ["non-commercial"]}}},
}
COMMERCIAL = {
    "about": {"source": {"licence": ["nc"]}},
    "when": {"weights": REACH, "sold": {"fact": "release.commercial", "is": True}},
}


def test_a_licence_fails_on_the_readings_on_which_a_rule_that_looks_at_licences_bites() -> None:
    knowledge = world(LOOSER, COMMERCIAL)
    found = survey(manifest(**BASE), knowledge, COSTS, judge_with(knowledge))
    told = {one.licence: (one.readings, one.stated, one.non_commercial) for one in found}
    assert told == {
        "nc": (("narrow", "plain", "broad"), False, True),
        "free": (("narrow",), True, False),
    }


def test_the_reason_is_the_finding_that_bites() -> None:
    knowledge = world(COMMERCIAL, LOOSER)
    found = survey(manifest(**BASE), knowledge, COSTS, judge_with(knowledge), ["free"])
    blocked = {reading: [item.rule for item in items] for reading, items in found[0].blocked.items()}
    assert blocked == {"narrow": [], "plain": ["small/r1"], "broad": ["small/r1"]}


def test_only_the_licences_that_are_asked_for_are_tried() -> None:
    knowledge = world(LOOSER)
    found = survey(manifest(**BASE), knowledge, COSTS, judge_with(knowledge), ["sa", "SA"])
    assert [one.licence for one in found] == ["sa"]
