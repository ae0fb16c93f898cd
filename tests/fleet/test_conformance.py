"""What a fleet says of a manifest's releases holds in its check too, and clears nothing that is open there."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.synthetic import synthetic
from compliance import pipeline
from compliance.compile.program import compile_packs
from compliance.fleet.answers import answers, batches
from compliance.fleet.explain import readings_of
from compliance.fleet.loaded import load
from compliance.fleet.manifests import rows_of
from compliance.fleet.store import Store
from compliance.kernels.numpy_kernel import reach
from compliance.load.manifest.manifest import load_manifest
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.truth import NEVER, Readings, Truth

from .conftest import AS_OF

Told = dict[tuple[str, str], Readings]


def by_fleet(manifest: Manifest, knowledge: Knowledge, folder: Path) -> Told:
    """Rule and release to readings, from the manifest's rows alone."""
    store = Store(folder / "one.fleet")
    store.ingest([list(rows_of(manifest))], "a manifest", "")
    fleet = load(store, knowledge, AS_OF)
    program = compile_packs(knowledge, AS_OF, fleet.columns)
    names = dict(store.all("SELECT n, id FROM names"))
    return {
        (one.rule.id, names[node]): readings_of(code)
        for batch in batches(program, program.rules)
        for one in answers(fleet, program, batch, reach)
        for node, code in zip(one.verdicts.node.tolist(), one.verdicts.readings.tolist(), strict=True)
    }


def by_check(manifest: Manifest, knowledge: Knowledge) -> Told:
    """The same from the check of the manifest: the most of any source, for who releases, or takes by such rules."""
    takers = {rule.id for _, rule in knowledge.rules() if set(rule.parties) == {"recipient"}}
    names = {one.key: one.name or one.artifact for one in manifest.releases}
    found: Told = {}
    for one in pipeline.evaluate_manifest(manifest, knowledge, AS_OF).findings:
        if (one.own and one.party != "downstream-user") or (
            one.party == "downstream-user" and one.rule in takers
        ):
            key = one.rule, names[one.release]
            found[key] = found.get(key, NEVER) | one.readings
    return found


def of_stated_facts(knowledge: Knowledge) -> set[str]:
    """Rules that are put only where a manifest states some fact."""
    return {
        rule.id
        for _, rule in knowledge.rules()
        if any(isinstance(n, operator.FactOp) and n.known is not None for n in knowledge.nodes(rule.asked_if))
    }


def _manifest(name: str, root: Path, knowledge: Knowledge) -> Manifest:
    if name.startswith("synthetic"):
        return Manifest.model_validate(synthetic(int(name.split("-")[1]), seed=11, releases=4))
    return load_manifest(root / "examples" / name / "lineage.yaml", knowledge).manifest


@pytest.mark.parametrize("name", ["quickstart", "olmo-3", "synthetic-40"])
def test_a_fleet_never_says_more_than_holds_nor_clears_what_is_open(
    name: str, repo_root: Path, tmp_path: Path, knowledge: Knowledge
) -> None:
    manifest = _manifest(name, repo_root, knowledge)
    ours, theirs = by_fleet(manifest, knowledge, tmp_path), by_check(manifest, knowledge)
    # Whether a thing's name fits the steps that make it is weighed by the check of a manifest only.
    skipped = of_stated_facts(knowledge) | {"gaps/undisclosed-upstream"}
    keys = {key for key in ours.keys() | theirs.keys() if key[0] not in skipped}
    wrong, same = [], 0
    for key in sorted(keys):
        fleet, check = ours.get(key, NEVER), theirs.get(key, NEVER)
        same += fleet == check
        for low, high in zip(fleet, check, strict=True):
            if (low is Truth.YES and high is not Truth.YES) or (high is not Truth.NO and low is Truth.NO):
                wrong.append((key, fleet.words(), check.words()))
    assert wrong == []
    assert same > 0.5 * len(keys)
