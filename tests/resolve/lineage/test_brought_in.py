"""What records of further folders bring in behind what a manifest names is bounded, and the bound is told."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from compliance.errors import InputError
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.resolve.lineage.ancestry import Expanded, expand
from compliance.resolve.lineage.brought_in import MORE_FOR_EACH, MOST_BROUGHT_IN
from compliance.resolve.names.lookup import Names

SOURCE = {"where": "here", "read": "2026"}
PARTY = {"me": {"name": "Me", "source": SOURCE, "assurance": "full-text"}}


def _record(name: str, bases: list[str]) -> dict[str, Any]:
    told = {"id": name, "names": [f"me/{name}"], "family": "f", "developer": "me", "assurance": "memory"}
    return {**told, "base": bases, "how": "merge"}


def wide(wide: int, each: int, *, shared: bool) -> list[dict[str, Any]]:
    """A model put together from so many, each of which was put together from others, its own or the same ones."""
    first = _record("root", [f"me/b{w}" for w in range(wide)])
    others = [
        _record(f"b{w}", [f"me/l{n}" if shared else f"me/l{w}-{n}" for n in range(each)]) for w in range(wide)
    ]
    return [first, *others]


def deep(most: int, each: int) -> list[dict[str, Any]]:
    """Generations of so many models, each put together from all of the generation before."""
    first = _record("root", [f"me/g0-{n}" for n in range(each)])
    later = [
        _record(f"g{depth}-{n}", [f"me/g{depth + 1}-{other}" for other in range(each)])
        for depth in range(most)
        for n in range(each)
    ]
    return [first, *later]


def _expanded(folder: pathlib.Path, models: list[dict[str, Any]], names: tuple[str, ...]) -> Expanded:
    (folder / "own").mkdir()
    (folder / "own" / "mine.yaml").write_text(json.dumps({"parties": PARTY, "models": models}))
    artifacts = {f"a{number}": {"kind": "model", "name": name} for number, name in enumerate(names)}
    manifest = Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "p"},
            "publisher": {"id": "pub", "name": "Meadow Lab"},
            "artifacts": artifacts,
            "steps": [],
            "releases": [
                {"artifact": "a0", "name": "meadow/it", "date": "2025-10-01", "access": "open-weights"}
            ],
        }
    )
    return expand(manifest, Names(load_packs([folder / "own"], cache=False).registry))


def without_inputs(wide: int, each: int) -> list[dict[str, Any]]:
    """A model put together from so many, each of which so many parties made out of nothing that is told."""
    made = {"assurance": "memory", "documented_at": "a page"}
    steps = [{"kind": "collect", "inputs": {}, "by": f"Party {number}"} for number in range(each)]
    others = [{**_record(f"b{w}", []), "ancestry": {**made, "steps": steps}} for w in range(wide)]
    return [_record("root", [f"me/b{w}" for w in range(wide)]), *others]


MUCH = {
    "steps alone": without_inputs(10, 300),
    "each its own": wide(60, 100, shared=False),
    "the same ones": wide(60, 100, shared=True),
    "in generations": deep(5, 40),
}


@pytest.mark.parametrize("models", MUCH.values(), ids=MUCH.keys())
def test_more_than_can_be_looked_at_is_refused_by_name(
    tmp_path: pathlib.Path, models: list[dict[str, Any]]
) -> None:
    with pytest.raises(InputError, match=r"stands behind 'me/.* more than 2,150 things"):
        _expanded(tmp_path, models, ("me/root",))


def test_bundled_names_behind_records_of_ones_own_count_with_what_is_behind_them(
    tmp_path: pathlib.Path,
) -> None:
    models = [_record(f"m{n}", ["zephyr-7b-beta", "Starling-LM-7B-alpha"]) for n in range(60)]
    names = tuple(f"me/m{n}" for n in range(60))
    assert len(_expanded(tmp_path, models, names).added) > MOST_BROUGHT_IN


def test_up_to_the_bound_all_is_brought_in(tmp_path: pathlib.Path) -> None:
    within = wide(20, 100, shared=False)
    assert MOST_BROUGHT_IN + MORE_FOR_EACH >= 20 + 20 * 100
    found = _expanded(tmp_path, within, ("me/root",))
    assert sum(artifact.kind == "model" for artifact in found.artifacts.values()) == 1 + 20 + 20 * 100


def test_what_the_bundled_records_know_is_not_counted(tmp_path: pathlib.Path) -> None:
    found = _expanded(tmp_path, [_record("other", ["me/base"])], ("HuggingFaceH4/zephyr-7b-beta",) * 80)
    assert len(found.added) > MOST_BROUGHT_IN
