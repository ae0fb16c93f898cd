"""Who trained on what a source brought in."""

from __future__ import annotations

import pytest

from compliance.evaluate.reaching.trained import trainings
from compliance.resolve import resolve
from tests.evaluate.world import REGISTRY, manifest

Written = list[tuple[str, dict[str, str], str]]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([("finetune", {"data": "d"}, "m")], {"s0"}),
        ([("mix", {"data": "d"}, "kept"), ("finetune", {"data": "kept"}, "m")], {"s1"}),
        ([("finetune", {"data": "d"}, "t"), ("quantise", {"base": "t"}, "m")], {"s0"}),
        ([("finetune", {"data": "d"}, "t"), ("finetune", {"base": "t", "data": "rows"}, "m")], {"s0"}),
        ([("finetune", {"data": "d"}, "t"), ("finetune", {"data": "d"}, "m")], {"s1"}),
        ([("mix", {"data": "d"}, "kept"), ("evaluate", {"data": "kept"}, "t")], set()),
        ([("mix", {"data": "d"}, "kept"), ("finetune", {"data": "rows"}, "m")], set()),
    ],
    ids=["at once", "mixed first", "converted later", "tuned on", "another model", "tested", "elsewhere"],
)  # fmt: skip
def test_the_steps_that_trained_on_a_source_are_those_on_its_ways(steps: Written, expected: set[str]) -> None:
    artifacts = {key: {"kind": "model"} for key in ("t", "m")}
    artifacts |= {key: {"kind": "dataset"} for key in ("d", "rows", "kept")}
    written = [
        {"id": f"s{n}", "kind": kind, "inputs": inputs, "outputs": [made]}
        for n, (kind, inputs, made) in enumerate(steps)
    ]
    lineage = resolve(manifest(artifacts=artifacts, steps=written, releases=[{"artifact": "m"}]), REGISTRY)
    entries = [edge for edge in lineage.edges if lineage.versions[edge.source][0] == "d"]
    found = [trainings(lineage, entry, lineage.latest["m"]) for entry in entries]
    assert set().union(*found) == expected
