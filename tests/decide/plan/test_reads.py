from __future__ import annotations

from typing import Any

import pytest

from compliance.decide.plan.reads import Reach, bears_on, reads_of
from compliance.model.plan import Act, Add, Drop, Edit, OpenItem, Put
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
