"""One operator put to one context of the small world."""

from __future__ import annotations

from typing import Any

from compliance.evaluate.bindings import bindings
from compliance.evaluate.conditions.operators import evaluate
from compliance.evaluate.context import Context, Outcome
from compliance.evaluate.world import World
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve
from tests.evaluate.world import AS_OF, manifest, world

YES, NO, OPEN = ("yes",) * 3, ("no",) * 3, ("unknown",) * 3
ROWS = {"kind": "dataset"}
GEN = {
    "id": "gen",
    "kind": "generate",
    "inputs": {"teacher": "chat"},
    "outputs": ["rows"],
    "period": "2025-02",
}
TUNE = {"id": "tune", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": ["m"], "period": "2025-03"}


def contexts(op: dict[str, Any], given_: Manifest, **rule: Any) -> list[tuple[Any, Context, str]]:
    knowledge = world({"when": {"op": op}, **rule})
    lineage = resolve(given_, knowledge.registry)
    parsed = knowledge.packs[0].rules[0]
    everything = World(lineage, knowledge, AS_OF)
    found = [one for release in lineage.releases for one in bindings(everything, parsed, release)]
    return [(parsed.when["op"], one.context, one.party) for one in found]


def outcome(
    op: dict[str, Any], given_: Manifest | None = None, party: str = "bound-party", **rule: Any
) -> Outcome:
    found = [(o, c) for o, c, who in contexts(op, given_ or manifest(), **rule) if who == party]
    assert len(found) == 1
    return evaluate(*found[0])


def words(
    op: dict[str, Any], given_: Manifest | None = None, party: str = "bound-party", **rule: Any
) -> tuple[str, ...]:
    return tuple(outcome(op, given_, party, **rule).readings.words().values())
