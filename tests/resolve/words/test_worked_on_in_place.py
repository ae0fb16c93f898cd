"""What a manifest says of a thing stays said of it where a step fetches it, or works on it where it lies."""

import copy
from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve

_OWN = {"kind": "dataset", "license": "CC0-1.0", "origin": "own"}
_DOCUMENTED = {"documented": {"where": "README, section Data", "generators": "none"}}
_THINGS: dict[str, tuple[dict[str, Any], str, str]] = {
    "works": ({**_OWN, **_DOCUMENTED, "name": "Absence notes from parents"}, "works_of_persons", "source"),
    "essays": ({**_OWN, **_DOCUMENTED, "name": "Essays of students"}, "works_of_persons", "source"),
    "relicensed": (
        {"kind": "model", "name": "nordlys/sign-vlm", "license": "Apache-2.0",
         "revision": "research preview of spring, before it was relicensed"}, "licence_changed", "base",
    ),
}  # fmt: skip


@pytest.mark.parametrize("thing", _THINGS)
@pytest.mark.parametrize("kind", [None, "fetch", "filter", "convert", "annotate", "quantise"])
def test_what_is_told_of_a_thing_outlives_work_on_it_in_place(thing: str, kind: str | None) -> None:
    artifact, fact, role = _THINGS[thing]
    manifest: dict[str, Any] = {
        "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
        "artifacts": {"x": copy.deepcopy(artifact), "m": {"kind": "model"}},
        "steps": [
            {"id": "t", "kind": "finetune", "outputs": "m",
             "inputs": {"data": "x"} if role == "source" else {"base": "x"}},
        ],
        "releases": [{"artifact": "m"}],
    }  # fmt: skip
    if kind is not None:
        step = {
            "id": "tidy",
            "kind": kind,
            "outputs": "x",
            **({} if kind == "fetch" else {"inputs": {role: "x"}}),
        }
        manifest["steps"].insert(0, step)
    resolved = resolve(Manifest.model_validate(manifest), load_packs().registry)
    assert any(f"`{fact}" in line for line in resolved.warnings), resolved.warnings
