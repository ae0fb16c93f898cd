from __future__ import annotations

from typing import Any

import pytest

from compliance.decide.plan.reads import Reach, bears_on, reads_of
from compliance.model.answered.plan import Act, Add, Drop, Edit, OpenItem, Put, Replace
from compliance.model.declared.manifest import Artifact
from tests.evaluate.world import RELEASE, lineage, manifest, world

SEEN = {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student"]}}
ITEM = OpenItem("small/r0", "m", "chat", "bound-party", "T", "Chat", "breach", "terms:one@m")


def bears(edit: Edit, test: dict[str, Any], item: OpenItem = ITEM) -> bool:
    knowledge = world({"when": {"used": SEEN, "test": test}})
    found = knowledge.find_rule("small/r0")
    assert found is not None
    reach = Reach(manifest(), knowledge.registry.licences)
    reach.add(lineage(manifest()))
    return bears_on(Act("k", "w", "s", "says", edit), item, reads_of(found[1], knowledge), reach)


SOLD = {"fact": "release.commercial", "is": True}
ACCEPTED = {"fact": "party.accepted", "is": True}
OTHERS = {"lineage": {"from": {"trait": "non-commercial"}, "reach": SEEN["reach"]}}


@pytest.mark.parametrize(
    ("edit", "test", "expected"),
    [
        (Put("release", "m", "commercial", "no"), SOLD, True),
        (Put("release", "other", "commercial", "no"), SOLD, False),
        (Put("release", "m", "access", "internal"), SOLD, False),
        (Put("publisher", "publisher", "accepted", "no", "one"), ACCEPTED, True),
        (Put("publisher", "publisher", "accepted", "no", "two"), ACCEPTED, False),
        (Put("publisher", "publisher", "kind", "company"), ACCEPTED, False),
        (Put("artifact", "chat", "cleared", "yes"), {"fact": "source.cleared", "is": False}, True),
        (Put("artifact", "rows", "cleared", "yes"), {"fact": "source.cleared", "is": False}, False),
        (Put("artifact", "rows", "license", "free"), OTHERS, True),
        (Put("artifact", "rows", "origin", "web"), OTHERS, False),
        (Put("artifact", "rows", "license", "free"), SOLD, False),
        (Put("step", "gen", "incident", "no"), {"fact": "step.incident", "is": True}, True),
        (Add("m", "notices", ("x",)), {"fact": "release.notices", "contains": "x"}, True),
        (Add("m", "license_copies", ("x",)), {"fact": "release.notices", "contains": "x"}, False),
        (Drop("chat"), SOLD, True),
        # The rule looks at others only of a kind that what is replaced neither is nor brings.
        (Replace("rows", Artifact(kind="dataset", name="new")), SOLD, True),
        (Drop("rows"), SOLD, True),
        (Drop("elsewhere"), SOLD, False),
    ],
)
def test_an_act_bears_on_what_a_rule_reads_and_on_nothing_else(
    edit: Edit, test: dict[str, Any], expected: bool
) -> None:
    assert bears(edit, test) is expected


@pytest.mark.parametrize(("release", "expected"), [("free", [True, True, True]), ("sa", [True, True, True])])
def test_a_licence_that_is_named_bears_on_a_source_that_leaves_a_choice(
    release: str, expected: list[bool]
) -> None:
    options = {"rows": {"kind": "dataset", "license": "free OR nc"}, "m": {"kind": "model"}}
    steps = [{"id": "tune", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": ["m"]}]
    chosen = manifest(artifacts=options, steps=steps, releases=[{**RELEASE, "license": release}])
    knowledge = world({"when": {"test": SOLD}})
    reach = Reach(chosen, knowledge.registry.licences)
    reach.add(lineage(chosen))
    item = OpenItem("small/r0", "m", "rows", "releaser", "T", "Rows", "needs-facts", "x")
    told = [
        bears_on(Act("k", "w", "s", "says", Put("release", "m", "license", text)), item, None, reach)
        for text in ("nc", "sa", "something unread")
    ]
    assert told == expected


@pytest.mark.parametrize(
    ("kinds", "edit", "expected"),
    [
        (["model"], Drop("books"), False),
        (["dataset"], Drop("books"), True),
        ([], Drop("books"), True),
        (["model"], Replace("books", Artifact(kind="dataset", name="new")), False),
        (["model"], Replace("books", Artifact(kind="model", name="new")), True),
    ],
)
def test_a_rule_that_looks_at_others_is_moved_by_what_is_of_their_kinds(
    kinds: list[str], edit: Edit, expected: bool
) -> None:
    found = {"lineage": {"from": {"kind": kinds} if kinds else {"trait": "x"}, "reach": SEEN["reach"]}}
    knowledge = world({"when": {"used": SEEN, "test": found}})
    rule = knowledge.find_rule("small/r0")
    assert rule is not None
    free = {"kind": "dataset", "license": "free"}
    given = {"chat": {"kind": "service"}, "rows": free, "books": free, "m": {"kind": "model"}}
    write = {"id": "gen", "kind": "generate", "inputs": {"teacher": "chat"}, "outputs": ["rows"]}
    tune = {"id": "tune", "kind": "finetune", "inputs": {"data": ["rows", "books"]}, "outputs": ["m"]}
    chosen = manifest(artifacts=given, steps=[write, tune], releases=[RELEASE])
    reach = Reach(chosen, knowledge.registry.licences)
    reach.add(lineage(chosen))
    assert bears_on(Act("k", "w", "s", "says", edit), ITEM, reads_of(rule[1], knowledge), reach) is expected


@pytest.mark.parametrize(("licence", "expected"), [("free", True), ("nc", False)])
def test_a_copy_bears_on_sources_under_its_own_licence(licence: str, expected: bool) -> None:
    knowledge = world({"when": {"test": {"licence": {"of": "source", "copied": ["free", "nc"]}}}})
    rule = knowledge.find_rule("small/r0")
    assert rule is not None
    given = {"rows": {"kind": "dataset", "license": "free"}, "m": {"kind": "model"}}
    steps = [{"id": "tune", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": ["m"]}]
    chosen = manifest(artifacts=given, steps=steps, releases=[RELEASE])
    reach = Reach(chosen, knowledge.registry.licences)
    reach.add(lineage(chosen))
    item = OpenItem("small/r0", "m", "rows", "releaser", "T", "Rows", "needs-facts", "x")
    act = Act(f"ship-licence-copy:m:{licence}", "w", "s", "says", Add("m", "license_copies", (licence,)))
    assert bears_on(act, item, reads_of(rule[1], knowledge), reach) is expected
