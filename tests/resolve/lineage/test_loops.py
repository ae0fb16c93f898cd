"""No name leads back to itself, whatever the registry and the name say of what stands behind it."""

from __future__ import annotations

from graphlib import TopologicalSorter

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.model.names.records import ModelEntry
from compliance.resolve.lineage.ancestry import expand
from compliance.resolve.names.prepared import lookups

REGISTRY = load_packs().registry
PATTERN = frozenset("()|[]*?\\")
"""Signs of names that stand for several."""


def order(name: str) -> list[str]:
    """What stands behind a released model of this name, upstreams first."""
    told = {
        "lineage": 1, "project": {"id": "x"}, "publisher": {"name": "P"},
        "artifacts": {"m": {"kind": "model", "name": name}}, "steps": [], "releases": [{"artifact": "m"}],
    }  # fmt: skip
    full = expand(Manifest.model_validate(told), lookups(REGISTRY).names)
    behind: dict[str, set[str]] = {}
    for step in full.steps:
        for output in step.outputs:
            behind.setdefault(output, set()).update(
                item.artifact for given in step.inputs.values() for item in given
            )
    return list(TopologicalSorter(behind).static_order())


def test_no_model_of_the_registry_leads_back_to_itself() -> None:
    entries = REGISTRY.catalogue.all("model")
    names = [
        name
        for one in entries
        if isinstance(one.entry, ModelEntry)
        for name in one.entry.names[:1]
        if not PATTERN & set(name)
    ]
    assert len(names) > 2_500
    for name in names:
        order(name)


@pytest.mark.parametrize(
    "name", ["LiquidAI/LFM2.5-2.6B-Base", "LiquidAI/LFM2.5-VL-3B", "HunyuanVideo", "Qwen/Qwen3-8B-Base-base"]
)
def test_a_name_that_sounds_like_its_own_descendants_is_none_of_them(name: str) -> None:
    order(name)


def test_a_tune_by_somebody_else_still_comes_from_what_it_is_called_after() -> None:
    assert any("qwen" in one for one in order("acme/Qwen3-8B-tuned"))
